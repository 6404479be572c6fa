import type { Json } from '../../model/json';
import { isStamp } from '../../model/stamp';
import type { Failure, Result } from '../../result';
import { type ByteWork, plainWork } from '../file/byteWork';
import {
  assetFileName,
  MANIFEST_PATH,
  type Newer,
  PLAN_PATH,
  type PlanContent,
  type PlanEntry,
  VERSION,
} from '../file/content';
import { damaged, fault, reading, readingNewer, tooBig } from '../file/fault';
import { readJson } from '../file/json';
import { limits } from '../file/limits';
import { isSafePath } from '../file/paths';
import { readPlanEntries } from '../file/read';
import { type Clocks, readRecord, TYPE_NAME } from '../file/readRecord';
import { formatVersion, id, object, parse, parsePlan, readPart, readSeen, string } from '../file/values';
import { byTypeAndId } from '../merge';
import type { RecordState } from '../state';
import { ASSETS, FOLDER_FORMAT, HEAD_PATH, KEPT, RECORD_FORMAT, RECORDS, recordPath } from './layout';
import type { FolderView } from './view';

/**
 * Reads a plan from its folder form. All or nothing, as with the packed file: a plan, or the first thing that is wrong
 * and in which file. Only files of the form are looked at, so that a README or `.git` may stand beside them; within
 * `records` and `assets` everything that looks like one of ours must be one of ours.
 *
 * Failures: `file_not_plan`, `file_damaged {place}`, `file_future {found, known}`, `file_too_big {limit}`,
 * `file_unsafe_path {place}`, and what `view` throws.
 */
export function readFolder(view: FolderView, name: string, work: ByteWork = plainWork): Result<PlanContent, Failure> {
  const unpacked = reading(name, () => unpackedZip(view, work));
  if (!unpacked.ok) return unpacked;
  return unpacked.value === null ? readOwnForm(view, name, work) : readPlanEntries(unpacked.value, name, work);
}

const readOwnForm = (view: FolderView, name: string, work: ByteWork): Result<PlanContent, Failure> =>
  reading(name, () => {
    const top = kindsIn(view, '');
    if (!top.has(HEAD_PATH)) fault('file_not_plan');
    requireFile(top.get(HEAD_PATH), HEAD_PATH);
    const head = headIn(view.read(HEAD_PATH, limits.packedJson));
    const isLater = head.newer !== undefined;
    return readingNewer(head.newer?.version ?? VERSION, VERSION, () => ({
      ...head,
      ...(head.newer === undefined ? {} : { newer: withFiles(head.newer, readKept(view, top.get(KEPT))) }),
      states: readRecords(view, top.get(RECORDS), work, isLater),
      assets: readAssets(view, top.get(ASSETS), work),
    }));
  });

/** The record in one file of a folder. */
export const readRecordFile = (bytes: Uint8Array, name: string): Result<RecordState, Failure> =>
  reading(name, () => recordIn(bytes, name));

/** One of the JSON files of a folder, by itself: what it holds as a plan with nothing else. null for another file. */
export const readPartFile = (
  bytes: Uint8Array,
  name: string,
): Result<{ readonly kind: 'record' | 'head'; readonly content: PlanContent } | null, Failure> =>
  reading(name, () => {
    const read = readJson(bytes);
    const format = 'value' in read && isObject(read.value) ? read.value.format : null;
    const nothing = { workspaceId: '', states: [], assets: new Map<string, Uint8Array>() };
    if (format === RECORD_FORMAT) return { kind: 'record', content: { ...nothing, states: [recordIn(bytes, name)] } };
    return format === FOLDER_FORMAT ? { kind: 'head', content: { ...nothing, ...headIn(bytes) } } : null;
  });

const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The files of a `.juzhen` that somebody unpacked with a zip tool; null when the folder is none. */
function unpackedZip(view: FolderView, work: ByteWork): readonly PlanEntry[] | null {
  const top = kindsIn(view, '');
  if (top.has(HEAD_PATH) || !top.has(MANIFEST_PATH)) return null;
  const files = [MANIFEST_PATH, PLAN_PATH].filter((path) => top.has(path));
  for (const path of files) requireFile(top.get(path), path);
  const entries = files.map((path) => ({ path, bytes: view.read(path, limits.inflated) }));
  return [
    ...entries,
    ...[...readAssets(view, top.get(ASSETS), work)].map(([asset, bytes]) => ({ path: `${ASSETS}/${asset}`, bytes })),
  ];
}

type Kind = 'file' | 'folder' | 'other';

const kindsIn = (view: FolderView, path: string): ReadonlyMap<string, Kind> =>
  new Map((view.list(path) ?? fault('file_missing')).map(({ name, kind }) => [name, kind]));

function requireFile(kind: Kind | undefined, path: string): void {
  if (kind !== 'file') fault('file_unsafe_path', { place: path });
}

type Head = Pick<PlanContent, 'workspaceId' | 'seen' | 'part' | 'more' | 'newer'>;

function headIn(bytes: Uint8Array): Head {
  const head = object(parse(bytes, HEAD_PATH), HEAD_PATH);
  if (head.get('format') !== FOLDER_FORMAT) fault('file_not_plan');
  const version = formatVersion(head, VERSION, HEAD_PATH, manifestOf(head).reads);
  return readingNewer(version, VERSION, () => readHead(head, version));
}

function readHead(head: ReadonlyMap<string, Json>, version: number): Head {
  const more = [...head].filter(([name]) => !KNOWN.includes(name));
  return {
    workspaceId: id(head.get('workspace'), HEAD_PATH),
    ...readSeen(head.get('seen')),
    ...readPart(head.get('part')),
    ...(more.length === 0 ? {} : { more: Object.fromEntries(more) }),
    ...(version > VERSION ? { newer: { version, manifest: manifestOf(head) } } : {}),
  };
}

