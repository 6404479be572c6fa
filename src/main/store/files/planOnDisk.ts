import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { PlanContent } from '../../../core/plan/file/content';
import { type KeepAsset, listPictures, readPlanFrom } from '../../../core/plan/file/read';
import type { ZipSource } from '../../../core/plan/file/unzip';
import { planJson } from '../../../core/plan/file/write';
import { readFolder } from '../../../core/plan/folder/read';
import { Refusal, refuse } from '../../../core/result';
import { byteWork } from '../../../disk/byteWork';
import { folderView, planFolder } from '../../../disk/folderView';

/** Largest plan file that is read, in bytes. */
const MAX_PLAN = 512 * 1024 * 1024;
/** So much is read at once where only a sum is asked for. */
const BLOCK = 1024 * 1024;

/** A plan without its pictures: those are handed on one by one. */
export type PlanWords = Omit<PlanContent, 'assets'>;

/**
 * Reads and checks a plan the user chose: a file, or a folder with one file per record, which may be named by its
 * `juzhen.json` too. Of a file no more than the plan and one picture is in memory at a time. Refuses with the place that is
 * wrong; what `keep` was handed before is the caller's to drop.
 */
export function readPlanAt(path: string, keep: KeepAsset): PlanWords {
  const name = basename(path);
  if (!existsSync(path)) refuse('file_missing', { file: name });
  const folder = planFolder(path);
  if (folder === null) return withFile(path, (source) => taken(readPlanFrom(source, name, keep, byteWork)));
  const { assets, ...words } = taken(
    readFolder(folderView(folder, basename(folder)), basename(folder), byteWork),
  ) as PlanContent;
  for (const [asset, bytes] of assets) keep(asset, bytes);
  return words;
}

function taken<T>(
  read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal['failure'] },
): T {
  if (!read.ok) throw new Refusal(read.error);
  return read.value;
}

/** Names of the pictures a packed plan holds, by its directory alone. Refuses what is no plan, and a damaged directory. */
export const picturesIn = (path: string): readonly string[] =>
  withFile(path, (source) => taken(listPictures(source, basename(path))));

/** SHA-256 of a file; null for a plan in a folder, which is told by what it says. */
export const digestOfFile = (path: string): string | null =>
  !existsSync(path) || planFolder(path) !== null
    ? null
    : withFile(path, ({ size, part }) => {
        const hash = createHash('sha256');
        for (let at = 0; at < size; at += BLOCK) hash.update(part(at, Math.min(size, at + BLOCK)));
        return hash.digest('hex');
      });

/** What names a received plan in history: its file, or what it says. */
export const digestOfWords = (words: PlanWords): string => createHash('sha256').update(planJson(words)).digest('hex');

/** Refuses `file_too_big`, and `file_unreadable` for what cannot be opened or read: no right to, or held by another program. */
function withFile<T>(path: string, use: (source: ZipSource) => T): T {
  const handle = reading(path, () => openSync(path, 'r'));
  try {
    const { size } = fstatSync(handle);
    if (size > MAX_PLAN) refuse('file_too_big', { file: basename(path), limit: `${MAX_PLAN >> 20} MB` });
    return use({
      size,
      part: (from, to) => reading(path, () => partOf(handle, from, Math.max(from, Math.min(to, size)))),
    });
  } finally {
    closeSync(handle);
  }
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return refuse('file_unreadable', { file: basename(path), place: code });
  }
}

function partOf(handle: number, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(to - from);
  let at = 0;
  while (at < bytes.length) {
    const read = readSync(handle, bytes, at, bytes.length - at, from + at);
    if (read === 0) return bytes.subarray(0, at);
    at += read;
  }
  return bytes;
}
