import { digestBytes, idSchema } from '../../model/ids';
import type { Json } from '../../model/json';
import { joinHorizons, type Stamp, stampSchema } from '../../model/stamp';
import type { Failure, Result } from '../../result';
import type { BodyVersion, RecordState, SetElement, Tombstone } from '../state';
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
import { damaged, fault, reading, tooBig } from './fault';
import { readJson } from './json';
import { limits } from './limits';
import { isSafePath, pathKey } from './paths';
import { readZip } from './unzip';

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
export function readPlanFile(bytes: Uint8Array, name: string): Result<PlanContent, Failure> {
  const zip = readZip(bytes, name);
  return zip.ok ? readPlanEntries(zip.value, name) : zip;
}

/** Reads an unpacked plan: the files of the folder, with paths relative to it. */
export const readPlanEntries = (entries: readonly PlanEntry[], name: string): Result<PlanContent, Failure> =>
  reading(name, () => readContent(entries));

function readContent(entries: readonly PlanEntry[]): PlanContent {
  const files = byPath(entries);
  const manifest = readManifest(files.get(MANIFEST_PATH));
  for (const path of files.keys())
    if (path !== MANIFEST_PATH && !manifest.entries.some((entry) => entry.path === path)) damaged(path);
  const assets = new Map<string, Uint8Array>();
  let plan: Uint8Array | null = null;
  for (const { path, bytes, sha256 } of manifest.entries) {
    const found = files.get(path);
    if (found === undefined || found.length !== bytes || digestBytes(found) !== sha256) return damaged(path);
    if (path === PLAN_PATH) plan = found;
    else if (path.startsWith(ASSET_FOLDER)) assets.set(assetName(path, sha256), found);
    else damaged(path);
  }
  return { ...readPlan(plan ?? damaged(PLAN_PATH), manifest.workspace), assets };
}

function byPath(entries: readonly PlanEntry[]): ReadonlyMap<string, Uint8Array> {
  if (entries.length > limits.entries) tooBig(limits.entries);
  const keys = new Set(entries.map(({ path }) => pathKey(path)));
  for (const { path, bytes } of entries) {
    if (!isSafePath(path)) fault('file_unsafe_path', { place: path });
    if (bytes.length > limits.assetBytes) tooBig('2 GB');
  }
  if (keys.size !== entries.length) damaged('two files of one name');
  return new Map(entries.map(({ path, bytes }) => [path, bytes]));
}

function assetName(path: string, sha256: string): string {
  const name = path.slice(ASSET_FOLDER.length);
  return assetFileName.test(name) && name.startsWith(`${sha256}.`) ? name : damaged(path);
}

type Manifest = {
  readonly workspace: string;
  readonly entries: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
};

function readManifest(bytes: Uint8Array | undefined): Manifest {
  const manifest = object(parse(bytes ?? fault('file_not_plan'), MANIFEST_PATH), MANIFEST_PATH);
  if (manifest.get('format') !== FORMAT) fault('file_not_plan');
  checkVersion(manifest.get('version'), MANIFEST_PATH);
  onlyKeys(manifest, ['entries', 'format', 'version', 'workspace'], MANIFEST_PATH);
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
  return { workspace: id(manifest.get('workspace'), MANIFEST_PATH), entries };
}

function readPlan(bytes: Uint8Array, workspaceId: string): Omit<PlanContent, 'assets'> {
  const plan = object(parse(bytes, PLAN_PATH), PLAN_PATH);
  checkVersion(plan.get('version'), PLAN_PATH);
  if (plan.get('format') !== FORMAT || plan.get('workspace') !== workspaceId) damaged(PLAN_PATH);
  const clocks = readClocks(plan);
  const states: RecordState[] = [];
  for (const [type, records] of object(plan.get('records'), 'records')) {
    if (!TYPE_NAME.test(type)) damaged(`records ${type}`);
    for (const [key, record] of object(records, type)) {
      if (states.length >= limits.records) tooBig(limits.records);
      states.push(readRecord(type, key, record, clocks));
    }
  }
  const more = [...plan].filter(([name]) => !KNOWN.includes(name));
  return { workspaceId, states, ...(more.length === 0 ? {} : { more: Object.fromEntries(more) }) };
}

