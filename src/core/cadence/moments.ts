import { wallInZone } from '../sheets/values/wallInZone';
import { addDays, daysBetween, type WallDate, type WallTime } from '../time/wallDate';

/**
 * Wall times as minutes that pass, for gaps and windows over thousands of placements: what a zone's clocks do on a day is
 * looked up once.
 */
const EPOCH = '1970-01-01' as WallDate;
const DAY = 1_440;

export const minuteOf = (time: WallTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** `1170` → `19:30`. */
export const clockAt = (minute: number): WallTime =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` as WallTime;

export type Moment = { readonly day: WallDate; readonly time: WallTime };

/** So many minutes on along the wall, over midnight where need be. */
export function minutesOn({ day, time }: Moment, minutes: number): Moment {
  const total = minuteOf(time) + minutes;
  const days = Math.floor(total / DAY);
  return { day: addDays(day, days), time: clockAt(total - days * DAY) };
}

/** Minutes since 1970 as the wall counts them, whatever the zone. */
export const wallMinutes = ({ day, time }: Moment): number => daysBetween(EPOCH, day) * DAY + minuteOf(time);

/** Minutes east of UTC at a number of minutes since 1970. An unknown zone is read as UTC. */
function offsetAt(zone: string, minutes: number): number {
  const shown = wallInZone(minutes * 60_000, zone);
  return shown === null ? 0 : wallMinutes(shown) - minutes;
}

/** Offsets before and after a day; where they differ the clocks change around it. */
const around = new Map<string, readonly [before: number, after: number]>();
const MOST_KEPT = 20_000;

function offsetsAround(zone: string, day: WallDate): readonly [number, number] {
  const key = `${day}${zone}`;
  const known = around.get(key);
  if (known !== undefined) return known;
  const noon = wallMinutes({ day, time: '12:00' as WallTime });
  const found = [offsetAt(zone, noon - DAY), offsetAt(zone, noon + DAY)] as const;
  if (around.size >= MOST_KEPT) around.clear();
  around.set(key, found);
  return found;
}

/**
 * Minutes since 1970 of a wall time. A time the clocks leave out is taken as if they had not been moved yet; of one they
 * show twice it is the first.
 */
export function minutesAt(moment: Moment, zone: string): number {
  const wall = wallMinutes(moment);
  const [before, after] = offsetsAround(zone, moment.day);
  if (before === after) return wall - before;
  const shown = [wall - before, wall - after].filter((at) => offsetAt(zone, at) === wall - at);
  return shown.length === 0 ? wall - before : Math.min(...shown);
}

/** How often the clocks of a zone show a wall time: never in the hour they skip, twice in the hour they repeat. */
export function timesShown(moment: Moment, zone: string): 0 | 1 | 2 {
  const [before, after] = offsetsAround(zone, moment.day);
  if (before === after) return 1;
  const wall = wallMinutes(moment);
  const shown = [wall - before, wall - after].filter((at) => offsetAt(zone, at) === wall - at);
  return shown.length === 0 ? 0 : shown.length === 1 ? 1 : 2;
}

/** Minutes by which the clocks are moved around a day; 0 where they are not. */
export function clocksMovedBy(day: WallDate, zone: string): number {
  const [before, after] = offsetsAround(zone, day);
  return after - before;
}
