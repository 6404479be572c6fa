import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  covers,
  joinHorizons,
  makeStamp,
  type NodeId,
  nextStamp,
  nodeOf,
  readStamp,
  type Stamp,
  stampSchema,
} from '../../../src/core/model/stamp';
import { stampArb } from './universe';

const node = '00000000000000aa' as NodeId;

describe('clock readings', () => {
  it('M10: 70,000 edits in one frozen millisecond are strictly increasing and well-formed', () => {
    let last: Stamp | null = null;
    for (let edit = 0; edit < 70_000; edit += 1) {
      const next: Stamp = nextStamp(last, 1_800_000_000_000, node);
      if (last !== null && next <= last) throw new Error(`${next} does not follow ${last}`);
      last = next;
    }
    expect(stampSchema.safeParse(last).success).toBe(true);
    expect(readStamp(last as Stamp)).toEqual({ millis: 1_800_000_000_001, counter: 70_000 - 65_536 - 1, node });
  });

  it('go on rising whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10, max: 2 ** 47 }), { minLength: 2, maxLength: 50 }), (walls) => {
        let last: Stamp | null = null;
        for (const wall of walls) {
          const next: Stamp = nextStamp(last, wall, node);
          expect(stampSchema.safeParse(next).success).toBe(true);
          if (last !== null) expect(next > last).toBe(true);
          last = next;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('compare as text exactly as they compare as clocks', () => {
    const parts = fc.record({
      millis: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
      counter: fc.integer({ min: 0, max: 0xffff }),
      node: fc.constantFrom('0000000000000001' as NodeId, 'ffffffffffffffff' as NodeId),
    });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const byParts =
          a.millis - b.millis || a.counter - b.counter || (a.node < b.node ? -1 : a.node > b.node ? 1 : 0);
        const [one, two] = [makeStamp(a), makeStamp(b)];
        expect(one < two ? -1 : one > two ? 1 : 0).toBe(Math.sign(byParts));
        expect(readStamp(one)).toEqual(a);
      }),
      { numRuns: 500 },
    );
  });
});

describe('horizons', () => {
  const horizon = fc.array(stampArb, { maxLength: 6 }).map((stamps) => joinHorizons(stamps, []));

  it('join in any order to the latest reading of each node', () => {
    fc.assert(
      fc.property(horizon, horizon, horizon, (a, b, c) => {
        expect(joinHorizons(a, b)).toEqual(joinHorizons(b, a));
        expect(joinHorizons(joinHorizons(a, b), c)).toEqual(joinHorizons(a, joinHorizons(b, c)));
        expect(joinHorizons(a, a)).toEqual(a);
        for (const stamp of [...a, ...b]) expect(covers(joinHorizons(a, b), stamp)).toBe(true);
        expect(new Set(joinHorizons(a, b).map(nodeOf)).size).toBe(joinHorizons(a, b).length);
      }),
      { numRuns: 500 },
    );
  });

  it('do not cover what a node wrote later, nor what others wrote', () => {
    const [early, late] = [makeStamp({ millis: 5, counter: 0, node }), makeStamp({ millis: 6, counter: 0, node })];
    const other = makeStamp({ millis: 1, counter: 0, node: '00000000000000bb' as NodeId });
    expect([covers([early], early), covers([late], early), covers([early], late), covers([late], other)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
