import type { Json } from '../../model/json';
import { type Horizon, joinHorizons, makeStamp, type NodeId, nextStamp, nodeOf, type Stamp } from '../../model/stamp';
import { headsOf, isStampId } from '../lineage';
import { type BodyVersion, eachMark, emptyState, MEMBER, type RecordState, type SetElement } from '../state';

/**
 * How far ahead of this machine's clock an edit may be, in milliseconds. A day, not minutes: files travel slowly, and a
 * mistaken time zone must not stop anybody; a clock that is years ahead would win every field for years.
 */
export const MOST_AHEAD = 24 * 60 * 60_000;

/** Whether an edit carries a clock from further ahead of `now` than any honest clock is. Stamps compare as text. */
export function aheadOf(now: number): (stamp: Stamp) => boolean {
  const millis = Math.max(0, Math.floor(now + MOST_AHEAD) + 1);
  // Whoever holds nothing back says that now is the end of time.
  if (millis >= 2 ** 48) return () => false;
  const first = makeStamp({ millis, counter: 0, node: NOBODY });
  return (stamp) => stamp >= first;
}
const NOBODY = '0000000000000000' as NodeId;

export type Parted = {
  /** What may be merged; null when all of it lies ahead. */
  readonly lawful: RecordState | null;
  /** What is held back, as a state of the same record; null for nothing. */
  readonly future: RecordState | null;
};

/**
 * Parts a record that came from elsewhere into what may be merged and what carries a stamp from more than a day ahead
 * of `now`. Held parts stay outside the merged plan, where they can pull no clock along; merging stays lawful, because
 * both parts are copies of the record like any other.
 */
export function withoutFuture(state: RecordState, now: number): Parted {
  const isAhead = aheadOf(now);
  if (!someStamp(state, isAhead)) return { lawful: state, future: null };
  const part = (which: boolean): RecordState => partOf(state, (marks) => marks.some(isAhead) === which, isAhead, which);
  const lawful = part(false);
  return { lawful: isEmpty(lawful) ? null : lawful, future: part(true) };
}

function someStamp(state: RecordState, is: (stamp: Stamp) => boolean): boolean {
  let found = false;
  const look = (stamp: Stamp): void => {
    found ||= is(stamp);
  };
  eachMark(state, look);
  for (const id of Object.keys(state.versions)) stampsOfVersion(state.versions[id] as BodyVersion).forEach(look);
  if (state.deleted !== null) [state.deleted.at, ...state.deleted.seen].forEach(look);
  return found;
}

function partOf(
  state: RecordState,
  belongs: (marks: readonly Stamp[]) => boolean,
  isAhead: (stamp: Stamp) => boolean,
  ahead: boolean,
): RecordState {
  const stamps = Object.entries(state.stamps).filter(([, stamp]) => belongs([stamp]));
  const versions = Object.fromEntries(
    Object.entries(state.versions).filter(([, version]) => belongs(stampsOfVersion(version))),
  );
  return {
    ...emptyState(state.type, state.id),
    registers: Object.fromEntries([
      ...stamps.map(([name]): [string, Json] => [name, state.registers[name] ?? null]),
      // What has no clock is of no time.
      ...(ahead ? [] : Object.entries(state.registers).filter(([name]) => name.startsWith(MEMBER))),
    ]),
    stamps: Object.fromEntries(stamps),
    sets: setsOf(state.sets, (stamp) => isAhead(stamp) === ahead),
    versions,
    heads: headsOf(versions),
    deleted: state.deleted !== null && belongs([state.deleted.at, ...state.deleted.seen]) ? state.deleted : null,
  };
}

function setsOf(sets: RecordState['sets'], belongs: (stamp: Stamp) => boolean): RecordState['sets'] {
  const marks = (horizon: Horizon): Horizon => horizon.filter(belongs);
  return Object.fromEntries(
    Object.entries(sets).flatMap(([set, elements]): [string, Record<string, SetElement>][] => {
      const left = Object.entries(elements).flatMap(([name, { adds, removes }]): [string, SetElement][] => {
        const element = { adds: marks(adds), removes: marks(removes) };
        return element.adds.length + element.removes.length === 0 ? [] : [[name, element]];
      });
      return left.length === 0 ? [] : [[set, Object.fromEntries(left)]];
    }),
  );
}

