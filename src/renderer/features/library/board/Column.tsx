import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PieceCard } from '../../../../contract';
import type { PieceState } from '../../../../core/model/records';
import { boardWords } from '../../../../core/words/board';
import { sayState } from '../../../../core/words/kinds';
import { anyPicked, isPicked } from '../../../state/picked';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { StateMark } from '../../../ui/StateMark';
import { useWindowing } from '../../../ui/useWindowing';
import { type Desk, libraryOf } from '../desk';
import { domId, FOOT } from '../useFlat';
import { useFollow } from '../useFollow';
import { usePieces } from '../usePieces';
import classes from './Board.module.css';
import { columnFilter } from './board';
import { dropColumn } from './carry';
import { Slip } from './Slip';

/** Height of a slip with its gap, in pixels. */
export const SLIP = 104;

/** What the board asks of a column. */
export type ColumnHandle = {
  readonly focus: () => void;
  readonly show: (index: number) => void;
  readonly at: (index: number) => PieceCard | null;
  readonly total: () => number;
  /** Slips that fit at once. */
  readonly screenful: () => number;
  readonly known: () => Iterable<PieceCard>;
};

/** The pieces of one state, newest first, only those in sight drawn. */
export function Column({
  ref,
  desk,
  state,
  column,
  current,
  aimed,
  onTotal,
}: {
  readonly ref: Ref<ColumnHandle>;
  readonly desk: Desk;
  readonly state: PieceState;
  readonly column: number;
  /** Has the cursor. */
  readonly current: boolean;
  /** Pieces carried by keys would land here. */
  readonly aimed: boolean;
  readonly onTotal: (state: PieceState, total: number) => void;
}) {
  const b = useWords(boardWords);
  const lang = useLang();
  const { filter: whole, cursor, picked } = useStudio((studio) => studio.library);
  const filter = useMemo(() => columnFilter(whole, state), [whole, state]);
  const [count, setCount] = useState(0);
  const [start] = useState(() => libraryOf(desk).scroll[column] ?? 0);
  const {
    ref: scroller,
    window: seen,
    show,
  } = useWindowing(count, SLIP, { start, foot: anyPicked(picked) ? FOOT : 0 });
  const pieces = usePieces(filter, seen);
  if (pieces.total !== count) setCount(pieces.total);
  useFollow(desk, filter, column, pieces, show);
  const list = useRef<HTMLDivElement>(null);
  const outer = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);

  // Keys must find what is on screen at that moment.
  const latest = useRef(pieces);
  useLayoutEffect(() => {
    latest.current = pieces;
  });
  useImperativeHandle(
    ref,
    () => ({
      focus: () => list.current?.focus(),
      show,
      at: (index) => latest.current.rows.get(index) ?? null,
      total: () => latest.current.total,
      screenful: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? SLIP) / SLIP)),
      known: () => latest.current.rows.values(),
    }),
    [show, scroller],
  );
  useEffect(() => {
    const element = scroller.current;
    return () => {
      const { library, setLibrary } = desk.studio.getState();
      const scroll = [...library.scroll];
      scroll[column] = element?.scrollTop ?? 0;
      setLibrary({ scroll: Array.from(scroll, (one) => one ?? 0) });
    };
  }, [desk, scroller, column]);
  useEffect(() => (outer.current === null ? undefined : dropColumn(outer.current, state, setOver)), [state]);
  useEffect(() => {
    if (!pieces.waiting) onTotal(state, pieces.total);
  }, [onTotal, state, pieces.waiting, pieces.total]);

  const name = sayState(lang, state);
  const drawn = current && cursor.index >= seen.first && cursor.index < seen.last;
  const activeId = drawn ? pieces.rows.get(cursor.index)?.id : undefined;
  const places = Array.from({ length: Math.max(0, seen.last - seen.first) }, (_, step) => seen.first + step);
  const label = b(pieces.exact ? 'board.column' : 'board.column_about', { state: name, count: pieces.total });
  const shownCount = b(pieces.exact ? 'board.count' : 'board.count_about', { count: pieces.total });
  return (
    <section
      ref={outer}
      className={classes.column}
      data-over={over || aimed || undefined}
      data-column={column}
      aria-label={label}
    >
      <h2 className={classes.head}>
        <StateMark state={state === 'archived' ? 'skipped' : state} />
        {name}
        <span className={classes.count}>{pieces.waiting ? '' : shownCount}</span>
      </h2>
      <div ref={scroller} className={classes.scroll} data-selecting={anyPicked(picked) || undefined}>
        {pieces.total === 0 && !pieces.waiting && (
          <p className={classes.none}>{b('board.empty_quiet', { state: name })}</p>
        )}
        <div
          ref={list}
          className={classes.slips}
          style={{ height: Math.max(1, pieces.total) * SLIP }}
          role="listbox"
          tabIndex={current ? 0 : -1}
          aria-multiselectable
          aria-label={label}
          aria-activedescendant={activeId === undefined ? undefined : domId(activeId)}
        >
          {places.map((index) => {
            const piece = pieces.rows.get(index);
            return piece === undefined ? (
              <div key={`slip ${index}`} className={classes.slip} style={{ top: index * SLIP }} role="presentation" />
            ) : (
              <Slip
                key={piece.id}
                desk={desk}
                piece={piece}
                index={index}
                total={pieces.total}
                top={index * SLIP}
                here={current && index === cursor.index}
                selected={isPicked(picked, piece.id)}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}
