import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../../core/model/records';
import type { PlanContent } from '../../../core/plan/file/content';
import { buildSample } from '../../../core/sample/build';
import { sampleContent } from '../../../core/sample/content';
import { sampleFiles } from '../../../core/sample/files';
import type { WallDate } from '../../../core/time/wall';

/** The sample plan as content, with its pictures read from the shipped folder. Same day, same bytes. */
export function sampleAsPlan(resources: string, edition: Lang, today: WallDate): PlanContent {
  const sample = buildSample({ today, edition, files: sampleFiles });
  const image = (path: string) => new Uint8Array(readFileSync(join(resources, 'sample', path)));
  return sampleContent(sample, edition, today, image);
}
