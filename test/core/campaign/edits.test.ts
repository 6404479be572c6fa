import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fourPhasesOps, phaseEdgeOps, removeWaveOps, reorderOps } from '../../../src/core/campaign/edits';
import { byOrder } from '../../../src/core/campaign/facts';
import type { Wave } from '../../../src/core/model/records';
import type { Op } from '../../../src/core/plan/ops';
import { positionBetween, positionsFor } from '../../../src/core/plan/position';
import { addDays, wallDate } from '../../../src/core/time/wall';
import { aCampaign, aPhase, aWave } from './plan';

const setTo = (ops: readonly Op[], id: string, register: string): unknown => {
  const op = ops.find((one) => one.kind === 'set' && one.id === id && one.register === register);
  return op?.kind === 'set' ? op.value : undefined;
};

describe('positions among siblings', () => {
  it('always leave room: between any two there is another, however often one is put there', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400 }), { maxLength: 60 }), (places) => {
        const list: string[] = [];
        for (const place of places) {
          const at = place % (list.length + 1);
          const between = positionBetween(list[at - 1] ?? null, list[at] ?? null);
          if (between === null) throw new Error('nothing fits');
          list.splice(at, 0, between);
        }
        expect([...list].sort()).toEqual(list);
        expect(new Set(list).size).toBe(list.length);
      }),
    );
  });

  it('are refused between equals, and between what is no position', () => {
    expect(positionBetween('n', 'n')).toBeNull();
    expect(positionBetween('1', null)).toBeNull();
    expect([...positionsFor(200)].sort()).toEqual(positionsFor(200));
  });
});

describe('reordering waves', () => {
  const orderAfter = (waves: readonly Wave[], ops: readonly Op[]): readonly string[] =>
    waves
      .map((wave) => ({ ...wave, order: String(setTo(ops, wave.id, 'order') ?? wave.order) }))
      .sort(byOrder)
      .map(({ id }) => id);

  it('moves one wave by so many places, whatever positions they were given', () => {
    const orders = fc.array(fc.constantFrom('b', 'n', 'n', 't', '1', ''), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(orders, fc.nat(), fc.integer({ min: -12, max: 12 }), (given, pick, steps) => {
        const waves = given.map((order, index) => aWave(`w${String(index).padStart(2, '0')}`, { order }));
        const sorted = [...waves].sort(byOrder).map(({ id }) => id);
        const at = pick % waves.length;
        const wave = waves.find(({ id }) => id === sorted[at]);
        if (wave === undefined) throw new Error('it is one of them');
        const to = Math.min(waves.length - 1, Math.max(0, at + steps));
        const expected = sorted.toSpliced(at, 1).toSpliced(to, 0, wave.id);
        expect(orderAfter(waves, reorderOps(wave, waves, steps))).toEqual(expected);
      }),
    );
  });
});

describe('taking a wave out', () => {
  it('leaves its placement in the plan, and sends its followers to the lead', () => {
    const wave = aWave('w1', { placementId: 'l1' });
    const ops = removeWaveOps(wave, aCampaign(), [wave, aWave('w2', { afterWaveId: 'w1' })]);
    expect(ops).toEqual([
      { kind: 'set', type: 'placement', id: 'l1', register: 'waveId', value: null },
      { kind: 'set', type: 'campaign', id: 'c1', register: 'leadWaveId', value: null },
      { kind: 'set', type: 'wave', id: 'w2', register: 'afterWaveId', value: null },
      { kind: 'delete', type: 'wave', id: 'w1' },
    ]);
  });
});

describe('the four phases', () => {
  const spans = (campaign: Parameters<typeof aCampaign>[0]) => {
    return fourPhasesOps(aCampaign(campaign), [], () => crypto.randomUUID()).map((op) =>
      op.kind === 'create' ? [op.draft.registers.kind, op.draft.registers.start, op.draft.registers.end] : [],
    );
  };

  it('touch each other around the zero day', () => {
    expect(spans({})).toEqual([
      ['warm_up', '2026-10-03', '2026-10-09'],
      ['burst', '2026-10-10', '2026-10-16'],
      ['long_tail', '2026-10-17', '2026-10-30'],
      ['review', '2026-10-31', '2026-11-04'],
    ]);
  });

  it('keep within the campaign’s days where these leave room', () => {
    const days = spans({ start: wallDate('2026-10-01'), end: wallDate('2026-10-25') });
    expect(days[0]).toEqual(['warm_up', '2026-10-01', '2026-10-09']);
    expect(days[3]).toEqual(['review', '2026-10-21', '2026-10-25']);
    expect(spans({ end: wallDate('2026-10-12') })[3]).toEqual(['review', '2026-10-31', '2026-11-04']);
  });

  it('have no days before there is a zero day', () => {
    expect(spans({ zeroDay: null }).every(([, start, end]) => start === null && end === null)).toBe(true);
  });
});

describe('moving the end of a phase', () => {
  const burst = aPhase('f1');
  const tail = aPhase('f2', { kind: 'long_tail', start: wallDate('2026-10-14'), end: wallDate('2026-10-20') });

  it('takes along the phase that touches it there', () => {
    const ops = phaseEdgeOps(burst, [burst, tail], 'end', wallDate('2026-10-15'));
    expect(setTo(ops, 'f1', 'end')).toBe('2026-10-15');
    expect(setTo(ops, 'f2', 'start')).toBe('2026-10-16');
  });

  it('never turns a phase around, wherever an end is pulled', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20, max: 40 }),
        fc.constantFrom('start' as const, 'end' as const),
        (days, edge) => {
          const day = addDays(wallDate('2026-10-10'), days);
          const ops = phaseEdgeOps(burst, [burst, tail], edge, day);
          for (const phase of [burst, tail]) {
            const start = String(setTo(ops, phase.id, 'start') ?? phase.start);
            const end = String(setTo(ops, phase.id, 'end') ?? phase.end);
            expect(start <= end).toBe(true);
          }
        },
      ),
    );
  });
});
