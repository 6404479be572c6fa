import { readDay } from '../sheets/values/dates';
import { addDays, isWallDate, type WallDate, type WallTime } from '../time/wallDate';

/** So far back a date without a year may lie; else the next one is meant. */
const BACK_DAYS = 120;

/**
 * When a draw closes, as its brief says it: `10月18日 20:00`, `18 Oct, 20:00`, `2026-10-18`. Null for what cannot be read as one
 * day, so that nothing is said about it. A date without a year is the one nearest after `near` less a few months.
 */
export function readDeadline(
  text: string,
  near: WallDate,
): { readonly day: WallDate; readonly time: WallTime | null } | null {
  const read = readDay(text);
  if (read === null) return null;
  if (read.kind === 'day') return { day: read.day, time: read.time };
  if (read.kind !== 'yearless') return null;
  const earliest = addDays(near, -BACK_DAYS);
  const year = Number(earliest.slice(0, 4));
  for (const candidate of [year, year + 1]) {
    const day = `${candidate}-${two(read.month)}-${two(read.dayOfMonth)}`;
    if (isWallDate(day) && day >= earliest) return { day, time: read.time };
  }
  return null;
}

const two = (value: number): string => String(value).padStart(2, '0');
