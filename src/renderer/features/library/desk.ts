import type { PieceCard, PieceFilter } from '../../../contract';
import type { Cursor, LibraryView } from '../../state/library';
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
    selected: new Set(),
    scroll: [],
  });
}

export function putCursor(desk: Desk, cursor: Cursor): void {
  desk.studio.getState().setLibrary({ cursor });
}

/** Adds a piece to the selection or takes it out; the next range starts here. */
export function toggle(desk: Desk, at: Cursor): void {
  if (at.id === null) return;
  const selected = new Set(libraryOf(desk).selected);
  if (!selected.delete(at.id)) selected.add(at.id);
  desk.studio.getState().setLibrary({ selected, cursor: at, anchor: at });
}

/** Selects everything between the anchor and a place of the same column. Pages not read yet are asked for by id. */
export async function selectRange(
  desk: Desk,
  filter: PieceFilter,
  to: Cursor,
  idAt: (index: number) => string | undefined,
): Promise<void> {
  const { cursor, anchor, selected } = libraryOf(desk);
  const from = anchor?.column === to.column ? anchor : cursor.column === to.column ? cursor : to;
  const [first, last] = [Math.min(from.index, to.index), Math.max(from.index, to.index)];
  const found: (string | undefined)[] = Array.from({ length: last - first + 1 }, (_, step) => idAt(first + step));
  desk.studio.getState().setLibrary({ cursor: to, anchor: from });
  const ids = found.every((id) => id !== undefined)
    ? found
    : ((await desk.studio.getState().act('piece.ids', { filter }))?.ids.slice(first, last + 1) ?? []);
  desk.studio.getState().setLibrary({ selected: new Set([...selected, ...ids.filter((id) => id !== undefined)]) });
}

export function clearSelection(desk: Desk): void {
  desk.studio.getState().setLibrary({ selected: new Set(), anchor: null });
}

/** What an act is for: the selected pieces, else the one under the cursor. */
export function chosenIds(desk: Desk, piece: PieceCard | null = null): readonly string[] {
  const { selected, cursor } = libraryOf(desk);
  if (piece !== null && !selected.has(piece.id)) return [piece.id];
  if (selected.size > 0) return [...selected];
  const id = piece?.id ?? cursor.id ?? desk.layout?.here()?.id;
  return id === undefined ? [] : [id];
}
