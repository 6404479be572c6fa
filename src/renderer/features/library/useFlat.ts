import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { anyPicked } from '../../state/picked';
import { useStudio } from '../../state/StudioProvider';
import { useWindowing, type Window } from '../../ui/useWindowing';
import { clearSelection, type Desk, libraryOf, putCursor, selectRange, toggle } from './desk';
import { useFollow } from './useFollow';
import { type Pieces, usePieces } from './usePieces';

/** What the bar of the selection may cover at the bottom, in pixels. */
export const FOOT = 64;

/** List and cards: places one after another, `columns` to a row of equal height. */
export type Flat = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly grid: RefObject<HTMLElement | null>;
  /** Places to draw. */
  readonly seen: Window;
  readonly pieces: Pieces;
  readonly rowCount: number;
  /** DOM id of the piece under the cursor, while it is drawn. */
  readonly active: string | undefined;
  readonly press: (event: React.KeyboardEvent) => void;
  readonly click: (event: React.MouseEvent) => void;
  readonly menu: (event: React.MouseEvent) => void;
};

export function useFlat(desk: Desk, rowHeight: number, columns: number, head = 0): Flat {
  const { filter, cursor } = useStudio((state) => state.library);
  const [count, setCount] = useState(0);
  const [start] = useState(() => libraryOf(desk).scroll[0] ?? 0);
  const rowCount = Math.ceil(count / columns);
  const { ref, window: rows, show: showRow } = useWindowing(rowCount, rowHeight, { start, head, foot: FOOT });
  const seen = { first: rows.first * columns, last: Math.min(count, rows.last * columns) };
  const pieces = usePieces(filter, { first: seen.first, last: Math.max(seen.last, seen.first + 1) });
  if (pieces.total !== count) setCount(pieces.total);
  const grid = useRef<HTMLElement>(null);
  const show = useCallback((index: number) => showRow(Math.floor(index / columns)), [showRow, columns]);
  useFollow(desk, filter, 0, pieces, show);

  // Keys must find what is on screen at that moment.
  const latest = useRef(pieces);
  useLayoutEffect(() => {
    latest.current = pieces;
  });
  useEffect(() => {
    const element = ref.current;
    const handle = {
      focus: () => grid.current?.focus(),
      here: () => latest.current.rows.get(libraryOf(desk).cursor.index) ?? null,
      known: () => latest.current.rows.values(),
    };
    desk.layout = handle;
    return () => {
      if (desk.layout === handle) desk.layout = null;
      desk.studio.getState().setLibrary({ scroll: [element?.scrollTop ?? 0] });
    };
  }, [desk, ref]);

  const idAt = (index: number): string | undefined => latest.current.rows.get(index)?.id;
  const at = (index: number) => ({ column: 0, index, id: idAt(index) ?? null });
  const move = (to: number, range: boolean): void => {
    const index = Math.max(0, Math.min(pieces.total - 1, to));
    if (range) void selectRange(desk, filter, at(index), idAt);
    else putCursor(desk, at(index));
    show(index);
  };

  const press = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const screenful = Math.max(1, Math.floor(((ref.current?.clientHeight ?? rowHeight) - head) / rowHeight)) * columns;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: columns,
      ArrowUp: -columns,
      j: 1,
      k: -1,
      PageDown: screenful,
      PageUp: -screenful,
      Home: -pieces.total,
      End: pieces.total,
      ...(columns > 1 ? { ArrowRight: 1, ArrowLeft: -1 } : {}),
    };
    const step = steps[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const { cursor } = libraryOf(desk);
    const here = pieces.rows.get(cursor.index);
    if (step !== undefined) move(cursor.index + step, event.shiftKey);
    else if (event.key === 'Enter' && here !== undefined) desk.studio.getState().openPiece(here.id);
    else if (event.key === ' ') toggle(desk, at(cursor.index));
    else if (event.key === 'Escape' && anyPicked(libraryOf(desk).picked)) clearSelection(desk);
    else if (opensMenu(event) && here !== undefined) {
      const box = document.getElementById(domId(here.id))?.getBoundingClientRect();
      desk.showMenu({ piece: here, x: (box?.left ?? 0) + 40, y: (box?.top ?? 0) + 28 });
    } else return;
    event.preventDefault();
  };

  /** Pieces are many; their clicks are heard once, here. */
  const click = (event: React.MouseEvent): void => {
    const index = placeOf(event);
    const id = index === null ? undefined : idAt(index);
    if (index === null || id === undefined) return;
    if (event.shiftKey) void selectRange(desk, filter, at(index), idAt);
    else if (event.ctrlKey || event.metaKey || hit(event, 'check')) toggle(desk, at(index));
    else {
      putCursor(desk, at(index));
      const piece = pieces.rows.get(index);
      if (hit(event, 'more') && piece !== undefined) desk.showMenu({ piece, x: event.clientX, y: event.clientY });
      else if (hit(event, 'open') || event.detail === 2) desk.studio.getState().openPiece(id);
    }
  };
  const menu = (event: React.MouseEvent): void => {
    const index = placeOf(event);
    const piece = index === null ? undefined : pieces.rows.get(index);
    if (index === null || piece === undefined) return;
    event.preventDefault();
    putCursor(desk, at(index));
    desk.showMenu({ piece, x: event.clientX, y: event.clientY });
  };

  const id = pieces.rows.get(cursor.index)?.id;
  const drawn = cursor.index >= seen.first && cursor.index < seen.last;
  return {
    scroller: ref,
    grid,
    seen,
    pieces,
    rowCount,
    active: drawn && id !== undefined ? domId(id) : undefined,
    press,
    click,
    menu,
  };
}

export const domId = (pieceId: string): string => `piece-${pieceId}`;

export const opensMenu = (event: React.KeyboardEvent): boolean =>
  event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');

/** The place a pointer event happened in, by the `data-index` of what is drawn there. */
export function placeOf({ target }: { readonly target: EventTarget | null }): number | null {
  const index = target instanceof Element ? target.closest<HTMLElement>('[data-index]')?.dataset.index : undefined;
  return index === undefined ? null : Number(index);
}

/** Whether the pointer was on a part of the piece that does something of its own: its box, its title, its dots. */
export const hit = ({ target }: { readonly target: EventTarget | null }, part: 'check' | 'open' | 'more'): boolean =>
  target instanceof Element && target.closest(`[data-part="${part}"]`) !== null;
