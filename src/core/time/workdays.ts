import { type BreakName, type StatutoryYear, statutoryYears } from './statutoryBreaks';
import { addDays, daysBetween, daysFrom, type WallDate, weekday } from './wallDate';

/**
 * Which days are worked in mainland China: weekends, the statutory breaks of `statutoryBreaks.ts` and the weekend days
 * worked in exchange. In years whose notice is not in the table only weekends are known, and `tabled` says so: whoever
 * counts over such days tells people that it is assumed (`assumedYears`).
 */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'make_up';

export type DayFact = {
  readonly kind: DayKind;
  /** The break that a day off belongs to, or that a make-up day is worked for; null on ordinary days. */
  readonly name: BreakName | null;
  /** Whether the year's notice is known; without it a holiday or a make-up day cannot be told. */
  readonly tabled: boolean;
};

/** The first and last year whose notice is in the table; every year between is in it too (a test holds that). */
export const tabledYears: { readonly from: number; readonly to: number } = {
  from: Math.min(...statutoryYears.map((entry) => entry.year)),
  to: Math.max(...statutoryYears.map((entry) => entry.year)),
};

type Exception = { readonly kind: 'holiday' | 'make_up'; readonly name: BreakName };
const exceptions: ReadonlyMap<WallDate, Exception> = exceptionsOf(statutoryYears);

function exceptionsOf(years: readonly StatutoryYear[]): ReadonlyMap<WallDate, Exception> {
  const found = new Map<WallDate, Exception>();
  for (const { name, from, to, makeUps } of years.flatMap(({ breaks }) => breaks)) {
    for (const day of daysFrom(from, daysBetween(from, to) + 1)) found.set(day, { kind: 'holiday', name });
    for (const day of makeUps) found.set(day, { kind: 'make_up', name });
  }
  return found;
}

const yearOf = (day: WallDate): number => Number(day.slice(0, 4));

/** Whether the day's year has its notice in the table. */
export const isTabled = (day: WallDate): boolean => yearOf(day) >= tabledYears.from && yearOf(day) <= tabledYears.to;

export function dayFact(day: WallDate): DayFact {
  const exception = exceptions.get(day);
  const kind = exception?.kind ?? (weekday(day) >= 6 ? 'weekend' : 'workday');
  return { kind, name: exception?.name ?? null, tabled: isTabled(day) };
}

export const dayKind = (day: WallDate): DayKind => dayFact(day).kind;

/** Ordinary workdays and make-up days. */
export const isWorkday = (day: WallDate): boolean => worked[dayKind(day)];
const worked: Readonly<Record<DayKind, boolean>> = { workday: true, make_up: true, weekend: false, holiday: false };

/**
 * The `count`-th workday strictly after `day` (before it when negative); 0 leaves the day as it is, a day off too.
 * `addWorkdays('2026-09-30', 1)` is 8 October: the break is stepped over.
 */
export function addWorkdays(day: WallDate, count: number): WallDate {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(Math.trunc(count));
  let at = day;
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkday(at)) left -= 1;
  }
  return at;
}

/** Workdays after `from` up to and with `to`, so that `workdaysBetween(day, addWorkdays(day, n))` is n; negative backwards. */
export function workdaysBetween(from: WallDate, to: WallDate): number {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to; ) {
    day = addDays(day, step);
    if (isWorkday(day)) count += step;
  }
  return count;
}

/** The first workday from `day` on, itself included. */
export const workdayFrom = (day: WallDate): WallDate => (isWorkday(day) ? day : addWorkdays(day, 1));

/** The years from `from` to `to` without a table, in order: over them only weekends were counted. */
export function assumedYears(from: WallDate, to: WallDate): readonly number[] {
  const [first, last] = from <= to ? [yearOf(from), yearOf(to)] : [yearOf(to), yearOf(from)];
  const years: number[] = [];
  for (let at = first; at <= last; at += 1) if (at < tabledYears.from || at > tabledYears.to) years.push(at);
  return years;
}
