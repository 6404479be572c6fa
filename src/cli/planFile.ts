import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Lang } from '../core/model/records';
import type { PlanContent } from '../core/plan/file/content';
import { readPlanFile } from '../core/plan/file/read';
import { HEAD_PATH } from '../core/plan/folder/layout';
import { readFolder } from '../core/plan/folder/read';
import { Refusal } from '../core/result';
import { byteWork } from '../disk/byteWork';
import { folderView } from '../disk/folderView';
import { type Io, stopped } from './io';
import { readBytes } from './readFile';

/** Largest plan file read in one go, in bytes: as in the studio. */
export const MAX_PLAN = 512 * 1024 * 1024;

/** Whether a path names a plan: a `.juzhen`, the folder of an unpacked one, or the `juzhen.json` in it. */
export const isPlan = async (io: Io, file: string): Promise<boolean> =>
  file.toLowerCase().endsWith('.juzhen') || (await folderOf(io, file)) !== null;

/** A plan, packed or as a folder, or one sentence that says what is wrong with it and where. */
export async function readPlan(io: Io, lang: Lang, file: string): Promise<PlanContent> {
  const folder = await folderOf(io, file);
  const read =
    folder === null
      ? readPlanFile(await readBytes(io, lang, file, MAX_PLAN), file, byteWork)
      : refused(() => readFolder(folderView(folder, file), file, byteWork), lang);
  if (!read.ok) throw stopped(lang, read.error);
  return read.value;
}

/** The folder a path means, absolute; null for a file. Its head stands for it, for whom only files can be chosen. */
export async function folderOf(io: Io, file: string): Promise<string | null> {
  const path = resolve(io.cwd, file);
  if (basename(path) === HEAD_PATH) return dirname(path);
  const facts = await stat(path).catch(() => null);
  return facts?.isDirectory() === true ? path : null;
}

/** Runs a reader; what the file system refuses becomes the sentence that ends the command. */
function refused<T>(read: () => T, lang: Lang): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw stopped(lang, error.failure);
    throw error;
  }
}
