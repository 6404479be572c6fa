import { addDays, isWallDate, type WallDate, weekday } from '../time/wallDate';
import type { DayRule } from './festivals';
import { dayOfLunar, lunarEve } from './lunar';
import { dayOfTerm } from './terms';

/**
 * The day a rule falls on in a year; null where there is none. Lunar rules count lunar years: 腊八 of 2026 is in
 * January 2027.
 */
export function dayOfRule(rule: DayRule, year: number): WallDate | null {
  switch (rule.kind) {
    case 'solar':
      return solarDay(year, rule.month, rule.day);
    case 'lunar':
      return dayOfLunar({ year, month: rule.month, leap: false, day: rule.day });
    case 'lunar_eve':
      return lunarEve(year);
    case 'term':
      return dayOfTerm(rule.term, year);
    case 'nth':
      return nthWeekday(year, rule.month, rule.weekday, rule.nth, rule.plus);
    case 'easter':
      return addDays(easterSunday(year), rule.plus);
  }
}

/** A solar date of a year; null where it does not exist (29 February). */
export function solarDay(year: number, month: number, day: number): WallDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isWallDate(text) ? text : null;
}

function nthWeekday(year: number, month: number, day: number, nth: number, plus: number): WallDate | null {
  const first = solarDay(year, month, 1);
  return first === null ? null : addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (nth - 1) + plus);
}

/** Western Easter by the Gregorian computus (Butcher, 1876), valid for every Gregorian year. */
function easterSunday(year: number): WallDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const shift = Math.floor((century + 8) / 25);
  const correction = Math.floor((century - shift + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const days = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * days) / 451);
  const sum = moon + days - 7 * late + 114;
  return solarDay(year, Math.floor(sum / 31), (sum % 31) + 1) as WallDate;
}