const manifestOf = (head: ReadonlyMap<string, Json>): Readonly<Record<string, Json>> =>
  head.has('manifest') ? Object.fromEntries(object(head.get('manifest'), HEAD_PATH)) : {};

/** `manifest` holds what a later format has in the packed file's manifest. */
const KNOWN: readonly string[] = ['format', 'manifest', 'part', 'seen', 'version', 'workspace'];

function readRecords(
  view: FolderView,
  kind: Kind | undefined,
  work: ByteWork,
  isLater: boolean,
): readonly RecordState[] {
  const states: RecordState[] = [];
  const budget = { left: limits.inflated };
  for (const folder of foldersIn(view, RECORDS, kind))
    for (const [name, entry] of kindsIn(view, folder)) {
      const path = `${folder}/${name}`;
      if (entry === 'folder' && !name.startsWith('.')) damaged(path);
      if (isForeign(name)) continue;
      requireFile(entry, path);
      if (states.length >= limits.records) tooBig(limits.records);
      const bytes = view.read(path, Math.min(limits.packedJson, budget.left + 1));
      budget.left -= bytes.length;
      if (budget.left < 0) tooBig(`${limits.inflated >> 20} MB`);
      const state = recordIn(bytes, path, work, isLater);
      // A copy that a sync tool made beside it, or a file that somebody renamed.
      if (path !== recordPath(state.type, state.id)) damaged(path);
      states.push(state);
    }
  // File systems list in any order; a plan is the same wherever it is read.
  return states.sort(byTypeAndId);
}

const withFiles = (newer: Newer, files: ReadonlyMap<string, Uint8Array>): Newer =>
  files.size === 0 ? newer : { ...newer, files };

/** Files of a later format, by their path in the packed file. */
function readKept(view: FolderView, kind: Kind | undefined): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let left = limits.inflated;
  const walk = (folder: string): void => {
    for (const [name, entry] of kindsIn(view, folder)) {
      const path = `${folder}/${name}`;
      if (!isSafePath(path)) fault('file_unsafe_path', { place: path });
      if (entry === 'folder') {
        walk(path);
        continue;
      }
      requireFile(entry, path);
      if (files.size >= limits.entries) tooBig(limits.entries);
      const bytes = view.read(path, left + 1);
      left -= bytes.length;
      if (left < 0) tooBig(`${limits.inflated >> 20} MB`);
      files.set(path.slice(KEPT.length + 1), bytes);
    }
  };
  if (kind === undefined) return files;
  if (kind !== 'folder') fault('file_unsafe_path', { place: KEPT });
  walk(KEPT);
  return files;
}

/** The folders of record types; none when there are no records yet. */
function foldersIn(view: FolderView, path: string, kind: Kind | undefined): readonly string[] {
  if (kind === undefined) return [];
  if (kind !== 'folder') fault('file_unsafe_path', { place: path });
  return [...kindsIn(view, path)].flatMap(([name, entry]) => {
    if (name.startsWith('.') || (entry === 'file' && isForeign(name))) return [];
    if (entry !== 'folder') fault('file_unsafe_path', { place: `${path}/${name}` });
    return [`${path}/${name}`];
  });
}

/** What file managers, editors and git leave lying about. */
const isForeign = (name: string): boolean => name.startsWith('.') || !name.toLowerCase().endsWith('.json');

/** A record's file by itself does not say its format: then it is taken for a later one's, and nothing of it is dropped. */
function recordIn(bytes: Uint8Array, path: string, work: ByteWork = plainWork, isLater = true): RecordState {
  const { value, requireWhole } = parsePlan(bytes, path, work);
  const file = object(value, path);
  if (file.get('format') !== RECORD_FORMAT) damaged(path);
  const type = string(file.get('type'), path);
  if (!TYPE_NAME.test(type)) damaged(path);
  const record = Object.fromEntries([...file].filter(([name]) => !SELF.includes(name)));
  const read = readRecord(type, string(file.get('id'), path), record, clocks, isLater);
  requireWhole();
  return read;
}

/** What a record's file says of itself, beside the record. */
const SELF: readonly string[] = ['format', 'id', 'type'];

const clocks: Clocks = {
  is: (written) => typeof written === 'string' && isStamp(written),
  read: (written) => (typeof written === 'string' && isStamp(written) ? written : null),
};

/** Bytes of all pictures, films and sounds together: what a packed file may have. */
const FOLDER_ASSETS = 512 * 1024 * 1024;

function readAssets(view: FolderView, kind: Kind | undefined, work: ByteWork): ReadonlyMap<string, Uint8Array> {
  const assets = new Map<string, Uint8Array>();
  if (kind === undefined) return assets;
  if (kind !== 'folder') fault('file_unsafe_path', { place: ASSETS });
  let left = FOLDER_ASSETS;
  for (const [name, entry] of kindsIn(view, ASSETS)) {
    const path = `${ASSETS}/${name}`;
    // Anything may lie here, but a file with a digest for a name is one of ours.
    if (!assetFileName.test(name)) continue;
    requireFile(entry, path);
    if (assets.size >= limits.entries) tooBig(limits.entries);
    const bytes = view.read(path, Math.min(limits.assetBytes, left + 1));
    left -= bytes.length;
    if (left < 0) tooBig(`${FOLDER_ASSETS >> 20} MB`);
    if (!name.startsWith(`${work.sha256(bytes)}.`)) damaged(path);
    assets.set(name, bytes);
  }
  return assets;
}
