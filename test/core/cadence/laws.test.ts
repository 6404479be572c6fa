import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan, createPlanChecker } from '../../../src/core/cadence/check';
import { planFix, withEdits } from '../../../src/core/cadence/fixes';
import { isWorse } from '../../../src/core/cadence/order';
import type { PlanItem } from '../../../src/core/cadence/plan';
import { splitOps } from '../../../src/core/cadence/seriesEdit';
import { openSlots, ruleDays, slotsOf } from '../../../src/core/cadence/slots';
import { waiversOf, writeWaiver } from '../../../src/core/cadence/waive';
import { viewRecord } from '../../../src/core/model/record';
import { records, type Series } from '../../../src/core/model/records';
import type { Op } from '../../../src/core/plan/ops';
import { addDays, daysBetween } from '../../../src/core/time/wall';
import { TODAY } from '../schedule/plan';
import { account, clock, day, item, plan, series } from './plan';

const accounts = [
  account('weibo', { weeklyCapacity: 3 }),
  account('xhs', { platform: 'xiaohongshu', formats: ['xiaohongshu/note_image'], defaultFormat: null }),
];

const itemsArb: fc.Arbitrary<readonly PlanItem[]> = fc
  .array(
    fc.record({
      after: fc.integer({ min: -3, max: 24 }),
      minute: fc.option(fc.integer({ min: 0, max: 95 })),
      account: fc.constantFrom('weibo', 'xhs'),
      format: fc.constantFrom('weibo/post', 'xiaohongshu/note_image', null),
      piece: fc.integer({ min: 0, max: 6 }),
      pinned: fc.boolean(),
      outcome: fc.constantFrom('planned' as const, 'planned' as const, 'handed_over' as const, 'live' as const),
      ends: fc.option(fc.integer({ min: 0, max: 24 })),
    }),
    { maxLength: 14 },
  )
  .map((rows) =>
    rows.map(({ after, minute, account: accountId, format, piece, pinned, outcome, ends }, index) =>
      item(
        `p${index}`,
        addDays(TODAY, after),
        minute === null ? null : `${String(Math.floor(minute / 4)).padStart(2, '0')}:${(minute % 4) * 15 || '00'}`,
        {
          accountId,
          format,
          pieceId: `piece-${piece}`,
          pinned,
          outcome,
          deadline: ends === null ? null : { day: addDays(TODAY, ends), time: null },
        },
      ),
    ),
  );

