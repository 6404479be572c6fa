import { strToU8 } from 'fflate';
import { digestBytes } from '../../model/ids';
import type { Json } from '../../model/json';
import { err, type Failure, failure, type Result } from '../../result';
import { canonical } from '../canonical';
import { ASSET_FOLDER, assetFileName, MANIFEST_PATH, type PlanEntry } from './content';
import { damaged, reading, readingNewer } from './fault';
import { fileFormats } from './fileExtensions';
import { fileKindOf } from './fileKind';
import { readJson } from './json';
import { readZip } from './unzip';
import { formatVersion, object } from './values';
import { writeZip } from './zip';

/**
 * The parcel that review and slip files are, by the law of plan files: a manifest with length and SHA-256 of every other
 * file, one page of canonical JSON, pictures named by their digest; the same content is the same bytes everywhere.
 */
export type Parcel = {
  readonly kind: 'review' | 'slip';
  readonly workspaceId: string;
  /** The JSON page, without format, version and workspace: those stand in the manifest. */
  readonly page: Json;
  /** Bytes by file name, `<sha256 of the bytes>.<ext>`. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
};

/** A parcel somebody made. In one of a later version, files we do not know are passed over and counted. */
export type ReadParcel = Parcel & { readonly version: number; readonly leftOut: number };

export const PARCEL_VERSION = 1;
const pagePath = (kind: Parcel['kind']): string => `${kind}.json`;

/** @throws when an asset's name is not `<sha256>.<ext>`: a fault of the caller. */
export function packParcel({ kind, workspaceId, page, assets }: Parcel): Uint8Array {
  const files: readonly PlanEntry[] = [
    { path: pagePath(kind), bytes: strToU8(canonical(page)) },
    ...[...assets].map(([name, bytes]) => {
      if (!assetFileName.test(name)) throw new Error(`${name} is not the name of an asset.`);
      return { path: ASSET_FOLDER + name, bytes };
    }),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = {
    entries: files.map(({ path, bytes }) => ({ bytes: bytes.length, path, sha256: digestBytes(bytes) })),
    format: fileFormats[kind],
    version: PARCEL_VERSION,
    workspace: workspaceId,
  };
  return writeZip([...files, { path: MANIFEST_PATH, bytes: strToU8(canonical(manifest)) }], (path) =>
    path.startsWith(ASSET_FOLDER),
  );
}

/**
 * Reads one, whoever made it. All or nothing, but for what a later version added (`values.ts`, `formatVersion`).
 *
 * @param name the file's name, for messages.
 * Failures: `file_not_kind {wanted}`, `file_damaged {place}`, `file_future`, `file_too_big`, `file_unsafe_path`.
 */
export function readParcel(bytes: Uint8Array, kind: Parcel['kind'], name: string): Result<ReadParcel, Failure> {
  if (fileKindOf(bytes) !== kind) return err(failure('file_not_kind', { file: name, wanted: kind }));
  const zip = readZip(bytes, name);
  return zip.ok ? reading(name, () => openParcel(zip.value, kind)) : zip;
}

function openParcel(entries: readonly PlanEntry[], kind: Parcel['kind']): ReadParcel {
  const files = new Map(entries.map(({ path, bytes }) => [path, bytes]));
  const head = parsed(files.get(MANIFEST_PATH), MANIFEST_PATH);
  const version = formatVersion(object(head, MANIFEST_PATH), PARCEL_VERSION, MANIFEST_PATH);
  return readingNewer(version, PARCEL_VERSION, () => openEntries(files, head, kind, version));
}

function openEntries(
  files: ReadonlyMap<string, Uint8Array>,
  head: Json,
  kind: Parcel['kind'],
  version: number,
): ReadParcel {
  const manifest = member(head, MANIFEST_PATH);
  const workspaceId = manifest('workspace');
  const listed = manifest('entries');
  if (typeof workspaceId !== 'string' || !Array.isArray(listed)) return damaged(MANIFEST_PATH);
  const named = new Set<string>();
  for (const value of listed as readonly Json[]) {
    const entry = member(value, MANIFEST_PATH);
    const path = entry('path');
    const found = typeof path === 'string' ? files.get(path) : undefined;
    if (found === undefined || found.length !== entry('bytes') || digestBytes(found) !== entry('sha256'))
      return damaged(typeof path === 'string' ? path : MANIFEST_PATH);
    named.add(path as string);
  }
  const assets = new Map<string, Uint8Array>();
  let leftOut = 0;
  for (const [path, bytes] of files) {
    if (path === MANIFEST_PATH) continue;
    if (!named.has(path)) damaged(path);
    if (path === pagePath(kind)) continue;
    const asset = path.slice(ASSET_FOLDER.length);
    if (path.startsWith(ASSET_FOLDER) && assetFileName.test(asset) && asset.startsWith(digestBytes(bytes)))
      assets.set(asset, bytes);
    else if (version > PARCEL_VERSION && !path.startsWith(ASSET_FOLDER)) leftOut += 1;
    else damaged(path);
  }
  return { kind, workspaceId, version, leftOut, page: parsed(files.get(pagePath(kind)), pagePath(kind)), assets };
}

function parsed(bytes: Uint8Array | undefined, path: string): Json {
  if (bytes === undefined) return damaged(path);
  const read = readJson(bytes);
  return 'fault' in read ? damaged(`${path}, ${read.fault}`) : read.value;
}

/** Own members only: a file may name anything. */
function member(value: Json, place: string): (name: string) => Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return damaged(place);
  const object = value as Readonly<Record<string, Json>>;
  return (name) => (Object.hasOwn(object, name) ? object[name] : undefined);
}
