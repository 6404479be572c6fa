import fc from 'fast-check';
import { clocks } from './clocks';
import { files } from './files';
import { joins } from './joins';
import type { Law, Statement } from './law';
import { recordLaws } from './records';

/** Every law by its id; where others are held stands in `docs/decisions/0002-records-and-merging.md`. */
export const laws: Readonly<Record<string, Statement>> = { ...joins, ...clocks, ...recordLaws, ...files };

/**
 * Asks a law of so many cases and answers how many were really asked. Throws with the number of the case that breaks it.
 */
export function ask(law: Law, { holds }: Statement, runs: number): number {
  let asked = 0;
  fc.assert(
    fc.property(fc.noShrink(fc.integer({ min: 0, max: 2 ** 31 - 1 })), (seed) => {
      holds(law, seed);
      asked += 1;
    }),
    { numRuns: runs, endOnFailure: true },
  );
  return asked;
}
