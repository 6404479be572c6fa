import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlanEntries } from '../../../src/core/plan/file/read';
import { manifestSchema, planFileJsonSchema, planSchema } from '../../../src/core/plan/file/schema';
import { encodePlan } from '../../../src/core/plan/file/write';
import { play, stepsArb } from './universe';

const json = (bytes: Uint8Array | undefined): unknown => JSON.parse(new TextDecoder().decode(bytes));

describe('the published schema of plan files', () => {
  it('is the one in resources/plan-file.schema.json', async () => {
    await expect(`${JSON.stringify(planFileJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../../resources/plan-file.schema.json',
    );
  });

  it('takes every file that is written from edits', () => {
    fc.assert(
      fc.property(stepsArb(3), (steps) => {
        for (const replica of play(3, steps)) {
          const entries = encodePlan({ workspaceId: 'w1', states: replica.plan(), assets: new Map() });
          const find = (path: string) => json(entries.find((entry) => entry.path === path)?.bytes);
          expect(planSchema.safeParse(find('plan.json')).error).toBeUndefined();
          expect(manifestSchema.safeParse(find('manifest.json')).error).toBeUndefined();
          expect(readPlanEntries(entries, 'x').ok).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what the reader refuses in the shape of a record', () => {
    const plan = (record: unknown) => ({
      clocks: [],
      nodes: [],
      format: 'juzhen',
      records: { piece: { p1: record } },
      version: 1,
      workspace: 'w1',
    });
    for (const record of [
      { at: -1 },
      { extra: 1 },
      { sets: { tags: { x: 'y' } } },
      { body: [] },
      { deleted: { at: 0 } },
      [],
    ])
      expect(planSchema.safeParse(plan(record)).success).toBe(false);
    expect(planSchema.safeParse(plan({})).success).toBe(true);
  });
});
