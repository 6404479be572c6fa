import { isWallDate, type WallDate, type WallTime } from '../../time/wallDate';
import { serialText } from '../read/workbook/dates';
import { plain } from './text';
import { chineseNumber, readTime } from './times';

export { type DateOrder, dateOrders } from './dateOrders';

/**
 * What a cell says about a day, before anything is decided that the cell alone does not say.
 *
 * - `day`: a whole date.
 * - `numbers`: numbers in an order that must be decided by the column; the third is null when there is no year.
 *   `lostZero`: `11.2` may be what a spreadsheet made of `11.20`.
 * - `yearless`: month and day.
 * - `instant`: a point in time, whose wall time depends on the zone. Milliseconds since 1970.
 */
export type ReadDay = (
  | { readonly kind: 'day'; readonly day: WallDate }
  | { readonly kind: 'numbers'; readonly numbers: readonly [number, number, number | null]; readonly lostZero: boolean }
  | { readonly kind: 'yearless'; readonly month: number; readonly dayOfMonth: number }
  | { readonly kind: 'instant'; readonly at: number }
) & {
  readonly time: WallTime | null;
  /** Weekday as written, 1 (Monday) to 7, for checking; null when not said. */
  readonly weekday: number | null;
  /** More was said than a day and a time (an end of a range, seconds): the cell must be kept. */
  readonly more: boolean;
};

/** Reads one cell; null when it is no date. `serials` says whether a bare number may be a spreadsheet's day. */
export function readDay(cell: string, { from1904 = false } = {}): ReadDay | null {
  if (cell.length > 200) return null;
  const text = plain(cell);
  if (text === '' || text.length > 80) return null;
  return instant(text) ?? bareNumber(text, from1904) ?? dayAndRest(text) ?? range(text, from1904);
}

type Found = { readonly rest: string } & (
  | { readonly kind: 'day'; readonly day: WallDate }
  | { readonly kind: 'numbers'; readonly numbers: readonly [number, number, number | null]; readonly lostZero: boolean }
  | { readonly kind: 'yearless'; readonly month: number; readonly dayOfMonth: number }
);

function dayAndRest(text: string): ReadDay | null {
  // A weekday in front (`周日 11/22`, `Sun, Nov 22`) says nothing that the date does not.
  const front = WEEKDAY_FRONT.exec(text);
  const found = dateAtFront(front === null ? text : text.slice(front[0].length));
  if (found === null) return null;
  const { rest, ...date } = found;
  const weekdayIn =
    /^[ (,]*(?:周|星期|礼拜)([一二三四五六日天])\)?|^[ (,]*\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b[),]?/i.exec(rest);
  const clock = rest
    .slice(weekdayIn?.[0].length ?? 0)
    .replace(/^(?:[ ,]|t(?=\d)|at\b)+/i, '')
    .trim();
  const written = front?.[1] ?? front?.[2] ?? weekdayIn?.[1] ?? weekdayIn?.[2];
  const weekday = written === undefined ? null : weekdayOf(written);
  if (clock === '') return { ...date, time: null, weekday, more: false };
  const time = readTime(clock);
  return time === null ? null : { ...date, time: time.time, weekday, more: time.more };
}

