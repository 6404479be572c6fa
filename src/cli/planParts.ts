import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Lang } from '../core/model/records';
import type { PlanContent } from '../core/plan/file/content';
import { readPlanFile } from '../core/plan/file/read';
import { readPartFile } from '../core/plan/folder/read';
import { byteWork } from '../disk/byteWork';
import { type Io, stopped } from './io';
import { folderOf, MAX_PLAN, readPlan } from './planFile';
import { readBytes } from './readFile';

/**
 * A plan, or one file of its folder form as git hands it to a merge driver: a single record, or the folder's head. All
 * are told by their content; the driver's files have no names to go by.
 */
export type PlanPart = { readonly kind: 'folder' | 'packed' | 'record' | 'head'; readonly content: PlanContent };

export async function readParts(io: Io, lang: Lang, file: string): Promise<PlanPart> {
  if ((await folderOf(io, file)) !== null) return { kind: 'folder', content: await readPlan(io, lang, file) };
  const bytes = await readBytes(io, lang, file, MAX_PLAN);
  const part = isPacked(bytes) ? null : readPartFile(bytes, file);
  if (part?.ok === false) throw stopped(lang, part.error);
  if (part?.ok === true && part.value !== null) return part.value;
  const read = readPlanFile(bytes, file, byteWork);
  if (!read.ok) throw stopped(lang, read.error);
  return { kind: 'packed', content: read.value };
}

/** Whether there is a file with something in it: git gives an empty one for an ancestor that never was. */
export const isEmptyFile = async (io: Io, file: string): Promise<boolean> =>
  (await stat(resolve(io.cwd, file)).catch(() => null))?.size === 0;

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
