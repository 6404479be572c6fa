import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FollowerCard } from '../../../contract';
import type { Target } from '../../../core/schedule/move';
import type { Place } from '../../../core/schedule/walk';
import type { Load, Over } from '../../state/planning/load';
import { toggled } from '../../state/timeline';
import type { PlanMenu } from '../../ui/plan/placing/planMenu';

/** What the user is doing on the matrix right now; nothing of it outlives the screen. */
export type Desk = {
  readonly place: Place | null;
  /** The place was set by the keyboard, so the page's focus follows it. */
  readonly focusTurn: number;
  /** Where a selection of several began: Shift reaches from here. */
  readonly anchor: Target | null;
  readonly opened: ReadonlySet<string>;
  readonly drag: { readonly load: Load; readonly over: Over; readonly copy: boolean } | null;
  /** Move mode of the keyboard: the arrows choose `target`. */
  readonly moving: { readonly load: Load; readonly target: Target } | null;
  /** The cells a drawn box reaches over. */
  readonly box: { readonly from: Target; readonly to: Target } | null;
  readonly menu: PlanMenu | null;
  /** What would become of the waves that follow what is carried, if it were let go here. */
  readonly followers: readonly FollowerCard[];
  /** Takes a load up for the arrow keys; given by the grid while it stands. */
  readonly carry: ((load: Load) => void) | null;
  /** Selects what lies between where a selection began and a cell; given by the grid as well. */
  readonly reach: ((to: Target) => void) | null;
  readonly setPlace: (place: Place, focus: boolean) => void;
  readonly setAnchor: (anchor: Target | null) => void;
  readonly toggleOpened: (accountId: string) => void;
  readonly setDrag: (drag: Desk['drag']) => void;
  readonly setMoving: (moving: Desk['moving']) => void;
  readonly setBox: (box: Desk['box']) => void;
  readonly setFollowers: (followers: readonly FollowerCard[]) => void;
  readonly setMenu: (menu: PlanMenu | null) => void;
};
export type DeskStore = StoreApi<Desk>;

export const createDesk = (): DeskStore =>
  createStore<Desk>((set) => ({
    place: null,
    focusTurn: 0,
    anchor: null,
    opened: new Set(),
    drag: null,
    moving: null,
    box: null,
    menu: null,
    followers: [],
    carry: null,
    reach: null,
    setPlace: (place, focus) =>
      set((desk) => ({
        place: samePlace(desk.place, place) ? desk.place : place,
        focusTurn: desk.focusTurn + (focus ? 1 : 0),
      })),
    setAnchor: (anchor) => set({ anchor }),
    toggleOpened: (accountId) => set((desk) => ({ opened: toggled(desk.opened, accountId) })),
    setDrag: (drag) => set({ drag }),
    setMoving: (moving) => set({ moving }),
    setBox: (box) => set({ box }),
    setFollowers: (followers) => set((desk) => (desk.followers.length + followers.length === 0 ? desk : { followers })),
    setMenu: (menu) => set({ menu }),
  }));

const samePlace = (a: Place | null, b: Place): boolean =>
  a !== null && a.accountId === b.accountId && a.day === b.day && a.tile === b.tile;

export const sameOver = (a: Over, b: Over): boolean =>
  a === b ||
  (a !== null && b !== null && a !== 'tray' && b !== 'tray' && a.accountId === b.accountId && a.day === b.day);

const DeskContext = createContext<DeskStore | null>(null);
export const DeskProvider = DeskContext;

export function useDeskStore(): DeskStore {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('This part stands outside of the matrix.');
  return desk;
}
export const useDesk = <T>(select: (desk: Desk) => T): T => useStore(useDeskStore(), select);
