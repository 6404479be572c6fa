import ICAL from 'ical.js';
import { fromInstant, instantOf } from '../../time/instant';
import { isWallTime, type WallDate } from '../../time/wallDate';

/**
 * The day a moment of a calendar file is on in the workspace's zone: by the file's own description of its zone, else by
 * the zone's IANA name, else as it is written (floating times, zones nobody knows).
 */
export function zonedDay(
  time: ICAL.Time,
  written: WallDate,
  tzid: string,
  zones: ReadonlyMap<string, ICAL.Timezone>,
  zone: string,
): WallDate {
  if (time.zone === ICAL.Timezone.utcTimezone) return fromInstant(time.toUnixTime() * 1000, zone).day;
  if (tzid === '' || tzid === zone) return written;
  const described = zones.get(tzid);
  if (described !== undefined) {
    const there = time.clone();
    there.zone = described;
    return fromInstant(there.toUnixTime() * 1000, zone).day;
  }
  const clock = `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
  if (!isKnown(tzid) || !isWallTime(clock)) return written;
  return fromInstant(instantOf({ day: written, time: clock }, tzid), zone).day;
}

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