const KNOWN: readonly string[] = ['clocks', 'format', 'nodes', 'records', 'version', 'workspace'];

/** Clock readings in full, strictly rising; in the file they name their node by its place in `nodes`. */
function readClocks(plan: ReadonlyMap<string, Json>): readonly Stamp[] {
  const nodes = array(plan.get('nodes'), 'nodes');
  let last = '';
  return array(plan.get('clocks'), 'clocks').map((clock, index) => {
    const [, millis, counter = '0000', node] = CLOCK.exec(typeof clock === 'string' ? clock : '') ?? [];
    const stamp = `${millis}-${counter}-${nodes[Number(node)]}`;
    if (!stampSchema.safeParse(stamp).success || stamp <= last) damaged(`clocks ${index}`);
    last = stamp;
    return stamp as Stamp;
  });
}

const CLOCK = /^([0-9a-f]{12})(?:-([0-9a-f]{4}))?-(0|[1-9][0-9]{0,6})$/;

/** Record types of newer versions are carried, so their names need only be names. */
const TYPE_NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;
const MERGED_ID = /^[0-9a-f]{64}$/;

/**
 * One record. Names and values of registers are not judged here: what this version does not know, or cannot read, is
 * carried as it came and shown by its default (`viewOf`).
 */
function readRecord(type: string, key: string, value: Json | undefined, clocks: readonly Stamp[]): RecordState {
  const place = `${type} ${key}`;
  const record = object(value, place);
  onlyKeys(record, ['at', 'body', 'deleted', 'fields', 'later', 'sets'], place);
  const clock = (index: Json | undefined, where: string): Stamp =>
    clocks[whole(index, `${place} ${where}`)] ?? damaged(`${place} ${where}`);
  const registers = record.has('fields') ? object(record.get('fields'), `${place} fields`) : new Map<string, Json>();
  const later = record.has('later') ? object(record.get('later'), `${place} later`) : new Map<string, Json>();
  if (registers.size > 0 !== record.has('at')) damaged(`${place} at`);
  for (const name of registers.keys()) checkName(name, place);
  for (const name of later.keys()) if (!registers.has(name)) damaged(`${place} later ${name}`);
  const stamps = [...registers.keys()].map((name): [string, Stamp] => [
    name,
    later.has(name) ? clock(later.get(name), `later ${name}`) : clock(record.get('at'), 'at'),
  ]);
  const sets = record.has('sets') ? readSets(record.get('sets'), record.get('at'), place, clock) : {};
  const parts = registers.size + Object.values(sets).reduce((sum, elements) => sum + Object.keys(elements).length, 0);
  if (parts > limits.partsOfRecord) tooBig(limits.partsOfRecord);
  return {
    type,
    id: id(key, place),
    registers: Object.fromEntries(registers),
    stamps: Object.fromEntries(stamps),
    sets,
    ...readBody(record.get('body'), place, clock),
    deleted: record.has('deleted') ? readTombstone(record.get('deleted'), place, clock) : null,
  };
}

type Clock = (index: Json | undefined, where: string) => Stamp;

function readSets(value: Json | undefined, at: Json | undefined, place: string, clock: Clock): RecordState['sets'] {
  const sets = [...object(value, `${place} sets`)].map(([set, elements]): [string, Record<string, SetElement>] => {
    checkName(set, place);
    const where = `${place} ${set}`;
    const histories: readonly (readonly [string, Json | undefined])[] = Array.isArray(elements)
      ? elements.map((element) => [string(element, where), at])
      : [...object(elements, where)];
    const read = histories.map(([element, history]): [string, SetElement] => {
      checkName(element, where);
      return [element, readElement(history, `${where} ${element}`, set, clock)];
    });
    if (new Set(read.map(([element]) => element)).size !== read.length) damaged(where);
    return [set, Object.fromEntries(read)];
  });
  return Object.fromEntries(sets);
}

