import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BulkTarget } from '../../../../contract';
import type { PieceState } from '../../../../core/model/records';
import { boardWords } from '../../../../core/words/board';
import { sayState } from '../../../../core/words/kinds';
import { anyPicked } from '../../../state/picked';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { doBulk } from '../actions';
import { chosen, clearSelection, countOf, type Desk, libraryOf, putCursor, selectRange, toggle } from '../desk';
import { titleOf } from '../PieceParts';
import { domId, hit, opensMenu, placeOf } from '../useFlat';
import { type Carried, columnFilter, columnsOf, stepTo } from './board';
import type { ColumnHandle } from './Column';
import { hearDrops } from './carry';

export type BoardDesk = {
  readonly states: readonly PieceState[];
  /** The column of the cursor. */
  readonly at: number;
  readonly columns: RefObject<(ColumnHandle | null)[]>;
  readonly carried: Carried | null;
  readonly press: (event: React.KeyboardEvent) => void;
  readonly click: (event: React.MouseEvent) => void;
  readonly menu: (event: React.MouseEvent) => void;
};

/** What the board does with keys, pointer and drops. */
export function useBoard(desk: Desk): BoardDesk {
  const b = useWords(boardWords);
  const lang = useLang();
  const { filter, cursor: shown } = useStudio((state) => state.library);
  const announce = useStudio((state) => state.announce);
  const states = useMemo(() => columnsOf(filter), [filter]);
  const columns = useRef<(ColumnHandle | null)[]>([]);
  const [carried, setCarried] = useState<Carried | null>(null);
  const columnOf = (column: number): number => Math.min(column, states.length - 1);

  const land = useCallback(
    async (target: BulkTarget | null, state: PieceState) => {
      if (!(await doBulk(desk, { kind: 'state', state }, target))) return;
      const column = columnsOf(libraryOf(desk).filter).indexOf(state);
      putCursor(desk, { column, index: 0, id: target?.kind === 'ids' ? (target.ids[0] ?? null) : null });
      columns.current[column]?.focus();
    },
    [desk],
  );
  useEffect(() => hearDrops((target, state) => void land(target, state)), [land]);

  const start = useCallback(() => {
    const { column } = libraryOf(desk).cursor;
    const target = chosen(desk);
    const piece = desk.layout?.here();
    if (target === null || piece == null) return;
    const count = countOf(desk, target);
    setCarried({ target, count, title: titleOf(lang, piece), from: column, to: column });
    announce(b('board.moving', { count, title: titleOf(lang, piece) }));
  }, [desk, lang, announce, b]);

  useEffect(() => {
    const here = () => columns.current[libraryOf(desk).cursor.column]?.at(libraryOf(desk).cursor.index) ?? null;
    const handle = {
      focus: () => columns.current[libraryOf(desk).cursor.column]?.focus(),
      here,
      known: () => columns.current.flatMap((column) => [...(column?.known() ?? [])]),
      startMove: start,
    };
    desk.layout = handle;
    return () => {
      if (desk.layout === handle) desk.layout = null;
    };
  }, [desk, start]);

  const stateAt = (column: number): string => sayState(lang, states[column] ?? 'idea');
  const stepCarried = (now: Carried, event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0) {
      const to = stepTo(now.to, step, states.length);
      setCarried({ ...now, to });
      announce(b(to === now.from ? 'board.stay' : 'board.aim', { state: stateAt(to) }));
    } else if (event.key === 'Enter' || event.key === ' ') {
      setCarried(null);
      const state = states[now.to];
      if (now.to === now.from || state === undefined) announce(b('board.stay', { state: stateAt(now.from) }));
      else void land(now.target, state);
    } else if (event.key === 'Escape') {
      setCarried(null);
      announce(b('board.cancelled', { state: stateAt(now.from) }));
    }
  };
  const goTo = (column: number, index: number, range: boolean): void => {
    const target = columns.current[column];
    if (target == null) return;
    const place = Math.max(0, Math.min(target.total() - 1, index));
    const next = { column, index: place, id: target.at(place)?.id ?? null };
    const state = states[column];
    if (range && column === columnOf(libraryOf(desk).cursor.column) && state !== undefined)
      void selectRange(desk, columnFilter(filter, state), next, (one) => target.at(one)?.id);
    else putCursor(desk, next);
    target.show(place);
    target.focus();
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const { cursor } = libraryOf(desk);
    const at = columnOf(cursor.column);
    const sideways = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const column = columns.current[at];
    const here = column?.at(cursor.index) ?? null;
    const along = stepsOf(column?.screenful() ?? 1, column?.total() ?? 0)[event.key.toLowerCase()];
    if (carried !== null) stepCarried(carried, event);
    else if (event.altKey && sideways !== 0) {
      const state = states[stepTo(at, sideways, states.length)];
      if (state !== undefined && state !== states[at]) void land(chosen(desk), state);
    } else if (event.altKey) return;
    else if (sideways !== 0) goTo(stepTo(at, sideways, states.length), cursor.index, false);
    else if (along !== undefined) goTo(at, cursor.index + along, event.shiftKey);
    else if (here === null) return;
    else if (event.key === 'Enter') desk.studio.getState().openPiece(here.id);
    else if (event.key === ' ') toggle(desk, { column: at, index: cursor.index, id: here.id });
    else if (event.key === 'Escape' && anyPicked(libraryOf(desk).picked)) clearSelection(desk);
    else if (opensMenu(event)) {
      const box = document.getElementById(domId(here.id))?.getBoundingClientRect();
      desk.showMenu({ piece: here, x: (box?.left ?? 0) + 40, y: (box?.top ?? 0) + 28 });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const pointed = (event: React.MouseEvent) => {
    const index = placeOf(event);
    const column = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
    if (index === null || column === null) return null;
    const place = Number(column.dataset.column);
    const piece = columns.current[place]?.at(index) ?? null;
    return piece === null ? null : { piece, cursor: { column: place, index, id: piece.id } };
  };
  const click = (event: React.MouseEvent): void => {
    const on = pointed(event);
    if (on === null) return;
    const state = states[on.cursor.column];
    if (event.shiftKey && state !== undefined)
      void selectRange(
        desk,
        columnFilter(filter, state),
        on.cursor,
        (index) => columns.current[on.cursor.column]?.at(index)?.id,
      );
    else if (event.ctrlKey || event.metaKey || hit(event, 'check')) toggle(desk, on.cursor);
    else {
      putCursor(desk, on.cursor);
      if (hit(event, 'more')) desk.showMenu({ piece: on.piece, x: event.clientX, y: event.clientY });
      else if (hit(event, 'open') || event.detail === 2) desk.studio.getState().openPiece(on.piece.id);
    }
  };
  const menu = (event: React.MouseEvent): void => {
    const on = pointed(event);
    if (on === null) return;
    event.preventDefault();
    putCursor(desk, on.cursor);
    desk.showMenu({ piece: on.piece, x: event.clientX, y: event.clientY });
  };

  return { states, at: columnOf(shown.column), columns, carried, press, click, menu };
}

const stepsOf = (screenful: number, total: number): Readonly<Record<string, number>> => ({
  arrowdown: 1,
  arrowup: -1,
  j: 1,
  k: -1,
  pagedown: screenful,
  pageup: -screenful,
  home: -total,
  end: total,
});
