import { opendirSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { isCalendarFile } from '../../core/importing/calendarFile';
import { importExtensions, isFromFolder, isToolFolder, kindOfFile } from '../../core/importing/files';
import { HEAD_PATH } from '../../core/plan/folder/layout';
import { Refusal, refuse } from '../../core/result';
import { isPlanFolder } from '../../disk/folderView';
import type { FileRef } from '../store/importing/protocol';

/** Documents of one import; a year of a busy team is a fifth of it. */
const MAX_FILES = 5_000;
/** Entries looked at in all folders together. */
const MAX_SEEN = 100_000;
const MAX_DEPTH = 16;

export type Found = { readonly files: readonly FileRef[]; readonly left: number };

/**
 * The files behind what the user chose, in order of their names. In a folder only documents count, links are not
 * followed, and what tools keep for themselves is passed over. `left` counts other files, pictures not among them.
 */
export function findFiles(paths: readonly string[]): Found {
  const files: FileRef[] = [];
  const walk = { left: 0, seen: 0 };
  for (const path of paths) {
    if (isFolder(path) && isPlanFolder(path))
      files.push({ path: join(path, HEAD_PATH), root: path, shown: HEAD_PATH, kind: 'plan' });
    else if (isFolder(path)) walkFolder(path, path, 0, files, walk);
    else {
      const name = basename(path);
      if (isCalendarFile(name)) refuse('file_calendar', { file: name });
      const kind = kindOfFile(name) ?? refuse('file_kind_unknown', { file: name, known: importExtensions.join(', ') });
      files.push({ path, root: dirname(path), shown: name, kind });
    }
  }
  return { files, left: walk.left };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw missing(error, path);
  }
}

const missing = (error: unknown, path: string): unknown =>
  (error as NodeJS.ErrnoException).code === 'ENOENT'
    ? new Refusal({ code: 'file_missing', params: { file: basename(path) } })
    : new Refusal({
        code: 'file_unreadable',
        params: { file: basename(path), place: (error as NodeJS.ErrnoException).code ?? '?' },
      });

function walkFolder(
  folder: string,
  root: string,
  depth: number,
  files: FileRef[],
  walk: { left: number; seen: number },
): void {
  const names: { readonly name: string; readonly isFolder: boolean }[] = [];
  const handle = openFolder(folder);
  try {
    for (let entry = handle.readSync(); entry !== null; entry = handle.readSync()) {
      walk.seen += 1;
      if (walk.seen > MAX_SEEN) refuse('folder_too_many_files', { folder: basename(root), limit: MAX_SEEN });
      if (isToolFolder(entry.name)) continue;
      if (entry.isDirectory()) names.push({ name: entry.name, isFolder: true });
      else if (entry.isFile()) names.push({ name: entry.name, isFolder: false });
      else walk.left += 1;
    }
  } finally {
    handle.closeSync();
  }
  for (const { name, isFolder } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, name);
    if (isFolder) {
      if (depth < MAX_DEPTH) walkFolder(path, root, depth + 1, files, walk);
      else walk.left += 1;
      continue;
    }
    const kind = kindOfFile(name);
    if (kind === null || !isFromFolder(kind)) {
      if (!/\.(png|jpe?g|gif|webp|avif|heic|svg)$/i.test(name)) walk.left += 1;
      continue;
    }
    if (files.length >= MAX_FILES) refuse('folder_too_many_files', { folder: basename(root), limit: MAX_FILES });
    files.push({
      path,
      root,
      shown: path
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
      kind,
    });
  }
}

function openFolder(folder: string) {
  try {
    return opendirSync(folder);
  } catch (error) {
    throw missing(error, folder);
  }
}
