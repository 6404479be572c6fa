import { describe, expect, it } from 'vitest';
import { edgeOf } from '../../../src/core/schedule/edge';
import { bandsOf, campaignInView, occasionOn, phaseByDay } from '../../../src/core/schedule/phases';
import { cascadeOf } from '../../../src/core/schedule/thread';
import { tileOf } from '../../../src/core/schedule/tile';
import { addDays, daysFrom, type WallTime, wallDate } from '../../../src/core/time/wall';
import { aPlacement, aRecord, TODAY } from './plan';

const found = { errors: 1, warnings: 3, behind: true };

describe('a tile', () => {
  it('shows what became of the plan, and while it is only planned how far the writing is', () => {
    expect(edgeOf('planned', 'in_review')).toBe('in_review');
    expect(edgeOf('live', 'drafting')).toBe('live');
    expect(edgeOf('planned', 'archived')).toBe('ready');
  });

  it('shows the worst finding and whether it is behind', () => {
    const tile = tileOf(aPlacement({ id: 'a' }), found, TODAY);
    expect([tile.finding, tile.findings, tile.behind]).toEqual(['error', 1, true]);
    expect(tileOf(aPlacement({ id: 'a' }), { ...found, errors: 0 }, TODAY).findings).toBe(3);
  });

  it('shows no finding once it is live or skipped: nothing can be mended any more', () => {
    for (const outcome of ['live', 'skipped'] as const)
      expect(tileOf(aPlacement({ id: 'a', outcome }), found, TODAY)).toMatchObject({ finding: null, behind: false });
  });

  it('is dashed for an idea, struck for what was skipped, faded for the past', () => {
    expect(tileOf(aPlacement({ id: 'a', pieceState: 'idea' }), undefined, TODAY).dashed).toBe(true);
    expect(tileOf(aPlacement({ id: 'a', outcome: 'skipped' }), undefined, TODAY).struck).toBe(true);
    expect(tileOf(aPlacement({ id: 'a', day: addDays(TODAY, -1) }), undefined, TODAY).past).toBe(true);
    expect(tileOf(aPlacement({ id: 'a' }), undefined, TODAY).past).toBe(false);
  });
});

describe('phases behind the rows', () => {
  const days = daysFrom(wallDate('2026-10-05'), 7);
  const campaign = aRecord('campaign', { id: 'c', start: wallDate('2026-10-01'), end: wallDate('2026-10-31') });
  const phase = (id: string, kind: 'warm_up' | 'burst', start: string, end: string) =>
    aRecord('phase', { id, campaignId: 'c', kind, start: wallDate(start), end: wallDate(end) });

  it('are cut to the days in view', () => {
    const bands = bandsOf(
      [phase('b', 'burst', '2026-10-08', '2026-10-20'), phase('w', 'warm_up', '2026-10-01', '2026-10-07')],
      'c',
      days,
    );
    expect(bands.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['warm_up', 0, 2],
      ['burst', 3, 6],
    ]);
    expect(phaseByDay(bands, 7)).toEqual(['warm_up', 'warm_up', 'warm_up', 'burst', 'burst', 'burst', 'burst']);
  });

  it('belong to the campaign that is filtered for, else to the first in view', () => {
    const other = aRecord('campaign', {
      id: 'z',
      order: 'z',
      start: wallDate('2026-10-01'),
      end: wallDate('2026-10-31'),
    });
    const period = { from: wallDate('2026-10-05'), to: wallDate('2026-10-11') };
    expect(campaignInView([other, campaign], [], period)?.id).toBe('c');
    expect(campaignInView([other, campaign], ['z'], period)?.id).toBe('z');
    expect(campaignInView([campaign], [], { from: wallDate('2026-12-01'), to: wallDate('2026-12-07') })).toBeNull();
  });

  it('leave the naming of a day to its holiday before anything else', () => {
    const hot = aRecord('occasion', { id: 'h', name: '热点', kind: 'hot', start: TODAY, end: addDays(TODAY, 3) });
    const rest = aRecord('occasion', { id: 'r', name: '国庆', kind: 'holiday', start: TODAY, end: TODAY });
    expect(occasionOn([hot, rest], TODAY)?.name).toBe('国庆');
    expect(occasionOn([hot, rest], addDays(TODAY, 2))?.name).toBe('热点');
    expect(occasionOn([hot, rest], addDays(TODAY, 4))).toBeNull();
  });
});

describe('the cascade of a placement', () => {
  const campaign = aRecord('campaign', { id: 'c', leadWaveId: 'w1' });
  const waves = [
    aRecord('wave', {
      id: 'w1',
      campaignId: 'c',
      placementId: 'lead',
      rule: { kind: 'lead', time: '20:00' as WallTime },
    }),
    aRecord('wave', { id: 'w2', campaignId: 'c', placementId: 'next', rule: { kind: 'minutes', minutes: 90 } }),
    aRecord('wave', { id: 'w3', campaignId: 'c', placementId: null }),
    aRecord('wave', { id: 'w4', campaignId: 'c', placementId: 'after', afterWaveId: 'w2' }),
    aRecord('wave', { id: 'w5', campaignId: 'c', placementId: 'lost', afterWaveId: 'gone' }),
  ];

  it('names the lead and those that follow it, from whichever of them one looks', () => {
    const wanted = {
      leadId: 'lead',
      followers: [
        { placementId: 'next', rule: { kind: 'minutes', minutes: 90 }, anchorId: 'lead' },
        { placementId: 'after', rule: { kind: 'minutes', minutes: 0 }, anchorId: 'next' },
      ],
    };
    for (const id of ['lead', 'next', 'after'])
      expect(cascadeOf(aPlacement({ id, campaignId: 'c' }), [campaign], waves)).toEqual(wanted);
  });

  it('is none for a placement of the campaign that is in no wave', () => {
    expect(cascadeOf(aPlacement({ id: 'alone', campaignId: 'c' }), [campaign], waves)).toBeNull();
  });
});
