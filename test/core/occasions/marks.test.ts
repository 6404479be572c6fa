import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewRecord } from '../../../src/core/model/record';
import { type Occasion, records } from '../../../src/core/model/records';
import { type FestivalId, festivalIds, festivals } from '../../../src/core/occasions/festivals';
import { layers, layersFor } from '../../../src/core/occasions/layers';
import { marksOf, spanOf } from '../../../src/core/occasions/marks';
import { happenings, nextHappening } from '../../../src/core/occasions/own';
import { addDays, daysBetween, daysFrom, wallDate } from '../../../src/core/time/wall';
import { headlines, saidMarks, sayLunar, sayLunarDay } from '../../../src/core/words/dayMarks';

const anOccasion = (fields: Partial<Occasion>): Occasion => ({
  ...viewRecord(records.occasion, 'occasion-1', {}, {}),
  ...fields,
});
const namesOn = (day: string, occasions: readonly Occasion[] = []) => {
  const marks = marksOf([wallDate(day)], occasions, layers).get(wallDate(day));
  return marks === undefined ? [] : saidMarks('zh', marks).map(({ name }) => name);
};
const daysIn = (year: number): Partial<Record<FestivalId, string | undefined>> =>
  Object.fromEntries(festivalIds.map((id) => [id, spanOf(festivals[id], year)?.from]));

describe('festivals', () => {
  it('fall where 2026 has them', () => {
    expect(daysIn(2026)).toMatchObject({
      spring_festival: '2026-02-17',
      lantern: '2026-03-03',
      qingming: '2026-04-05',
      dragon_boat: '2026-06-19',
      qixi: '2026-08-19',
      mid_autumn: '2026-09-25',
      double_ninth: '2026-10-18',
      laba: '2027-01-15',
      lunar_eve: '2027-02-05',
      mothers_day: '2026-05-10',
      fathers_day: '2026-06-21',
      thanksgiving: '2026-11-26',
      black_friday: '2026-11-27',
      cyber_monday: '2026-11-30',
      easter: '2026-04-05',
      good_friday: '2026-04-03',
      harvest: '2026-09-23',
    });
  });

  it('know Easter of other centuries, and seasons that end in the next year', () => {
    expect([1961, 2000, 2024, 2025, 2038].map((year) => spanOf(festivals.easter, year)?.from)).toEqual([
      '1961-04-02',
      '2000-04-23',
      '2024-03-31',
      '2025-04-20',
      '2038-04-25',
    ]);
    // The Ministry of Commerce held it from 7 January to 5 February 2025: lunar 12/8 of 2024 to 1/8 of 2025.
    expect(spanOf(festivals.new_year_goods, 2024)).toEqual({ from: '2025-01-07', to: '2025-02-05' });
  });

  it('are not older than they are', () => {
    expect(spanOf(festivals.double11, 2008)).toBeNull();
    expect(spanOf(festivals.double11, 2009)?.from).toBe('2009-11-11');
  });
});

describe('the marks of a day', () => {
  it('name the day once: by what the team wrote, else by the festival, else by the term', () => {
    expect(namesOn('2026-11-11')).toEqual(['双十一', '双十一促销季']);
    expect(namesOn('2026-04-05')).toEqual(['清明节', '复活节']);
    expect(namesOn('2026-10-08')).toEqual(['寒露']);
    const written = anOccasion({ name: '双十一', kind: 'industry', start: wallDate('2026-11-11') });
    expect(namesOn('2026-11-11', [written])).toEqual(['双十一', '双十一促销季']);
    const night = anOccasion({ name: '冬至，一年里夜最长的一天', kind: 'festival', start: wallDate('2026-12-22') });
    expect(namesOn('2026-12-22', [night])).toEqual(['冬至，一年里夜最长的一天']);
  });

  it('let a season name only the day it begins on', () => {
    const names = (day: string) => {
      const marks = marksOf([wallDate(day)], [], ['commerce']).get(wallDate(day));
      return marks === undefined ? [] : headlines(saidMarks('zh', marks), wallDate(day)).map(({ name }) => name);
    };
    expect(names('2026-10-15')).toEqual(['双十一促销季']);
    expect(names('2026-10-16')).toEqual([]);
    expect(names('2026-11-11')).toEqual(['双十一']);
  });

  it('leave out the layers that are off', () => {
    const day = wallDate('2026-10-08');
    const marks = marksOf([day], [], layersFor(null, 'en')).get(day);
    expect(marks).toEqual({ day, work: { kind: 'workday', name: null, tabled: true }, lunar: null, marks: [] });
    expect(marksOf([day], [], []).get(day)?.work).toBeNull();
  });

  it('say the lunar day as people do', () => {
    const lunar = marksOf(daysFrom(wallDate('2026-10-09'), 2), [], ['lunar']);
    const said = [...lunar.values()].map((day) => (day.lunar === null ? '' : sayLunar('zh', day.lunar)));
    expect(said).toEqual(['廿九', '九月']);
    expect(sayLunarDay('zh', { year: 2025, month: 6, leap: true, day: 20 })).toBe('农历闰六月二十');
    expect(sayLunarDay('en', { year: 2025, month: 12, leap: false, day: 30 })).toBe('Lunar month 12, day 30');
  });
});

describe('an occasion of the team', () => {
  it('comes again on its solar date, on 28 February in a year without its 29th, and never before its first time', () => {
    const yearly = anOccasion({ name: '店庆', start: wallDate('2024-02-29'), repeat: 'yearly' });
    const starts = (from: string, to: string) =>
      happenings(yearly, wallDate(from), wallDate(to)).map((happening) => happening.from);
    expect(starts('2023-01-01', '2025-12-31')).toEqual(['2024-02-29', '2025-02-28']);
    expect(nextHappening(yearly, wallDate('2026-03-01'))?.from).toBe('2027-02-28');
  });

  it('comes again on its lunar date', () => {
    const lunar = anOccasion({
      name: '老街灯会',
      start: wallDate('2026-03-03'),
      end: wallDate('2026-03-05'),
      repeat: 'lunar',
    });
    expect(happenings(lunar, wallDate('2027-01-01'), wallDate('2027-12-31'))).toMatchObject([
      { from: '2027-02-20', to: '2027-02-22' },
    ]);
  });

  it('is found on every day it lasts and on no other, however it repeats', () => {
    const anyDay = fc.integer({ min: 0, max: 2000 }).map((offset) => addDays(wallDate('2024-01-01'), offset));
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom('none', 'yearly', 'lunar'),
        anyDay,
        (start, length, repeat, day) => {
          const occasion = anOccasion({ name: 'x', start, end: addDays(start, length), repeat });
          const wide = happenings(occasion, addDays(day, -800), addDays(day, 800));
          const there = wide.filter(({ from, to }) => from <= day && day <= to);
          expect(happenings(occasion, day, day)).toEqual(there);
          for (const { from, to } of wide) expect(daysBetween(from, to)).toBe(length);
        },
      ),
    );
  });
});
