import type { Series } from '../model/records';
import { createOp, type Op } from '../plan/ops';
import { addDays, type WallDate, type WallTime, weekday } from '../time/wallDate';
import { ruleDays } from './slots';

/** Which placement fills which slot. */
export type Filled = { readonly placementId: string; readonly seriesId: string; readonly slotDay: WallDate };

const set = (id: string, register: string, value: string | number | null): Op => ({
  kind: 'set',
  type: 'series',
  id,
  register,
  value,
});

/** One date falls out; the others stay where they are. */
export const skipOps = (series: Pick<Series, 'id'>, slotDay: WallDate): readonly Op[] => [
  { kind: 'add', type: 'series', id: series.id, set: 'skipped', element: slotDay },
];

export const unskipOps = (series: Pick<Series, 'id'>, slotDay: WallDate): readonly Op[] => [
  { kind: 'remove', type: 'series', id: series.id, set: 'skipped', element: slotDay },
];

/** One date goes elsewhere, or back to where the rule gives it. */
export const moveSlotOps = (
  series: Pick<Series, 'id'>,
  slotDay: WallDate,
  to: { readonly day: WallDate; readonly time: WallTime | null } | null,
): readonly Op[] => [
  set(series.id, `moved.${slotDay}`, to === null ? null : to.time === null ? to.day : `${to.day} ${to.time}`),
];

/**
 * From one date on a series of its own, to be changed without what lies before: the old one ends the day before, the new one
 * goes on with the same dates, what was skipped, moved and filled among them included.
 */
export function splitOps(
  series: Series,
  from: WallDate,
  newId: string,
  filled: readonly Filled[],
  isHoliday: (day: WallDate) => boolean,
): readonly Op[] {
  const { id, count, start, skipped, moved, weekdays, monthDay, unit, ...rest } = series;
  if (start === null || from <= start) return [];
  const before = addDays(from, -1);
  const given = [...ruleDays(series, before, isHoliday)].length;
  const later = skipped.filter((day) => day >= from);
  const laterMoves = Object.entries(moved).filter(([day]) => day >= from);
  return [
    set(id, 'until', before),
    set(id, 'count', null),
    ...later.map((element): Op => ({ kind: 'remove', type: 'series', id, set: 'skipped', element })),
    ...laterMoves.map(([day]) => set(id, `moved.${day}`, null)),
    createOp('series', newId, {
      ...rest,
      unit,
      start: from,
      count: count === null ? null : count - given,
      // The day that the start gave before is said now: the new start may be another one.
      monthDay: unit === 'month' ? (monthDay ?? Number(start.slice(8))) : monthDay,
      weekdays: unit === 'week' && weekdays.length === 0 ? [String(weekday(start))] : weekdays,
      skipped: later,
      moved: Object.fromEntries(laterMoves),
    }),
    ...filled
      .filter(({ seriesId, slotDay }) => seriesId === id && slotDay >= from)
      .map(
        ({ placementId }): Op => ({
          kind: 'set',
          type: 'placement',
          id: placementId,
          register: 'seriesId',
          value: newId,
        }),
      ),
  ];
}
