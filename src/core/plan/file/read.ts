import type { Json } from '../../model/json';
import { isStamp, type Stamp } from '../../model/stamp';
import { err, type Failure, failure, type Result } from '../../result';
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
import { damaged, fault, reading, readingNewer, tooBig } from './fault';
import { limits } from './limits';
import { isSafePath, pathKey } from './paths';
import { type Clocks, readRecord, TYPE_NAME } from './readRecord';
import { openZip, readZip, startsAsZip, type ZipEntry, type ZipSource } from './unzip';
import {
  array,
  formatVersion,
  id,
  members,
  object,
  onlyKeys,
  parse,
  parsePlan,
  readPart,
  readSeen,
  string,
  whole,
} from './values';

/**
 * Reads a `.juzhen` file. All or nothing: a plan, or the first thing that is wrong and where.
 *
 * Read by hand rather than by schema: names inside a plan are the users' (a tag may be called `__proto__`), which
 * schema libraries drop in silence, and a refusal must name the record and the field. `schema.ts` describes the same
 * shape for the public; a test holds the two together.
 *
 * @param name the file's name, for messages.
 * Failures: `file_not_plan`, `file_damaged {place}`, `file_future {found, known}`, `file_too_big {limit}`, `file_unsafe_path {place}`.
 */
export function readPlanFile(
  bytes: Uint8Array,
  name: string,
  work: ByteWork = plainWork,
): Result<PlanContent, Failure> {
  const zip = readZip(bytes, name, undefined, work);
  return zip.ok ? readPlanEntries(zip.value, name, work) : zip;
}

/**
 * Reads a `.juzhen` from where it lies, a file of it at a time: `keep` is handed each picture, checked, and nothing of it
 * is held. It may be called before the file turns out to be wrong elsewhere; what it kept is the caller's to drop then.
 */
export const readPlanFrom = (
  source: ZipSource,
  name: string,
  keep: KeepAsset,
  work: ByteWork = plainWork,
): Result<Omit<PlanContent, 'assets'>, Failure> =>
  startsAsZip(source)
    ? reading(name, () => {
        const zip = openZip(source, work);
        return readContent(filesOf(zip.entries, zip.unpack), keep, work);
      })
    : err(failure('file_not_plan', { file: name }));

/** Names of the pictures in a `.juzhen`, by its directory alone. */
export const listPictures = (source: ZipSource, name: string): Result<readonly string[], Failure> =>
  reading(name, () =>
    openZip(source, plainWork).entries.flatMap(({ path }) =>
      path.startsWith(ASSET_FOLDER) ? [path.slice(ASSET_FOLDER.length)] : [],
    ),
  );

/** Takes a picture in, by its name in the plan: `<sha256 of the bytes>.<ext>`. */
export type KeepAsset = (asset: string, bytes: Uint8Array) => void;

/** Reads an unpacked plan: the files of the folder, with paths relative to it. */
export const readPlanEntries = (
  entries: readonly PlanEntry[],
  name: string,
  work: ByteWork = plainWork,
): Result<PlanContent, Failure> =>
  reading(name, () => {
    const assets = new Map<string, Uint8Array>();
    const files = filesOf(
      entries.map(({ path, bytes }) => ({ path, bytes, size: bytes.length })),
      ({ bytes }) => bytes,
    );
    const content = readContent(files, (asset, bytes) => assets.set(asset, bytes), work);
    return { ...content, assets };
  });

function readContent(files: Files, keep: KeepAsset, work: ByteWork): Omit<PlanContent, 'assets'> {
  const head = object(parse(files.read(MANIFEST_PATH) ?? fault('file_not_plan'), MANIFEST_PATH), MANIFEST_PATH);
  if (head.get('format') !== FORMAT) fault('file_not_plan');
  const version = formatVersion(head, VERSION, MANIFEST_PATH);
  const manifest = readingNewer(version, VERSION, () => readManifest(head, version));
  const { plan, others } = readFiles(files, manifest, version, keep, work);
  const { own, ...content } = readingNewer(version, VERSION, () => readPlan(plan, manifest.workspace, work, version));
  const newest = Math.max(version, own);
  if (newest <= VERSION) return content;
  const kept = others.size === 0 ? {} : { files: others };
  return { ...content, newer: { version: newest, manifest: manifest.more, ...kept } };
}

type Found = {
  readonly plan: Uint8Array;
  /** Of a later format, kept as they are. */
  readonly others: ReadonlyMap<string, Uint8Array>;
};

/** The files the manifest names, each found to be what it says; pictures are handed on. */
function readFiles(files: Files, manifest: Manifest, version: number, keep: KeepAsset, work: ByteWork): Found {
  const named = new Set(manifest.entries.map(({ path }) => path));
  for (const path of files.paths) if (path !== MANIFEST_PATH && !named.has(path)) damaged(path);
  const others = new Map<string, Uint8Array>();
  let plan: Uint8Array | null = null;
  for (const { path, bytes, sha256 } of manifest.entries) {
    const found = files.read(path);
    if (found === undefined || found.length !== bytes || work.sha256(found) !== sha256) return damaged(path);
    if (path === PLAN_PATH) plan = found;
    else if (path.startsWith(ASSET_FOLDER)) keep(assetName(path, sha256), found);
    // What was read may be a window on the whole file: what is kept is a copy.
    else if (version > VERSION) others.set(path, found.slice());
    else damaged(path);
  }
  return { others, plan: plan ?? damaged(PLAN_PATH) };
}

