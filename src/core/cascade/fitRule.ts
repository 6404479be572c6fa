import type { WaveRule } from '../model/records';
import { instantOf } from '../time/instant';
import { daysBetween, type WallDate } from '../time/wallDate';
import { addWorkdays, type WorkCalendar } from './calendar';
import { type Anchor, FARTHEST_DAYS } from './follow';
import { type Moment, onWallOf } from './moment';

/**
 * The rule that says what was done by hand: reckoned from the anchor it gives exactly `at`. It stays of its kind where that
 * can say so (minutes stay minutes, workdays stay workdays on a workday), else it counts days.
 * Null beyond ten years.
 */
export function fitRule(
  rule: WaveRule,
  anchor: Anchor,
  at: Moment,
  zone: string,
  calendar: WorkCalendar,
): WaveRule | null {
  const from = onWallOf(zone, anchor.moment, anchor.zone);
  const days = daysBetween(from.day, at.day);
  if (Math.abs(days) > FARTHEST_DAYS - 1) return null;
  if (rule.kind === 'minutes' && from.time !== null && at.time !== null) {
    const waited = instantOf({ ...at, time: at.time }, zone) - instantOf({ ...from, time: from.time }, zone);
    return { kind: 'minutes', minutes: waited / 60_000 };
  }
  const time = keepsTime(rule) && at.time === from.time ? null : at.time;
  if (rule.kind === 'workdays') {
    const count = workdaysBetween(from.day, at.day, calendar);
    if (count !== null) return { kind: 'workdays', days: count, time };
  }
  // A day without a time can only be said where the anchor has none either.
  return at.time === null && from.time !== null ? null : { kind: 'days', days, time };
}

const keepsTime = (rule: WaveRule): boolean =>
  rule.kind === 'minutes' || ((rule.kind === 'days' || rule.kind === 'workdays') && rule.time === null);

/** How many workdays lead from one day to the other; null where none do, because the other is a day off. */
function workdaysBetween(from: WallDate, to: WallDate, calendar: WorkCalendar): number | null {
  const sign = to < from ? -1 : 1;
  for (let count = 0; count <= Math.abs(daysBetween(from, to)) + 1; count += 1) {
    const there = addWorkdays(from, sign * count, calendar);
    if (there === to) return count === 0 ? 0 : sign * count;
    if (sign > 0 ? there > to : there < to) return null;
  }
  return null;
}
