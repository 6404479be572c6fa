import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statutoryYears } from '../../../src/core/time/statutoryBreaks';
import { statutoryNotices } from '../../../src/core/time/statutoryNotices';
import { addDays, type WallDate, wallDate, weekday } from '../../../src/core/time/wall';
import {
  addWorkdays,
  assumedYears,
  dayFact,
  dayKind,
  isWorkday,
  tabledYears,
  workdayFrom,
  workdaysBetween,
} from '../../../src/core/time/workdays';
import { sayAssumedYears, sayDayFact } from '../../../src/core/words/workdays';

const anyDay = fc.integer({ min: -3000, max: 1500 }).map((offset) => addDays(wallDate('2026-10-09'), offset));

function everyDay(from: string, to: string): readonly WallDate[] {
  const days: WallDate[] = [];
  for (let day = wallDate(from); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

describe('the table of statutory breaks', () => {
  it('agrees with an independent table on every day of every tabled year', () => {
    const apart = everyDay(`${tabledYears.from}-01-01`, `${tabledYears.to}-12-31`).filter(
      (day) => isWorkday(day) !== chineseDays.isWorkday(day),
    );
    expect(apart).toEqual([]);
  });

  it('has a notice and an order for each year, without a gap', () => {
    expect(statutoryYears.map((entry) => entry.year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect([...new Set(statutoryNotices.map(({ year }) => year))]).toEqual(statutoryYears.map((entry) => entry.year));
    for (const { year, dated, address } of statutoryNotices) {
      expect(dated < `${year}-02-01`).toBe(true);
      expect(address).toMatch(/^https:\/\/www\.gov\.cn\//);
    }
    for (const { breaks } of statutoryYears)
      expect(breaks.map(({ from }) => from)).toEqual(breaks.map(({ from }) => from).sort());
  });

  it('makes up on weekend days only, outside of every break', () => {
    const off = new Set(everyDay('2019-12-01', '2027-01-31').filter((day) => dayKind(day) === 'holiday'));
    for (const day of statutoryYears.flatMap(({ breaks }) => breaks.flatMap(({ makeUps }) => makeUps))) {
      expect(weekday(day), day).toBeGreaterThanOrEqual(6);
      expect(off.has(day), day).toBe(false);
    }
  });
});

describe('workdays', () => {
  it('tells the four kinds of day apart', () => {
    expect(dayFact(wallDate('2026-10-10'))).toEqual({ kind: 'make_up', name: 'national_day', tabled: true });
    expect(dayFact(wallDate('2026-10-03'))).toEqual({ kind: 'holiday', name: 'national_day', tabled: true });
    expect(dayFact(wallDate('2026-10-11'))).toEqual({ kind: 'weekend', name: null, tabled: true });
    expect(dayFact(wallDate('2026-10-12'))).toEqual({ kind: 'workday', name: null, tabled: true });
    expect(dayFact(wallDate('2022-12-31')).kind).toBe('holiday');
  });

  it('steps over a break and works on its make-up day', () => {
    expect(addWorkdays(wallDate('2026-09-30'), 1)).toBe('2026-10-08');
    expect(addWorkdays(wallDate('2026-10-09'), 1)).toBe('2026-10-10');
    expect(addWorkdays(wallDate('2026-10-09'), 2)).toBe('2026-10-12');
    expect(addWorkdays(wallDate('2026-10-08'), -1)).toBe('2026-09-30');
    expect(addWorkdays(wallDate('2026-10-04'), 0)).toBe('2026-10-04');
    expect(workdayFrom(wallDate('2026-10-04'))).toBe('2026-10-08');
  });

  it('lands on a workday, as many workdays away as was asked', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, count) => {
        const landed = addWorkdays(day, count);
        expect(workdaysBetween(day, landed)).toBe(count);
        if (count !== 0) expect(isWorkday(landed)).toBe(true);
      }),
    );
  });

  it('comes back from any workday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, count) => {
        const start = workdayFrom(day);
        expect(addWorkdays(addWorkdays(start, count), -count)).toBe(start);
      }),
    );
  });

  it('knows only weekends where no notice is known, and says which years', () => {
    expect(dayFact(wallDate('2031-10-01'))).toEqual({ kind: 'workday', name: null, tabled: false });
    expect(assumedYears(wallDate('2026-12-30'), wallDate('2027-01-05'))).toEqual([2027]);
    expect(assumedYears(wallDate('2020-01-01'), wallDate('2018-12-30'))).toEqual([2018, 2019]);
    expect(assumedYears(wallDate('2026-01-01'), wallDate('2026-12-31'))).toEqual([]);
    expect(sayAssumedYears('zh', [2027])).toBe('2027 年的放假安排不在表里，这里只跳过周末。');
    expect(sayAssumedYears('en', [])).toBe('');
  });

  it('says a day in both languages', () => {
    expect(sayDayFact('zh', wallDate('2026-10-10'))).toBe('国庆节调休，上班');
    expect(sayDayFact('en', wallDate('2026-10-02'))).toBe('National Day holiday');
    expect(sayDayFact('zh', wallDate('2026-10-12'))).toBe('');
  });
});

describe('docs/occasions.md', () => {
  it('names every notice of the table, with its day and address', () => {
    const page = readFileSync('docs/occasions.md', 'utf8');
    const rows = statutoryNotices.map(
      ({ year, number, dated, address }) => `| ${year} | ${number} | ${dated} | ${address} |`,
    );
    expect(page.split('\n').filter((line) => line.includes('国办发明电'))).toEqual(rows);
  });
});
