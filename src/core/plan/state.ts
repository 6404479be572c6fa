import type { Doc } from '../model/doc';
import type { Json } from '../model/json';
import type { AnySpec } from '../model/record';
import { viewRecord } from '../model/record';
import { isRecordType, type RecordType, type RecordView, records } from '../model/records';
import { covers, type Horizon, horizonGatherer, joinHorizons, type Stamp } from '../model/stamp';
import { type BodyVersion as AnyVersion, isStampId, lineageOf } from './lineage';

/**
 * A record as it is stored, merged and carried in plan files: registers with their stamps, sets as one add/remove
 * register per element, body versions with heads, and a tombstone that remembers what its author had seen.
 *
 *   visible record  =  viewOf(state)
 *   one person's edit  =  applyOp(state, op, stamp)      (ops.ts)
 *   two copies  →  one  =  mergeStates(a, b)             (merge.ts)
 */
export type RecordState = {
  readonly type: string;
  readonly id: string;
  /** By register name (`title`, `brief.deadline`), registers of newer versions included. */
  readonly registers: Readonly<Record<string, Json>>;
  readonly stamps: Readonly<Record<string, Stamp>>;
  readonly sets: Readonly<Record<string, Readonly<Record<string, SetElement>>>>;
  /** Versions nobody has replaced; more than one after concurrent edits. Empty for records without a body. */
  readonly heads: readonly string[];
  readonly versions: Readonly<Record<string, BodyVersion>>;
  readonly deleted: Tombstone | null;
};

/** An element is in the set while some add has not been seen by a remove: a concurrent add wins. */
export type SetElement = { readonly adds: Horizon; readonly removes: Horizon };

/** A version of a body as it is stored and carried; its document may be of a newer studio. */
export type BodyVersion = AnyVersion<Json>;

/** Deleted at `at` by someone who had seen `seen`; any edit beyond that keeps the record alive. */
export type Tombstone = { readonly at: Stamp; readonly seen: Horizon };

/** How a member that a later format gives a record is called among its registers; it has no clock. */
export const MEMBER = '$member ';

/** Touched when a deleted record is brought back; its stamp lies beyond the tombstone's horizon. */
export const ALIVE = '$alive';

export const emptyState = (type: string, id: string): RecordState => ({
  type,
  id,
  registers: {},
  stamps: {},
  sets: {},
  heads: [],
  versions: {},
  deleted: null,
});

/**
 * Every stamp by which the record was touched, one per node. A merged text has no stamp of its own: it stands for the
 * edits it was made of.
 */
export function horizonOf(state: RecordState): Horizon {
  const seen = horizonGatherer();
  eachMark(state, seen.add);
  return seen.all();
}

/** The same stamps, one by one, in no order. */
export function eachMark(state: RecordState, see: (stamp: Stamp) => void): void {
  for (const name of Object.keys(state.stamps)) see(state.stamps[name] as Stamp);
  for (const set of Object.keys(state.sets)) {
    const elements = state.sets[set] as Readonly<Record<string, SetElement>>;
    for (const element of Object.keys(elements)) {
      const { adds, removes } = elements[element] as SetElement;
      for (const stamp of adds) see(stamp);
      for (const stamp of removes) see(stamp);
    }
  }
  for (const id of state.heads) {
    if (isStampId(id)) see(id);
    else {
      const merged = state.versions[id];
      if (merged !== undefined) for (const stamp of lineageOf(merged)) see(stamp);
    }
  }
}

/** Everything whoever holds this state has seen of the record, earlier texts included. */
export const seenOf = (state: RecordState): Horizon =>
  joinHorizons(
    joinHorizons(horizonOf(state), state.deleted?.seen ?? []),
    state.heads.flatMap((head) => {
      const version = state.versions[head];
      return version === undefined ? [] : lineageOf(version);
    }),
  );

/** What a new version of this body replaces: its heads, and all that they replaced. */
export const seenVersions = (state: Pick<RecordState, 'heads' | 'versions'>): readonly string[] =>
  state.heads.reduce<Horizon>((seen, head) => {
    const version = state.versions[head];
    return version === undefined
      ? joinHorizons(seen, [head].filter(isStampId))
      : joinHorizons(seen, lineageOf(version));
  }, []);

/** A record is there unless its tombstone has seen everything that was done to it. */
export function isAlive(state: RecordState): boolean {
  const { deleted } = state;
  if (deleted === null) return true;
  return horizonOf(state).some((stamp) => !covers(deleted.seen, stamp));
}

export const hasElement = ({ adds, removes }: SetElement): boolean =>
  removes.length === 0 ? adds.length > 0 : adds.some((stamp) => !covers(removes, stamp));

/** The elements of one set, sorted. */
export function elementsOf(state: RecordState, set: string): readonly string[] {
  const elements = Object.hasOwn(state.sets, set) ? state.sets[set] : undefined;
  if (elements === undefined) return [];
  return Object.keys(elements)
    .filter((name) => hasElement(elements[name] as SetElement))
    .sort();
}

export function viewOf<T extends RecordType>(
  type: T,
  state: Pick<RecordState, 'id' | 'registers' | 'sets'>,
): RecordView<T> {
  const spec: AnySpec = records[type];
  const sets: Record<string, readonly string[]> = {};
  for (const name of Object.keys(spec.sets)) sets[name] = elementsOf(state as RecordState, name);
  return viewRecord(spec, state.id, state.registers, sets) as RecordView<T>;
}

/** The body as shown: the newest head, by id, so that two machines show the same one while both are kept. */
export function shownVersion(state: RecordState): BodyVersion | null {
  const newest = [...state.heads].sort().at(-1);
  return newest === undefined ? null : (state.versions[newest] ?? null);
}

export const bodyOf = (state: RecordState): Doc | null => (shownVersion(state)?.doc ?? null) as Doc | null;

export const knownType = (state: RecordState): RecordType | null => (isRecordType(state.type) ? state.type : null);
