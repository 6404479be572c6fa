import { fromInstant, instantOf, isShown, MINUTE, type WallMoment } from './instant';

/**
 * Wall times that a change of clocks leaves out or shows twice. `skipped` names what the wall shows instead at that
 * moment; what is shown twice is taken as the first of the two.
 */
export type ClockChange = { readonly kind: 'skipped'; readonly shown: WallMoment } | { readonly kind: 'twice' };

/** By how much clocks have been set back, in minutes: an hour, half of one (Lord Howe), two (Antarctic stations). */
const SET_BACK = [30, 60, 120];

/** Null for an ordinary moment, and for a zone the runtime does not know. */
export function clockChangeAt(moment: WallMoment, zone: string): ClockChange | null {
  try {
    const at = instantOf(moment, zone);
    if (!isShown(moment, zone)) return { kind: 'skipped', shown: fromInstant(at, zone) };
    const again = SET_BACK.some((minutes) => {
      const { day, time } = fromInstant(at + minutes * MINUTE, zone);
      return day === moment.day && time === moment.time;
    });
    return again ? { kind: 'twice' } : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The same moment as another zone's wall shows it; null where a zone is not known. */
export function inZone(moment: WallMoment, from: string, to: string): WallMoment | null {
  try {
    return fromInstant(instantOf(moment, from), to);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
