import { describe, expect, it } from 'vitest';
import { waveClock } from '../../../src/core/cascade/waveClock';
import { aWave, days, lead, minutes, workdays } from './scene';

describe('the clock time of a wave by its rules alone', () => {
  const opening = aWave('opening', lead('20:00'));
  const late = aWave('late', minutes(330));
  const waves = [
    opening,
    late,
    aWave('early', minutes(-1440 - 90)),
    aWave('noon', days(2, '12:00')),
    aWave('deep', workdays(3, '09:30')),
    aWave('same', days(1)),
    aWave('after', minutes(45), { afterWaveId: 'late' }),
    aWave('round', minutes(10), { afterWaveId: 'about' }),
    aWave('about', minutes(10), { afterWaveId: 'round' }),
    aWave('lost', minutes(10), { afterWaveId: 'gone' }),
    aWave('other', minutes(10), { campaignId: 'another' }),
  ];
  it.each([
    ['opening', '20:00'],
    ['late', '01:30'],
    ['early', '18:30'],
    ['noon', '12:00'],
    ['deep', '09:30'],
    ['same', '20:00'],
    ['after', '02:15'],
    ['round', null],
    ['lost', null],
    ['other', null],
  ])('%s: %s', (id, clock) => {
    const wave = waves.find((one) => one.id === id);
    expect(wave && waveClock(wave, waves)).toBe(clock);
  });
});
