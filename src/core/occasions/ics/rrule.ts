import { addDays, daysBetween, daysFrom, startOfWeek, type WallDate, weekday } from '../../time/wallDate';
import { solarDay } from '../dayRules';

/**
 * A recurrence rule (RFC 5545, 3.3.10) over whole days. Ours, because occasions are days and the rules come from
 * anywhere: what a rule means is looked up day by day inside a fixed span, so that no rule, however contradictory or
 * large, can run on (the library that reads the files loops for ever on 30 February).
 */
export type DayRecurrence = {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | null;
  readonly until: WallDate | null;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  /** 1 Monday … 7 Sunday; `nth` 0 means every one. */
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number }[];
  readonly setPositions: readonly number[];
  readonly weekStart: number;
};

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const freqs = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

/** Reads a rule; null when it repeats within days, counts weeks of the year, or is no rule. */
export function readRule(text: string): DayRecurrence | null {
  const parts = new Map(
    text
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=', 2) as [string, string | undefined]),
  );
  const numbers = (name: string, most: number): readonly number[] | null => {
    const given = parts.get(name);
    if (given === undefined) return [];
    const values = given.split(',').map(Number);
    return values.length <= 400 &&
      values.every((value) => Number.isInteger(value) && value !== 0 && Math.abs(value) <= most)
      ? values
      : null;
  };
  const whole = (name: string): number | null =>
    /^\d{1,9}$/.test(parts.get(name) ?? '') ? Number(parts.get(name)) : null;
  const freq = freqs.find((one) => one === parts.get('FREQ'));
  const interval = parts.has('INTERVAL') ? whole('INTERVAL') : 1;
  const [months, monthDays, yearDays, setPositions] = [
    numbers('BYMONTH', 12),
    numbers('BYMONTHDAY', 31),
    numbers('BYYEARDAY', 366),
    numbers('BYSETPOS', 366),
  ];
  const weekdays = readWeekdays(parts.get('BYDAY'));
  const isKnown = !['BYWEEKNO', 'BYHOUR', 'BYMINUTE', 'BYSECOND'].some((name) => parts.has(name));
  if (freq === undefined || interval === null || interval < 1 || !isKnown) return null;
  if (months === null || monthDays === null || yearDays === null || setPositions === null || weekdays === null)
    return null;
  return {
    freq,
    interval,
    count: whole('COUNT'),
    until: dayOfText(parts.get('UNTIL') ?? ''),
    months,
    monthDays,
    yearDays,
    weekdays,
    setPositions,
    weekStart: Math.max(0, names.indexOf(parts.get('WKST') ?? 'MO')) + 1,
  };
}

function readWeekdays(given: string | undefined): DayRecurrence['weekdays'] | null {
  if (given === undefined) return [];
  const days = given.split(',').map((part) => {
    const [, nth = '', name = ''] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(part) ?? [];
    return { weekday: names.indexOf(name) + 1, nth: Number(nth) };
  });
  return days.length <= 60 && days.every((day) => day.weekday > 0) ? days : null;
}

/** `20261009`, `20261009T120000Z` → `2026-10-09`; the clock is left out. */
const dayOfText = (text: string): WallDate | null => {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(T|$)/.exec(text) ?? [];
  return year === undefined ? null : solarDay(Number(year), Number(month), Number(day));
};

/** Days looked through at most: a rule begun in 1900 is still counted to today. */
const MOST_DAYS = 80_000;

/** The days of a rule begun on `start`, between `from` and `to`, at most `most`; `start` itself is always the first. */
export function daysOfRule(
  rule: DayRecurrence,
  start: WallDate,
  from: WallDate,
  to: WallDate,
  most: number,
): readonly WallDate[] {
  const days: WallDate[] = [];
  const end = rule.until !== null && rule.until < to ? rule.until : to;
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  const take = (day: WallDate): void => {
    left -= 1;
    if (day >= from && day <= end && days.length < most) days.push(day);
  };
  take(start);
  let looked = 0;
  for (let period = periodAt(rule, start); period.first <= end && left > 0; period = periodAfter(rule, period.first)) {
    looked += period.length;
    if (looked > MOST_DAYS || days.length >= most) break;
    for (const day of chosenIn(rule, start, period)) if (day > start && left > 0) take(day);
  }
  return days;
}