describe('a fix', () => {
  it('takes its finding away and brings nothing as bad', () => {
    fc.assert(
      fc.property(itemsArb, (items) => {
        const of = plan(items, { rules: { accounts }, team: { emptyDays: 5 } });
        const before = checkPlan(of);
        const known = new Set(before.map(({ key }) => key));
        for (const finding of before) {
          const fix = planFix(checkPlan, of, finding);
          if (fix === null) continue;
          const after = checkPlan(withEdits(of, fix.edits));
          expect(after.map(({ key }) => key)).not.toContain(finding.key);
          for (const other of after)
            if (!known.has(other.key)) expect(isWorse(finding.severity, other.severity)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a checker with memory', () => {
  it('says after every move what one without says, in the same order', () => {
    let checks = 0;
    const ids = accounts.map(({ id }) => id);
    fc.assert(
      fc.property(
        itemsArb,
        fc.array(
          fc.record({
            index: fc.nat(13),
            after: fc.integer({ min: 0, max: 20 }),
            account: fc.option(fc.constantFrom(...ids), { freq: 3 }),
            // Others come back, are taken off, or the look is at other days.
            other: fc.constantFrom('stays', 'stays', 'off', 'turned', 'span'),
          }),
          { maxLength: 6 },
        ),
        (items, moves) => {
          const check = createPlanChecker();
          let of = plan(items, { rules: { accounts }, team: { emptyDays: 3 } });
          for (const { index, after, account, other } of moves) {
            expect(check(of)).toEqual(checkPlan(of));
            checks += 1;
            of = withEdits(of, [{ id: `p${index}`, day: addDays(TODAY, after) }]);
            if (account !== null)
              of = {
                ...of,
                items: of.items.map((item) => (item.id === `p${index}` ? { ...item, accountId: account } : item)),
              };
            if (other === 'off') of = { ...of, items: of.items.filter(({ id }) => id !== `p${(index + 1) % 14}`) };
            if (other === 'turned') of = { ...of, items: of.items.toReversed() };
            if (other === 'span') of = { ...of, to: addDays(of.to, -1) };
          }
          expect(check(of)).toEqual(checkPlan(of));
          checks += 1;
        },
      ),
      { numRuns: 250 },
    );
    expect(checks).toBeGreaterThan(600);
  });
});

const seriesArb = fc
  .record({
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    every: fc.integer({ min: 1, max: 4 }),
    weekdays: fc.uniqueArray(fc.constantFrom('1', '3', '5', '7'), { maxLength: 4 }),
    monthDay: fc.option(fc.integer({ min: 1, max: 32 })),
    count: fc.option(fc.integer({ min: 1, max: 12 })),
    until: fc.option(fc.integer({ min: 0, max: 200 })),
    start: fc.integer({ min: -40, max: 40 }),
    skipHolidays: fc.boolean(),
  })
  .map(({ start, until, ...rest }) =>
    series('s', {
      ...rest,
      start: addDays(TODAY, start),
      until: until === null ? null : addDays(TODAY, start + until),
    }),
  );
const far = addDays(TODAY, 300);
const isHoliday = (on: string): boolean => on.endsWith('-01');
const allOf = (of: ReturnType<typeof series>) => slotsOf(of, addDays(TODAY, -60), far, isHoliday);

/** A series after ops: those it was made by, or those that changed it. */
function playedSeries(before: Series, id: string, ops: readonly Op[]): Series {
  const made = ops.find((op) => op.kind === 'create' && op.id === id);
  if (made?.kind === 'create') return viewRecord(records.series, id, made.draft.registers, made.draft.sets);
  const fields = ops.flatMap((op) => (op.kind === 'set' && op.id === id ? [[op.register, op.value] as const] : []));
  const taken = ops.flatMap((op) => (op.kind === 'remove' && op.id === id ? [op.element] : []));
  return {
    ...before,
    ...Object.fromEntries(fields),
    skipped: before.skipped.filter((element) => !taken.includes(element)),
  };
}

describe('a series', () => {
  it('gives its days in order, never more than it counts, none outside its span, none on a day it leaves out', () => {
    fc.assert(
      fc.property(seriesArb, (of) => {
        const days = [...ruleDays(of, far, isHoliday)];
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(days.length).toBeLessThanOrEqual(of.count ?? Number.POSITIVE_INFINITY);
        for (const on of days) {
          expect(on >= (of.start ?? on) && on <= (of.until ?? far)).toBe(true);
          expect(of.skipHolidays && isHoliday(on)).toBe(false);
        }
        expect([...ruleDays(of, addDays(TODAY, 30), isHoliday)]).toEqual(days.filter((on) => on <= addDays(TODAY, 30)));
      }),
    );
  });

  it('loses just the one that is skipped, and moves just the one that is moved', () => {
    fc.assert(
      fc.property(seriesArb, fc.nat(20), (of, pick) => {
        const before = allOf(of);
        const chosen = before[pick % Math.max(1, before.length)];
        if (chosen === undefined) return;
        const others = before.filter(({ slotDay }) => slotDay !== chosen.slotDay);
        expect(allOf({ ...of, skipped: [chosen.slotDay] })).toEqual(others);
        const moved = allOf({ ...of, moved: { [chosen.slotDay]: `${addDays(TODAY, 7)} 09:15` } });
        expect(moved.filter(({ slotDay }) => slotDay !== chosen.slotDay)).toEqual(others);
        expect(moved.find(({ slotDay }) => slotDay === chosen.slotDay)).toEqual({
          ...chosen,
          day: addDays(TODAY, 7),
          time: '09:15',
        });
      }),
    );
  });

  it('goes on with the same dates when it is parted, each of them in one of the two', () => {
    fc.assert(
      fc.property(seriesArb, fc.nat(20), fc.array(fc.nat(20), { maxLength: 3 }), (of, pick, skips) => {
        const whole = allOf(of);
        const skipped = [...new Set(skips.flatMap((index) => whole[index]?.slotDay ?? []))].toSorted();
        const before = { ...of, skipped };
        const from = whole[pick % Math.max(1, whole.length)]?.slotDay;
        if (from === undefined) return;
        const ops = splitOps(before, from, 'new', [], isHoliday);
        if (ops.length === 0) return;
        const [old, made] = ['s', 'new'].map((id) => playedSeries(before, id, ops));
        const both = [old, made].flatMap((one) => (one === undefined ? [] : allOf(one)));
        expect(both.map(({ slotDay }) => slotDay)).toEqual(allOf(before).map(({ slotDay }) => slotDay));
        expect(allOf(made ?? before).every(({ slotDay }) => slotDay >= from)).toBe(true);
      }),
    );
  });

  it('keeps its clock time through a change of clocks', () => {
    const of = series('s', {
      zone: 'America/New_York',
      start: day('2026-10-30'),
      unit: 'day',
      count: 6,
      time: clock('01:30'),
    });
    expect(new Set(slotsOf(of, day('2026-10-01'), far, isHoliday).map(({ time }) => time))).toEqual(new Set(['01:30']));
  });

  it('falls on the last day of months that are shorter than it asks', () => {
    const of = series('s', { unit: 'month', monthDay: 31, start: day('2026-10-31'), count: 5 });
    expect(slotsOf(of, TODAY, far, () => false).map((slot) => slot.day)).toEqual([
      '2026-10-31',
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
    ]);
  });

  it('is open where no placement fills it, whatever day that was moved to', () => {
    const of = series('s', { unit: 'week', weekdays: ['7'], count: 3 });
    const filled = [{ seriesId: 's', slotDay: day('2026-10-18') }];
    const open = openSlots(of, filled, TODAY, far, () => false);
    expect(open.map(({ slotDay }) => daysBetween(TODAY, slotDay))).toEqual([2, 16]);
  });
});

describe('a waiver', () => {
  it('is read back as it was written, and what cannot be read is left alone', () => {
    const waiver = { code: 'day_off' as const, reason: '值班已排好', onDay: TODAY, about: '10月1日' };
    const kept = waiversOf({ f_1: writeWaiver(waiver), f_2: 'not json', f_3: '{"code":"of tomorrow"}', f_4: null });
    expect([...kept]).toEqual([['f_1', waiver]]);
  });
});
