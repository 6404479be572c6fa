import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { langs } from '../../../src/core/model/records';
import { readPlanFile } from '../../../src/core/plan/file/read';
import { encodePlan, packPlan } from '../../../src/core/plan/file/write';
import { sampleContent } from '../../../src/core/sample/content';
import { wallDate } from '../../../src/core/time/wall';
import { sampleOn, TODAY } from './plan';

const folder = join(import.meta.dirname, '../../../resources/sample');

it.each(langs)('the %s edition is a plan file that reads back and writes the same bytes', (edition) => {
  const image = (path: string) => new Uint8Array(readFileSync(join(folder, path)));
  const content = sampleContent(sampleOn(TODAY, edition), edition, wallDate(TODAY), image);
  const bytes = packPlan(encodePlan(content));
  const read = readPlanFile(bytes, 'sample.juzhen');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(read.value.states).toHaveLength(content.states.length);
  expect(read.value.assets.size).toBe(content.assets.size);
  expect(Buffer.from(packPlan(encodePlan(read.value))).equals(Buffer.from(bytes))).toBe(true);
});
