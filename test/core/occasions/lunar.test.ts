import { Solar } from 'lunar-javascript';
import { LunarYear, SolarTerm } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { anniversaryOf, dayOfLunar, lunarEve, lunarOf } from '../../../src/core/occasions/lunar';
import { dayOfTerm, termOn, terms } from '../../../src/core/occasions/terms';
import { addDays, type WallDate, wallDate } from '../../../src/core/time/wall';

const termNames =
  '小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至'.split(
    ' ',
  );

/** `闰6/1 小暑`: one line for a day, so that engines are held against each other as text. */
const ours = (day: WallDate): string => {
  const lunar = lunarOf(day);
  const term = termOn(day);
  return `${lunar?.leap ? '闰' : ''}${lunar?.month}/${lunar?.day} ${term === null ? '' : termNames[terms.indexOf(term)]}`;
};
function lunarJavascript(year: number, month: number, date: number): string {
  const lunar = Solar.fromYmd(year, month, date).getLunar();
  const of = lunar.getMonth();
  return `${of < 0 ? '闰' : ''}${Math.abs(of)}/${lunar.getDay()} ${lunar.getJieQi()}`;
}

const apartFrom = (engine: (year: number, month: number, date: number) => string, from: string, to: string) => {
  const apart: string[] = [];
  for (let day = wallDate(from); day <= to; day = addDays(day, 1)) {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    const theirs = engine(year, month, date);
    if (ours(day) !== theirs) apart.push(`${day}: ours ${ours(day)}, theirs ${theirs}`);
  }
  return apart;
};

type YearMonthDay = { getYear(): number; getMonth(): number; getDay(): number };
const dayText = (day: YearMonthDay): string =>
  [day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-');

describe('lunar days and solar terms', () => {
  it('are those of tyme4ts: every month of 1949 to 2100 begins on its day and is as long, every term is on its day', () => {
    const apart: string[] = [];
    for (let year = 1949; year <= 2100; year += 1) {
      for (const month of LunarYear.fromYear(year).getMonths()) {
        const first = { year, month: month.getMonth(), leap: month.isLeap(), day: 1 };
        const solar = month.getFirstJulianDay().getSolarDay();
        const begins = dayOfLunar(first);
        if (begins !== dayText(solar)) apart.push(`${JSON.stringify(first)}: ours ${begins}, theirs ${solar}`);
        const has30 = dayOfLunar({ ...first, day: 30 }) !== null;
        if (has30 !== (month.getDayCount() === 30)) apart.push(`${JSON.stringify(first)}: length`);
      }
      for (const [index, term] of terms.entries()) {
        const theirs = dayText(
          SolarTerm.fromIndex(year, index + 1)
            .getJulianDay()
            .getSolarDay(),
        );
        if (dayOfTerm(term, year) !== theirs)
          apart.push(`${term} ${year}: ours ${dayOfTerm(term, year)}, theirs ${theirs}`);
      }
    }
    expect(apart).toEqual([]);
  });

  it('are those of lunar-javascript on every day of 1950 to 2100', () => {
    expect(apartFrom(lunarJavascript, '1950-01-01', '2100-12-31')).toEqual([]);
  });

  it('come back from a lunar day to the same solar day, as far as the table goes', () => {
    for (let day = wallDate('1901-02-19'); day <= '2101-01-28'; day = addDays(day, 1)) {
      const lunar = lunarOf(day);
      expect(lunar === null ? null : dayOfLunar(lunar)).toBe(day);
    }
    expect(lunarOf(wallDate('1901-02-18'))).toBeNull();
    expect(lunarOf(wallDate('2101-01-29'))).toBeNull();
  });

  it('know the days people name', () => {
    expect(lunarOf(wallDate('2026-02-17'))).toEqual({ year: 2026, month: 1, leap: false, day: 1 });
    expect(lunarEve(2025)).toBe('2026-02-16');
    expect(dayOfTerm('qingming', 2026)).toBe('2026-04-05');
    expect(lunarOf(wallDate('2025-07-25'))).toEqual({ year: 2025, month: 6, leap: true, day: 1 });
  });

  it('keep a birthday in years without its leap month or its thirtieth', () => {
    expect(anniversaryOf({ month: 6, leap: true, day: 3 }, 2026)).toBe(
      anniversaryOf({ month: 6, leap: false, day: 3 }, 2026),
    );
    expect(anniversaryOf({ month: 12, leap: false, day: 30 }, 2025)).toBe(lunarEve(2025));
    expect(anniversaryOf({ month: 1, leap: false, day: 1 }, 2200)).toBeNull();
  });
});
