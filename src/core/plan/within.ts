import type { Json } from '../model/json';
import { covers, type Horizon } from '../model/stamp';
import { canonical, sameJson } from './canonical';
import { replacesVersion } from './lineage';
import type { RecordState } from './state';

/**
 * Whether merging `part` into `whole` would change nothing: everything in it is there already, or was replaced. Most of
 * a received plan is like that, and asking is several times quicker than merging and comparing.
 *
 * Law: `isWithin(b, a)` says the same as `planJson` of `mergeStates(a, b)` and of `a` being equal.
 */
export function isWithin(part: RecordState, whole: RecordState): boolean {
  return hasRegisters(part, whole) && hasSets(part, whole) && hasTexts(part, whole) && hasTombstone(part, whole);
}

function hasRegisters({ registers, stamps }: RecordState, whole: RecordState): boolean {
  for (const name of Object.keys(registers)) {
    if (!Object.hasOwn(whole.registers, name)) return false;
    const [theirs, ours] = [stampIn(stamps, name), stampIn(whole.stamps, name)];
    if (theirs > ours) return false;
    if (theirs === ours && !standsAgainst(whole.registers[name] as Json, registers[name] as Json)) return false;
  }
  return true;
}

/** At equal clocks the larger value stands; they differ only where a profile was copied. */
const standsAgainst = (ours: unknown, theirs: unknown): boolean =>
  sameJson(ours as Json, theirs as Json) || canonical(ours) >= canonical(theirs);

const stampIn = (stamps: RecordState['stamps'], name: string): string =>
  Object.hasOwn(stamps, name) ? (stamps[name] as string) : '';

function hasSets({ sets }: RecordState, whole: RecordState): boolean {
  return Object.entries(sets).every(([set, elements]) => {
    const ours = Object.hasOwn(whole.sets, set) ? whole.sets[set] : undefined;
    return Object.entries(elements).every(([name, { adds, removes }]) => {
      const known = ours !== undefined && Object.hasOwn(ours, name) ? ours[name] : undefined;
      return known !== undefined && coversAll(known.adds, adds) && coversAll(known.removes, removes);
    });
  });
}

const coversAll = (seen: Horizon, marks: Horizon): boolean => marks.every((stamp) => covers(seen, stamp));

function hasTexts({ heads, versions }: RecordState, whole: RecordState): boolean {
  return heads.every((id) => {
    const theirs = versions[id];
    const ours = whole.versions[id];
    if (theirs === undefined) return true;
    if (ours !== undefined) return standsAgainst(ours, theirs);
    return whole.heads.some((head) => {
      const version = whole.versions[head];
      return version !== undefined && replacesVersion(version, theirs);
    });
  });
}

function hasTombstone({ deleted }: RecordState, whole: RecordState): boolean {
  if (deleted === null) return true;
  return whole.deleted !== null && whole.deleted.at >= deleted.at && coversAll(whole.deleted.seen, deleted.seen);
}
