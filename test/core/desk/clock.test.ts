import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOf, wallAt } from '../../../src/core/desk/clock';
import { addDays, type WallTime, wallDate } from '../../../src/core/time/wall';

const zones = ['Asia/Shanghai', 'Asia/Kathmandu', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'];

describe('the moment of a wall time', () => {
  it('is shown again as the same wall time, in every zone and on every day but where the clocks leave it out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 15_000 }),
        fc.integer({ min: 0, max: 1_439 }),
        (zone, days, minutes) => {
          const day = addDays(wallDate('1995-01-01'), days);
          const time =
            `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as WallTime;
          const at = momentOf({ day, time }, zone);
          const shown = wallAt(at, zone);
          if (shown.day === day && shown.time === time) return;
          for (let minute = -120; minute <= 120; minute += 1) {
            const near = wallAt(at + minute * 60_000, zone);
            expect(near.day === day && near.time === time).toBe(false);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of a zone this machine does not know is UTC’s, so that a received plan is still shown', () => {
    const moment = { day: wallDate('2026-10-09'), time: '18:30' as WallTime };
    expect(momentOf(moment, 'Mars/Olympus')).toBe(Date.parse('2026-10-09T18:30:00Z'));
    expect(wallAt(0, 'Mars/Olympus')).toEqual({ day: '1970-01-01', time: '00:00' });
  });
});
