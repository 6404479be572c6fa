import { describe, expect, it } from 'vitest';
import { lunarOf } from '../../../src/core/occasions/lunar';
import { termOn, terms } from '../../../src/core/occasions/terms';
import { addDays, type WallDate, wallDate } from '../../../src/core/time/wall';
import { newMoon, solarTerm } from './astronomy';

const DAY = 1440;
const dayOf = (minutes: number): WallDate => addDays(wallDate('1970-01-01'), Math.floor(minutes / DAY));
/** Minutes between a moment and the midnight nearest to it: what the engine cannot decide is not asked of it. */
const fromMidnight = (minutes: number): number =>
  Math.min(((minutes % DAY) + DAY) % DAY, DAY - (((minutes % DAY) + DAY) % DAY));

describe('the table held against the sky, 1950 to 2100', () => {
  it('begins every lunar month on the day of the new moon', () => {
    const apart: string[] = [];
    let asked = 0;
    for (let k = -618; k <= 1248; k += 1) {
      const moment = newMoon(k);
      if (fromMidnight(moment) < 2) continue;
      asked += 1;
      if (lunarOf(dayOf(moment))?.day !== 1) apart.push(`${dayOf(moment)} ${fromMidnight(moment).toFixed(1)} min`);
    }
    expect(apart).toEqual([]);
    expect(asked).toBeGreaterThan(1855);
  });

  it('has every solar term on the day the sun is there', () => {
    const apart: string[] = [];
    let asked = 0;
    for (let year = 1950; year <= 2100; year += 1) {
      for (const [index, term] of terms.entries()) {
        const moment = solarTerm(year, index);
        if (fromMidnight(moment) < 20) continue;
        asked += 1;
        if (termOn(dayOf(moment)) !== term)
          apart.push(`${term} ${year}: ${dayOf(moment)} ${fromMidnight(moment).toFixed(1)} min`);
      }
    }
    expect(apart).toEqual([]);
    expect(asked).toBeGreaterThan(3450);
  });

  it('numbers months by the sun: the solstice is in the eleventh, a leap month has no middle term', () => {
    let middles = 0;
    for (let day = wallDate('1950-01-01'); day <= '2100-12-31'; day = addDays(day, 1)) {
      const term = termOn(day);
      if (term === null || terms.indexOf(term) % 2 === 0) continue;
      const lunar = lunarOf(day);
      middles += 1;
      expect(lunar?.leap, day).toBe(false);
      if (term === 'dongzhi') expect(lunar?.month, day).toBe(11);
    }
    expect(middles).toBe(12 * 151);
  });
});
