import { strToU8 } from 'fflate';
import type { Json } from '../../model/json';
import { covers, type Horizon, nodeOf, type Stamp } from '../../model/stamp';
import { canonical } from '../canonical';
import { byTypeAndId, planHorizon } from '../merge';
import type { RecordState } from '../state';
import { type ByteWork, plainWork } from './byteWork';
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
import { headVersions, isStampId, recordJson } from './writeRecord';
import { writeZip } from './zip';

/**
 * Writes a plan as files: equal content gives equal bytes, on every machine and in every order of records.
 *
 *   manifest.json      format, version, workspace, and length and SHA-256 of every other file
 *   plan.json          canonical JSON (RFC 8785) of the records
 *   assets/<sha256>.<ext>
 *   and the files a later format had beside these
 *
 * @returns the files sorted by path.
 * @throws when an asset's name is not `<sha256>.<ext>` or a record stands there twice: a fault of the caller.
 */
export function encodePlan(content: PlanContent, work: ByteWork = plainWork): readonly PlanEntry[] {
  const plan = { path: PLAN_PATH, bytes: strToU8(planJson(content)) };
  const assets = [...content.assets].map(([name, bytes]) => {
    if (!assetFileName.test(name)) throw new Error(`${name} is not the name of an asset.`);
    return { path: ASSET_FOLDER + name, bytes };
  });
  const others = [...(content.newer?.files ?? [])].map(([path, bytes]) => ({ path, bytes }));
  const files = [plan, ...assets, ...others].sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = {
    ...content.newer?.manifest,
    entries: files.map(({ path, bytes }) => ({ bytes: bytes.length, path, sha256: work.sha256(bytes) })),
    format: FORMAT,
    version: content.newer?.version ?? VERSION,
    workspace: content.workspaceId,
  };
  return [...files, { path: MANIFEST_PATH, bytes: strToU8(canonical(manifest)) }].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

/** Packs the files of `encodePlan` into one `.juzhen`. Pictures are stored as they are: they are packed already. */
export const packPlan = (entries: readonly PlanEntry[], work: ByteWork = plainWork): Uint8Array =>
  writeZip(entries, (path) => path.startsWith(ASSET_FOLDER), work);

/** `plan.json` as text: the canonical form of a plan's records, by which two plans are compared. */
export function planJson({ workspaceId, states, seen, part, more, newer }: Omit<PlanContent, 'assets'>): string {
  const beyond = seenBeyond(states, seen);
  const sorted = [...states].sort(byTypeAndId);
  const clocks = clocksOf(sorted);
  const nodes = [...new Set(clocks.map(nodeOf))].sort();
  const placeOf = new Map(nodes.map((node, at) => [node, at]));
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
    clocks: clocks.map((stamp) => clockText(stamp, placeOf.get(nodeOf(stamp)) as number)),
    format: FORMAT,
    nodes,
    ...(part === true ? { part } : {}),
    records: Object.fromEntries([...records].map(([type, entries]) => [type, Object.fromEntries(entries)])),
    // In full: clocks are numbered anew in every file, and a reader that does not know these carries them as they are.
    ...(beyond.length === 0 ? {} : { seen: beyond }),
    version: newer?.version ?? VERSION,
    workspace: workspaceId,
  });
}

/** What the states themselves do not show to have been seen, sorted: what a file says of it. */
export function seenBeyond(states: readonly RecordState[], seen: Horizon = []): Horizon {
  if (seen.length === 0) return [];
  const shown = planHorizon(states);
  return seen.filter((stamp) => !covers(shown, stamp));
}

/** Milliseconds, the counter where there is one, and the node by its place in `nodes`: `0199a1b2c000-0`. */
const clockText = (stamp: Stamp, node: number): string =>
  stamp.startsWith('0000', 13) ? `${stamp.slice(0, 12)}-${node}` : `${stamp.slice(0, 17)}-${node}`;

/** Every stamp that stands in the file, sorted. Most of a record's are the one before. */
function clocksOf(states: readonly RecordState[]): readonly Stamp[] {
  const clocks = new Set<Stamp>();
  let before: Stamp | null = null;
  const add = (stamp: Stamp): void => {
    if (stamp !== before) clocks.add(stamp);
    before = stamp;
  };
  for (const state of states) {
    for (const name of Object.keys(state.stamps)) add(state.stamps[name] as Stamp);
    for (const elements of Object.values(state.sets))
      for (const { adds, removes } of Object.values(elements)) for (const stamp of [...adds, ...removes]) add(stamp);
    for (const { id, replaces } of headVersions(state))
      for (const mark of [id, ...replaces]) if (isStampId(mark)) add(mark);
    if (state.deleted !== null) for (const stamp of [state.deleted.at, ...state.deleted.seen]) add(stamp);
  }
  return [...clocks].sort();
}
