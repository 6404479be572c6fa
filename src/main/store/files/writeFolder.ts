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
import type { ExportBytes, ExportFile } from '../../../core/export/types';
import { withoutPrivateParts } from '../../../core/media/privateParts/withoutPrivateParts';
import { writeZip } from '../../../core/plan/file/zip';
import { refuse } from '../../../core/result';
import { assetFile, assetFolder } from '../assets/assets';
import type { StoreContext } from '../context';
import { readView } from '../rows';
import { syncFolder, writeWhole } from './durable';
import { madeFile } from './exportPictures';
import type { Pace } from './pace';

/** `synced`: on the disk before the folder has its name; for what cannot be exported again from elsewhere. */
export type FileToWrite = ExportFile & { readonly synced?: boolean };

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
  try {
    mkdirSync(temporary);
    let bytes = 0;
    let count = 0;
    for await (const file of files) {
      await pace.step('writing', count, null);
      bytes += writeInside(store, temporary, file);
      count += 1;
    }
    if (count === 0) refuse('cannot_export');
    const folder = freeName(parent, name);
    openToAll(temporary);
    syncFolder(temporary);
    renameSync(temporary, folder);
    syncFolder(parent);
    return { folder, files: count, bytes };
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw wordedFor(error, parent);
  }
}

function writeInside(store: StoreContext, root: string, file: FileToWrite): number {
  const target = resolve(root, file.path);
  if (!target.startsWith(root + sep)) refuse('file_unsafe_path', { file: file.path, place: file.path });
  mkdirSync(dirname(target), { recursive: true });
  const { content } = file;
  if (typeof content === 'string' || content instanceof Uint8Array) put(target, content, file.synced === true);
  else if ('print' in content) {
    const print = madeFile(store.folder, content.key);
    if (!existsSync(print)) refuse('print_stopped', { file: file.path });
    copyFileSync(print, target);
  } else if ('archive' in content)
    put(
      target,
      writeZip(
        content.archive.map((part) => ({ path: part.path, bytes: bytesOf(store, part.content) })),
        (path) => PACKED.test(path),
      ),
      false,
    );
  else if ('made' in content) copyFileSync(madeFile(store.folder, content.made), target);
  else {
    const { path, clean } = original(store, content.assetId);
    if (clean) copyFileSync(path, target);
    else put(target, withoutPrivateParts(readFileSync(path)), false);
  }
  return statSync(target).size;
}

/** Pictures are packed already. */
const PACKED = /\.(?:png|jpe?g|gif|webp)$/;

function bytesOf(store: StoreContext, content: ExportBytes): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  if (content instanceof Uint8Array) return content;
  if ('made' in content) return readFileSync(madeFile(store.folder, content.made));
  const { path, clean } = original(store, content.assetId);
  return clean ? readFileSync(path) : withoutPrivateParts(readFileSync(path));
}

/** An asset's own file. A picture is clean since it came in, unless it came with a colleague's plan file. */
function original({ db, folder }: StoreContext, assetId: string): { readonly path: string; readonly clean: boolean } {
  const asset = readView(db, 'asset', assetId) ?? refuse('not_found', { where: assetId });
  return {
    path: join(assetFolder(folder), assetFile(asset.hash, asset.mime)),
    clean: !asset.mime.startsWith('image/'),
  };
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

function wordedFor(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  try {
    if (code === 'ENOSPC') refuse('disk_full');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT' || code === 'ENOTDIR')
      refuse('folder_not_writable', { folder });
  } catch (refusal) {
    return refusal;
  }
  return error;
}
