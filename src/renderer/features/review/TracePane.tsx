import { IconChevronRight, IconCornerDownRight, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { keptSentences } from '../../../core/adapt/keep';
import type { ReadSentence } from '../../../core/adapt/reading';
import { readText } from '../../../core/adapt/reading';
import type { StepId, TraceEntry } from '../../../core/adapt/types';
import { actionWords, stepWords, traceWords } from '../../../core/words/adapt';
import { sayUnit } from '../../../core/words/platforms';
import { reviewWords } from '../../../core/words/review';
import { say } from '../../../core/words/say';
import { sayOver, sayWeight } from '../../../core/words/weights';
import type { Outcome } from '../../state/adapting/adaptTask';
import { useLang, useWords } from '../../state/StudioProvider';
import { headlineCounts } from '../../ui/adapted/cardFields';
import { htmlLang } from '../../ui/adapted/names';
import { Keys } from '../../ui/Keys';
import { Segments } from '../../ui/Segments';
import { DiffText } from './DiffText';
import classes from './Review.module.css';
import trace from './Trace.module.css';
import { canKeep, placeOfEntry, sayStep, stepsOf, type TraceStep } from './traceSteps';

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

/** Steps whose removals one came here to see stand open. */
const opened: ReadonlySet<StepId> = new Set<StepId>(['blocks', 'fit']);

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
  const [open, setOpen] = useState(opened.has(step.step));
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
  const isOpen = open || holds;
  return (
    <li className={trace.step} data-open={isOpen || undefined}>
      <button
        type="button"
        className={trace.head}
        aria-expanded={isOpen}
        aria-label={t('trace.show', { step: name })}
        onClick={() => setOpen(!isOpen)}
      >
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

function Entry({
  entry,
  outcome,
  selected,
  onSelect,
  onKeep,
}: {
  readonly entry: TraceEntry;
  readonly outcome: Outcome;
  readonly selected: boolean;
  readonly onSelect: (key: string) => void;
  readonly onKeep: (sentence: string, keep: boolean) => void;
}) {
  const t = useWords(reviewWords);
  const lang = useLang();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const { before, after, action, reason, weight, over } = entry;
  const place = placeOfEntry(entry);
  return (
    <li ref={card} className={trace.card} data-selected={selected || undefined} data-action={action}>
      <Words place={place} lang={htmlLang(outcome.source.lang)} onSelect={onSelect}>
        {before !== '' && after !== '' ? <DiffText before={before} after={after} /> : before || after}
      </Words>
      {selected && weight !== undefined && <p className={trace.score}>{sayWeight(lang, entry)}</p>}
      <div className={trace.why}>
        <span>
          {action === 'removed' || action === 'kept' ? '' : `${say(actionWords, lang, action)} · `}
          {say(traceWords, lang, reason)}
        </span>
        {weight !== undefined && (
          <span className={trace.weight} title={sayWeight(lang, entry)}>
            {over === undefined ? t('trace.weight', { weight }) : sayOver(lang, over)}
          </span>
        )}
        {canKeep(entry) && (
          <button
            type="button"
            className={trace.keep}
            aria-label={t('trace.keep_label', { sentence: before })}
            onClick={() => onKeep(before, true)}
          >
            <IconCornerDownRight size={14} stroke={1.6} aria-hidden="true" />
            {t('trace.keep')}
            {selected && <Keys keys="k" />}
          </button>
        )}
      </div>
    </li>
  );
}

/** The words of an entry; about one sentence of the source, they light it up everywhere. */
function Words({
  place,
  lang,
  onSelect,
  children,
}: {
  readonly place: string | null;
  readonly lang: string;
  readonly onSelect: (key: string) => void;
  readonly children: ReactNode;
}) {
  if (place === null)
    return (
      <p className={trace.words} lang={lang}>
        {children}
      </p>
    );
  return (
    <button type="button" className={trace.words} lang={lang} onClick={() => onSelect(place)}>
      {children}
    </button>
  );
}

/** Sentences a person keeps in this version, whatever has to go for space. */
function Kept({
  outcome,
  sentences,
  onKeep,
}: {
  readonly outcome: Outcome;
  readonly sentences: readonly ReadSentence[];
  readonly onKeep: (sentence: string, keep: boolean) => void;
}) {
  const t = useWords(reviewWords);
  const kept = keptSentences(outcome.task.variant);
  if (kept.length === 0) return null;
  const here = new Set(sentences.map(({ text }) => text));
  return (
    <div className={trace.kept}>
      <h3>{t('trace.kept_title')}</h3>
      <ul className={trace.entries}>
        {kept.map((sentence) => (
          <li key={sentence} className={trace.card} data-action="kept">
            <p className={trace.words} lang={htmlLang(outcome.source.lang)}>
              {sentence}
            </p>
            <div className={trace.why}>
              <span>{here.has(sentence) ? '' : t('trace.kept_gone')}</span>
              <button
                type="button"
                className={trace.keep}
                aria-label={t('trace.let_go_label', { sentence })}
                onClick={() => onKeep(sentence, false)}
              >
                <IconX size={14} stroke={1.6} aria-hidden="true" />
                {t('trace.let_go')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </div>
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
