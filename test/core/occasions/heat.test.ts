import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewRecord } from '../../../src/core/model/record';
import { type Occasion, records } from '../../../src/core/model/records';
import { heatOn, lifeOf } from '../../../src/core/occasions/heat';
import { layers } from '../../../src/core/occasions/layers';
import { heatOfDay, marksOf } from '../../../src/core/occasions/marks';
import { addDays, daysFrom, wallDate } from '../../../src/core/time/wall';
import { sayWarmth } from '../../../src/core/words/warmth';

const first = wallDate('2026-10-05');
const topic = (fields: Partial<Occasion>): Occasion => ({
  ...viewRecord(records.occasion, 'o1', {}, {}),
  kind: 'hot',
  name: '流星雨',
  start: first,
  end: addDays(first, 6),
  ...fields,
});
const lifeFor = (fields: Partial<Occasion>) => {
  const occasion = topic(fields);
  return lifeOf(occasion, occasion.start ?? first, occasion.end ?? first);
};

describe('the life of a hot topic', () => {
  it('rises to its peak and falls after it, never out of bounds, and is nothing outside', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -5, max: 70 }), (length, at) => {
        const life = lifeFor({ end: addDays(first, length), peak: addDays(first, at) });
        if (life === null) throw new Error('a hot topic of several days lives');
        expect(life.peak >= life.start && life.peak <= life.end).toBe(true);
        expect(heatOn(life, life.peak)).toBe(1);
        expect(heatOn(life, addDays(life.start, -1))).toBe(0);
        expect(heatOn(life, addDays(life.end, 1))).toBe(0);
        const heats = daysFrom(life.start, length + 1).map((day) => ({ day, heat: heatOn(life, day) }));
        for (const [index, { day, heat }] of heats.entries()) {
          expect(heat > 0 && heat <= 1).toBe(true);
          const before = heats[index - 1]?.heat;
          if (before !== undefined) expect(day <= life.peak ? heat >= before : heat <= before).toBe(true);
        }
      }),
    );
  });

  it('is hottest where it begins when nobody said otherwise; other occasions and single days have none', () => {
    expect(lifeFor({})).toEqual({ start: first, peak: first, end: addDays(first, 6) });
    expect(lifeFor({ kind: 'own' })).toBeNull();
    expect(lifeFor({ end: first })).toBeNull();
    expect(lifeFor({ end: null })).toBeNull();
  });

  it('peaks as many days in when it comes again', () => {
    const occasion = topic({ peak: addDays(first, 2), repeat: 'yearly' });
    const again = wallDate('2027-10-05');
    expect(lifeOf(occasion, again, addDays(again, 6))?.peak).toBe('2027-10-07');
  });

  it('is said in words on each of its days', () => {
    const life = lifeFor({ peak: addDays(first, 2) });
    if (life === null) throw new Error('it lives');
    const said = [0, 1, 2, 3, 6].map((at) => sayWarmth('zh', life, addDays(first, at)));
    expect(said).toEqual(['升温，2 天后最热', '升温，1 天后最热', '今天最热', '余温，还有 3 天', '热度最后一天']);
    expect(sayWarmth('en', life, addDays(first, 1))).toBe('Rising, hottest tomorrow');
  });

  it('warms the day of the calendar, and is switched off apart from the team’s own dates', () => {
    const occasions = [topic({ peak: addDays(first, 1) }), topic({ id: 'o2', kind: 'own', name: '店庆' })];
    const heatWith = (on: readonly (typeof layers)[number][]) => {
      const marks = marksOf([addDays(first, 1)], occasions, on).get(addDays(first, 1));
      if (marks === undefined) throw new Error('the day is there');
      return { heat: heatOfDay(marks), own: marks.marks.filter(({ kind }) => kind === 'occasion').length };
    };
    expect(heatWith(layers)).toEqual({ heat: 1, own: 2 });
    expect(heatWith(layers.filter((one) => one !== 'hot'))).toEqual({ heat: 0, own: 1 });
    expect(heatWith(layers.filter((one) => one !== 'own'))).toEqual({ heat: 1, own: 1 });
  });
});
