import { randomBytes } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Lang } from '../core/model/records';
import { MANIFEST_PATH, PLAN_PATH, type PlanContent, type PlanEntry } from '../core/plan/file/content';
import { holdsAll } from '../core/plan/file/holdsAll';
import { encodePlan, packPlan } from '../core/plan/file/write';
import { ASSETS, ATTRIBUTES_PATH, HEAD_PATH, isOwnPath, RECORDS } from '../core/plan/folder/layout';
import { encodeFolder, headText, recordText } from '../core/plan/folder/write';
import { cliWords } from '../core/words/cli';
import { speaker } from '../core/words/say';
import { byteWork } from '../disk/byteWork';
import { exitCodes, type Io, Stop } from './io';
import { folderOf, readPlan } from './planFile';
import { type PlanPart, readParts } from './planParts';
import { progress } from './progress';
import { writeFile, writeInto, writing } from './writing';

/** Files that were written, and those that already said the same. */
export type Written = { readonly written: number; readonly same: number };

/**
 * Writes a plan as one packed file. What is already there is replaced only when nothing of it is lost: a plan of the
 * same workspace of which the new one holds everything. `force` replaces anything.
 */
export async function writePacked(
  io: Io,
  lang: Lang,
  out: string,
  content: PlanContent,
  force: boolean,
): Promise<void> {
  const path = resolve(io.cwd, out);
  const before = await lstat(path).catch(() => null);
  if (before?.isDirectory() === true) throw inTheWay(lang, out);
  if (before !== null && !force) await requireHeld(io, lang, out, content);
  await writing(lang, out, () => writeFile(path, packPlan(encodePlan(content, byteWork), byteWork)));
}

/**
 * Writes a plan as a folder: a new one appears whole or not at all; in one that is there, only files that differ are
 * written. Other files in it (a README, `.git`) are left alone, and so is a `.gitattributes` of one's own.
 */
export async function writeUnpacked(
  io: Io,
  lang: Lang,
  out: string,
  content: PlanContent,
  force: boolean,
): Promise<Written> {
  const root = resolve(io.cwd, out);
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw inTheWay(lang, out);
  });
  if (names?.some((name) => name === MANIFEST_PATH || name === PLAN_PATH)) throw inTheWay(lang, out);
  const isOurs = names?.includes(HEAD_PATH) === true;
  if (!isOurs && names?.some((name) => name === RECORDS || name === ASSETS)) throw inTheWay(lang, out);
  if (isOurs && !force) await requireHeld(io, lang, out, content);
  const files = encodeFolder(content);
  const told = progress(io, files.length, (done, total) =>
    speaker(cliWords, lang)('progress_writing', { percent: Math.floor((100 * done) / total) }),
  );
  try {
    return await writing(lang, out, async () => {
      if (names === null) return await writeNew(root, files, told.at);
      const written = await writeChanged(root, files, told.at);
      if (force && isOurs) await removeOthers(root, files);
      return written;
    });
  } finally {
    told.end();
  }
}

type At = (done: number) => void;

async function writeNew(root: string, files: readonly PlanEntry[], at: At): Promise<Written> {
  const fresh = join(dirname(root), `.juzhen-${randomBytes(6).toString('hex')}.part`);
  try {
    for (const [index, { path, bytes }] of files.entries()) {
      writeInto(join(fresh, path), bytes);
      at(index + 1);
    }
    await rename(fresh, root);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
  return { written: files.length, same: 0 };
}

async function writeChanged(root: string, files: readonly PlanEntry[], at: At): Promise<Written> {
  let same = 0;
  for (const [index, { path, bytes }] of files.entries()) {
    at(index + 1);
    const before = await readFile(join(root, path)).catch(() => null);
    if (before !== null && (path === ATTRIBUTES_PATH || before.equals(bytes))) same += 1;
    else writeInto(join(root, path), bytes);
  }
  return { written: files.length - same, same };
}

/** After a forced write: records and pictures of the plan that was there before. */
async function removeOthers(root: string, files: readonly PlanEntry[]): Promise<void> {
  const kept = new Set(files.map(({ path }) => path));
  for (const folder of [RECORDS, ASSETS])
    for (const entry of await listed(join(root, folder))) {
      const path = join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/');
      if (entry.isFile() && isOwnPath(path) && !kept.has(path)) await rm(join(root, path));
    }
}

/** A plan without pictures has no folder for them; anything else that stops the reading is told. */
async function listed(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Stops unless what stands at `out` is a plan of which the new one holds everything. */
async function requireHeld(io: Io, lang: Lang, out: string, content: PlanContent): Promise<void> {
  let before: PlanContent;
  try {
    before = await readPlan(io, lang, out);
  } catch (error) {
    throw error instanceof Stop ? inTheWay(lang, out) : error;
  }
  if (!holdsAll(content, before)) throw inTheWay(lang, out);
}

const inTheWay = (lang: Lang, file: string): Stop =>
  new Stop(speaker(cliWords, lang)('out_in_the_way', { file }), exitCodes.badInput);

/** Writes what `readParts` reads, in its own form; a plan as a folder too, where there is one or the name ends as a folder's. */
export async function writePart(io: Io, lang: Lang, out: string, part: PlanPart, force: boolean): Promise<void> {
  const { kind, content } = part;
  if (kind === 'folder' || kind === 'packed') {
    if (await isFolderOut(io, out)) await writeUnpacked(io, lang, out, content, force);
    else await writePacked(io, lang, out, content, force);
    return;
  }
  const path = resolve(io.cwd, out);
  const before = await lstat(path).catch(() => null);
  if (before !== null && !force) {
    const there = await readParts(io, lang, out).catch((error: unknown) => {
      throw error instanceof Stop ? inTheWay(lang, out) : error;
    });
    if (there.kind !== kind || !holdsAll(content, there.content)) throw inTheWay(lang, out);
  }
  const [state] = content.states;
  await writing(lang, out, () => writeFile(path, state === undefined ? headText(content) : recordText(state)));
}

/** Whether a plan is to be written as a folder: there is one, or the name ends as folders' do. */
export const isFolderOut = async (io: Io, out: string): Promise<boolean> =>
  /[/\\]$/.test(out) || (await folderOf(io, out)) !== null;
