import { type Horizon, joinHorizons, makeStamp, type NodeId, stampSchema } from '../../../core/model/stamp';
import { seenByPlan } from '../../../core/plan/comparing/marks';
import type { WriteDb } from '../database';
import { readMeta, writeMeta } from '../migrations';
import { allStates } from '../rows';

/**
 * What this copy has seen of others, one stamp per node, kept because the records alone forget: an edit that was
 * replaced leaves no stamp behind. Plans come in by merging only, and each one adds to it.
 */
const PLACE = 'seen';

/** Null before the first plan was merged in a workspace made by an earlier version. */
export function keptSeen(db: WriteDb): Horizon | null {
  const kept = readMeta(db, PLACE);
  if (kept === null) return null;
  return (JSON.parse(kept) as unknown[]).flatMap((stamp) => stampSchema.safeParse(stamp).data ?? []);
}

/** Everything of others' that was seen here. Reads the whole plan the first time, never again after a merge. */
export const seenHere = (db: WriteDb): Horizon => keptSeen(db) ?? seenByPlan(allStates(db));

/** The same with everything this copy has written itself, up to now and to come. */
export const seenAsMine = (seen: Horizon, node: NodeId): Horizon =>
  joinHorizons(seen, [makeStamp({ millis: 2 ** 48 - 1, counter: 0xffff, node })]);

/** Adds to it; answers whether there was anything to add. */
export function addSeen(db: WriteDb, more: Horizon): boolean {
  const before = keptSeen(db);
  const after = joinHorizons(before ?? [], more);
  if (before !== null && JSON.stringify(before) === JSON.stringify(after)) return false;
  writeMeta(db, PLACE, JSON.stringify(after));
  return true;
}
