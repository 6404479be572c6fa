import { fromInstant, instantOf } from '../time/instant';
import { daysBetween, type WallDate, type WallTime } from '../time/wallDate';

/** A place in time as people plan it; without a time only the day is settled. */
export type Moment = { readonly day: WallDate; readonly time: WallTime | null };

export const sameMoment = (a: Moment, b: Moment): boolean => a.day === b.day && a.time === b.time;

/** The same moment on another zone's wall. A day without a time stays the day it is. */
export function onWallOf(zone: string, moment: Moment, from: string): Moment {
  if (zone === from || moment.time === null) return moment;
  return fromInstant(instantOf({ day: moment.day, time: moment.time }, from), zone);
}

/** So many minutes later, counted as they pass: through a change of clocks the wall jumps, the wait does not. */
export function minutesLater(moment: Moment & { readonly time: WallTime }, minutes: number, zone: string): Moment {
  return fromInstant(instantOf(moment, zone) + minutes * 60_000, zone);
}

/** Minutes from one moment to another on the same wall; null when one of them has no time. */
export function wallMinutesBetween(from: Moment, to: Moment): number | null {
  if (from.time === null || to.time === null) return null;
  return daysBetween(from.day, to.day) * 1440 + minuteOf(to.time) - minuteOf(from.time);
}

/** Minutes since midnight. */
export const minuteOf = (time: WallTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
