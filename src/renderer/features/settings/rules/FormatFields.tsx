import { useId } from 'react';
import type { FormatForm } from '../../../../core/platforms/ownPacks';
import { ownId } from '../../../../core/platforms/ownPacks';
import { counterIds, type Family, families } from '../../../../core/platforms/pack';
import { sayChoice } from '../../../../core/words/packs';
import { platformWords } from '../../../../core/words/platforms';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useLang, useWords } from '../../../state/StudioProvider';
import { ChoiceInput, type Option } from '../../../ui/inputs/ChoiceInput';
import classes from './Rules.module.css';

/** What a person types for a new format, as text until it is added. */
export type FormatText = Readonly<
  Record<'name' | 'id' | 'family' | 'count' | 'titleMax' | 'bodyMax' | 'tagsMax' | 'imagesMax', string>
>;
export const emptyFormat: FormatText = {
  name: '',
  id: '',
  family: 'short_post',
  count: 'code_points',
  titleMax: '',
  bodyMax: '',
  tagsMax: '',
  imagesMax: '',
};

export type Faults<K extends string> = Partial<Readonly<Record<K, string>>>;
type Say = (key: 'bad_name' | 'bad_id' | 'id_taken' | 'bad_number', params?: { readonly id: string }) => string;

const numbers = ['titleMax', 'bodyMax', 'tagsMax', 'imagesMax'] as const;

/** What is wrong with each field, in words; empty when the format can be added. */
export function faultsOf(form: FormatText, taken: readonly string[], t: Say): Faults<keyof FormatText> {
  const faults: { -readonly [K in keyof FormatText]?: string } = {};
  if (form.name.trim() === '' || form.name.trim().length > 60) faults.name = t('bad_name');
  if (!ownId.safeParse(form.id.trim()).success) faults.id = t('bad_id');
  else if (taken.includes(form.id.trim())) faults.id = t('id_taken', { id: form.id.trim() });
  for (const key of numbers) if (!/^\d{0,9}$/.test(form[key].trim())) faults[key] = t('bad_number');
  return faults;
}

/** The form as core takes it. Only for a form without faults. */
export function readForm(form: FormatText): FormatForm {
  const number = (text: string): number | null => (text.trim() === '' ? null : Number(text));
  return {
    id: form.id.trim(),
    name: form.name.trim(),
    family: form.family as Family,
    count: counterIds.find((id) => id === form.count) ?? 'code_points',
    titleMax: number(form.titleMax),
    bodyMax: number(form.bodyMax),
    tagsMax: number(form.tagsMax),
    imagesMax: number(form.imagesMax),
  };
}

/** The few fields of a new format. */
export function FormatFields({
  form,
  faults,
  first = false,
  onChange,
}: {
  readonly form: FormatText;
  readonly faults: Faults<keyof FormatText>;
  readonly first?: boolean;
  readonly onChange: (form: FormatText) => void;
}) {
  const t = useWords(rulePackWords);
  const p = useWords(platformWords);
  const lang = useLang();
  const field = (key: keyof FormatText) => ({
    value: form[key],
    fault: faults[key],
    onChange: (value: string) => onChange({ ...form, [key]: value }),
  });
  return (
    <>
      <FormText label={t('form_name')} first={first} {...field('name')} />
      <FormText label={t('form_id')} note={t('form_id_note')} {...field('id')} />
      <FormChoice
        label={t('form_family')}
        options={families.map((family) => ({ value: family, label: p(`family.${family}`) }))}
        {...field('family')}
      />
      <FormChoice
        label={t('form_count')}
        options={counterIds.map((id) => ({ value: id, label: sayChoice(lang, 'count.body', id) }))}
        {...field('count')}
      />
      <FormText label={t('form_title_max')} note={t('form_empty_none')} {...field('titleMax')} />
      <FormText label={t('form_body_max')} {...field('bodyMax')} />
      <FormText label={t('form_tags_max')} {...field('tagsMax')} />
      <FormText label={t('form_images_max')} {...field('imagesMax')} />
    </>
  );
}

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly fault?: string | undefined;
  readonly note?: string | undefined;
  /** Takes the focus when the form opens. */
  readonly first?: boolean;
  readonly onChange: (value: string) => void;
};

const takeFocus = (field: HTMLInputElement | null): void => field?.focus();

export function FormText({ label, value, fault, note, first = false, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className={classes.formRow}>
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          ref={first ? takeFocus : undefined}
          id={id}
          className={classes.input}
          type="text"
          value={value}
          aria-invalid={fault !== undefined || undefined}
          aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        {fault !== undefined && (
          <p id={`${id}-fault`} className={classes.fault} role="alert">
            {fault}
          </p>
        )}
        {fault === undefined && note !== undefined && <p className={classes.note}>{note}</p>}
      </div>
    </div>
  );
}

function FormChoice({ label, value, options, onChange }: FieldProps & { readonly options: readonly Option[] }) {
  const id = useId();
  return (
    <div className={classes.formRow}>
      <label htmlFor={id}>{label}</label>
      <ChoiceInput id={id} className={classes.input} value={value} options={options} onSave={onChange} />
    </div>
  );
}
