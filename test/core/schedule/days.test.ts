import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, holds, periodOf, stepPeriod, weeksAround, zoomBy, zooms } from '../../../src/core/schedule/days';
import { addDays, daysBetween, wallDate, weekday } from '../../../src/core/time/wall';

const anyDay = fc.integer({ min: -20_000, max: 20_000 }).map((offset) => addDays(wallDate('2026-10-09'), offset));
const anyZoom = fc.constantFrom(...zooms);
const anyStart = fc.integer({ min: 1, max: 7 });

describe('a period of the matrix', () => {
  it('holds the day it was asked for', () => {
    fc.assert(fc.property(anyDay, anyZoom, anyStart, (day, zoom, start) => holds(periodOf(zoom, day, start), day)));
  });

  it('starts on the first day of the week for weeks, and on the first of the month for months', () => {
    fc.assert(
      fc.property(anyDay, anyStart, (day, start) => {
        expect(weekday(periodOf('fortnight', day, start).from)).toBe(start);
        expect(periodOf('month', day, start).from.slice(8)).toBe('01');
      }),
    );
  });

  it('shows the calendar month, leap years included', () => {
    expect(periodOf('month', wallDate('2028-02-11'), 1)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(periodOf('quarter', wallDate('2026-11-30'), 1)).toEqual({ from: '2026-11-01', to: '2027-01-31' });
  });

  it('comes back to where it was after a step forward and a step back', () => {
    fc.assert(
      fc.property(anyDay, anyZoom, anyStart, (day, zoom, start) => {
        const there = stepPeriod(zoom, day, start, 1);
        expect(periodOf(zoom, stepPeriod(zoom, there, start, -1), start)).toEqual(periodOf(zoom, day, start));
      }),
    );
  });

  it('follows on without a gap or an overlap, except for the quarter, which moves by a month', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('week', 'fortnight', 'month'), anyStart, (day, zoom, start) => {
        const next = periodOf(zoom as 'week', stepPeriod(zoom as 'week', day, start, 1), start);
        expect(next.from).toBe(addDays(periodOf(zoom as 'week', day, start).to, 1));
      }),
    );
  });

  it('is loaded in whole weeks, so that the load of a week is complete', () => {
    fc.assert(
      fc.property(anyDay, anyZoom, anyStart, (day, zoom, start) => {
        const loaded = weeksAround(zoom, day, start);
        expect((daysBetween(loaded.from, loaded.to) + 1) % 7).toBe(0);
        expect(daysOf(loaded)).toEqual(expect.arrayContaining([...daysOf(periodOf(zoom, day, start))]));
      }),
    );
  });

  it('stops at the ends of the scale', () => {
    expect(zoomBy('week', -1)).toBe('week');
    expect(zoomBy('week', 1)).toBe('fortnight');
    expect(zoomBy('quarter', 3)).toBe('quarter');
  });
});
