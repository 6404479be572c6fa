import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FollowerCard } from '../../../contract';
import type { Moment } from '../../../core/schedule/agenda';
import type { Load } from '../../state/planning/load';
import type { PlanMenu } from '../../ui/plan/placing/planMenu';

type Placements = Extract<Load, { kind: 'placements' }>;
/** What is carried, and the moment it would be let go at. */
export type Carried = { readonly load: Placements; readonly to: Moment };

/** What the user is doing in the calendar right now; nothing of it outlives the screen. */
export type CalendarDesk = {
  /** The placement the keyboard is on. */
  readonly focusId: string | null;
  /** Carried by the keyboard. */
  readonly moving: Carried | null;
  /** Carried by the pointer. */
  readonly drag: Carried | null;
  readonly menu: PlanMenu | null;
  /** What would become of the waves that follow what is carried, if it were let go here. */
  readonly followers: readonly FollowerCard[];
};
export type CalendarDeskStore = StoreApi<CalendarDesk>;

export const createCalendarDesk = (): CalendarDeskStore =>
  createStore<CalendarDesk>(() => ({ focusId: null, moving: null, drag: null, menu: null, followers: [] }));

const DeskContext = createContext<CalendarDeskStore | null>(null);
export const CalendarDeskProvider = DeskContext;

export function useCalendarDeskStore(): CalendarDeskStore {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('This part stands outside of the calendar.');
  return desk;
}
export const useCalendarDesk = <T>(select: (desk: CalendarDesk) => T): T => useStore(useCalendarDeskStore(), select);
