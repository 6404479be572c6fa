import type { BulkTarget, PieceCard, PieceFilter } from '../../../contract';
import type { Cursor, LibraryView } from '../../state/library';
import { addPicked, anyPicked, countPicked, isPicked, nothingPicked, togglePicked } from '../../state/picked';
import type { Studio } from '../../state/studio';

/** What the layout that stands can tell and do; each layout puts its own here while it is open. */
export type LayoutHandle = {
  readonly focus: () => void;
  /** The piece under the cursor; null while its page is on its way. */
  readonly here: () => PieceCard | null;
  /** Pieces that were read, for their titles and tags. */
  readonly known: () => Iterable<PieceCard>;
  /** Picks pieces up to carry them to another column; only the board has columns. */
  readonly startMove?: () => void;
};

/** Where the menu of a piece stands, in pixels of the window; `piece` is what it acts on when nothing is selected. */
export type MenuPlace = { readonly piece: PieceCard; readonly x: number; readonly y: number };

/** One open library: what toolbar, layouts and menus share. */
export type Desk = {
  readonly studio: Studio;
  layout: LayoutHandle | null;
  /** How many pieces match the filter, as far as the screen was told. */
  total: number;
  /** Opens the menu of a piece. */
  readonly showMenu: (place: MenuPlace | null) => void;
  /** Asks once before pieces are deleted for good. */
  readonly askPurge: (ids: readonly string[]) => void;
  readonly focusSearch: () => void;
  readonly openNew: () => void;
};

export const libraryOf = ({ studio }: Desk): LibraryView => studio.getState().library;

/** Narrows or widens what is listed: back to the first row, with nothing selected. */
export function changeFilter(desk: Desk, part: Partial<PieceFilter>): void {
  const { library, setLibrary } = desk.studio.getState();
  setLibrary({
    filter: { ...library.filter, ...part },
    cursor: { column: 0, index: 0, id: null },
    anchor: null,
    picked: nothingPicked,
    scroll: [],
  });
}

export function putCursor(desk: Desk, cursor: Cursor): void {
  desk.studio.getState().setLibrary({ cursor });
}

/** Adds a piece to the selection or takes it out; the next range starts here. */
export function toggle(desk: Desk, at: Cursor): void {
  if (at.id === null) return;
  desk.studio.getState().setLibrary({ picked: togglePicked(libraryOf(desk).picked, at.id), cursor: at, anchor: at });
}

/** Selects everything between the anchor and a place of the same column. Pages not read yet are asked for by id. */
export async function selectRange(
  desk: Desk,
  filter: PieceFilter,
  to: Cursor,
  idAt: (index: number) => string | undefined,
): Promise<void> {
  const { cursor, anchor } = libraryOf(desk);
  const from = anchor?.column === to.column ? anchor : cursor.column === to.column ? cursor : to;
  const [first, last] = [Math.min(from.index, to.index), Math.max(from.index, to.index)];
  const found: (string | undefined)[] = Array.from({ length: last - first + 1 }, (_, step) => idAt(first + step));
  desk.studio.getState().setLibrary({ cursor: to, anchor: from });
  const ids = found.every((id) => id !== undefined)
    ? found
    : ((await desk.studio.getState().act('piece.ids', { filter, offset: first, limit: last - first + 1 }))?.ids ?? []);
  const { picked } = libraryOf(desk);
  desk.studio.getState().setLibrary({
    picked: addPicked(
      picked,
      ids.filter((id) => id !== undefined),
    ),
  });
}

export function clearSelection(desk: Desk): void {
  desk.studio.getState().setLibrary({ picked: nothingPicked, anchor: null });
}

/** What an act is for: the selected pieces, else the one under the cursor; null when there is none. */
export function chosen(desk: Desk, piece: PieceCard | null = null): BulkTarget | null {
  const { picked, cursor, filter } = libraryOf(desk);
  if (piece !== null && !isPicked(picked, piece.id)) return { kind: 'ids', ids: [piece.id] };
  if (picked.kind === 'all') return { kind: 'matching', filter, except: [...picked.except] };
  if (anyPicked(picked)) return { kind: 'ids', ids: [...picked.ids] };
  const id = piece?.id ?? cursor.id ?? desk.layout?.here()?.id;
  return id === undefined ? null : { kind: 'ids', ids: [id] };
}

/** How many pieces that is, as far as the screen was told. */
export const countOf = (desk: Desk, target: BulkTarget): number =>
  target.kind === 'ids' ? target.ids.length : countPicked({ kind: 'all', except: new Set(target.except) }, desk.total);
