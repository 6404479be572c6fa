/**
 * Reckoning with wall dates: plain arithmetic on text, without the schemas of `wall.ts`, so that a screen can count
 * days before anything is parsed.
 */

/** `2026-10-11`. */
export type WallDate = string & { readonly __wallDate: true };
/** `18:00`, 00:00 to 23:59. */
export type WallTime = string & { readonly __wallTime: true };

const MS_PER_DAY = 86_400_000;
export const wallTimeShape = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A day that exists: 2026-02-30 does not. */
export function isWallDate(value: string): value is WallDate {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === value;
}

export const isWallTime = (value: string): value is WallTime => wallTimeShape.test(value);

const toDays = (date: WallDate): number => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
const fromDays = (days: number): WallDate => new Date(days * MS_PER_DAY).toISOString().slice(0, 10) as WallDate;

export const addDays = (date: WallDate, days: number): WallDate => fromDays(toDays(date) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: WallDate, to: WallDate): number => toDays(to) - toDays(from);

/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekday = (date: WallDate): number => ((((toDays(date) + 3) % 7) + 7) % 7) + 1;

/** The first day of the week that holds `date`; `weekStart` 1 Monday … 7 Sunday. */
export const startOfWeek = (date: WallDate, weekStart: number): WallDate =>
  addDays(date, -((weekday(date) - weekStart + 7) % 7));

export const startOfMonth = (date: WallDate): WallDate => `${date.slice(0, 8)}01` as WallDate;

/** `count` days in a row, from `first`. */
export const daysFrom = (first: WallDate, count: number): readonly WallDate[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index));

/** Today's date in a zone, for a clock reading in milliseconds. */
export function dateIn(zone: string, nowMillis: number): WallDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(nowMillis)) as WallDate;
}