/** The files of a plan, read when they are asked for; undefined for one that is not there. */
type Files = { readonly paths: Iterable<string>; readonly read: (path: string) => Uint8Array | undefined };

function filesOf<Entry extends ZipEntry>(entries: readonly Entry[], read: (entry: Entry) => Uint8Array): Files {
  if (entries.length > limits.entries) tooBig(limits.entries);
  const keys = new Set(entries.map(({ path }) => pathKey(path)));
  for (const { path, size } of entries) {
    if (!isSafePath(path)) fault('file_unsafe_path', { place: path });
    if (size > limits.assetBytes) tooBig('2 GB');
  }
  if (keys.size !== entries.length) damaged('two files of one name');
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return {
    paths: byPath.keys(),
    read: (path) => {
      const entry = byPath.get(path);
      return entry === undefined ? undefined : read(entry);
    },
  };
}

function assetName(path: string, sha256: string): string {
  const name = path.slice(ASSET_FOLDER.length);
  return assetFileName.test(name) && name.startsWith(`${sha256}.`) ? name : damaged(path);
}

type Manifest = {
  readonly workspace: string;
  readonly entries: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
  /** Members of a later format. */
  readonly more: Readonly<Record<string, Json>>;
};

const KNOWN_HERE: readonly string[] = ['entries', 'format', 'version', 'workspace'];

function readManifest(manifest: ReadonlyMap<string, Json>, version: number): Manifest {
  if (version <= VERSION) onlyKeys(manifest, KNOWN_HERE, MANIFEST_PATH);
  const entries = array(manifest.get('entries'), MANIFEST_PATH).map((value) => {
    const entry = object(value, MANIFEST_PATH);
    onlyKeys(entry, ['bytes', 'path', 'sha256'], MANIFEST_PATH);
    return {
      path: string(entry.get('path'), MANIFEST_PATH),
      bytes: whole(entry.get('bytes'), MANIFEST_PATH),
      sha256: string(entry.get('sha256'), MANIFEST_PATH),
    };
  });
  if (new Set(entries.map(({ path }) => path)).size !== entries.length) damaged(MANIFEST_PATH);
  const more = Object.fromEntries([...manifest].filter(([name]) => !KNOWN_HERE.includes(name)));
  return { workspace: id(manifest.get('workspace'), MANIFEST_PATH), entries, more };
}

/** `own` is the format `plan.json` says it has. */
function readPlan(
  bytes: Uint8Array,
  workspaceId: string,
  work: ByteWork,
  version: number,
): Omit<PlanContent, 'assets'> & { readonly own: number } {
  const { value, requireWhole } = parsePlan(bytes, PLAN_PATH, work);
  const plan = object(value, PLAN_PATH);
  const own = formatVersion(plan, VERSION, PLAN_PATH);
  if (plan.get('format') !== FORMAT || plan.get('workspace') !== workspaceId) damaged(PLAN_PATH);
  const read = readingNewer(own, VERSION, () => ({
    ...readRecords(plan, Math.max(own, version) > VERSION),
    workspaceId,
    own,
  }));
  requireWhole();
  return read;
}

function readRecords(plan: ReadonlyMap<string, Json>, isLater: boolean): Pick<PlanContent, 'states' | 'more'> {
  const stamps = readClocks(plan);
  const clocks: Clocks = {
    is: (written) => typeof written === 'number',
    read: (written) => (typeof written === 'number' ? (stamps[written] ?? null) : null),
  };
  const states: RecordState[] = [];
  for (const [type, records] of object(plan.get('records'), 'records')) {
    if (!TYPE_NAME.test(type)) damaged(`records ${type}`);
    const ofType = members(records, type);
    for (const key of Object.keys(ofType)) {
      if (states.length >= limits.records) tooBig(limits.records);
      states.push(readRecord(type, key, ofType[key], clocks, isLater));
    }
  }
  const more = [...plan].filter(([name]) => !KNOWN.includes(name));
  return {
    states,
    ...readSeen(plan.get('seen')),
    ...readPart(plan.get('part')),
    ...(more.length === 0 ? {} : { more: Object.fromEntries(more) }),
  };
}

const KNOWN: readonly string[] = ['clocks', 'format', 'nodes', 'part', 'records', 'seen', 'version', 'workspace'];

/** Clock readings in full, strictly rising; in the file they name their node by its place in `nodes`. */
function readClocks(plan: ReadonlyMap<string, Json>): readonly Stamp[] {
  const nodes = array(plan.get('nodes'), 'nodes');
  let last = '';
  return array(plan.get('clocks'), 'clocks').map((clock, index) => {
    const [, millis, counter = '0000', node] = CLOCK.exec(typeof clock === 'string' ? clock : '') ?? [];
    const stamp = `${millis}-${counter}-${nodes[Number(node)]}`;
    if (!isStamp(stamp) || stamp <= last) damaged(`clocks ${index}`);
    last = stamp;
    return stamp as Stamp;
  });
}

const CLOCK = /^([0-9a-f]{12})(?:-([0-9a-f]{4}))?-(0|[1-9][0-9]{0,6})$/;
