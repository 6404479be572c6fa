import type { Zoom } from '../../core/schedule/days';
import type { WallDate } from '../../core/time/wall';
import type { Slice } from './slice';

/** Which days the plan's screens look at. Shared, so that matrix and calendar stay at the same place. */
export type TimelineSlice = {
  readonly zoom: Zoom;
  /** A day inside the shown period; null means today. */
  readonly anchor: WallDate | null;
  readonly calendarView: CalendarView;
  /** Lanes of the matrix that are folded to their line. */
  readonly foldedRoles: ReadonlySet<string>;
  readonly toggleRole: (role: string) => void;
  /** Folds these lanes and opens all others. */
  readonly foldRoles: (roles: readonly string[]) => void;
  readonly setZoom: (zoom: Zoom) => void;
  readonly setAnchor: (day: WallDate | null) => void;
  readonly setCalendarView: (view: CalendarView) => void;
};
export const calendarViews = ['month', 'week', 'list'] as const;
export type CalendarView = (typeof calendarViews)[number];

export const timelineSlice: Slice<TimelineSlice> = () => (set) => ({
  zoom: 'fortnight',
  anchor: null,
  calendarView: 'month',
  foldedRoles: new Set(),
  toggleRole: (role) => set((state) => ({ foldedRoles: toggled(state.foldedRoles, role) })),
  foldRoles: (roles) => set({ foldedRoles: new Set(roles) }),
  setZoom: (zoom) => set({ zoom }),
  setAnchor: (anchor) => set({ anchor }),
  setCalendarView: (calendarView) => set({ calendarView }),
});

/** The set with the element added, or taken out when it was in. */
export function toggled<T>(set: ReadonlySet<T>, element: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(element)) next.add(element);
  return next;
}
