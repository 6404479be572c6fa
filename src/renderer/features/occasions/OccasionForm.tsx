import { Button } from '@mantine/core';
import { IconExternalLink, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import type { Json } from '../../../core/model/json';
import type { Occasion } from '../../../core/model/records';
import type { Op } from '../../../core/plan/ops';
import { sayDay } from '../../../core/words/dates';
import { kindWords } from '../../../core/words/kinds';
import { occasionWords } from '../../../core/words/occasions';
import { todayOf } from '../../state/plan';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { ChoiceInput, type Option } from '../../ui/inputs/ChoiceInput';
import { TextInput } from '../../ui/inputs/TextInput';
import { occasionKinds } from './kinds';
import { Days } from './OccasionDays';
import classes from './Occasions.module.css';
import { type Reason, useWriteFor } from './useWriteFor';

const repeats = ['none', 'yearly', 'lunar'] as const;

/** One occasion, every field saved as it is left, each a step of undo. */
export function OccasionForm({
  occasion,
  isNew,
  onGone,
}: {
  readonly occasion: Occasion;
  /** Just made: its name waits to be written over. */
  readonly isNew: boolean;
  readonly onGone: () => void;
}) {
  const t = useWords(occasionWords);
  const k = useWords(kindWords);
  const act = useStudio((state) => state.act);
  const campaigns = useStudio((state) => state.outline?.campaign ?? none);
  const writeFor = useWriteFor();
  const edit = (ops: readonly Op[]) =>
    void act('change.make', { label: { code: 'occasion_edit', params: { title: occasion.name } }, ops: [...ops] });
  const set = (register: string, value: Json): Op => ({
    kind: 'set',
    type: 'occasion',
    id: occasion.id,
    register,
    value,
  });
  const remove = useRemove(occasion, onGone);
  const isLink = /^https:\/\//.test(occasion.link);
  return (
    <div className={classes.form}>
      <Text
        label={t('field.name')}
        value={occasion.name}
        max={200}
        isWaiting={isNew}
        onSave={(name) => edit([set('name', name)])}
      />
      <Choice
        label={t('field.kind')}
        value={occasion.kind}
        options={occasionKinds.map((kind) => ({ value: kind, label: k(`occasion.${kind}`) }))}
        onSave={(kind) => edit([set('kind', kind)])}
      />
      <Days occasion={occasion} onSave={(values) => edit(values.map(([register, value]) => set(register, value)))} />
      <Choice
        label={t('field.repeat')}
        value={occasion.repeat}
        options={repeats.map((repeat) => ({ value: repeat, label: t(`repeat.${repeat}`) }))}
        onSave={(repeat) => edit([set('repeat', repeat)])}
        note={<Next occasion={occasion} />}
      />
      <Choice
        label={t('field.campaign')}
        value={occasion.campaignId ?? ''}
        options={[
          { value: '', label: t('field.no_campaign') },
          ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onSave={(id) => edit([set('campaignId', id === '' ? null : id)])}
      />
      <Text
        label={t('field.link')}
        value={occasion.link}
        max={2000}
        onSave={(link) => edit([set('link', link.trim())])}
        note={isLink && <OpenLink address={occasion.link} />}
      />
      <Text
        label={t('field.source')}
        value={occasion.source}
        max={500}
        onSave={(source) => edit([set('source', source)])}
      />
      <Text
        label={t('field.note')}
        value={occasion.note}
        max={2000}
        long
        onSave={(note) => edit([set('note', note)])}
      />
      {occasion.uid !== '' && <p className={classes.note}>{t('field.imported')}</p>}
      <div className={classes.acts}>
        <Button variant="filled" onClick={() => void writeFor(reasonOf(occasion))}>
          {t('day.write')}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconTrash size={15} stroke={1.6} aria-hidden="true" />}
          onClick={() => void remove()}
        >
          {t('remove')}
        </Button>
      </div>
    </div>
  );
}

const none: readonly never[] = [];

const reasonOf = ({ name, start, end, campaignId, link }: Occasion): Reason => ({
  name,
  days: start === null ? null : { from: start, to: end ?? start },
  campaignId,
  link,
});

function useRemove({ id, name }: Occasion, onGone: () => void): () => Promise<void> {
  const t = useWords(occasionWords);
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  return async () => {
    const gone = await act('change.make', {
      label: { code: 'occasion_remove', params: { title: name } },
      ops: [{ kind: 'delete', type: 'occasion', id }],
    });
    if (gone === null) return;
    notify({ message: t('removed', { name }), undo: true });
    onGone();
  };
}

/** When it happens next, where it repeats. */
function Next({ occasion }: { readonly occasion: Occasion }) {
  const t = useWords(occasionWords);
  const lang = useLang();
  const today = useStudio(todayOf);
  const next = useStudio((state) => state.days)?.nextHappening(occasion, today) ?? null;
  if (occasion.repeat === 'none' || next === null) return null;
  return t('repeat.next', { day: `${next.from.slice(0, 4)} ${sayDay(lang, next.from)}` });
}

/** An outside page, opened in the browser after a press, through the shell's own door. */
function OpenLink({ address }: { readonly address: string }) {
  const t = useWords(occasionWords);
  const act = useStudio((state) => state.act);
  return (
    <button type="button" className={classes.link} onClick={() => void act('studio.browse', { url: address })}>
      <IconExternalLink size={14} stroke={1.6} aria-hidden="true" />
      {t('field.open_link')}
    </button>
  );
}

function Text({
  label,
  value,
  max,
  long = false,
  isWaiting = false,
  note,
  onSave,
}: {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly long?: boolean;
  /** Takes the focus, all of it selected. */
  readonly isWaiting?: boolean;
  readonly note?: ReactNode;
  readonly onSave: (value: string) => void;
}) {
  return (
    <Row label={label} note={note}>
      {(id) => (
        <TextInput
          id={id}
          className={classes.input}
          value={value}
          max={max}
          rows={long ? 3 : undefined}
          isWaiting={isWaiting}
          onSave={onSave}
        />
      )}
    </Row>
  );
}

function Choice({
  label,
  value,
  options,
  note,
  onSave,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly note?: ReactNode;
  readonly onSave: (value: string) => void;
}) {
  return (
    <Row label={label} note={note !== undefined && <p className={classes.note}>{note}</p>}>
      {(id) => <ChoiceInput id={id} className={classes.input} value={value} options={options} onSave={onSave} />}
    </Row>
  );
}

function Row({
  label,
  note,
  children,
}: {
  readonly label: string;
  readonly note: ReactNode;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={classes.row}>
      <label htmlFor={id}>{label}</label>
      <div>
        {children(id)}
        {note}
      </div>
    </div>
  );
}
