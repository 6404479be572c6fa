/**
 * Prints the table of src/core/occasions/lunarTable.ts: the lengths of lunar months and the days of the 24 solar terms,
 * from tyme4ts. Run once when the span changes; test/core/occasions holds every day against other engines.
 *
 *   node scripts/lunar-table.mjs > src/core/occasions/lunarTable.ts && npx biome check --write src/core/occasions
 */
import { LunarYear, SolarTerm } from 'tyme4ts';

const FIRST = 1901;
const LAST = 2100;

/** Months of a year in order, a leap month after its own: one bit each, 1 for 30 days, from the highest of 13 bits down. */
function monthsOf(year) {
  const lunar = LunarYear.fromYear(year);
  const leap = lunar.getLeapMonth();
  const lengths = lunar.getMonths().map((month) => month.getDayCount());
  const bits = lengths.reduce((sum, days, index) => sum | ((days === 30 ? 1 : 0) << (12 - index)), 0);
  return ((leap << 13) | bits).toString(36).padStart(4, '0');
}

const firstDay = (year) => {
  const day = LunarYear.fromYear(year).getMonths()[0].getFirstJulianDay().getSolarDay();
  return [day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-');
};

/** Day of the month of each term from 小寒 on, as its distance from the earliest it can be: one digit 0 to 3 each. */
const termDay = (year, index) => {
  const day = SolarTerm.fromIndex(year, index + 1)
    .getJulianDay()
    .getSolarDay();
  if (day.getYear() !== year || day.getMonth() !== (index >> 1) + 1) throw new Error(`${year} ${index}: ${day}`);
  return day.getDay();
};
const years = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);
const earliest = Array.from({ length: 24 }, (_, index) => Math.min(...years.map((year) => termDay(year, index))));
/** Three terms a character: base 64 of six bits. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const termsOf = (year) => {
  let line = '';
  for (let at = 0; at < 24; at += 3) {
    const [a, b, c] = [0, 1, 2].map((more) => termDay(year, at + more) - (earliest[at + more] ?? 0));
    if (Math.max(a, b, c) > 3) throw new Error(`${year} ${at}`);
    line += alphabet[(a << 4) | (b << 2) | c];
  }
  return line;
};
const lines = (values, each) =>
  Array.from(
    { length: Math.ceil(values.length / each) },
    (_, row) => `  '${values.slice(row * each, row * each + each).join('')}',`,
  ).join('\n');

console.log(`import type { WallDate } from '../time/wallDate';

/**
 * Lunar months and solar terms of ${FIRST} to ${LAST} by Beijing time (GB/T 33661-2017), as two small tables. Made by
 * \`scripts/lunar-table.mjs\` from tyme4ts 1.5.2 on 2026-11-23; test/core/occasions/lunar.test.ts holds every day
 * against other engines.
 */

/** The first lunar year and the solar day it begins on; the last lunar year. */
export const FIRST_YEAR = ${FIRST};
export const FIRST_DAY = '${firstDay(FIRST)}' as WallDate;
export const LAST_YEAR = ${LAST};

/** Four characters a year, base 36: the leap month above thirteen bits of month lengths, 1 for 30 days, first month highest. */
export const monthTable = [
${lines(years.map(monthsOf), 20)}
].join('');

/** The earliest day of its month each term falls on, from 小寒 in January. */
export const earliestTerms: readonly number[] = [${earliest.join(', ')}];

/** Eight characters a year, six bits each: three terms as days after their earliest. */
export const termTable = [
${lines(years.map(termsOf), 12)}
].join('');
`);
