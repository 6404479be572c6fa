import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { CallOutput } from '../../../contract';
import type { ExportFile } from '../../../core/export/types';
import { withoutPrivateParts } from '../../../core/media/privateParts/withoutPrivateParts';
import { writeZip } from '../../../core/plan/file/zip';
import { refuse } from '../../../core/result';
import { byteWork } from '../../../disk/byteWork';
import { syncFolder, writeWhole } from '../../../disk/durable';
import { assetFile, assetFolder } from '../assets/assets';
import type { StoreContext } from '../context';
import { readView } from '../rows';
import { madeFile } from './exportPictures';
import type { Pace } from './pace';
import { noteUnfinished } from './unfinished';
import { isPacked, openZips } from './zipFile';

/** `synced`: on the disk before the folder has its name; for what cannot be exported again from elsewhere. */
export type FileToWrite = ExportFile & {
  readonly synced?: boolean;
  /** The zip it goes into; the path is inside it then. Files of one zip follow one another. */
  readonly zip?: string;
};

/**
 * Writes files into a new folder of that name, one after the other as they come: first beside it under a temporary name,
 * then one rename, so that the folder is there whole or not at all and nothing that was there before is touched.
 */
export async function writeFolder(
  store: StoreContext,
  parent: string,
  name: string,
  files: Iterable<FileToWrite> | AsyncIterable<FileToWrite>,
  pace: Pace,
): Promise<CallOutput<'export.write'>> {
  const temporary = join(parent, `.juzhen-${randomBytes(6).toString('hex')}.part`);
  const zips = openZips(temporary);
  const ended = noteUnfinished(store, temporary);
  try {
    mkdirSync(temporary);
    let bytes = 0;
    let count = 0;
    for await (const file of files) {
      await pace.step('writing', count, null);
      bytes +=
        file.zip === undefined
          ? writeInside(store, temporary, file)
          : zips.add(file.zip, file.path, bytesOf(store, file.path, file.content));
      count += 1;
    }
    zips.end();
    if (count === 0) refuse('cannot_export');
    const folder = freeName(parent, name);
    openToAll(temporary);
    syncFolder(temporary);
    renameSync(temporary, folder);
    syncFolder(parent);
    return { folder, files: count, bytes };
  } catch (error) {
    zips.drop();
    rmSync(temporary, { recursive: true, force: true });
    throw wordedFor(error, parent);
  } finally {
    ended();
  }
}

function writeInside(store: StoreContext, root: string, file: FileToWrite): number {
  const target = resolve(root, file.path);
  if (!target.startsWith(root + sep)) refuse('file_unsafe_path', { file: file.path, place: file.path });
  mkdirSync(dirname(target), { recursive: true });
  const source = sourceOf(store, file.path, file.content);
  if (source.kind === 'file') copyFileSync(source.path, target);
  else put(target, source.bytes, file.synced === true);
  return statSync(target).size;
}

type Source =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'bytes'; readonly bytes: string | Uint8Array };

/** What a file is written from: bytes, or another file as it is. */
function sourceOf(store: StoreContext, path: string, content: ExportFile['content']): Source {
  if (typeof content === 'string' || content instanceof Uint8Array) return { kind: 'bytes', bytes: content };
  if ('print' in content) {
    const print = madeFile(store.folder, content.key);
    return existsSync(print) ? { kind: 'file', path: print } : refuse('print_stopped', { file: path });
  }
  if ('archive' in content) {
    const parts = content.archive.map((part) => ({ path: part.path, bytes: bytesOf(store, part.path, part.content) }));
    return { kind: 'bytes', bytes: writeZip(parts, isPacked, byteWork) };
  }
  if ('made' in content) return { kind: 'file', path: madeFile(store.folder, content.made) };
  const asset = readView(store.db, 'asset', content.assetId) ?? refuse('not_found', { where: content.assetId });
  const original = join(assetFolder(store.folder), assetFile(asset.hash, asset.mime));
  // Clean since it came in, unless it came with a colleague's plan file.
  return asset.mime.startsWith('image/')
    ? { kind: 'bytes', bytes: withoutPrivateParts(readFileSync(original)) }
    : { kind: 'file', path: original };
}

function bytesOf(store: StoreContext, path: string, content: ExportFile['content']): Uint8Array {
  const source = sourceOf(store, path, content);
  if (source.kind === 'file') return readFileSync(source.path);
  return typeof source.bytes === 'string' ? Buffer.from(source.bytes, 'utf8') : source.bytes;
}

/**
 * A file into the folder that nobody sees yet. Syncing each would take forty times as long (P7a); the folder is synced
 * once at the end, and what a power cut spoils can be exported again.
 */
const put = (path: string, content: string | Uint8Array, synced: boolean): void =>
  synced ? writeWhole(path, content) : writeFileSync(path, content, { flag: 'wx', mode: 0o600 });

function freeName(parent: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const folder = join(parent, number === 1 ? name : `${name} (${number})`);
    if (!existsSync(folder)) return folder;
  }
}

/** What leaves the studio is for others to open; the workspace itself stays the user's alone. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else chmodSync(path, 0o644);
  }
}

/** No right to, read-only, gone, or held by another program, as Windows says it. */
const SHUT: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EBUSY']);

/** What the file system says of a folder, as a sentence with a remedy; anything else stays what it was. */
export function wordedFor(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  try {
    if (code === 'ENOSPC' || code === 'EDQUOT') refuse('disk_full_there', { folder });
    if (code !== undefined && SHUT.has(code)) refuse('folder_not_writable', { folder });
  } catch (refusal) {
    return refusal;
  }
  return error;
}
