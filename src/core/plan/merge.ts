import type { Json } from '../model/json';
import { type Horizon, horizonGatherer, joinHorizons, laterStamp, type Stamp } from '../model/stamp';
import { canonical, sameJson } from './canonical';
import type { Newer } from './file/content';
import { headsOf } from './lineage';
import { type BodyVersion, eachMark, type RecordState, type SetElement, type Tombstone } from './state';

export { headsOf } from './lineage';

/**
 * The merge law: two copies of a record become one, the same on every machine, whatever came first and however often.
 * Merging is a join (commutative, associative, idempotent) and nothing ever goes down by it.
 *
 *   register    the later stamp; at equal stamps the larger canonical value (a copied profile can do that)
 *   set         per element: everything added, everything seen removed; an add no remove has seen wins
 *   body        all versions; heads are those that none replaces (`lineage.ts`), so two concurrent texts are both kept
 *   tombstone   the later one, with everything either author had seen; an edit beyond that keeps the record alive
 *
 * Registers, sets and types that this version of the studio does not know are merged by the same law.
 *
 * @throws when the two are not copies of one record: callers pair by type and id.
 */
export function mergeStates(a: RecordState, b: RecordState): RecordState {
  if (a.type !== b.type || a.id !== b.id) throw new Error(`${a.type} ${a.id} and ${b.type} ${b.id} are two records.`);
  if (a === b) return a;
  const versions = joinBy(a.versions, b.versions, largerVersion);
  return {
    type: a.type,
    id: a.id,
    ...joinRegisters(a, b),
    sets: joinBy(a.sets, b.sets, (ours, theirs) => joinBy(ours, theirs, joinElements)),
    heads: headsOf(versions),
    versions,
    deleted: joinTombstones(a.deleted, b.deleted),
  };
}

/** Merges two plans record by record. Absence deletes nothing. Sorted by type and id; neither side may hold a record twice. */
export function mergePlans(a: readonly RecordState[], b: readonly RecordState[]): readonly RecordState[] {
  const merged = new Map(a.map((state) => [keyOf(state), state]));
  for (const theirs of b) {
    const ours = merged.get(keyOf(theirs));
    merged.set(keyOf(theirs), ours === undefined ? theirs : mergeStates(ours, theirs));
  }
  return [...merged.values()].sort(byTypeAndId);
}

/**
 * Merges what two plan files carry at their top level for newer versions: all of both, and of two values under one name
 * the larger in canonical form.
 */
export const joinMore = (
  a: Readonly<Record<string, Json>>,
  b: Readonly<Record<string, Json>>,
): Readonly<Record<string, Json>> =>
  joinBy(a, b, (ours, theirs) => (canonical(ours) >= canonical(theirs) ? ours : theirs));

/** The later of two formats, of equal ones what both manifests say; and the files of both, of two under one name the larger digest. */
export function joinNewer<F>(
  a: NewerWith<F> | undefined,
  b: NewerWith<F> | undefined,
  digest: (file: F) => string,
): NewerWith<F> | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const files = new Map(a.files);
  for (const [path, theirs] of b.files ?? []) {
    const ours = files.get(path);
    if (ours === undefined || digest(theirs) > digest(ours)) files.set(path, theirs);
  }
  const [one, other] = a.version >= b.version ? [a, b] : [b, a];
  return {
    version: one.version,
    manifest: one.version === other.version ? joinMore(one.manifest, other.manifest) : one.manifest,
    ...(files.size === 0 ? {} : { files }),
  };
}

/** What a plan of a later format carries, its files as bytes or by their digests. */
export type NewerWith<F> = Omit<Newer, 'files'> & { readonly files?: ReadonlyMap<string, F> };

/** Everything written into a plan, one stamp per node: the clock of a machine must pass these once it has merged them. */
export const planHorizon = (states: readonly RecordState[]): Horizon => {
  const seen = horizonGatherer();
  for (const state of states) {
    eachMark(state, seen.add);
    if (state.deleted !== null) for (const stamp of [state.deleted.at, ...state.deleted.seen]) seen.add(stamp);
  }
  return seen.all();
};

/**
 * Where a machine's clock stands once it has merged these: behind everything in them, so that what is written next is
 * later than all that was seen, whatever the wall clock says. To be taken over only with the merge itself.
 */
export const clockAfter = (last: Stamp | null, merged: readonly RecordState[]): Stamp | null =>
  planHorizon(merged).reduce<Stamp | null>((known, stamp) => (known === null ? stamp : laterStamp(known, stamp)), last);

/** One record of a plan: ids are unique per type. */
export const keyOf = ({ type, id }: Pick<RecordState, 'type' | 'id'>): string => `${type}\n${id}`;

/** The order of records in plan files. */
export const byTypeAndId = (a: RecordState, b: RecordState): number => compare(a.type, b.type) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function joinRegisters(a: RecordState, b: RecordState): Pick<RecordState, 'registers' | 'stamps'> {
  const registers: [string, Json][] = [];
  const stamps: [string, Stamp][] = [];
  for (const name of new Set([...Object.keys(a.registers), ...Object.keys(b.registers)])) {
    const { value, stamp } = laterRegister(registerIn(a, name), registerIn(b, name));
    registers.push([name, value]);
    if (stamp !== undefined) stamps.push([name, stamp]);
  }
  return { registers: Object.fromEntries(registers), stamps: Object.fromEntries(stamps) };
}

type Register = { readonly value: Json; readonly stamp: Stamp | undefined };

function registerIn(state: RecordState, name: string): Register | null {
  if (!Object.hasOwn(state.registers, name)) return null;
  return {
    value: state.registers[name] as Json,
    stamp: Object.hasOwn(state.stamps, name) ? state.stamps[name] : undefined,
  };
}

/** At least one of the two is there. A register without a stamp gives way to any with one. */
function laterRegister(a: Register | null, b: Register | null): Register {
  if (a === null || b === null) return (a ?? b) as Register;
  const [ours, theirs] = [a.stamp ?? '', b.stamp ?? ''];
  if (ours !== theirs) return ours > theirs ? a : b;
  return sameJson(a.value, b.value) || canonical(a.value) > canonical(b.value) ? a : b;
}

const joinElements = (a: SetElement, b: SetElement): SetElement => ({
  adds: joinHorizons(a.adds, b.adds),
  removes: joinHorizons(a.removes, b.removes),
});

/** Two texts under one id can only come from a copied profile: one of them wins, the same everywhere. */
const largerVersion = (a: BodyVersion, b: BodyVersion): BodyVersion =>
  sameJson(a as never, b as never) || canonical(a) >= canonical(b) ? a : b;

function joinTombstones(a: Tombstone | null, b: Tombstone | null): Tombstone | null {
  if (a === null || b === null) return a ?? b;
  return { at: laterStamp(a.at, b.at), seen: joinHorizons(a.seen, b.seen) };
}

/** Unites two tables; `join` decides where both have an entry. Safe for any key, `__proto__` included. */
function joinBy<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  join: (a: T, b: T) => T,
): Readonly<Record<string, T>> {
  const united = new Map(Object.entries(a));
  for (const [name, theirs] of Object.entries(b)) {
    const ours = united.get(name);
    united.set(name, ours === undefined ? theirs : join(ours, theirs));
  }
  return Object.fromEntries(united);
}
