import { strToU8 } from 'fflate';
import { digestBytes } from '../../model/ids';
import type { Json } from '../../model/json';
import { type NodeId, nodeOf, type Stamp } from '../../model/stamp';
import { canonical } from '../canonical';
import { byTypeAndId } from '../merge';
import type { RecordState, SetElement } from '../state';
import {
  ASSET_FOLDER,
  assetFileName,
  FORMAT,
  MANIFEST_PATH,
  PLAN_PATH,
  type PlanContent,
  type PlanEntry,
  VERSION,
} from './content';
import { writeZip } from './zip';

/**
 * Writes a plan as files: equal content gives equal bytes, on every machine and in every order of records.
 *
 *   manifest.json      format, version, workspace, and length and SHA-256 of every other file
 *   plan.json          canonical JSON (RFC 8785) of the records
 *   assets/<sha256>.<ext>
 *
 * @returns the files sorted by path.
 * @throws when an asset's name is not `<sha256>.<ext>` or a record stands there twice: a fault of the caller.
 */
export function encodePlan(content: PlanContent): readonly PlanEntry[] {
  const plan = { path: PLAN_PATH, bytes: strToU8(planJson(content)) };
  const assets = [...content.assets].map(([name, bytes]) => {
    if (!assetFileName.test(name)) throw new Error(`${name} is not the name of an asset.`);
    return { path: ASSET_FOLDER + name, bytes };
  });
  const files = [plan, ...assets].sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = {
    entries: files.map(({ path, bytes }) => ({ bytes: bytes.length, path, sha256: digestBytes(bytes) })),
    format: FORMAT,
    version: VERSION,
    workspace: content.workspaceId,
  };
  return [...files, { path: MANIFEST_PATH, bytes: strToU8(canonical(manifest)) }].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

/** Packs the files of `encodePlan` into one `.juzhen`. Pictures are stored as they are: they are packed already. */
export const packPlan = (entries: readonly PlanEntry[]): Uint8Array =>
  writeZip(entries, (path) => path.startsWith(ASSET_FOLDER));

/** `plan.json` as text: the canonical form of a plan's records, by which two plans are compared. */
export function planJson({ workspaceId, states, more }: Omit<PlanContent, 'assets'>): string {
  const sorted = [...states].sort(byTypeAndId);
  const clocks = [...new Set(sorted.flatMap(stampsOf))].sort();
  const nodes = [...new Set(clocks.map(nodeOf))].sort();
  const index = new Map(clocks.map((stamp, at) => [stamp, at]));
  const indexOf = (stamp: Stamp): number => index.get(stamp) as number;
  const records = new Map<string, [string, Json][]>();
  for (const [at, state] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before?.type === state.type && before.id === state.id)
      throw new Error(`${state.type} ${state.id} is there twice.`);
    const ofType = records.get(state.type) ?? [];
    ofType.push([state.id, recordJson(state, indexOf)]);
    records.set(state.type, ofType);
  }
  return canonical({
    ...more,
    clocks: clocks.map((stamp) => clockText(stamp, nodes)),
    format: FORMAT,
    nodes,
    records: Object.fromEntries([...records].map(([type, entries]) => [type, Object.fromEntries(entries)])),
    version: VERSION,
    workspace: workspaceId,
  });
}

/** Milliseconds, the counter where there is one, and the node by its place in `nodes`: `0199a1b2c000-0`. */
function clockText(stamp: Stamp, nodes: readonly NodeId[]): string {
  const [millis, counter, node] = stamp.split('-');
  return `${millis}${counter === '0000' ? '' : `-${counter}`}-${nodes.indexOf(node as NodeId)}`;
}

/** Every stamp that stands in the file because of this record. */
function stampsOf(state: RecordState): readonly Stamp[] {
  const stamps: Stamp[] = Object.values(state.stamps);
  for (const elements of Object.values(state.sets))
    for (const { adds, removes } of Object.values(elements)) stamps.push(...adds, ...removes);
  for (const { id, replaces } of headVersions(state)) stamps.push(...[id, ...replaces].filter(isStampId));
  if (state.deleted !== null) stamps.push(state.deleted.at, ...state.deleted.seen);
  return stamps;
}

const isStampId = (id: string): id is Stamp => id.length === 34;

/** Replaced versions stay at home, in the history. */
const headVersions = ({ heads, versions }: RecordState) =>
  [...heads].sort().flatMap((id) => {
    const version = Object.hasOwn(versions, id) ? versions[id] : undefined;
    return version === undefined ? [] : [version];
  });

type IndexOf = (stamp: Stamp) => number;

function recordJson(state: RecordState, indexOf: IndexOf): Json {
  const stamps = Object.entries(state.stamps);
  if (stamps.length !== Object.keys(state.registers).length) throw new Error(`${state.type} ${state.id}: stamps.`);
  const at = mostFrequent(stamps.map(([, stamp]) => stamp));
  const later = stamps.filter(([, stamp]) => stamp !== at);
  const sets = Object.entries(state.sets).filter(([, elements]) => Object.keys(elements).length > 0);
  const versions = headVersions(state);
  return {
    ...(at === null ? {} : { at: indexOf(at), fields: state.registers }),
    ...(later.length === 0 ? {} : { later: table(later, indexOf) }),
    ...(sets.length === 0 ? {} : { sets: table(sets, (elements) => setJson(elements, at, indexOf)) }),
    ...(versions.length === 0
      ? {}
      : {
          body: versions.map(({ id, replaces, doc }) => ({
            ...(isStampId(id) ? { at: indexOf(id) } : { id }),
            ...(replaces.length === 0
              ? {}
              : { replaces: replaces.map((other) => (isStampId(other) ? indexOf(other) : other)) }),
            doc,
          })),
        }),
    ...(state.deleted === null
      ? {}
      : { deleted: { at: indexOf(state.deleted.at), seen: state.deleted.seen.map(indexOf) } }),
  };
}

/** Where all elements were added with the record's own clock and none was removed, their names are enough. */
function setJson(elements: Readonly<Record<string, SetElement>>, at: Stamp | null, indexOf: IndexOf): Json {
  const entries = Object.entries(elements);
  const plain = entries.every(([, { adds, removes }]) => adds.length === 1 && adds[0] === at && removes.length === 0);
  return plain ? entries.map(([name]) => name).sort() : table(entries, elementJson(indexOf));
}

/** An element that was added once and never removed is just the clock of its adding. */
const elementJson =
  (indexOf: IndexOf) =>
  ({ adds, removes }: SetElement): Json =>
    adds.length === 1 && removes.length === 0
      ? indexOf(adds[0] as Stamp)
      : { adds: adds.map(indexOf), removes: removes.map(indexOf) };

const table = <T>(entries: readonly (readonly [string, T])[], write: (value: T) => Json): Json =>
  Object.fromEntries(entries.map(([name, value]) => [name, write(value)]));

/** The earliest of the most frequent; null for none. */
function mostFrequent(stamps: readonly Stamp[]): Stamp | null {
  const counts = new Map<Stamp, number>();
  for (const stamp of stamps) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
  let best: Stamp | null = null;
  for (const [stamp, count] of counts) {
    const known = best === null ? 0 : (counts.get(best) as number);
    if (count > known || (count === known && best !== null && stamp < best)) best = stamp;
  }
  return best;
}
