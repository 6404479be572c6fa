import { describe, expect, it } from 'vitest';
import { agendaOf, stepIn, stepMoment } from '../../../src/core/schedule/agenda';
import { type WallTime, wallDate } from '../../../src/core/time/wall';
import { aPlacement } from './plan';

const at = (id: string, day: string, time: string | null) =>
  aPlacement({ id, day: wallDate(day), time: time as WallTime | null });
const agenda = agendaOf([
  at('late', '2026-10-12', '20:00'),
  at('open', '2026-10-12', null),
  at('early', '2026-10-12', '09:00'),
  at('next', '2026-10-15', '12:00'),
  at('before', '2026-10-01', '12:00'),
  aPlacement({ id: 'nowhere', day: null }),
]);
const step = (id: string, way: Parameters<typeof stepIn>[2]) => stepIn(agenda, id, way)?.id;

describe('an agenda', () => {
  it('goes by day and time, without a time last, and leaves out what has no day', () => {
    expect(agenda.map(({ id }) => id)).toEqual(['before', 'early', 'late', 'open', 'next']);
  });

  it('is walked one by one or day by day, and stays at its ends', () => {
    expect([step('early', 'next'), step('early', 'previous'), step('before', 'previous')]).toEqual([
      'late',
      'before',
      'before',
    ]);
    expect([step('late', 'day_on'), step('next', 'day_back'), step('next', 'day_on')]).toEqual([
      'next',
      'early',
      'next',
    ]);
    expect([step('late', 'first'), step('late', 'last'), step('gone', 'next')]).toEqual(['before', 'next', 'before']);
  });
});

describe('a step through time', () => {
  const day = wallDate('2026-10-31');
  it('by days keeps the clock time, by minutes keeps the day', () => {
    expect(stepMoment({ day, time: '20:00' as WallTime }, { days: 7 })).toEqual({ day: '2026-11-07', time: '20:00' });
    expect(stepMoment({ day, time: '20:00' as WallTime }, { minutes: 30 })).toEqual({ day, time: '20:30' });
    expect(stepMoment({ day, time: '23:50' as WallTime }, { minutes: 30 })).toEqual({ day, time: '23:59' });
    expect(stepMoment({ day, time: '00:10' as WallTime }, { minutes: -30 })).toEqual({ day, time: '00:00' });
    expect(stepMoment({ day, time: null }, { minutes: 30 })).toEqual({ day, time: null });
  });
});
