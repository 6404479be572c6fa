import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOf, unplannedAfter } from '../../../src/core/campaign/carry';
import { type Reckoned, reckon } from '../../../src/core/campaign/reckon';
import { addDays, wallDate } from '../../../src/core/time/wall';
import type { WallTime } from '../../../src/core/time/wallDate';
import { aCampaign, anAccount, aPlan, aPost, aWave, TODAY, workspace } from './plan';

const zone = 'Asia/Shanghai';
const time = (clock: string) => clock as WallTime;
const waves = [
  aWave('w1', { placementId: 'l1', rule: { kind: 'lead', time: time('20:00') } }),
  aWave('w2', { accountId: 'weibo', rule: { kind: 'minutes', minutes: 90 } }),
  aWave('w3', { accountId: 'weibo', rule: { kind: 'days', days: 2, time: time('12:00') } }),
];
const planned = reckon(aPlan({ waves, placements: [aPost('l1', { waveId: 'w1' })] }), workspace);
const unplanned = reckon(aPlan({ waves }), workspace);
const rowOf = ({ rows }: Reckoned, id: string) => {
  const row = rows.find(({ wave }) => wave.id === id);
  if (row === undefined) throw new Error(`no wave ${id}`);
  return row;
};

describe('carrying a wave along the timeline', () => {
  it('moves the placement of a planned wave, and nothing on its own day', () => {
    expect(carryOf(rowOf(planned, 'w1'), planned, wallDate('2026-10-14'), zone)).toMatchObject({
      kind: 'move',
      moves: [{ id: 'l1', day: '2026-10-14' }],
    });
    expect(carryOf(rowOf(planned, 'w1'), planned, wallDate('2026-10-10'), zone)).toEqual({ kind: 'nothing' });
  });

  it('refuses days gone by, what is live, and closed accounts, as the matrix does', () => {
    expect(carryOf(rowOf(planned, 'w1'), planned, addDays(TODAY, -1), zone)).toEqual({ kind: 'refused', why: 'past' });
    expect(carryOf(rowOf(unplanned, 'w2'), unplanned, addDays(TODAY, -1), zone)).toEqual({
      kind: 'refused',
      why: 'past',
    });
    const live = reckon(aPlan({ waves, placements: [aPost('l1', { waveId: 'w1', outcome: 'live' })] }), workspace);
    expect(carryOf(rowOf(live, 'w1'), live, wallDate('2026-10-14'), zone)).toEqual({ kind: 'refused', why: 'live' });
    const closed = reckon(
      aPlan({
        waves,
        placements: [aPost('l1', { waveId: 'w1' })],
        accounts: [anAccount('douyin', { closed: true }), anAccount('weibo')],
      }),
      workspace,
    );
    expect(carryOf(rowOf(closed, 'w1'), closed, wallDate('2026-10-14'), zone)).toEqual({
      kind: 'refused',
      why: 'closed',
    });
  });

  it('moves the zero day with a lead that is not planned, and everyone reckoned from it', () => {
    const lead = rowOf(unplanned, 'w1');
    const carry = carryOf(lead, unplanned, wallDate('2026-10-15'), zone);
    expect(carry).toEqual({ kind: 'zero', day: '2026-10-15' });
    expect(unplannedAfter(lead.wave, unplanned, carry, zone)).toEqual(
      new Map([
        ['w2', { day: '2026-10-15', time: '21:30' }],
        ['w3', { day: '2026-10-17', time: '12:00' }],
      ]),
    );
  });

  it('writes a rule that gives exactly the day it was let go on', () => {
    fc.assert(
      fc.property(fc.constantFrom('w2', 'w3'), fc.integer({ min: 0, max: 60 }), (id, ahead) => {
        const row = rowOf(unplanned, id);
        const day = addDays(TODAY, ahead);
        const carry = carryOf(row, unplanned, day, zone);
        if (day === row.moment?.day) {
          expect(carry).toEqual({ kind: 'nothing' });
          return;
        }
        if (carry.kind !== 'rule') throw new Error(`expected a rule, got ${carry.kind}`);
        const after = reckon(
          aPlan({ waves: waves.map((wave) => (wave.id === id ? { ...wave, rule: carry.rule } : wave)) }),
          workspace,
        );
        expect(rowOf(after, id).moment).toEqual({ day, time: row.moment?.time });
      }),
    );
  });

  it('leaves alone what has no moment yet', () => {
    const blank = reckon(aPlan({ waves, campaign: aCampaign({ zeroDay: null }) }), workspace);
    expect(carryOf(rowOf(blank, 'w2'), blank, wallDate('2026-10-14'), zone)).toEqual({ kind: 'nothing' });
  });
});
