import { describe, expect, it } from 'vitest';
import * as parts from './parts';
import { ask, laws } from './table';

/** The soak asks for more of every law. */
const wanted = process.env.JUZHEN_LAW_RUNS;

describe('the laws of merging', () => {
  for (const [id, law] of Object.entries(laws))
    it(`${id}: ${law.title}`, () => {
      const runs = wanted === undefined ? law.runs : Math.max(law.runs, Number(wanted));
      expect(ask(parts, law, runs), 'cases that were really asked').toBe(runs);
    });
});
