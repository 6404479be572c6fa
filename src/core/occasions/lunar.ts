import { addDays, daysBetween, type WallDate } from '../time/wallDate';
import { FIRST_DAY, FIRST_YEAR, LAST_YEAR, monthTable } from './lunarTable';

/** A day of the Chinese calendar, from lunar year 1901 to 2100. */
export type LunarDay = {
  /** The solar year its lunar new year is in. */
  readonly year: number;
  /** 1 正月 … 12 腊月. */
  readonly month: number;
  /** 闰, the second month of the same number. */
  readonly leap: boolean;
  /** 1 初一 … 30 三十. */
  readonly day: number;
};

type LunarMonth = { readonly month: number; readonly leap: boolean; readonly from: number; readonly length: number };
type LunarYear = { readonly from: number; readonly length: number; readonly months: readonly LunarMonth[] };

/** All years, with days counted from `FIRST_DAY`. */
const years: readonly LunarYear[] = readYears();

function readYears(): readonly LunarYear[] {
  let from = 0;
  return Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => {
    const code = Number.parseInt(monthTable.slice(index * 4, index * 4 + 4), 36);
    const year = readYear(from, code >> 13, code & 0x1fff);
    from += year.length;
    return year;
  });
}

function readYear(from: number, leapMonth: number, lengths: number): LunarYear {
  const months: LunarMonth[] = [];
  let at = from;
  for (let index = 0; index < (leapMonth === 0 ? 12 : 13); index += 1) {
    const leap = leapMonth !== 0 && index === leapMonth;
    const month = leapMonth !== 0 && index >= leapMonth ? index : index + 1;
    const length = (lengths >> (12 - index)) & 1 ? 30 : 29;
    months.push({ month, leap, from: at, length });
    at += length;
  }
  return { from, length: at - from, months };
}

/** The lunar day of a wall date; null outside of the table. */
export function lunarOf(day: WallDate): LunarDay | null {
  const at = daysBetween(FIRST_DAY, day);
  // A lunar year begins 21 January to 20 February, so a day is in its solar year's or the one before.
  const guess = Number(day.slice(0, 4)) - FIRST_YEAR;
  for (const index of [guess, guess - 1]) {
    const year = years[index];
    if (year === undefined || at < year.from || at >= year.from + year.length) continue;
    const month = year.months.findLast(({ from }) => from <= at);
    if (month === undefined) continue;
    return { year: FIRST_YEAR + index, month: month.month, leap: month.leap, day: at - month.from + 1 };
  }
  return null;
}

/** The wall date of a lunar day; null where that year has no such day (no 三十, no 闰 month) or is outside of the table. */
export function dayOfLunar({ year, month, leap, day }: LunarDay): WallDate | null {
  const found = years[year - FIRST_YEAR]?.months.find((entry) => entry.month === month && entry.leap === leap);
  return found === undefined || day < 1 || day > found.length ? null : addDays(FIRST_DAY, found.from + day - 1);
}

/**
 * Where a lunar date falls each year, as people keep it: in a year without its 三十 on the 廿九, in a year without the
 * leap month in the ordinary one; null outside of the table.
 */
export function anniversaryOf({ month, leap, day }: Omit<LunarDay, 'year'>, year: number): WallDate | null {
  const at = (inLeap: boolean): WallDate | null =>
    dayOfLunar({ year, month, leap: inLeap, day }) ??
    (day === 30 ? dayOfLunar({ year, month, leap: inLeap, day: 29 }) : null);
  return (leap ? at(true) : null) ?? at(false);
}

/** 除夕: the last day of a lunar year. */
export function lunarEve(year: number): WallDate | null {
  const found = years[year - FIRST_YEAR];
  return found === undefined ? null : addDays(FIRST_DAY, found.from + found.length - 1);
}
