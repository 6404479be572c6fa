import type { Lang } from '../core/model/records';
import type { PlanContent } from '../core/plan/file/content';
import { readPlanFile } from '../core/plan/file/read';
import { sayFailure } from '../core/words/failures';
import { type Io, Stop } from './io';
import { readBytes } from './readFile';

/** Largest plan file read in one go, in bytes: as in the studio. */
const MAX_PLAN = 512 * 1024 * 1024;

export const isPlanName = (file: string): boolean => file.toLowerCase().endsWith('.juzhen');

/** A plan file, or one sentence that says what is wrong with it and where. */
export async function readPlan(io: Io, lang: Lang, file: string): Promise<PlanContent> {
  const read = readPlanFile(await readBytes(io, lang, file, MAX_PLAN), file);
  if (!read.ok) throw new Stop(sayFailure(lang, read.error));
  return read.value;
}
