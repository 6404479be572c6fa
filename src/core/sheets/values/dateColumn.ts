import { addDays, daysBetween, type WallDate } from '../../time/wallDate';
import { type DateOrder, dateOf, fullYear, type ReadDay, readDay } from './dates';

/**
 * What a whole column says about how its days are written. One cell above twelve decides `11/22/2026` for all; where no
 * cell decides, nothing is decided, and rows that depend on it are unclear.
 */
export type DateStyle = {
  /** Null when the cells leave it open or contradict each other. */
  readonly order: DateOrder | null;
  readonly orderFrom: 'column' | 'dialect' | 'chosen' | 'language' | null;
  /** Some cell can be two days, and nothing decides: worth a question. */
  readonly isOpen: boolean;
  /** For days without a year. */
  readonly year: number;
  readonly yearFrom: 'chosen' | 'sheet' | 'column' | 'today';
  /** Some cell names no year, so it matters which is meant. */
  readonly needsYear: boolean;
  /** Some cell says `11.20`, so `11.2` is the second. */
  readonly keepsZeros: boolean;
};

export type DateHints = {
  /** The user's own word. */
  readonly order?: DateOrder | null | undefined;
  readonly year?: number | null | undefined;
  /** How the program that made the sheet writes days. */
  readonly dialectOrder?: DateOrder | null | undefined;
  /** Text around the table that may name the year: title rows, sheet, file. */
  readonly around: readonly string[];
  /** The header is Chinese: then `11/22` without a year is month and day, as everywhere in China. */
  readonly chinese: boolean;
  readonly today: WallDate;
  readonly from1904: boolean;
};

export function dateStyleOf(cells: readonly string[], hints: DateHints): DateStyle {
  const read = cells.flatMap((cell) => readDay(cell, hints) ?? []);
  const keepsZeros = cells.some((cell) => /^\d{1,2}\.[123]0$/.test(cell.trim()));
  return {
    ...orderOf(read, hints),
    ...yearOf(read, hints),
    needsYear: cells.length > read.length || read.some(isYearless),
    keepsZeros,
  };
}

/** Weeks are read with the year as well, and are no days by themselves. */
const isYearless = (read: ReadDay): boolean =>
  read.kind === 'yearless' || (read.kind === 'numbers' && read.numbers[2] === null);

function orderOf(read: readonly ReadDay[], hints: DateHints): Pick<DateStyle, 'order' | 'orderFrom' | 'isOpen'> {
  const decided = decidedOrder(read, hints);
  const isOpen =
    decided.order === null &&
    read.some((one) => {
      if (one.kind !== 'numbers') return false;
      const days = (['mdy', 'dmy', 'ymd'] as const).map((order) => inOrder(one.numbers, order, 2024));
      return new Set(days.filter((day) => day !== null)).size > 1;
    });
  return { ...decided, isOpen };
}

function decidedOrder(read: readonly ReadDay[], hints: DateHints): Pick<DateStyle, 'order' | 'orderFrom'> {
  if (hints.order) return { order: hints.order, orderFrom: 'chosen' };
  const open = read.flatMap((one) => (one.kind === 'numbers' ? [one.numbers] : []));
  if (open.length === 0) return { order: null, orderFrom: null };
  const possible = (['mdy', 'dmy', 'ymd'] as const).filter(
    (order) =>
      (order !== 'ymd' || open.every((numbers) => numbers[2] !== null && numbers[2] < 100)) &&
      open.every((numbers) => inOrder(numbers, order, 2024) !== null),
  );
  const [only] = possible;
  if (only !== undefined && possible.length === 1) return { order: only, orderFrom: 'column' };
  if (hints.dialectOrder && possible.includes(hints.dialectOrder))
    return { order: hints.dialectOrder, orderFrom: 'dialect' };
  if (hints.chinese && possible.includes('mdy') && open.every(([, , year]) => year === null))
    return { order: 'mdy', orderFrom: 'language' };
  return { order: null, orderFrom: null };
}

function yearOf(read: readonly ReadDay[], hints: DateHints): Pick<DateStyle, 'year' | 'yearFrom'> {
  if (hints.year) return { year: hints.year, yearFrom: 'chosen' };
  for (const text of hints.around) {
    const named = /(?<!\d)(20\d{2})(?=\s*[年./_-]|\s*$|\D)/.exec(text.normalize('NFKC'))?.[1];
    if (named !== undefined) return { year: Number(named), yearFrom: 'sheet' };
  }
  for (const one of read) if (one.kind === 'day') return { year: Number(one.day.slice(0, 4)), yearFrom: 'column' };
  return { year: Number(hints.today.slice(0, 4)), yearFrom: 'today' };
}

