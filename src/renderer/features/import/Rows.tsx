import { useEffect, useState } from 'react';
import type { ImportCard, ImportState } from '../../../contract';
import type { Verdict } from '../../../core/importing/model';
import type { Wish } from '../../../core/importing/take';
import { importWords, verdictWords, wishWords } from '../../../core/words/importScreen';
import { useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { useArrowsEnter } from '../../ui/useArrowsEnter';
import { useWindowing } from '../../ui/useWindowing';
import classes from './Import.module.css';
import { optionsFor, type Wishes, wishOf } from './importView';
import { useRows } from './useRows';

const ROW = 44;

/** The candidates in one list, windowed. Arrows move, Space takes a row or leaves it. */
export function Rows({
  state,
  verdict,
  wishes,
  onCard,
  onWish,
}: {
  readonly state: ImportState;
  readonly verdict: Verdict | null;
  readonly wishes: Wishes;
  readonly onCard: (card: ImportCard | null) => void;
  readonly onWish: (card: ImportCard, wish: Wish) => void;
}) {
  const t = useWords(importWords);
  const total = verdict === null ? state.totals.rows : state.totals[verdict];
  const { ref, window: seen, show } = useWindowing(total, ROW);
  const rows = useRows(state.job, state.reading, verdict, seen);
  const [place, setCursor] = useState(0);
  const cursor = Math.max(0, Math.min(place, total - 1));
  const here = rows.get(cursor) ?? null;
  // While pages are on their way the row seen last stays, and with it whoever is choosing something about it.
  useEffect(() => {
    if (here !== null || total === 0) onCard(here);
  }, [here, total, onCard]);
  // Most of the work is in the rows: they take over from the button that chose the files.
  useArrowsEnter('main [role="listbox"]');
  if (total === 0)
    return (
      <div className={classes.rows}>
        <Empty text={t('rows.none')} />
      </div>
    );

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(total - 1, to));
    setCursor(next);
    show(next);
  };
  const flip = (card: ImportCard): void => {
    if (card.verdict === 'refused') return;
    const options = optionsFor(card.verdict, card.existingId !== null);
    const now = options.indexOf(wishOf(wishes, card));
    onWish(card, options[(now + 1) % options.length] ?? 'skip');
  };
  const press = (event: React.KeyboardEvent): void => {
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
    if (to !== undefined) move(to);
    else if (event.key === ' ' && here !== null) flip(here);
    else return;
    event.preventDefault();
  };
  const click = ({ target }: React.MouseEvent): void => {
    const at = Number((target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset.at ?? Number.NaN);
    const card = rows.get(at);
    if (card === undefined) return;
    setCursor(at);
    if ((target as HTMLElement).dataset.box !== undefined) flip(card);
  };
  return (
    <div
      ref={ref}
      className={classes.rows}
      role="listbox"
      aria-label={t('rows.label')}
      aria-multiselectable="true"
      aria-activedescendant={here === null ? undefined : `import-${cursor}`}
      tabIndex={0}
      onKeyDown={press}
      onClick={click}
    >
      <div role="presentation" style={{ height: total * ROW, position: 'relative' }}>
        {Array.from({ length: seen.last - seen.first }, (_, offset) => {
          const at = seen.first + offset;
          const card = rows.get(at);
          return card === undefined ? null : (
            <RowView key={at} at={at} card={card} isHere={at === cursor} wish={wishOf(wishes, card)} />
          );
        })}
      </div>
    </div>
  );
}

function RowView({
  at,
  card,
  isHere,
  wish,
}: {
  readonly at: number;
  readonly card: ImportCard;
  readonly isHere: boolean;
  readonly wish: Wish;
}) {
  const t = useWords(importWords);
  const v = useWords(verdictWords);
  const w = useWords(wishWords);
  const { verdict, title, source, excerpt, messages } = card;
  return (
    <div
      {...asOption(at, wish !== 'skip')}
      className={classes.row}
      style={{ top: at * ROW, height: ROW }}
      data-here={isHere || undefined}
      data-skip={wish === 'skip' || undefined}
    >
      <span className={classes.box} data-on={wish !== 'skip' || undefined} data-box aria-hidden="true" />
      <span className={classes.words}>
        <b>{title === '' ? source.file : title}</b>
        <span className={classes.quiet}>
          {placeOf(card)} {excerpt}
        </span>
      </span>
      {messages.length > 0 && <span className={classes.quiet}>{t('row.messages', { count: messages.length })}</span>}
      {verdict !== 'refused' && verdict !== 'new' && <span className={classes.quiet}>{w(wish)}</span>}
      <span className={classes.verdict} data-verdict={verdict}>
        {v(verdict)}
      </span>
    </div>
  );
}

/** The list holds the focus and names the row that is meant. */
const asOption = (at: number, isTaken: boolean) =>
  ({ id: `import-${at}`, role: 'option', 'aria-selected': isTaken, 'data-at': at }) as const;

const placeOf = ({ source }: ImportCard): string =>
  source.line === null ? source.path : `${source.path}:${source.line}`;
