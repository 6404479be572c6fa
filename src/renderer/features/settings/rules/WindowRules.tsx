import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import type { PlatformPack } from '../../../../core/platforms/pack';
import {
  figuresOf,
  keptScheduler,
  SCHEDULER_KEY,
  type TeamScheduler,
  type WindowField,
  windowBounds,
  windowFields,
} from '../../../../core/platforms/teamScheduler';
import type { WallDate } from '../../../../core/time/wallDate';
import { cadenceWords } from '../../../../core/words/cadence';
import { sayDate } from '../../../../core/words/dates';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useLang, useWords } from '../../../state/StudioProvider';
import { ChoiceInput } from '../../../ui/inputs/ChoiceInput';
import { useDraft } from '../../../ui/useDraft';
import classes from './Rules.module.css';
import { useSaveRules, useValues } from './useRules';

type Fault = { readonly at: WindowField | null; readonly said: string };

/** When the platform takes copy to be posted later: the team's figures over the shipped ones, and the way back to those. */
export function WindowRules({
  pack,
  shipped,
}: {
  readonly pack: PlatformPack;
  /** As shipped; undefined for a platform of the team's own. */
  readonly shipped: PlatformPack | undefined;
}) {
  const t = useWords(rulePackWords);
  const id = useId();
  const save = useSaveRules(pack);
  const isOwn = useValues(pack.id)[SCHEDULER_KEY] !== undefined;
  const [fault, setFault] = useState<Fault | null>(null);
  const choice = useRef<HTMLDivElement>(null);
  const figures = figuresOf(pack.scheduler);
  const say = useSaid();
  const labels = { yes: t('window_can.yes'), no: t('window_can.no') };
  const keep = async (wanted: TeamScheduler | null, at: WindowField | null, text: string): Promise<void> => {
    // Cleared before, not after: an answer that comes late must not take away what is said of the next field.
    setFault(null);
    const why = await save({ [SCHEDULER_KEY]: keptScheduler(shipped?.scheduler, wanted) });
    if (why !== null) setFault({ at, said: t('not_saved', { text, why }) });
  };
  const set = (field: WindowField, text: string): void => {
    const bounds = windowBounds[field];
    const typed = text.trim();
    const figure = Number(typed);
    if (typed !== '' && !(/^\d+$/.test(typed) && figure >= bounds.min && figure <= bounds.max)) {
      setFault({ at: field, said: t('not_saved', { text: typed, why: t('window_bad', bounds) }) });
      return;
    }
    const { [field]: _, ...others } = figures ?? {};
    void keep(typed === '' ? others : { ...others, [field]: figure }, field, typed || t('window_none'));
  };
  return (
    <details className={classes.window}>
      <summary>
        <b>{t('window')}</b>
        <span className={classes.faint}>
          {figures !== null ? say(figures) : t(isOwn ? 'window_off' : 'window_unknown')}
        </span>
        {isOwn && <span className={classes.team}>{t('window_own')}</span>}
      </summary>
      <p className={classes.note}>{t('window_note')}</p>
      <div ref={choice} className={classes.formRow}>
        <label htmlFor={`${id}-can`}>{t('window_can')}</label>
        <ChoiceInput
          id={`${id}-can`}
          className={classes.input}
          value={figures === null ? 'no' : 'yes'}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: labels[value] }))}
          onSave={(value) =>
            void keep(
              value === 'no' ? null : (figuresOf(shipped?.scheduler) ?? {}),
              null,
              labels[value === 'no' ? 'no' : 'yes'],
            )
          }
        />
      </div>
      {figures !== null &&
        windowFields.map((field) => (
          <Figure
            key={field}
            field={field}
            value={figures[field]}
            shipped={shipped?.scheduler?.[field]}
            fault={fault?.at === field ? fault.said : null}
            onSave={(text) => set(field, text)}
          />
        ))}
      {fault?.at === null && (
        <p className={classes.fault} role="alert">
          {fault.said}
        </p>
      )}
      <p className={classes.note}>
        {isOwn && `${t('window_team')} `}
        <Shipped shipped={shipped} />
      </p>
      {isOwn && (
        <Button
          className={classes.back}
          onClick={() => {
            // The button goes with the team's figures; the choice above them takes the focus.
            choice.current?.querySelector<HTMLElement>('select, input')?.focus();
            setFault(null);
            void save({ [SCHEDULER_KEY]: null });
          }}
        >
          {t('window_reset')}
        </Button>
      )}
    </details>
  );
}

/** One figure, saved when it is left; what cannot be meant is refused under it, in words. */
function Figure({
  field,
  value,
  shipped,
  fault,
  onSave,
}: {
  readonly field: WindowField;
  readonly value: number | undefined;
  readonly shipped: number | undefined;
  readonly fault: string | null;
  readonly onSave: (text: string) => void;
}) {
  const t = useWords(rulePackWords);
  const id = useId();
  const draft = useDraft({ value: value === undefined ? '' : String(value), when: 'leaving', onCommit: onSave });
  return (
    <div className={classes.formRow}>
      <label htmlFor={id}>{t(`window.${field}`)}</label>
      <div>
        <span className={classes.figure}>
          <input
            id={id}
            className={classes.input}
            type="text"
            inputMode="numeric"
            maxLength={9}
            placeholder={t('window_none')}
            aria-invalid={fault !== null || undefined}
            aria-describedby={fault === null ? undefined : `${id}-fault`}
            data-own={value !== shipped || undefined}
            {...draft}
          />
          {t(`unit.${field}`)}
        </span>
        {fault !== null && (
          <p id={`${id}-fault`} className={classes.fault} role="alert">
            {fault}
          </p>
        )}
      </div>
    </div>
  );
}

/** Figures in words: `至少提前 60 分钟，最多提前 14 天`. */
function useSaid(): (figures: TeamScheduler) => string {
  const c = useWords(cadenceWords);
  const lang = useLang();
  return ({ leastMinutes, mostDays, perDay }) =>
    [
      ...(leastMinutes === undefined ? [] : [c('windows.least', { minutes: leastMinutes })]),
      ...(mostDays === undefined ? [] : [c('windows.most', { days: mostDays })]),
      ...(perDay === undefined ? [] : [c('windows.perDay', { count: perDay })]),
    ].join(lang === 'zh' ? '，' : ', ') || c('windows.any');
}

/** The default in words, with where it is known from and when that was checked. */
function Shipped({ shipped }: { readonly shipped: PlatformPack | undefined }) {
  const t = useWords(rulePackWords);
  const lang = useLang();
  const say = useSaid();
  const figures = figuresOf(shipped?.scheduler);
  if (shipped === undefined || figures === null) return t('window_shipped', { said: t('window_unknown') });
  const source = (shipped.scheduler?.sources ?? []).map((one) => shipped.sources[one]?.ref ?? one).join('; ');
  const day = sayDate(lang, shipped.checkedOn as WallDate);
  return (
    <>
      {t('window_shipped', { said: say(figures) })} · {t('window_source', { source, day })}
    </>
  );
}
