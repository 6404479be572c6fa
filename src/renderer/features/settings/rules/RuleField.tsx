import { IconRestore } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { counterIds, type FormatPack, numberings, type PlatformPack } from '../../../../core/platforms/pack';
import { type RuleKey, ruleOf, ruleValue } from '../../../../core/platforms/rules';
import { printRule, readRule } from '../../../../core/platforms/ruleText';
import { packWords, sayChoice } from '../../../../core/words/packs';
import { sayRule } from '../../../../core/words/ruleNames';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useLang, useWords } from '../../../state/StudioProvider';
import { IconButton } from '../../../ui/IconButton';
import { useDraft } from '../../../ui/useDraft';
import classes from './Rules.module.css';
import { useSaveRules, useValues } from './useRules';

type Props = {
  readonly rule: RuleKey;
  readonly pack: PlatformPack;
  readonly format: FormatPack;
  /** The format without the team's single values. */
  readonly base: FormatPack;
};

/** The team's value of one rule, edited in place; empty is the shipped one. What does not fit is said under it. */
export function RuleField({ rule, pack, format, base }: Props) {
  const t = useWords(rulePackWords);
  const w = useWords(packWords);
  const lang = useLang();
  const key = `${format.id}.${rule}`;
  const stored = useValues(pack.id)[key];
  const save = useSaveRules(pack);
  const [fault, setFault] = useState<string | null>(null);
  const line = useRef<HTMLDivElement>(null);
  const spec = ruleOf(rule);
  const shipped = printRule(spec, ruleValue(base, rule));
  const own = stored === undefined ? '' : ownText(rule, stored, t('none_list'));
  const commit = async (text: string): Promise<void> => {
    const wanted = text.trim();
    if (wanted === '' || wanted === shipped) {
      setFault(stored === undefined ? null : await save({ [key]: null }));
      return;
    }
    const read = readRule(spec, wanted, ruleValue(base, rule));
    const why = read.ok ? await save({ [key]: JSON.stringify(read.value) }) : w(`fault.${read.error}`);
    setFault(why === null ? null : t('not_saved', { text: wanted, why }));
  };
  const label = t('own_label', { rule: sayRule(lang, rule) });
  const choices = choicesOf(rule);
  return (
    <div className={classes.own}>
      <div ref={line} className={classes.ownLine}>
        {choices === null ? (
          <TextValue
            label={label}
            value={own}
            hint={t('own_hint')}
            title={t(spec.optional ? 'optional_hint' : 'required_hint')}
            bad={fault !== null}
            onCommit={(text) => void commit(text)}
          />
        ) : (
          <select
            className={classes.input}
            aria-label={label}
            value={own}
            data-own={own !== '' || undefined}
            onChange={(event) => void commit(event.currentTarget.value)}
          >
            <option value="">{t('own_hint')}</option>
            {choices
              .filter((choice) => choice !== shipped || choice === own)
              .map((choice) => (
                <option key={choice} value={choice}>
                  {sayChoice(lang, rule, choice)}
                </option>
              ))}
          </select>
        )}
        {stored !== undefined && (
          <IconButton
            label={t('reset_rule', { rule: sayRule(lang, rule) })}
            onClick={() => {
              // The button goes with the value; the field it stood beside takes the focus.
              line.current?.querySelector<HTMLElement>('input, select')?.focus();
              void commit('');
            }}
          >
            <IconRestore size={15} stroke={1.6} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {fault !== null && (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

/** A stored value as it is written in the field; what cannot be read is shown as it lies. */
function ownText(rule: RuleKey, stored: string, noRule: string): string {
  try {
    const value = JSON.parse(stored) as unknown;
    return value === null ? noRule : printRule(ruleOf(rule), value) || stored;
  } catch {
    // Not JSON: the list of unused values names it, the field shows it for whoever mends it.
    return stored;
  }
}

function choicesOf(rule: RuleKey): readonly string[] | null {
  const { value } = ruleOf(rule);
  if (rule === 'count.title' || rule === 'count.body') return counterIds;
  if (value.kind === 'choice') return value.choices;
  if (value.kind === 'flag') return ['true', 'false'];
  return value.kind === 'numbering' ? ['off', ...numberings] : null;
}

function TextValue({
  label,
  value,
  hint,
  title,
  bad,
  onCommit,
}: {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly title: string;
  readonly bad: boolean;
  readonly onCommit: (text: string) => void;
}) {
  const draft = useDraft({ value, when: 'leaving', onCommit });
  return (
    <input
      className={classes.input}
      type="text"
      aria-label={label}
      aria-invalid={bad || undefined}
      placeholder={hint}
      title={title}
      maxLength={2_000}
      data-own={value !== '' || undefined}
      {...draft}
    />
  );
}