/** Three numbers as a date in an order; null when there is no such date. */
function inOrder([a, b, c]: readonly [number, number, number | null], order: DateOrder, year: number): WallDate | null {
  if (order === 'ymd') return c === null ? dateOf(year, a, b) : c > 99 ? null : dateOf(fullYear(a), b, c);
  const whole = c === null ? year : fullYear(c);
  return order === 'mdy' ? dateOf(whole, a, b) : dateOf(whole, b, a);
}

/**
 * - `day`: decided; `assumedYear` when the cell had none.
 * - `unclear`: `day` under the usual order, `other` the other way it can be read.
 */
export type DecidedDay =
  | { readonly kind: 'day'; readonly day: WallDate; readonly assumedYear: boolean }
  | { readonly kind: 'unclear'; readonly day: WallDate; readonly other: WallDate }
  | { readonly kind: 'impossible' };

/**
 * Decides one cell by its column's style. `before` is the day decided for the row above: days without a year that fall
 * back from December to January belong to the next year.
 */
export function decideDay(
  read: Exclude<ReadDay, { kind: 'instant' }>,
  style: DateStyle,
  before: WallDate | null,
  today: WallDate,
): DecidedDay {
  if (read.kind === 'day') return { kind: 'day', day: read.day, assumedYear: false };
  const yearOnce = (inYear: (year: number) => WallDate | null): WallDate | null => {
    if (style.yearFrom === 'chosen') return inYear(style.year);
    if (style.yearFrom === 'today')
      return nearest(
        [-1, 0, 1].map((step) => inYear(style.year + step)),
        before ?? today,
      );
    const day = inYear(style.year);
    if (day === null || before === null || daysBetween(day, before) < HALF_A_YEAR) return day;
    return inYear(style.year + 1);
  };
  if (read.kind === 'yearless') {
    const day = yearOnce((year) => dateOf(year, read.month, read.dayOfMonth));
    return day === null ? { kind: 'impossible' } : { kind: 'day', day, assumedYear: true };
  }
  const [, , year] = read.numbers;
  const readings = new Map<DateOrder, WallDate>();
  for (const order of ['mdy', 'dmy', 'ymd'] as const) {
    if (order === 'ymd' && (year === null || year > 99)) continue;
    const day =
      year === null && order !== 'ymd'
        ? yearOnce((assumed) => inOrder(read.numbers, order, assumed))
        : inOrder(read.numbers, order, style.year);
    if (day !== null) readings.set(order, day);
  }
  const chosen = style.order === null ? undefined : readings.get(style.order);
  if (chosen !== undefined && read.lostZero && !style.keepsZeros) {
    const other = dateOf(Number(chosen.slice(0, 4)), Number(chosen.slice(5, 7)), Number(chosen.slice(8)) * 10);
    if (other !== null) return { kind: 'unclear', day: chosen, other };
  }
  if (chosen !== undefined) return { kind: 'day', day: chosen, assumedYear: year === null };
  if (style.orderFrom === 'chosen') return { kind: 'impossible' };
  const [first, second] = new Set(readings.values());
  if (first === undefined) return { kind: 'impossible' };
  return second === undefined
    ? { kind: 'day', day: first, assumedYear: year === null }
    : { kind: 'unclear', day: first, other: second };
}

const HALF_A_YEAR = 183;

const nearest = (days: readonly (WallDate | null)[], to: WallDate): WallDate | null => {
  let best: WallDate | null = null;
  for (const day of days)
    if (day !== null && (best === null || Math.abs(daysBetween(to, day)) < Math.abs(daysBetween(to, best)))) best = day;
  return best;
};

/**
 * The day a weekday means in a week: `第48周`, `W48`, `2026-W48`, `11.16-11.22`, or any day of the week. Weeks begin on
 * Monday and are numbered after ISO 8601.
 */
export function dayOfWeek(week: string, weekday: number, style: DateStyle, today: WallDate): WallDate | null {
  const text = week.normalize('NFKC').trim();
  const numbered = /^(?:(20\d{2})\s*[-年]?\s*)?(?:第|w|week|wk)\s*(\d{1,2})\s*周?$/i.exec(text);
  if (numbered !== null) {
    const [, year, number] = numbered;
    const first = mondayOf(dateOf(Number(year ?? style.year), 1, 4) as WallDate);
    return Number(number) < 1 || Number(number) > 53 ? null : addDays(first, (Number(number) - 1) * 7 + weekday - 1);
  }
  const read = readDay(text);
  if (read === null || read.kind === 'instant') return null;
  const decided = decideDay(read, style, null, today);
  return decided.kind === 'day' ? addDays(mondayOf(decided.day), weekday - 1) : null;
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOfDay = (day: WallDate): number => (((daysBetween(A_MONDAY, day) % 7) + 7) % 7) + 1;
const A_MONDAY = '2024-01-01' as WallDate;
const mondayOf = (day: WallDate): WallDate => addDays(day, 1 - weekdayOfDay(day));
