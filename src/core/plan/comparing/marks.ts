import { type Horizon, joinHorizons, nodeOf, readStamp, type Stamp } from '../../model/stamp';
import { planHorizon } from '../merge';
import type { RecordState } from '../state';
import type { EditMark } from './types';

/** An edit as a reader wants it named: who and when. */
export const markOf = (stamp: Stamp): EditMark => ({ stamp, node: nodeOf(stamp), at: readStamp(stamp).millis });

/** The latest of some edits; null for none. */
export function latestMark(stamps: readonly Stamp[]): EditMark | null {
  let latest: Stamp | null = null;
  for (const stamp of stamps) if (latest === null || stamp > latest) latest = stamp;
  return latest === null ? null : markOf(latest);
}

/**
 * Everything the owner of a copy had seen: all that stands in it, and what was written and replaced since (`known`,
 * which a plan file carries as `seen`).
 */
export const seenByPlan = (states: readonly RecordState[], known: Horizon = []): Horizon =>
  joinHorizons(planHorizon(states), known);
