import { IconCornerDownRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { canKeep } from '../../../core/adapt/keep';
import type { TraceEntry } from '../../../core/adapt/types';
import { actionWords, traceWords } from '../../../core/words/adapt';
import { sayInstead } from '../../../core/words/keepInstead';
import { reviewWords } from '../../../core/words/review';
import { say } from '../../../core/words/say';
import { versionWords } from '../../../core/words/versions';
import { sayOver, sayWeight } from '../../../core/words/weights';
import type { Outcome } from '../../state/adapting/adaptTask';
import { useLang, useWords } from '../../state/StudioProvider';
import { htmlLang } from '../../ui/adapted/names';
import { DiffText } from '../../ui/DiffText';
import { Keys } from '../../ui/Keys';
import classes from './Review.module.css';
import trace from './Trace.module.css';
import { placeOfEntry } from './traceSteps';

/** One thing a step did: its words as a difference, why, what it weighed, and how to take it back. */
export function Entry({
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
  const { before, action, reason, weight, over } = entry;
  const instead = sayInstead(lang, entry);
  return (
    <li ref={card} className={trace.card} data-selected={selected || undefined} data-action={action}>
      <Words place={placeOfEntry(entry)} lang={htmlLang(outcome.source.lang)} onSelect={onSelect}>
        <Shown entry={entry} />
      </Words>
      {selected && weight !== undefined && <p className={trace.score}>{sayWeight(lang, entry)}</p>}
      <div className={trace.why}>
        <span>
          {action === 'removed' || action === 'kept' ? '' : `${say(actionWords, lang, action)} · `}
          {say(traceWords, lang, reason)}
          {instead !== '' && <span className={trace.instead}> {instead}</span>}
        </span>
        {weight !== undefined && (
          <span className={trace.weight} title={sayWeight(lang, entry)}>
            {over === undefined ? t('trace.weight', { weight }) : sayOver(lang, over)}
          </span>
        )}
        {canKeep(entry) && (
          <button type="button" className={trace.keep} onClick={() => onKeep(before, true)}>
            <IconCornerDownRight size={14} stroke={1.6} aria-hidden="true" />
            {t(`trace.${takes(entry)}`)}
            <span className="visually-hidden">{before}</span>
            {selected && <Keys keys="k" />}
          </button>
        )}
      </div>
    </li>
  );
}

/** What the button keeps. */
const takes = ({ step, reason }: TraceEntry): 'keep' | 'keep_title' | 'keep_link' | 'keep_tag' | 'keep_image' => {
  if (reason === 'no_title_here') return 'keep_title';
  if (step === 'tags') return 'keep_tag';
  if (step === 'media') return 'keep_image';
  return step === 'links' ? 'keep_link' : 'keep';
};

/** Both texts as a difference; what was only added or only removed as it is. */
function Shown({ entry: { before, after, action, field } }: { readonly entry: TraceEntry }) {
  const t = useWords(reviewWords);
  const e = useWords(versionWords);
  if (action === 'split') return t('trace.split', { count: Number(after) });
  const words = before !== '' && after !== '' ? <DiffText before={before} after={after} /> : before || after;
  if (field === undefined) return words;
  return (
    <>
      <span className={classes.badge}>{e(`field.${field}`)}</span>
      {words}
    </>
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
