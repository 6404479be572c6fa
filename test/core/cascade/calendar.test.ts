import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkdays, chineseWorkdays, plainWeek, untabledYears } from '../../../src/core/cascade/calendar';
import { fitRule } from '../../../src/core/cascade/fitRule';
import { follow } from '../../../src/core/cascade/follow';
import { daysBetween, wallDate } from '../../../src/core/time/wall';
import { dayArb, nearRuleArb, timeArb } from './scene';

const calendars = fc.constantFrom(chineseWorkdays, plainWeek);

describe('counting workdays', () => {
  it('steps over a break and counts the Saturday worked for it', () => {
    // National Day 2026: off from 1 to 7 October, worked on Sunday 20 September and Saturday 10 October.
    expect(addWorkdays(wallDate('2026-09-30'), 1, chineseWorkdays)).toBe('2026-10-08');
    expect(addWorkdays(wallDate('2026-10-09'), 1, chineseWorkdays)).toBe('2026-10-10');
    expect(addWorkdays(wallDate('2026-10-09'), 1, plainWeek)).toBe('2026-10-12');
    expect(addWorkdays(wallDate('2026-10-03'), 0, chineseWorkdays)).toBe('2026-10-08');
  });

  it('is undone by counting back, from any workday', () => {
    fc.assert(
      fc.property(dayArb, fc.integer({ min: -60, max: 60 }), calendars, (any, count, calendar) => {
        const day = addWorkdays(any, 0, calendar);
        const there = addWorkdays(day, count, calendar);
        expect(calendar.isWorkday(there)).toBe(true);
        expect(addWorkdays(there, -count, calendar)).toBe(day);
        expect(Math.sign(daysBetween(day, there))).toBe(Math.sign(count));
      }),
      { numRuns: 500 },
    );
  });

  it('ends even where nobody ever works', () => {
    const never = { isWorkday: () => false, isTabled: () => true };
    expect(daysBetween(wallDate('2026-01-01'), addWorkdays(wallDate('2026-01-01'), 2, never))).toBeGreaterThan(60);
  });

  it('names the years whose breaks nobody knows', () => {
    expect(untabledYears(wallDate('2026-12-31'), wallDate('2100-01-01'), plainWeek)).toHaveLength(75);
    expect(untabledYears(wallDate('2026-05-01'), wallDate('2026-01-02'), chineseWorkdays)).toEqual([]);
  });
});

describe('a rule made to fit what was done by hand', () => {
  it('gives exactly that moment, whatever it was before', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Paris');
    const moment = fc.record({ day: dayArb, time: timeArb });
    fc.assert(
      fc.property(nearRuleArb, moment, zones, moment, zones, (rule, anchor, anchorZone, at, zone) => {
        const from = { moment: anchor, zone: anchorZone };
        const fitted = fitRule(rule, from, at, zone, chineseWorkdays);
        if (fitted === null) throw new Error('Two months apart there is always a rule.');
        const followed = follow({ rule: fitted, onlyWorkdays: false }, from, zone, chineseWorkdays);
        expect(followed).toMatchObject({ kind: 'at', moment: at });
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps its kind where that can say so', () => {
    const from = { moment: { day: wallDate('2026-10-09'), time: '20:00' as never }, zone: 'Asia/Shanghai' };
    const fitted = (rule: Parameters<typeof fitRule>[0], day: string, time: string) =>
      fitRule(rule, from, { day: wallDate(day), time: time as never }, 'Asia/Shanghai', chineseWorkdays);
    expect(fitted({ kind: 'minutes', minutes: 90 }, '2026-10-10', '08:00')).toEqual({ kind: 'minutes', minutes: 720 });
    expect(fitted({ kind: 'workdays', days: 2, time: null }, '2026-10-13', '20:00')).toEqual({
      kind: 'workdays',
      days: 3,
      time: null,
    });
    // Sunday is no workday: the rule counts days from now on.
    expect(fitted({ kind: 'workdays', days: 2, time: null }, '2026-10-11', '09:00')).toEqual({
      kind: 'days',
      days: 2,
      time: '09:00',
    });
  });
});
