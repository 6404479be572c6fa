import type { PieceFilter } from '../../contract';
import { emptyFilter } from '../../core/search/emptyFilter';
import { nothingPicked, type Picked } from './picked';
import type { Slice } from './slice';

export const libraryLayouts = ['list', 'cards', 'board'] as const;
export type LibraryLayout = (typeof libraryLayouts)[number];

/** A place in the library: a row of the list, a card, or a slip in a column of the board. */
export type Cursor = {
  readonly column: number;
  readonly index: number;
  /** The piece that stood there, to find it again when the list has moved on; null before anything was read. */
  readonly id: string | null;
};

/** What the user is doing in the library; kept while they are in the editor, so that they come back to the same row. */
export type LibraryView = {
  readonly filter: PieceFilter;
  readonly layout: LibraryLayout;
  /** The saved view this started from; null for all pieces. */
  readonly viewId: string | null;
  /** A saved view that was asked for from elsewhere, until the library has opened it. */
  readonly asked: string | null;
  readonly cursor: Cursor;
  /** Where a Shift-range starts. */
  readonly anchor: Cursor | null;
  readonly picked: Picked;
  /** Scroll offset in pixels of the list, or of each column of the board. */
  readonly scroll: readonly number[];
};

export const noFilter: PieceFilter = emptyFilter;

export const START: Cursor = { column: 0, index: 0, id: null };

/** The library as it is before anyone looked at it. */
export const freshLibrary: LibraryView = {
  filter: noFilter,
  layout: 'list',
  viewId: null,
  asked: null,
  cursor: START,
  anchor: null,
  picked: nothingPicked,
  scroll: [],
};

export type LibrarySlice = {
  readonly library: LibraryView;
  readonly setLibrary: (change: Partial<LibraryView>) => void;
  /** Goes to the library and opens a saved view there. */
  readonly openSavedView: (id: string) => void;
};

export const librarySlice: Slice<LibrarySlice> = () => (set, get) => ({
  library: freshLibrary,
  setLibrary: (change) => set((state) => ({ library: { ...state.library, ...change } })),
  openSavedView: (id) => {
    get().setLibrary({ asked: id });
    get().go({ screen: 'library' });
  },
});
