import { type KeyboardEvent, type MouseEvent, useEffect, useState } from 'react';
import type { ComparedCard, MergeAuthor } from '../../../contract';
import { sayField } from '../../../core/words/keptFields';
import { compareGroupWords, receivedPlanWords } from '../../../core/words/receivedPlan';
import { sayRecordType } from '../../../core/words/recordTypes';
import { useLang, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { useWho } from '../../ui/people/useWho';
import { useArrowsEnter } from '../../ui/useArrowsEnter';
import { isFocusLost } from '../../ui/useLostFocus';
import { useWindowing } from '../../ui/useWindowing';
import type { Shown } from './DryRun';
import classes from './Merge.module.css';
import { useCards } from './useCards';

const ROW = 46;

/** Every record that would change, in one list, windowed. Arrows walk it; what stands at the right follows. */
export function ComparedRows({
  job,
  shown,
  total,
  authors,
  onCard,
}: {
  readonly job: string;
  readonly authors: readonly MergeAuthor[];
  readonly shown: Shown;
  readonly total: number;
  readonly onCard: (card: ComparedCard | null) => void;
}) {
  const t = useWords(receivedPlanWords);
  const { ref, window: seen, show } = useWindowing(total, ROW);
  const cards = useCards(job, shown, seen);
  const [cursor, setCursor] = useState(0);
  const here = cards.get(cursor) ?? null;
  useEffect(() => {
    if (here !== null || total === 0) onCard(here);
  }, [here, total, onCard]);
  const who = useWho(authors);
  useArrowsEnter('main [role="listbox"]');
  // What a file was opened with is gone by now: the list is what is read next.
  useEffect(() => {
    if (isFocusLost()) ref.current?.focus();
  }, [ref]);
  if (total === 0)
    return (
      <div className={classes.rows}>
        <Empty text={t('list.none')} />
      </div>
    );
  const press = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((ref.current?.clientHeight ?? ROW) / ROW) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: total - 1,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(total - 1, to));
    setCursor(next);
    show(next);
  };
  const click = ({ target }: MouseEvent): void => {
    const at = Number((target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset.at ?? Number.NaN);
    if (cards.has(at)) setCursor(at);
  };
  return (
    <div
      ref={ref}
      className={classes.rows}
      role="listbox"
      aria-label={t('list.label')}
      aria-activedescendant={here === null ? undefined : `compared-${cursor}`}
      tabIndex={0}
      data-focus-home=""
      onKeyDown={press}
      onClick={click}
    >
      <div role="presentation" style={{ height: total * ROW, position: 'relative' }}>
        {Array.from({ length: seen.last - seen.first }, (_, offset) => {
          const at = seen.first + offset;
          const card = cards.get(at);
          return card === undefined ? null : <Row key={at} at={at} card={card} isHere={at === cursor} who={who} />;
        })}
      </div>
    </div>
  );
}

function Row({
  at,
  card,
  isHere,
  who,
}: {
  readonly at: number;
  readonly card: ComparedCard;
  readonly isHere: boolean;
  readonly who: ReturnType<typeof useWho>;
}) {
  const t = useWords(receivedPlanWords);
  const g = useWords(compareGroupWords);
  const lang = useLang();
  const comma = lang === 'zh' ? '、' : ', ';
  const changes = [
    ...new Set(
      [...card.fields.map(({ register }) => register), ...card.sets.map(({ set }) => set)].map((field) =>
        sayField(lang, field),
      ),
    ),
    ...(card.body === null || card.life?.fate === 'added' ? [] : [t(bodyWord[card.body])]),
  ];
  const about = [sayRecordType(lang, card.type), card.where, changes.join(comma)].filter((part) => part !== '');
  const by = [...new Set(card.by.map(({ node }) => who(node)))].join(comma);
  return (
    <div
      {...asOption(at, isHere)}
      className={classes.row}
      style={{ top: at * ROW, height: ROW }}
      data-here={isHere || undefined}
    >
      <span className={classes.words}>
        <b>{card.name === '' ? t('row.untitled') : card.name}</b>
        <span className={classes.quiet}>{about.join(' · ')}</span>
      </span>
      <span className={classes.quiet}>{by}</span>
      <span className={classes.group} data-group={card.group}>
        {g(card.group)}
      </span>
    </div>
  );
}

const bodyWord = { taken: 'row.text', merged: 'row.text_merged', both: 'row.text_both' } as const;

/** The list holds the focus and names the row that is meant. */
const asOption = (at: number, isHere: boolean) =>
  ({ id: `compared-${at}`, role: 'option', 'aria-selected': isHere, 'data-at': at }) as const;
