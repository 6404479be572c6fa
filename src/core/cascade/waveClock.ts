import { clockAt, minuteOf } from '../cadence/moments';
import type { Wave } from '../model/records';
import type { WallTime } from '../time/wallDate';

const DAY = 1_440;

/**
 * The clock time a wave goes out at by its rules alone, whatever the day: the first guess for what is planned for it.
 * Null where the rules do not say it: nobody leads, or waves follow each other in a circle.
 */
export function waveClock(wave: Wave, waves: readonly Wave[], steps = 0): WallTime | null {
  const { rule, afterWaveId, campaignId } = wave;
  if (rule.kind !== 'minutes' && rule.time !== null) return rule.time;
  const anchor = waves.find((other) =>
    afterWaveId === null ? other.campaignId === campaignId && other.rule.kind === 'lead' : other.id === afterWaveId,
  );
  if (anchor === undefined || steps >= waves.length) return null;
  const from = waveClock(anchor, waves, steps + 1);
  if (from === null) return null;
  const minutes = minuteOf(from) + (rule.kind === 'minutes' ? rule.minutes : 0);
  return clockAt(minutes - Math.floor(minutes / DAY) * DAY);
}
