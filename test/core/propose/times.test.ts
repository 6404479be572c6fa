import { describe, expect, it } from 'vitest';
import { lastDayBefore } from '../../../src/core/propose/lastDay';
import { type TimedFigure, timesOf } from '../../../src/core/propose/times';
import type { WallDate, WallTime } from '../../../src/core/time/wallDate';

const figures = (time: string, ...values: readonly number[]): readonly TimedFigure[] =>
  values.map((value) => ({ time: time as WallTime, key: 'views', value }));
const TODAY = '2026-10-09' as WallDate;

describe('the times of an account', () => {
  it('come from its figures where there are enough, and say how many, how good and how far apart', () => {
    const times = timesOf('traffic', [], [...figures('20:00', 200, 240, 220, 180), ...figures('12:00', 90, 100, 110)]);
    const evening = times.find(({ time }) => time === '20:00');
    expect(evening).toMatchObject({ basis: { kind: 'figures', metric: 'views', n: 4, mean: 117, spread: 14 } });
    const noon = times.find(({ time }) => time === '12:00');
    expect(noon?.quality).toBeLessThan(evening?.quality ?? 0);
  });

  it('do not trust a few figures: six posts and three of one stretch are the least', () => {
    expect(timesOf('traffic', [], figures('21:00', 900, 800, 850)).map(({ basis }) => basis.kind)).toEqual([
      'role',
      'role',
      'role',
    ]);
    const lone = timesOf('traffic', [], [...figures('12:00', 100, 100, 100, 100), ...figures('21:00', 900, 900)]);
    expect(lone.find(({ time }) => time === '21:00')).toBeUndefined();
  });

  it('else come from when it usually goes out, else from its role, and are at most four', () => {
    const usual = ['18:30', '18:30', '18:30', '09:00'] as WallTime[];
    expect(timesOf('depth', usual, [])).toMatchObject([
      { time: '08:00', basis: { kind: 'role' } },
      { time: '09:00', basis: { kind: 'usual', n: 1, of: 4 } },
      { time: '18:30', quality: 0.6875, basis: { kind: 'usual', n: 3, of: 4 } },
      { time: '20:30', basis: { kind: 'role' } },
    ]);
    expect(timesOf('private', [], []).map(({ time }) => time)).toEqual(['10:00', '19:00']);
  });
});

describe('the last day before a deadline', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['2026-10-20', '2026-10-19'],
    ['2026年10月20日 20:00 截止', '2026-10-19'],
    ['10月20日24点前', '2026-10-19'],
    ['10/20 20:00', '2026-10-19'],
    ['Oct 20, 2026', '2026-10-19'],
    ['until 20 October', '2026-10-19'],
    ['1月5日', '2027-01-04'],
    ['10月1日', '2026-09-30'],
    ['2月30日', null],
    ['下周五', null],
    ['20:00', null],
  ];
  it.each(cases)('of “%s” is %s', (said, day) => {
    expect(lastDayBefore(said, TODAY)).toBe(day);
  });
});
