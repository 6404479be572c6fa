import { addDays, type WallDate, weekday } from '../time/wallDate';
import { isWorkday, tabledYears } from '../time/workdays';

/** Which days a team works. The dated table of breaks and make-up days is handed in, so that rules can be tried without it. */
export type WorkCalendar = {
  readonly isWorkday: (day: WallDate) => boolean;
  /** Whether the year's breaks and make-up days are known; else only weekends are. */
  readonly isTabled: (year: number) => boolean;
};

/** Mainland China: statutory breaks and the weekends worked in exchange, in the years whose notice is known. */
export const chineseWorkdays: WorkCalendar = {
  isWorkday,
  isTabled: (year) => year >= tabledYears.from && year <= tabledYears.to,
};

/** Monday to Friday, and no year's breaks. */
export const plainWeek: WorkCalendar = { isWorkday: (day) => weekday(day) <= 5, isTabled: () => false };

/** No run of days off is longer than this, whatever a table says: the search ends. */
const LONGEST_BREAK = 60;

/**
 * The `count`-th workday after `day`, or before it when negative; 0 is the day itself, or the next workday after a day
 * off. From a workday, so many forth and back is the day again.
 */
export function addWorkdays(day: WallDate, count: number, calendar: WorkCalendar): WallDate {
  const step = count < 0 ? -1 : 1;
  let at = day;
  let off = 0;
  for (let left = count === 0 && !calendar.isWorkday(day) ? 1 : Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    const counts = calendar.isWorkday(at) || off >= LONGEST_BREAK;
    off = counts ? 0 : off + 1;
    if (counts) left -= 1;
  }
  return at;
}

/** Years between two days, both included, whose breaks are not known. */
export function untabledYears(from: WallDate, to: WallDate, { isTabled }: WorkCalendar): readonly number[] {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4))).sort((a, b) => a - b) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => !isTabled(year));
}
