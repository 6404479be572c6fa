import { covers, type Horizon, joinHorizons, nodeOf, type Stamp } from '../model/stamp';

/**
 * One version of a body. `id` is the stamp of the edit that made it, or a digest for a merged one. A document this
 * version of the studio cannot read is carried as it came (`doc` stays plain JSON) and never saved over.
 */
export type BodyVersion<D = unknown> = {
  readonly id: string;
  /**
   * The versions its author had seen. A stamp stands for that version and every earlier one of the same node (a node
   * writes in order and has seen its own), so the list stays short however long the history is.
   */
  readonly replaces: readonly string[];
  readonly doc: D;
};

/** Versions written by a person are named by the stamp of the edit; merged ones by a digest of 64 digits. */
export const isStampId = (id: string): id is Stamp => id.length === 34;

/** The horizon of one text: its own stamp, and everything its author had seen. */
export const lineageOf = ({ id, replaces }: Pick<BodyVersion, 'id' | 'replaces'>): Horizon =>
  joinHorizons(isStampId(id) ? [id] : [], replaces.filter(isStampId));

/**
 * Whether `later` stands in the place of `earlier`: its author had seen that text, and all that its author had seen. A
 * merged text says nothing of its own, so whoever saw what it was made of may stand in its place.
 *
 * A claim that leaves a gap (only a forged or damaged file makes one) replaces nothing: both texts are shown. So this is
 * a strict order of any versions whatever, and which of them are heads does not depend on the order they come in.
 */
export function replacesVersion(later: BodyVersion, earlier: BodyVersion): boolean {
  return later.id !== earlier.id && reaches(later, earlier) && !reaches(earlier, later);
}

const reaches = (later: BodyVersion, earlier: BodyVersion): boolean => {
  const lineage = lineageOf(later);
  // A text made of none can only come from a forged file; it must be named to be replaced.
  const isMerged = !isStampId(earlier.id) && earlier.replaces.length > 0;
  const isSeen = isStampId(earlier.id) ? covers(lineage, earlier.id) : later.replaces.includes(earlier.id);
  return (
    (isMerged || isSeen) &&
    earlier.replaces.every((id) => (isStampId(id) ? covers(lineage, id) : later.replaces.includes(id)))
  );
};

/** The versions that no other known one replaces, sorted: what is shown, and what travels. */
export function headsOf(versions: Readonly<Record<string, BodyVersion>>): readonly string[] {
  const all = Object.values(versions);
  if (all.length === 1) return [(all[0] as BodyVersion).id];
  return all
    .filter((version) => !all.some((other) => replacesVersion(other, version)))
    .map(({ id }) => id)
    .sort();
}

/** What both had seen, one stamp per node: entries of a lineage are versions, so each of these is one, too. */
export function commonLineage(a: Horizon, b: Horizon): Horizon {
  return a.flatMap((stamp) => {
    const other = b.find((mark) => nodeOf(mark) === nodeOf(stamp));
    return other === undefined ? [] : [stamp < other ? stamp : other];
  });
}

/**
 * The text from which two concurrent ones began: among those that are still kept, the one whose lineage is exactly what
 * both had seen. Null when it is no longer kept, when there never was one, and when several would do: then nothing may
 * be merged, because another machine would begin from another text.
 */
export function ancestorOf<V extends BodyVersion>(a: BodyVersion, b: BodyVersion, kept: readonly V[]): V | null {
  const common = commonLineage(lineageOf(a), lineageOf(b));
  if (common.length === 0) return null;
  const found = kept.filter((version) => sameHorizon(lineageOf(version), common));
  return found.length === 1 ? (found[0] ?? null) : null;
}

const sameHorizon = (a: Horizon, b: Horizon): boolean =>
  a.length === b.length && [...a].sort().every((stamp, at) => stamp === [...b].sort()[at]);
