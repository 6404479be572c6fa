import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellKey } from '../../../src/core/schedule/cells';
import { between, carry, type Ground, type Place, type Step, walk } from '../../../src/core/schedule/walk';
import { daysFrom, wallDate } from '../../../src/core/time/wall';
import { aPlacement } from './plan';

const days = daysFrom(wallDate('2026-10-05'), 4);
const [d0, d1, d2, d3] = days as readonly [(typeof days)[0], (typeof days)[0], (typeof days)[0], (typeof days)[0]];
/** Row a has two tiles on the second day; row b one on the second. */
const ground: Ground = {
  accountIds: ['a', 'b', 'c'],
  days,
  tilesIn: (accountId, day) => (day !== d1 ? 0 : accountId === 'a' ? 2 : accountId === 'b' ? 1 : 0),
};
const at = (accountId: string, day: (typeof days)[0], tile: number | null): Place => ({ accountId, day, tile });

describe('walking the matrix by keyboard', () => {
  it('goes through the tiles of a cell before it leaves it', () => {
    const path: Place[] = [at('a', d1, 0)];
    for (const step of ['down', 'down', 'down', 'up', 'up', 'up'] as const)
      path.push(walk(path.at(-1) ?? at('a', d1, 0), step, ground));
    expect(path.map(({ accountId, tile }) => `${accountId}${tile ?? '-'}`)).toEqual([
      'a0',
      'a1',
      'b0',
      'c-',
      'b0',
      'a1',
      'a0',
    ]);
  });

  it('goes to the ends of a row and of a column', () => {
    expect(walk(at('b', d2, null), 'start', ground)).toEqual(at('b', d0, null));
    expect(walk(at('b', d2, null), 'end', ground)).toEqual(at('b', d3, null));
    expect(walk(at('c', d1, null), 'top', ground)).toEqual(at('a', d1, 0));
    expect(walk(at('a', d1, 0), 'bottom', ground)).toEqual(at('c', d1, null));
  });

  it('never leaves the ground, and always stands on a tile that is there', () => {
    const steps = fc.array(fc.constantFrom<Step>('left', 'right', 'up', 'down', 'start', 'end', 'top', 'bottom'));
    fc.assert(
      fc.property(steps, (taken) => {
        const end = taken.reduce((place, step) => walk(place, step, ground), at('b', d2, null));
        expect(ground.accountIds).toContain(end.accountId);
        expect(ground.days).toContain(end.day);
        const tiles = ground.tilesIn(end.accountId, end.day);
        expect(end.tile === null ? tiles : tiles > end.tile ? 0 : -1).toBe(0);
      }),
    );
  });
});

describe('carrying by keyboard', () => {
  it('goes over days without end, by one and by seven, and stays within the rows', () => {
    const from = { accountId: 'a', day: d3 };
    expect(carry(from, 'right', ground)).toEqual({ accountId: 'a', day: '2026-10-09' });
    expect(carry(from, 'week_on', ground).day).toBe('2026-10-15');
    expect(carry(from, 'week_back', ground).day).toBe('2026-10-01');
    expect(carry(from, 'up', ground).accountId).toBe('a');
    expect(carry(from, 'bottom', ground).accountId).toBe('c');
    expect(carry({ accountId: 'c', day: d3 }, 'down', ground).accountId).toBe('c');
    expect(carry(from, 'start', ground).day).toBe(d0);
  });
});

describe('what lies between two cells', () => {
  const cells = new Map([
    [cellKey('a', d1), [aPlacement({ id: 'a1' }), aPlacement({ id: 'a2' })]],
    [cellKey('b', d2), [aPlacement({ id: 'b1' })]],
    [cellKey('c', d3), [aPlacement({ id: 'c1' })]],
  ]);
  const reach = (a: Pick<Place, 'accountId' | 'day'>, b: Pick<Place, 'accountId' | 'day'>) =>
    between(a, b, ground.accountIds, cells);

  it('is the rectangle of rows and days, whichever corner it began in', () => {
    const [first, last] = [
      { accountId: 'a', day: d1 },
      { accountId: 'b', day: d2 },
    ];
    expect(reach(first, last)).toEqual(['a1', 'a2', 'b1']);
    expect(reach(last, first)).toEqual(['a1', 'a2', 'b1']);
    expect(reach({ accountId: 'b', day: d0 }, { accountId: 'a', day: d2 })).toEqual(['a1', 'a2', 'b1']);
    expect(reach(first, first)).toEqual(['a1', 'a2']);
    expect(reach({ accountId: 'c', day: d0 }, { accountId: 'c', day: d2 })).toEqual([]);
  });
});
