import { daysBetween, type WallDate, type WallTime } from './wallDate';

/**
 * Between a wall and the time that passes: for what must be counted across zones or through a change of clocks.
 * Plans themselves are kept as wall times. Pure: the table of zones belongs to the runtime, as Unicode does.
 */

/** A wall time with its day. */
export type WallMoment = { readonly day: WallDate; readonly time: WallTime };

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const EPOCH = '1970-01-01' as WallDate;

/**
 * Milliseconds since 1970 of a wall time. A time that the clocks leave out is taken as if they had not been moved yet
 * (02:30 in the hour that is skipped is 03:30); one that they show twice is the first of the two.
 */
export function instantOf({ day, time }: WallMoment, zone: string): number {
  const wall = daysBetween(EPOCH, day) * DAY + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;
  // Offsets on either side of the moment; where they differ the clocks change nearby.
  const before = wall - offsetAt(zone, wall - DAY);
  const after = wall - offsetAt(zone, wall + DAY);
  if (before === after || offsetAt(zone, before) === wall - before) return before;
  return offsetAt(zone, after) === wall - after ? after : before;
}

/** What the wall of a zone shows, to the minute. */
export function fromInstant(millis: number, zone: string): WallMoment {
  const shown = new Date(millis + offsetAt(zone, millis)).toISOString();
  return { day: shown.slice(0, 10) as WallDate, time: shown.slice(11, 16) as WallTime };
}

/** Whether the clocks of a zone ever show this wall time; false in the hour that is skipped. */
export const isShown = (moment: WallMoment, zone: string): boolean => {
  const shown = fromInstant(instantOf(moment, zone), zone);
  return shown.day === moment.day && shown.time === moment.time;
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds east of UTC, to the minute. Throws `RangeError` for a zone that the runtime does not know. */
function offsetAt(zone: string, millis: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(zone, format);
  }
  const floor = Math.floor(millis / MINUTE) * MINUTE;
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(floor)) parts[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute) - floor;
}
