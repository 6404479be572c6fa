import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRecordType } from '../../../src/core/model/records';
import { readPlanFile } from '../../../src/core/plan/file/read';
import { encodePlan, packPlan, planJson } from '../../../src/core/plan/file/write';
import { mergePlans } from '../../../src/core/plan/merge';
import { bodyOf, type RecordState, viewOf } from '../../../src/core/plan/state';
import { buildSample } from '../../../src/core/sample/build';
import { sampleContent } from '../../../src/core/sample/content';
import { sampleFiles } from '../../../src/core/sample/files';
import { wallDate } from '../../../src/core/time/wall';

const today = wallDate('2026-10-14');
const content = (edition: 'zh' | 'en') =>
  sampleContent(
    buildSample({ today, edition, files: sampleFiles }),
    edition,
    today,
    (path) => new Uint8Array(readFileSync(new URL(`../../../resources/sample/${path}`, import.meta.url))),
  );

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const view = (state: RecordState) => ({
  ...(isRecordType(state.type) ? viewOf(state.type, state) : {}),
  ...(state.heads.length === 0 ? {} : { body: bodyOf(state) }),
});

describe.each(['zh', 'en'] as const)('the sample plan (%s) as a plan file', (edition) => {
  const sample = content(edition);
  const file = packPlan(encodePlan(sample));

  it('opens, and is written again byte for byte', () => {
    const read = readPlanFile(file, 'sample.juzhen');
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.states).toHaveLength(sample.states.length);
    // Two megabytes: comparing them number by number takes as long as all else in this file together.
    expect(Buffer.from(packPlan(encodePlan(read.value))).equals(file)).toBe(true);
    expect(planJson({ ...sample, states: mergePlans(read.value.states, sample.states) })).toBe(planJson(sample));
  });

  it('M16: takes at most a tenth more than its visible records as plain JSON', () => {
    const ratio = bytes(JSON.parse(planJson(sample))) / bytes(sample.states.map(view));
    console.log(`M16 ${edition}: ${ratio.toFixed(3)} × ${bytes(sample.states.map(view))} bytes`);
    expect(ratio).toBeLessThanOrEqual(1.1);
  });
});
