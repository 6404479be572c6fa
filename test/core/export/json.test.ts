import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runJson } from '../../../src/core/export/json';
import { type Schedule, scheduleJsonSchema, scheduleSchema } from '../../../src/core/export/json/schema';
import type { ExportModel } from '../../../src/core/export/types';
import { a, aModel, anEntry, smallPlan } from './smallPlan';

/** The published schema as another program reads it. */
const valid = new Ajv2020({ strict: true }).compile(scheduleJsonSchema());
const written = (model: ExportModel): Schedule => JSON.parse(`${runJson(model)[0]?.content}`);

describe('the schedule as JSON', () => {
  it('has its schema in resources/schedule.schema.json', async () => {
    await expect(`${JSON.stringify(scheduleJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../../resources/schedule.schema.json',
    );
  });

  it('is the small plan, and what the schema says', async () => {
    expect(valid(written(smallPlan)), JSON.stringify(valid.errors)).toBe(true);
    await expect(runJson(smallPlan)[0]?.content).toMatchFileSnapshot('../../fixtures/export/schedule.json');
  });

  it('keeps to the schema whatever was written, and gives every text back', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).map((one) => one.toWellFormed());
    fc.assert(
      fc.property(text, text, text, (title, name, body) => {
        const entry = anEntry({
          piece: { ...anEntry().piece, title, link: name },
          account: a('account', { id: 'a1', name }),
          variant: { ...anEntry().variant, body, parts: [body] },
        });
        const schedule = written(aModel({ entries: [entry], title }));
        expect(valid(schedule), JSON.stringify(valid.errors)).toBe(true);
        const [one] = schedule.placements;
        expect([schedule.title, one?.piece.title, one?.account?.name, one?.text?.body]).toEqual([
          title,
          title,
          name,
          body,
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('never holds a text that fits no lawful form', () => {
    const { placements } = written(smallPlan);
    expect(placements.map(({ text }) => text === null)).toEqual([false, false, false, true]);
  });

  it('is refused by its schema where something is missing or of another kind', () => {
    const whole = written(smallPlan);
    for (const torn of [
      { ...whole, format: 'other' },
      { ...whole, placements: [{ ...whole.placements[0], day: '11/10/2026' }] },
      { ...whole, placements: [{ id: 'x' }] },
    ]) {
      expect(valid(torn)).toBe(false);
      expect(scheduleSchema.safeParse(torn).success).toBe(false);
    }
  });
});
