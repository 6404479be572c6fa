import type { WallDate } from '../../core/time/wall';
import type { Slice } from './slice';

/** What the inspector is about. */
export type Selection =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'placements'; readonly ids: readonly string[] }
  | { readonly kind: 'cell'; readonly accountId: string; readonly day: WallDate }
  | { readonly kind: 'piece'; readonly pieceId: string };

export type SelectionSlice = {
  readonly selection: Selection;
  /** In a narrow window the inspector is folded until the user opens it. */
  readonly inspectorPinned: boolean;
  readonly pinInspector: (pinned: boolean) => void;
  readonly select: (selection: Selection) => void;
  /** Adds to or takes from a selection of placements (Ctrl-click). */
  readonly toggleSelected: (id: string) => void;
};

export const selectionSlice: Slice<SelectionSlice> = () => (set, get) => ({
  selection: { kind: 'nothing' },
  inspectorPinned: false,
  pinInspector: (inspectorPinned) => set({ inspectorPinned }),
  select: (selection) => set({ selection }),
  toggleSelected: (id) => {
    const { selection } = get();
    const ids = selection.kind === 'placements' ? selection.ids : [];
    const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
    set({ selection: next.length === 0 ? { kind: 'nothing' } : { kind: 'placements', ids: next } });
  },
});

/** The placements that are selected; the same array while nothing changed. */
const none: readonly string[] = [];
export const selectedIds = (selection: Selection): readonly string[] =>
  selection.kind === 'placements' ? selection.ids : none;
