import { useState } from 'react';
import type { WaveRow } from '../../../core/campaign/waveRows';
import { printRule, type RuleFault, readRule, type Timing } from '../../../core/cascade/ruleText';
import type { WaveRule } from '../../../core/model/records';
import { campaignWords } from '../../../core/words/campaign';
import { useLang, useWords } from '../../state/StudioProvider';
import { useDraft } from '../../ui/useDraft';
import { Field } from './fields';
import fields from './fields.module.css';
import { useSetRule } from './useWaveActs';
import classes from './WaveDetail.module.css';

/** Rules that are picked rather than typed; the clock time of days is the wave's own. */
const usual: readonly ((time: WaveRule & { kind: 'lead' }) => WaveRule)[] = [
  () => ({ kind: 'minutes', minutes: 0 }),
  () => ({ kind: 'minutes', minutes: 30 }),
  () => ({ kind: 'minutes', minutes: 90 }),
  () => ({ kind: 'minutes', minutes: -120 }),
  () => ({ kind: 'minutes', minutes: -1_440 }),
  ({ time }) => ({ kind: 'days', days: 1, time }),
  ({ time }) => ({ kind: 'days', days: 2, time }),
  ({ time }) => ({ kind: 'workdays', days: 1, time }),
  ({ time }) => ({ kind: 'workdays', days: 2, time }),
  ({ time }) => ({ kind: 'days', days: 7, time }),
];
const EVENING = '18:00' as (WaveRule & { kind: 'lead' })['time'];

/** The rule of a wave as text, or picked from the usual ones. What cannot be read stays in the field and says why. */
export function RuleField({ row }: { readonly row: WaveRow }) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const setRule = useSetRule();
  const [fault, setFault] = useState<{ readonly text: string; readonly fault: RuleFault } | null>(null);
  const { wave } = row;
  const save = (timing: Timing): void => {
    setFault(null);
    void setRule(row, timing);
  };
  const draft = useDraft({
    value: fault?.text ?? printRule(lang, wave),
    when: 'leaving',
    onCommit: (text) => {
      const read = readRule(text);
      if (read.ok) save(leadRule(row, read.value));
      else setFault({ text, fault: read.error });
    },
  });
  const time = { kind: 'lead' as const, time: row.moment?.time ?? EVENING };
  return (
    <>
      <Field label={t('wave.rule')} note={t('wave.rule_hint')}>
        {(id) => (
          <input
            id={id}
            type="text"
            className={fields.input}
            maxLength={60}
            aria-invalid={fault !== null || undefined}
            {...draft}
          />
        )}
      </Field>
      {fault !== null && (
        <p className={classes.why} role="alert">
          {t(fault.fault.code === 'too_far' ? 'wave.rule_far' : 'wave.rule_unread', { text: fault.text })}
        </p>
      )}
      {!row.isLead && (
        <>
          <fieldset className={classes.usual} aria-label={t('wave.rule_pick')}>
            {usual.map((make) => {
              const rule = make(time);
              const label = printRule(lang, { rule, onlyWorkdays: false });
              return (
                <button
                  key={label}
                  type="button"
                  aria-pressed={printRule(lang, { rule: wave.rule, onlyWorkdays: false }) === label}
                  onClick={() => save({ rule, onlyWorkdays: wave.onlyWorkdays })}
                >
                  {label}
                </button>
              );
            })}
          </fieldset>
          <label className={classes.pin}>
            <input
              type="checkbox"
              checked={wave.onlyWorkdays}
              onChange={(event) => save({ rule: wave.rule, onlyWorkdays: event.currentTarget.checked })}
            />
            {t('wave.only_workdays')}
          </label>
        </>
      )}
    </>
  );
}

/** A bare clock time means the lead's time for the lead, and the same day at that time for a follower. */
function leadRule({ isLead }: WaveRow, timing: Timing): Timing {
  const { rule } = timing;
  if (rule.kind !== 'lead' || isLead) return timing;
  return { ...timing, rule: { kind: 'days', days: 0, time: rule.time } };
}
