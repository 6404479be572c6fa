import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReadSentence } from '../../../core/adapt/reading';
import { readText } from '../../../core/adapt/reading';
import { stepWords } from '../../../core/words/adapt';
import { sayUnit } from '../../../core/words/platforms';
import { reviewWords } from '../../../core/words/review';
import { say } from '../../../core/words/say';
import type { Outcome } from '../../state/adapting/adaptTask';
import { useLang, useWords } from '../../state/StudioProvider';
import { headlineCounts } from '../../ui/adapted/cardFields';
import { htmlLang } from '../../ui/adapted/names';
import { DiffText } from '../../ui/DiffText';
import { Segments } from '../../ui/Segments';
import { Kept } from './Kept';
import classes from './Review.module.css';
import trace from './Trace.module.css';
import { Entry } from './TraceEntry';
import { placeOfEntry, sayStep, stepsOf, type TraceStep } from './traceSteps';

export type TraceView = 'steps' | 'diff';

/** What was done to the source for this version: the recipe's steps with every removal, or both texts as a difference. */
export function TracePane({
  outcome,
  sentences,
  size,
  view,
  onView,
  selected,
  onSelect,
  onKeep,
}: {
  readonly outcome: Outcome;
  readonly sentences: readonly ReadSentence[];
  readonly size: number;
  readonly view: TraceView;
  readonly onView: (view: TraceView) => void;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onKeep: (sentence: string, keep: boolean) => void;
}) {
  const t = useWords(reviewWords);
  const lang = useLang();
  const { adapted } = outcome;
  const steps = stepsOf(adapted.trace);
  const [count] = headlineCounts(adapted.counts).toReversed();
  return (
    <section className={classes.pane} data-pane="trace" aria-label={t('trace.title')}>
      <header className={classes.paneHead}>
        <h2>{t('trace.title')}</h2>
        <span className={classes.quiet}>
          {count !== undefined &&
            t('trace.summary', {
              unit: sayUnit(lang, count.unit),
              from: size.toLocaleString('en-US'),
              to: count.value.toLocaleString('en-US'),
              all: steps.length,
              changed: steps.filter(({ entries }) => entries.length > 0).length,
            })}
        </span>
        <Segments
          label={t('trace.view')}
          value={view}
          options={[
            { value: 'steps', label: t('trace.steps') },
            { value: 'diff', label: t('trace.diff') },
          ]}
          onChange={onView}
        />
      </header>
      {view === 'diff' ? (
        <Differences outcome={outcome} before={readText(sentences)} />
      ) : (
        <div className={classes.scroll}>
          <Kept outcome={outcome} sentences={sentences} onKeep={onKeep} />
          <ol className={trace.steps}>
            {steps.map((step) => (
              <Step
                key={step.step}
                step={step}
                outcome={outcome}
                selected={selected}
                onSelect={onSelect}
                onKeep={onKeep}
              />
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

/** One step of the recipe. Removals of the text are what one came here to see: such a step stands open. */
function Step({
  step,
  outcome,
  selected,
  onSelect,
  onKeep,
}: {
  readonly step: TraceStep;
  readonly outcome: Outcome;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onKeep: (sentence: string, keep: boolean) => void;
}) {
  const t = useWords(reviewWords);
  const lang = useLang();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const { entries, number } = step;
  const name = say(stepWords, lang, step.step);
  const holds = selected !== null && entries.some((entry) => placeOfEntry(entry) === selected);
  if (entries.length === 0)
    return (
      <li className={trace.step} data-quiet>
        <span className={trace.head}>
          <span className={trace.number}>{number}</span>
          <span className={trace.name}>{name}</span>
          <span className={trace.did} />
          <span className={trace.effect}>{t('trace.none')}</span>
        </span>
      </li>
    );
  const open = chosen ?? entries.some(({ action, block }) => action === 'removed' && block !== null);
  const isOpen = open || holds;
  return (
    <li className={trace.step} data-open={isOpen || undefined}>
      <button type="button" className={trace.head} aria-expanded={isOpen} onClick={() => setChosen(!isOpen)}>
        <span className={trace.number}>{number}</span>
        <span className={trace.name}>{name}</span>
        <span className={trace.did}>{sayStep(lang, step)}</span>
        <span className={trace.effect}>{t('trace.times', { count: entries.length })}</span>
        <IconChevronRight size={13} stroke={1.6} className={trace.chevron} aria-hidden="true" />
      </button>
      {isOpen && (
        <ul className={trace.entries}>
          {entries.map(({ key, ...entry }) => (
            <Entry
              key={key}
              entry={entry}
              outcome={outcome}
              selected={selected !== null && placeOfEntry(entry) === selected}
              onSelect={onSelect}
              onKeep={onKeep}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function Differences({ outcome, before }: { readonly outcome: Outcome; readonly before: string }) {
  const t = useWords(reviewWords);
  const { body, parts } = outcome.adapted;
  const after = parts.length > 1 ? parts.join('\n\n') : body;
  return (
    <div className={classes.scroll}>
      <p className={classes.note}>{t(before === after ? 'trace.same' : 'trace.diff_note')}</p>
      <p className={trace.diff} lang={htmlLang(outcome.source.lang)} data-selectable>
        <DiffText before={before} after={after} />
      </p>
    </div>
  );
}
