import type { Occasion } from '../model/records';
import { addDays, daysBetween, type WallDate } from '../time/wallDate';
import { solarDay } from './dayRules';
import { anniversaryOf, lunarOf } from './lunar';

/** One time that an occasion happens: its first and last day. */
export type Happening = { readonly occasion: Occasion; readonly from: WallDate; readonly to: WallDate };

const yearOf = (day: WallDate): number => Number(day.slice(0, 4));

/** The day an occasion begins in a year: the solar date, in other years 29 February on the 28th, or its lunar date. */
function startIn(occasion: Occasion, start: WallDate, year: number): WallDate | null {
  if (occasion.repeat === 'lunar') {
    const lunar = lunarOf(start);
    return lunar === null ? null : anniversaryOf(lunar, year);
  }
  const [, month = 1, date = 1] = start.split('-').map(Number);
  return solarDay(year, month, date) ?? solarDay(year, month, 28);
}

/** When an occasion happens between two days, earliest first; it never happens before its first time. */
export function happenings(occasion: Occasion, from: WallDate, to: WallDate): readonly Happening[] {
  const { start, end } = occasion;
  if (start === null) return [];
  const longer = Math.max(0, daysBetween(start, end ?? start));
  const starts =
    occasion.repeat === 'none' ? [start] : yearsAround(from, to, longer).map((year) => startIn(occasion, start, year));
  return starts
    .filter((day): day is WallDate => day !== null && day >= start)
    .map((day) => ({ occasion, from: day, to: addDays(day, longer) }))
    .filter((span) => span.from <= to && span.to >= from);
}

/** The years whose start can reach into the days: lunar years begin a month late, long occasions began earlier. */
function yearsAround(from: WallDate, to: WallDate, longer: number): readonly number[] {
  const first = yearOf(addDays(from, -longer)) - 1;
  return Array.from({ length: yearOf(to) - first + 1 }, (_, index) => first + index);
}

/** The next time an occasion begins on or after a day, or the one that is under way; null when it is over. */
export function nextHappening(occasion: Occasion, today: WallDate): Happening | null {
  if (occasion.start === null) return null;
  if (occasion.repeat === 'none') return happenings(occasion, today, '9999-12-31' as WallDate)[0] ?? null;
  return happenings(occasion, today, addDays(occasion.start > today ? occasion.start : today, 800))[0] ?? null;
}