function readElement(value: Json | undefined, place: string, set: string, clock: Clock): SetElement {
  if (typeof value === 'number') return { adds: [clock(value, set)], removes: [] };
  const history = object(value, place);
  onlyKeys(history, ['adds', 'removes'], place);
  const marks = (name: string) =>
    joinHorizons(
      array(history.get(name), place).map((index) => clock(index, set)),
      [],
    );
  return { adds: marks('adds'), removes: marks('removes') };
}

function readBody(value: Json | undefined, place: string, clock: Clock): Pick<RecordState, 'heads' | 'versions'> {
  if (value === undefined) return { heads: [], versions: {} };
  const where = `${place} body`;
  const versions = array(value, where).map((entry): BodyVersion => {
    const version = object(entry, where);
    onlyKeys(version, ['at', 'doc', 'id', 'replaces'], where);
    const merged = version.get('id');
    if (version.has('at') === version.has('id') || !version.has('doc')) damaged(where);
    const replaces = version.has('replaces') ? array(version.get('replaces'), where) : [];
    return {
      id: merged === undefined ? clock(version.get('at'), 'body') : mergedId(merged, where),
      replaces: replaces.map((other) => (typeof other === 'string' ? mergedId(other, where) : clock(other, 'body'))),
      doc: version.get('doc') as Json,
    };
  });
  const heads = versions.map(({ id }) => id).sort();
  if (heads.length === 0 || new Set(heads).size !== heads.length) damaged(where);
  return { heads, versions: Object.fromEntries(versions.map((version) => [version.id, version])) };
}

function readTombstone(value: Json | undefined, place: string, clock: Clock): Tombstone {
  const tombstone = object(value, `${place} deleted`);
  onlyKeys(tombstone, ['at', 'seen'], `${place} deleted`);
  const seen = array(tombstone.get('seen'), `${place} deleted`).map((index) => clock(index, 'deleted'));
  return { at: clock(tombstone.get('at'), 'deleted'), seen: joinHorizons(seen, []) };
}

function checkVersion(version: Json | undefined, place: string): void {
  if (typeof version === 'number' && Number.isInteger(version) && version > VERSION)
    fault('file_future', { found: version, known: VERSION });
  if (version !== VERSION) damaged(place);
}

function parse(bytes: Uint8Array, path: string): Json {
  const read = readJson(bytes);
  return 'fault' in read ? damaged(`${path}, ${read.fault}`) : read.value;
}

const checkName = (name: string, place: string): void => {
  if (name === '' || name.length > limits.name) damaged(`${place} ${name}`);
};

const mergedId = (value: Json, place: string): string =>
  typeof value === 'string' && MERGED_ID.test(value) ? value : damaged(place);

const id = (value: Json | undefined, place: string): string =>
  idSchema.safeParse(value).success ? (value as string) : damaged(place);

/** The own members of an object, in order; a map, so that no name can mean anything but itself. */
function object(value: Json | undefined, place: string): ReadonlyMap<string, Json> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return damaged(place);
  return new Map(Object.entries(value));
}

const array = (value: Json | undefined, place: string): readonly Json[] =>
  Array.isArray(value) ? value : damaged(place);

const string = (value: Json | undefined, place: string): string => (typeof value === 'string' ? value : damaged(place));

const whole = (value: Json | undefined, place: string): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : damaged(place);

function onlyKeys(value: ReadonlyMap<string, Json>, known: readonly string[], place: string): void {
  for (const key of value.keys()) if (!known.includes(key)) damaged(`${place} ${key}`);
}