type Span = { readonly first: WallDate; readonly length: number };
const yearOf = (day: WallDate): number => Number(day.slice(0, 4));
const monthOf = (day: WallDate): number => Number(day.slice(5, 7));
const dateOf = (day: WallDate): number => Number(day.slice(8, 10));
const firstOf = (year: number, month: number): WallDate => solarDay(year, month, 1) ?? ('9999-12-31' as WallDate);

function spanOfMonth(year: number, month: number): Span {
  const first = firstOf(year, month);
  return { first, length: daysBetween(first, month === 12 ? firstOf(year + 1, 1) : firstOf(year, month + 1)) };
}
const spanOfYear = (year: number): Span => ({
  first: firstOf(year, 1),
  length: daysBetween(firstOf(year, 1), firstOf(year + 1, 1)),
});

function periodAt({ freq, weekStart }: DayRecurrence, day: WallDate): Span {
  switch (freq) {
    case 'DAILY':
      return { first: day, length: 1 };
    case 'WEEKLY':
      return { first: startOfWeek(day, weekStart), length: 7 };
    case 'MONTHLY':
      return spanOfMonth(yearOf(day), monthOf(day));
    case 'YEARLY':
      return spanOfYear(yearOf(day));
  }
}

/** Beyond this no calendar goes; a span there ends every loop. */
const LAST_YEAR = 9_990;
const never: Span = { first: '9999-12-31' as WallDate, length: 1 };

function periodAfter(rule: DayRecurrence, first: WallDate): Span {
  const { freq, interval } = rule;
  const months = freq === 'MONTHLY' ? monthOf(first) - 1 + interval : 0;
  const days = freq === 'DAILY' ? interval : freq === 'WEEKLY' ? 7 * interval : 0;
  const year = yearOf(first) + (freq === 'YEARLY' ? interval : Math.floor(months / 12) + Math.floor(days / 365));
  if (year > LAST_YEAR) return never;
  if (days > 0) return periodAt(rule, addDays(first, days));
  return freq === 'YEARLY' ? spanOfYear(year) : spanOfMonth(year, (months % 12) + 1);
}

/** The days of a period that a rule means, in order. */
function chosenIn(rule: DayRecurrence, start: WallDate, { first, length }: Span): readonly WallDate[] {
  const found = daysFrom(first, length).filter((day) => means(rule, start, day));
  if (rule.setPositions.length === 0) return found;
  return found.filter((_, index) =>
    rule.setPositions.some((at) => (at > 0 ? index === at - 1 : index === found.length + at)),
  );
}

function means(rule: DayRecurrence, start: WallDate, day: WallDate): boolean {
  const { freq, months, monthDays, yearDays, weekdays } = rule;
  const month = spanOfMonth(yearOf(day), monthOf(day));
  const year = spanOfYear(yearOf(day));
  const inYear = daysBetween(year.first, day) + 1;
  if (months.length > 0 && !months.includes(monthOf(day))) return false;
  if (monthDays.length > 0 && !monthDays.some((at) => dateOf(day) === (at > 0 ? at : month.length + 1 + at)))
    return false;
  if (yearDays.length > 0 && !yearDays.some((at) => inYear === (at > 0 ? at : year.length + 1 + at))) return false;
  if (weekdays.length > 0) {
    const span = freq === 'MONTHLY' || (freq === 'YEARLY' && months.length > 0) ? month : year;
    if (!weekdays.some((one) => isNth(one, day, span, freq))) return false;
  }
  if (monthDays.length > 0 || yearDays.length > 0 || weekdays.length > 0) return true;
  // What a rule leaves open is taken from its first day.
  if (freq === 'WEEKLY') return weekday(day) === weekday(start);
  if (freq === 'MONTHLY') return dateOf(day) === dateOf(start);
  if (freq === 'YEARLY') return dateOf(day) === dateOf(start) && (months.length > 0 || monthOf(day) === monthOf(start));
  return true;
}

function isNth(
  { weekday: wanted, nth }: DayRecurrence['weekdays'][number],
  day: WallDate,
  { first, length }: Span,
  freq: DayRecurrence['freq'],
): boolean {
  if (weekday(day) !== wanted) return false;
  if (nth === 0 || freq === 'DAILY' || freq === 'WEEKLY') return true;
  const before = Math.floor(daysBetween(first, day) / 7);
  const after = Math.floor((length - 1 - daysBetween(first, day)) / 7);
  return nth > 0 ? before === nth - 1 : after === -nth - 1;
}
