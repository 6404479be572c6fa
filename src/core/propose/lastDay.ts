import { addDays, isWallDate, type WallDate } from '../time/wallDate';

/**
 * The day before a deadline as people write it: who is to take part needs a day at least. Reads `2026-10-20`,
 * `2026年10月20日`, `10月20日`, `10/20` and `Oct 20`; without a year it is the next such day. Null where no day is found: the
 * deadline then binds nothing, and the screen says so.
 */
export function lastDayBefore(deadline: string, today: WallDate): WallDate | null {
  const day = dayIn(deadline, today);
  return day === null ? null : addDays(day, -1);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const whole = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;
const short = /(\d{1,2})\s*[月/]\s*(\d{1,2})(?!\d)/;
const english =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?!\d)(?:(?:st|nd|rd|th)?,?\s+(\d{4}))?/i;
const englishAfter =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:,?\s+(\d{4}))?/i;

function dayIn(said: string, today: WallDate): WallDate | null {
  const full = whole.exec(said);
  if (full !== null) return dated(full[1], full[2], full[3], today);
  const brief = short.exec(said);
  if (brief !== null) return dated(undefined, brief[1], brief[2], today);
  const month = (name: string | undefined) => String(MONTHS.indexOf((name ?? '').toLowerCase()) + 1);
  const first = english.exec(said);
  if (first !== null) return dated(first[3], month(first[1]), first[2], today);
  const after = englishAfter.exec(said);
  return after === null ? null : dated(after[3], month(after[2]), after[1], today);
}

function dated(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: WallDate,
): WallDate | null {
  const at = (of: number): WallDate | null => {
    const text = `${String(of).padStart(4, '0')}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
    return isWallDate(text) ? text : null;
  };
  if (year !== undefined) return at(Number(year));
  const thisYear = at(Number(today.slice(0, 4)));
  // A day that is just over was this year's; only one long past means the next.
  return thisYear !== null && thisYear < addDays(today, -60) ? at(Number(today.slice(0, 4)) + 1) : thisYear;
}
