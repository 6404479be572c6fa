import type { Piece } from '../model/records';

/**
 * Points of a piece's history: what is shown, what is kept, what they are called. A point is named by the stamp of the
 * edit that made it, so the name travels with the piece in plan files while the text stays where it was written.
 */
export const POINTS = 'points';
export const pointRegister = (key: string): string => `${POINTS}.${key}`;
export const pointName = (piece: Pick<Piece, 'points'>, key: string): string | null =>
  Object.hasOwn(piece.points, key) ? (piece.points[key] ?? null) : null;

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Writing without a rest is cut into points after this long, in milliseconds. */
export const POINT_EVERY = 10 * MINUTE;
/** After a rest of this long the next key begins a new point. */
export const POINT_REST = MINUTE;

/** How long texts are kept: every point, then one a day, then one a month. Named ones for ever. */
export const KEEP_ALL = 14 * DAY;
export const KEEP_DAILY = 180 * DAY;
/** Steps of undo older than this lose their bodies and can no longer be taken back. */
export const UNDO_KEPT = 90 * DAY;
/** How long the list of who did what to a piece reaches back. */
export const LOG_KEPT = 730 * DAY;
/** Automatic texts of one piece, at most. */
export const KEEP_MOST = 500;

export type KeptVersion = {
  readonly id: string;
  /** Milliseconds since 1970 when it was written; null when nobody knows (a merged version). */
  readonly at: number | null;
  /** Named, shown now, or carried away in a plan file within the last half year: never thinned out. */
  readonly held: boolean;
};

/**
 * Which versions of one piece stay, newest first: those held; everything of the last fortnight; the last of each day
 * for half a year; the last of each month after that; of all these at most `KEEP_MOST`, the newest.
 */
export function keptVersions(versions: readonly KeptVersion[], now: number): ReadonlySet<string> {
  const kept = new Set<string>();
  const taken = new Set<string>();
  let automatic = 0;
  const newestFirst = [...versions].sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? 1 : -1));
  for (const { id, at, held } of newestFirst) {
    if (held || at === null) {
      kept.add(id);
      continue;
    }
    const slot = slotOf(at, now);
    if (automatic >= KEEP_MOST || (slot !== null && taken.has(slot))) continue;
    if (slot !== null) taken.add(slot);
    kept.add(id);
    automatic += 1;
  }
  return kept;
}

/** The stretch of time of which one version stays; null while all of them do. */
function slotOf(at: number, now: number): string | null {
  const age = now - at;
  if (age <= KEEP_ALL) return null;
  const date = new Date(at).toISOString();
  return age <= KEEP_DAILY ? date.slice(0, 10) : date.slice(0, 7);
}
