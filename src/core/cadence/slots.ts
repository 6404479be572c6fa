import type { Series } from '../model/records';
import { addDays, daysBetween, startOfWeek, type WallDate, type WallTime, weekday } from '../time/wallDate';

/** One date of a series. */
export type Slot = {
  readonly seriesId: string;
  /** The day the rule gives: by it the slot is known, wherever it was moved. */
  readonly slotDay: WallDate;
  readonly day: WallDate;
  readonly time: WallTime | null;
};

/** What fills slots. */
type Filling = { readonly seriesId: string | null; readonly slotDay: WallDate | null };

/** A series never reaches farther than this from its start, in days: twenty years. */
const LONGEST = 7_310;
/** Day of the month that stands for its last. */
export const LAST_DAY = 32;

/**
 * The days a rule gives, from its start on and in order, up to `to`. Wall dates alone: a change of clocks moves none of them.
 * Statutory days off are left out before they are counted; a day skipped by hand is counted, so that skipping one moves no
 * other and adds none.
 */
export function* ruleDays(
  series: Pick<Series, 'start' | 'until' | 'count' | 'unit' | 'every' | 'weekdays' | 'monthDay' | 'skipHolidays'>,
  to: WallDate,
  isHoliday: (day: WallDate) => boolean,
): Generator<WallDate> {
  const { start, until, count, skipHolidays } = series;
  if (start === null) return;
  const end = [to, until ?? to, addDays(start, LONGEST)].toSorted()[0] ?? to;
  let given = 0;
  for (const day of rawDays(series, start, end)) {
    if (skipHolidays && isHoliday(day)) continue;
    if (count !== null && given >= count) return;
    given += 1;
    yield day;
  }
}

function* rawDays(
  { unit, every, weekdays, monthDay }: Pick<Series, 'unit' | 'every' | 'weekdays' | 'monthDay'>,
  start: WallDate,
  end: WallDate,
): Generator<WallDate> {
  if (unit === 'day') {
    for (let day = start; day <= end; day = addDays(day, every)) yield day;
    return;
  }
  if (unit === 'week') {
    const on = weekdays.length === 0 ? [weekday(start)] : weekdays.map(Number).toSorted((a, b) => a - b);
    for (let week = startOfWeek(start, 1); week <= end; week = addDays(week, 7 * every))
      for (const number of on) {
        const day = addDays(week, number - 1);
        if (day >= start && day <= end) yield day;
      }
    return;
  }
  const wanted = monthDay ?? Number(start.slice(8));
  for (let month = start.slice(0, 7); `${month}-01` <= end; month = monthAfter(month, every)) {
    const day = dayOfMonth(month, wanted);
    if (day >= start && day <= end) yield day;
  }
}

/** `2026-11` and 2 → `2027-01`. */
function monthAfter(month: string, steps: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + steps;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The wanted day of a month, or its last where it is shorter. */
function dayOfMonth(month: string, wanted: number): WallDate {
  const first = `${month}-01` as WallDate;
  const length = daysBetween(first, `${monthAfter(month, 1)}-01` as WallDate);
  return addDays(first, Math.min(wanted, length) - 1);
}

/** The slots of a series that lie between two days, both included, moved ones where they were moved to. */
export function slotsOf(
  series: Series,
  from: WallDate,
  to: WallDate,
  isHoliday: (day: WallDate) => boolean,
): readonly Slot[] {
  const skipped = new Set(series.skipped);
  // One that the rule gives later may have been moved to before.
  const last = Object.keys(series.moved).toSorted().at(-1) ?? to;
  const end = (last > to ? last : to) as WallDate;
  const slots: Slot[] = [];
  for (const slotDay of ruleDays(series, end, isHoliday)) {
    if (skipped.has(slotDay)) continue;
    const [day, time] = (series.moved[slotDay] ?? slotDay).split(' ') as [WallDate, WallTime?];
    if (day >= from && day <= to) slots.push({ seriesId: series.id, slotDay, day, time: time ?? series.time });
  }
  return slots.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Those that nothing fills. */
export function openSlots(
  series: Series,
  fillings: readonly Filling[],
  from: WallDate,
  to: WallDate,
  isHoliday: (day: WallDate) => boolean,
): readonly Slot[] {
  if (from > to || series.accountId === null) return [];
  const filled = new Set(fillings.flatMap((one) => (one.seriesId === series.id ? [one.slotDay] : [])));
  return slotsOf(series, from, to, isHoliday).filter(({ slotDay }) => !filled.has(slotDay));
}
