import { fromInstant, instantOf, type WallMoment } from '../time/instant';

/**
 * Moments for reminders and for "in 6 hours". A received plan may name a zone this machine does not know: such a time is
 * taken as UTC's, so that the desk still shows it.
 */
const known = new Map<string, boolean>();

function zoneOr(zone: string): string {
  let isKnown = known.get(zone);
  if (isKnown === undefined) {
    try {
      fromInstant(0, zone);
      isKnown = true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      isKnown = false;
    }
    known.set(zone, isKnown);
  }
  return isKnown ? zone : 'UTC';
}

/** What the clock shows in a zone. */
export const wallAt = (at: number, zone: string): WallMoment => fromInstant(at, zoneOr(zone));

/** The moment of a wall time, in milliseconds since 1970. */
export const momentOf = (moment: WallMoment, zone: string): number => instantOf(moment, zoneOr(zone));