const WEEKDAY_FRONT = /^(?:(?:周|星期|礼拜)([一二三四五六日天])|(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)[ ,]+(?=\S)/i;
const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const englishWeekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** 1 (Monday) to 7 of `三`, `天`, `Wed`; null for anything else. */
export function weekdayOf(word: string): number | null {
  const short = plain(word)
    .toLowerCase()
    .replace(/^(?:周|星期|礼拜)/, '');
  const chinese = short === '天' ? 6 : weekdays.indexOf(short);
  if (chinese >= 0) return chinese + 1;
  const english = /^[a-z]{3,9}$/.test(short) ? englishWeekdays.indexOf(short.slice(0, 3)) : -1;
  return english < 0 ? null : english + 1;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** Shapes in the order in which they are tried. The rest of the cell is what stands behind the date. */
const shapes: readonly {
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[]) => Omit<Found, 'rest'> | null;
}[] = [
  // 2026-11-22, 2026/1/2, 2026.11.22, 2026年11月22日, 26年11月22日
  {
    pattern: /^(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?!\d)/,
    read: ([y, , m, d]) => wholeDay(Number(y), Number(m), Number(d)),
  },
  {
    pattern: /^(\d{4}|\d{2}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?/,
    read: ([y, m, d]) => wholeDay(fullYear(Number(y)), Number(m), Number(d)),
  },
  { pattern: /^(\d{1,2}) ?月 ?(\d{1,2})(?: ?[日号]|(?!\d))/, read: ([m, d]) => yearless(Number(m), Number(d)) },
  {
    pattern: /^([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?/,
    read: ([m = '', d = '']) => yearless(chineseNumber(m) ?? 0, chineseNumber(d) ?? 0),
  },
  // 22/11/2026, 11-22-26, 22.11.2026: the column decides the order
  {
    pattern: /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})(?!\d)/,
    read: ([a, , b, c = '']) => ({ kind: 'numbers', numbers: [Number(a), Number(b), Number(c)], lostZero: false }),
  },
  {
    pattern: new RegExp(`^${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i'),
    read: ([m = '', d, y]) => wholeDay(Number(y), monthOf(m), Number(d)),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}\\.?,?[ -](\\d{4})(?!\\d)`, 'i'),
    read: ([d, m = '', y]) => wholeDay(Number(y), monthOf(m), Number(d)),
  },
  {
    pattern: new RegExp(`^${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])`, 'i'),
    read: ([m = '', d]) => yearless(monthOf(m), Number(d)),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}\\b\\.?`, 'i'),
    read: ([d, m = '']) => yearless(monthOf(m), Number(d)),
  },
  // 11/22, 11-22, 11.22: month and day, or day and month
  {
    pattern: /^(\d{1,2})([-/.])(\d{1,2})(?![\d:])/,
    read: ([a, sign, b = '']) => ({
      kind: 'numbers',
      numbers: [Number(a), Number(b), null],
      lostZero: sign === '.' && /^[123]$/.test(b),
    }),
  },
];

function dateAtFront(text: string): Found | null {
  for (const { pattern, read } of shapes) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const found = read(match.slice(1));
    return found === null ? null : ({ ...found, rest: text.slice(match[0].length) } as Found);
  }
  return null;
}

type Whole = { readonly kind: 'day'; readonly day: WallDate };
const two = (value: number): string => String(value).padStart(2, '0');

/** A date that exists; null for 2026-02-30. Reckoned by hand: a column asks this of every cell, several times. */
export function dateOf(year: number, month: number, dayOfMonth: number): WallDate | null {
  if (!(year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && dayOfMonth >= 1)) return null;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (dayOfMonth > (DAYS[month - 1] ?? 0) + (leap ? 1 : 0)) return null;
  const day = `${year}-${two(month)}-${two(dayOfMonth)}`;
  return WHOLE.test(day) ? (day as WallDate) : null;
}
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Parts of a day are no dates: 2026.5 is not in May. */
const WHOLE = /^\d{4}-\d{2}-\d{2}$/;

function wholeDay(year: number, month: number, dayOfMonth: number): Whole | null {
  const day = dateOf(year, month, dayOfMonth);
  return day === null ? null : { kind: 'day', day };
}

/** Leap days exist in some year. */
const yearless = (month: number, dayOfMonth: number): Omit<Found & { kind: 'yearless' }, 'rest'> | null =>
  dateOf(2024, month, dayOfMonth) === null ? null : { kind: 'yearless', month, dayOfMonth };

/** Plans are of these decades: a year of two digits is 20 to 59, and other small numbers are days or months. */
export const fullYear = (year: number): number => (year >= 20 && year <= 59 ? 2000 + year : year);

/** A date and time that names its zone: `2026-11-22T12:30:00Z`, `2026-11-22 20:30+08:00`, `… 12:30 UTC`. */
function instant(text: string): ReadDay | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i.exec(text);
  if (match === null) return null;
  const [, day = '', clock = '', seconds = '00', zone = ''] = match;
  if (!isWallDate(day)) return null;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}` : 'Z';
  const at = Date.parse(`${day}T${clock}:${seconds}${offset}`);
  return Number.isNaN(at) ? null : { kind: 'instant', at, time: null, weekday: null, more: false };
}

/** `20261122`, `202611222030`, `20261122T2030`; days of a spreadsheet (46348, 46348.854); seconds or milliseconds since 1970. */
function bareNumber(text: string, from1904: boolean): ReadDay | null {
  const compact = /^(20\d{2})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?)?$/.exec(text);
  if (compact !== null) {
    const [, y, m, d, hour, minute, second = '00'] = compact;
    const whole = wholeDay(Number(y), Number(m), Number(d));
    const time = hour === undefined ? null : readTime(`${hour}:${minute}`);
    if (whole === null || (hour !== undefined && time === null)) return null;
    return { ...whole, time: time?.time ?? null, weekday: null, more: second !== '00' };
  }
  if (/^1\d{9}(?:\d{3})?$/.test(text)) {
    const at = Number(text) * (text.length === 10 ? 1000 : 1);
    return { kind: 'instant', at, time: null, weekday: null, more: false };
  }
  if (!/^[1-9]\d{4}(?:\.\d+)?$/.test(text)) return null;
  const written = serialText(Number(text), from1904);
  const [day = '', clock] = (written ?? '').split(' ');
  if (!isWallDate(day) || day < FIRST_SERIAL || day > LAST_SERIAL) return null;
  return {
    kind: 'day',
    day,
    time: clock === undefined ? null : (clock.slice(0, 5) as WallTime),
    weekday: null,
    more: false,
  };
}

/** Bare numbers outside these days are figures, not plans. */
const FIRST_SERIAL = '2000-01-01';
const LAST_SERIAL = '2099-12-31';

/** `11.22-11.24`, `2026-11-22 至 2026-11-24`: the first day, and more to keep. */
function range(text: string, from1904: boolean): ReadDay | null {
  const parts = /^(.{3,30}?) ?(?:~|—|–|至|到| - |-(?=\d{1,2}[./月]\d))(?: ?)(.{3,30})$/.exec(text);
  if (parts === null) return null;
  const [from, to] = [readDay(parts[1] ?? '', { from1904 }), readDay(parts[2] ?? '', { from1904 })];
  return from === null || to === null ? null : { ...from, more: true };
}
