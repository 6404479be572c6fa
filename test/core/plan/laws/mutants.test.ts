import { describe, expect, it } from 'vitest';
import { Dice } from './dice';
import type { Law, Statement } from './law';
import { type Mutation, mutated } from './mutant';
import { ask, laws } from './table';

/**
 * Faults seeded into copies of the real source. A law that lets one through has no teeth. The twelfth, a clock that moves
 * before the commit, is a fault of the store and is caught in `test/store/merging/clock.test.ts`.
 */
const mutants: readonly (Mutation & { readonly fault: string; readonly caughtBy: readonly string[] })[] = [
  {
    fault: '>= in compare: of equal stamps whoever comes first wins',
    file: 'core/plan/merge.ts',
    from: 'if (ours !== theirs) return ours > theirs ? a : b;',
    to: 'return ours >= theirs ? a : b;',
    caughtBy: ['M1', 'M11'],
  },
  {
    fault: 'the counter is ignored',
    file: 'core/model/stamp.ts',
    from: 'counter: before.counter + 1, node',
    to: 'counter: before.counter, node',
    caughtBy: ['M10', 'M24'],
  },
  {
    fault: 'the node no longer breaks a tie',
    file: 'core/plan/merge.ts',
    from: "const [ours, theirs] = [a.stamp ?? '', b.stamp ?? ''];",
    to: "const [ours, theirs] = [(a.stamp ?? '').slice(0, 17), (b.stamp ?? '').slice(0, 17)];",
    caughtBy: ['M24'],
  },
  {
    fault: 'receiving does not advance the clock',
    file: 'core/plan/merge.ts',
    from: 'planHorizon(merged).reduce<Stamp | null>(',
    to: '([] as Stamp[]).reduce<Stamp | null>(',
    caughtBy: ['M7'],
  },
  {
    fault: 'a tombstone without stamps: deleted is deleted, whoever edited since',
    file: 'core/plan/state.ts',
    from: 'return horizonOf(state).some((stamp) => !covers(deleted.seen, stamp));',
    to: 'return false;',
    caughtBy: ['M12'],
  },
  {
    fault: 'a set element is taken from one side whole, as the last writer left it',
    file: 'core/plan/merge.ts',
    from: 'adds: joinHorizons(a.adds, b.adds),',
    to: 'adds: canonical(a) >= canonical(b) ? a.adds : b.adds,',
    caughtBy: ['M5', 'M12 tags'],
  },
  {
    fault: 'of two concurrent texts the older one is dropped',
    file: 'core/plan/lineage.ts',
    from: '.map(({ id }) => id)\n    .sort();',
    to: '.map(({ id }) => id)\n    .sort()\n    .slice(-1);',
    caughtBy: ['M18', 'M6'],
  },
  {
    fault: 'the ancestor is the newest text there is, not the common one',
    file: 'core/plan/lineage.ts',
    from: 'const found = kept.filter((version) => sameHorizon(lineageOf(version), common));',
    to: 'const found = [...kept].filter(({ id }) => id !== a.id && id !== b.id).sort((x, y) => (x.id < y.id ? 1 : -1)).slice(0, 1);',
    caughtBy: ['M18 beginnings'],
  },
  {
    fault: 'a field this version does not know is dropped on reading',
    file: 'core/plan/file/readRecord.ts',
    from: 'registers: others.length === 0 ? registers :',
    to: "registers: others.length === 0 ? Object.fromEntries(Object.entries(registers).filter(([name]) => name !== 'fromTheFuture')) :",
    caughtBy: ['M13'],
  },
  {
    fault: 'files are exported in the order they were put in',
    file: 'core/plan/file/write.ts',
    from: 'const files = [plan, ...assets, ...others].sort((a, b) => (a.path < b.path ? -1 : 1));',
    to: 'const files = [plan, ...assets, ...others];',
    caughtBy: ['M15'],
  },
  {
    fault: 'the digest is taken over the first bytes only',
    file: 'core/model/ids.ts',
    from: 'bytesToHex(sha256(content));',
    to: 'bytesToHex(sha256(content.subarray(0, 64)));',
    caughtBy: ['M23'],
  },
];

/** In so many cases each fault must be caught so often: once may be luck, and 2,000 cases are asked elsewhere. */
const RUNS = 300;
const OFTEN = 3;

function timesCaught(law: Law, { holds }: Statement): number {
  const dice = new Dice(20261122);
  let caught = 0;
  for (let run = 0; run < RUNS && caught < OFTEN; run += 1)
    try {
      holds(law, dice.n(2 ** 31));
    } catch {
      caught += 1;
    }
  return caught;
}

describe('a copy of the law with one fault', () => {
  it.each(mutants)('$fault: is caught', async ({ caughtBy, ...mutation }) => {
    const law = await mutated<Law>('test/core/plan/laws/parts.ts', mutation);
    for (const id of caughtBy) {
      const statement = laws[id];
      if (statement === undefined) throw new Error(`There is no law ${id}.`);
      expect(timesCaught(law, statement), `${id} lets it through`).toBe(OFTEN);
    }
  });

  it('and the real one is not, asked the same way', async () => {
    const law = await mutated<Law>('test/core/plan/laws/parts.ts', {
      file: 'core/plan/merge.ts',
      from: 'if (a === b) return a;',
      to: 'if (a === b) return a; ',
    });
    for (const id of new Set(mutants.flatMap(({ caughtBy }) => caughtBy)))
      expect(ask(law, laws[id] as never, 100), id).toBe(100);
  });
});
