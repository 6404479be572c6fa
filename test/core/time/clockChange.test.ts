import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockChangeAt, inZone } from '../../../src/core/time/clockChange';
import { addDays, type WallTime, wallDate } from '../../../src/core/time/wall';

const at = (day: string, time: string) => ({ day: wallDate(day), time: time as WallTime });

describe('a change of clocks', () => {
  it('leaves out an hour in spring, and says what the wall shows instead', () => {
    expect(clockChangeAt(at('2026-03-08', '02:30'), 'America/New_York')).toEqual({
      kind: 'skipped',
      shown: at('2026-03-08', '03:30'),
    });
    expect(clockChangeAt(at('2026-03-29', '02:30'), 'Europe/Paris')?.kind).toBe('skipped');
  });

  it('shows an hour twice in autumn, half an hour on Lord Howe', () => {
    expect(clockChangeAt(at('2026-11-01', '01:30'), 'America/New_York')).toEqual({ kind: 'twice' });
    expect(clockChangeAt(at('2026-04-05', '01:45'), 'Australia/Lord_Howe')).toEqual({ kind: 'twice' });
  });

  it('is nothing on other days, and never in China', () => {
    expect(clockChangeAt(at('2026-11-02', '01:30'), 'America/New_York')).toBeNull();
    expect(clockChangeAt(at('2026-11-01', '01:30'), 'Nowhere/At_All')).toBeNull();
    const days = fc.integer({ min: 0, max: 3_000 });
    const minutes = fc.integer({ min: 0, max: 1_439 });
    fc.assert(
      fc.property(days, minutes, (day, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const moment = { day: addDays(wallDate('2020-01-01'), day), time: time as WallTime };
        expect(clockChangeAt(moment, 'Asia/Shanghai')).toBeNull();
        // There and back is the same moment.
        const there = inZone(moment, 'Asia/Shanghai', 'UTC');
        expect(there === null ? null : inZone(there, 'UTC', 'Asia/Shanghai')).toEqual(moment);
      }),
    );
  });
});
