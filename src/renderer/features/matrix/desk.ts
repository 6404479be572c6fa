import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Target } from '../../../core/schedule/move';
import type { Place } from '../../../core/schedule/walk';
import { toggled } from '../../state/timeline';

/** What is being carried: placements grabbed at one of them, or a piece from the tray. */
export type Load =
  | { readonly kind: 'placements'; readonly ids: readonly string[]; readonly grabbedId: string }
  | { readonly kind: 'piece'; readonly pieceId: string; readonly title: string };

export type Over = Target | 'tray' | null;

/** A small menu at a point of the window. */
export type DeskMenu =
  | { readonly kind: 'tile'; readonly id: string; readonly x: number; readonly y: number }
  | { readonly kind: 'place'; readonly id: string; readonly copy: boolean; readonly x: number; readonly y: number }
  | { readonly kind: 'plan_piece'; readonly pieceId: string; readonly x: number; readonly y: number }
  | {
      readonly kind: 'choose';
      readonly id: string;
      readonly target: Target;
      readonly x: number;
      readonly y: number;
    };

/** What the user is doing on the matrix right now; nothing of it outlives the screen. */
export type Desk = {
  readonly place: Place | null;
  /** The place was set by the keyboard, so the page's focus follows it. */
  readonly focusTurn: number;
  readonly opened: ReadonlySet<string>;
  readonly drag: { readonly load: Load; readonly over: Over; readonly copy: boolean } | null;
  /** Move mode of the keyboard: the arrows choose `target`. */
  readonly moving: { readonly load: Load; readonly target: Target } | null;
  readonly menu: DeskMenu | null;
  readonly setPlace: (place: Place, focus: boolean) => void;
  readonly toggleOpened: (accountId: string) => void;
  readonly setDrag: (drag: Desk['drag']) => void;
  readonly setMoving: (moving: Desk['moving']) => void;
  readonly setMenu: (menu: DeskMenu | null) => void;
};
export type DeskStore = StoreApi<Desk>;

export const createDesk = (): DeskStore =>
  createStore<Desk>((set) => ({
    place: null,
    focusTurn: 0,
    opened: new Set(),
    drag: null,
    moving: null,
    menu: null,
    setPlace: (place, focus) =>
      set((desk) => ({
        place: samePlace(desk.place, place) ? desk.place : place,
        focusTurn: desk.focusTurn + (focus ? 1 : 0),
      })),
    toggleOpened: (accountId) => set((desk) => ({ opened: toggled(desk.opened, accountId) })),
    setDrag: (drag) => set({ drag }),
    setMoving: (moving) => set({ moving }),
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