const stampsOfVersion = ({ id, replaces }: BodyVersion): readonly Stamp[] => [id, ...replaces].filter(isStampId);

/** Every clock that stands in a record, heads of bodies and the tombstone included. */
export function stampsOf(state: RecordState): readonly Stamp[] {
  const stamps: Stamp[] = Object.values(state.stamps);
  for (const elements of Object.values(state.sets))
    for (const { adds, removes } of Object.values(elements)) stamps.push(...adds, ...removes);
  for (const version of Object.values(state.versions)) stamps.push(...stampsOfVersion(version));
  if (state.deleted !== null) stamps.push(state.deleted.at, ...state.deleted.seen);
  return stamps;
}

const isEmpty = ({ registers, sets, versions, deleted }: RecordState): boolean =>
  Object.keys(registers).length + Object.keys(sets).length + Object.keys(versions).length === 0 && deleted === null;

/**
 * The repair on the author's own machine once its clock is right again: what it wrote from ahead is written anew under
 * clocks of now, in the order it was written. Nobody has merged the old ones (they were held back everywhere), so nothing
 * goes down anywhere. Only a machine's own edits are its to repair.
 *
 * @param last the latest lawful stamp the machine knows; its clock goes on from the answer's `last`.
 */
export function repaired(
  states: readonly RecordState[],
  { node, now, last }: { readonly node: NodeId; readonly now: number; readonly last: Stamp | null },
): { readonly states: readonly RecordState[]; readonly last: Stamp | null } {
  const { anew, last: latest } = renewal(states.flatMap(stampsOf), { node, now, last });
  return { states: anew.size === 0 ? states : states.map((state) => renewed(state, anew)), last: latest };
}

/** What each of these clocks becomes that `node` wrote from ahead, in their order; the others stay. */
export function renewal(
  stamps: Iterable<Stamp>,
  { node, now, last }: { readonly node: NodeId; readonly now: number; readonly last: Stamp | null },
): { readonly anew: Renewal; readonly last: Stamp | null } {
  const isAhead = aheadOf(now);
  const ahead = [...new Set(stamps)].filter((stamp) => nodeOf(stamp) === node && isAhead(stamp));
  const anew = new Map<string, Stamp>();
  let latest = last;
  for (const stamp of ahead.sort()) {
    latest = nextStamp(latest, now, node);
    anew.set(stamp, latest);
  }
  return { anew, last: latest };
}

/** Clocks by what they were before. */
export type Renewal = ReadonlyMap<string, Stamp>;

/** A text under clocks written anew. */
export function renewedVersion(version: BodyVersion, anew: Renewal): BodyVersion {
  const replaces = version.replaces.map((mark) => anew.get(mark) ?? mark).sort();
  return { ...version, id: anew.get(version.id) ?? version.id, replaces };
}

/** A record under clocks written anew. */
export function renewed(state: RecordState, anew: Renewal): RecordState {
  const stamp = <S extends string>(before: S): S => (anew.get(before) ?? before) as S;
  const marks = (horizon: Horizon): Horizon => joinHorizons(horizon.map(stamp), []);
  const versions = Object.values(state.versions).map((version) => renewedVersion(version, anew));
  return {
    ...state,
    stamps: Object.fromEntries(Object.entries(state.stamps).map(([name, before]) => [name, stamp(before)])),
    sets: Object.fromEntries(
      Object.entries(state.sets).map(([set, elements]) => [
        set,
        Object.fromEntries(
          Object.entries(elements).map(([name, { adds, removes }]) => [
            name,
            { adds: marks(adds), removes: marks(removes) },
          ]),
        ),
      ]),
    ),
    versions: Object.fromEntries(versions.map((version) => [version.id, version])),
    heads: state.heads.map(stamp).sort(),
    deleted: state.deleted === null ? null : { at: stamp(state.deleted.at), seen: marks(state.deleted.seen) },
  };
}
