import type { Occasion } from '../model/records';
import { addDays, daysBetween, type WallDate } from '../time/wallDate';

/** How a hot topic lives: it is noticed, talked about most, and forgotten. Days in this order, all included. */
export type Life = { readonly start: WallDate; readonly peak: WallDate; readonly end: WallDate };

/** How hot it is on its first and on its last day, of 1 at its peak. */
const AT_FIRST = 0.4;
const AT_LAST = 0.15;

/**
 * The life of a hot topic that happens from `from` to `to`; null for any other occasion, and for one of a single day, which has no
 * curve. Without a peak of its own it is hottest where it begins: that is when it was noticed.
 */
export function lifeOf(
  { kind, start, peak }: Pick<Occasion, 'kind' | 'start' | 'peak'>,
  from: WallDate,
  to: WallDate,
): Life | null {
  if (kind !== 'hot' || start === null || to <= from) return null;
  // A topic that comes again each year peaks as many days in as the first time.
  const most = peak === null ? from : addDays(from, daysBetween(start, peak));
  return { start: from, peak: most < from ? from : most > to ? to : most, end: to };
}

/** How hot a topic is on a day: 1 at its peak, rising evenly before, falling fast and then slowly after it, 0 outside. */
export function heatOn({ start, peak, end }: Life, day: WallDate): number {
  if (day < start || day > end) return 0;
  if (day === peak) return 1;
  if (day < peak) return AT_FIRST + (1 - AT_FIRST) * (daysBetween(start, day) / daysBetween(start, peak));
  const gone = daysBetween(peak, day) / daysBetween(peak, end);
  return AT_LAST + (1 - AT_LAST) * (1 - gone) ** 2;
}

/** Where a day lies in a topic's life, and how many days are left to the peak, or after it to the end. */
export type Warmth = { readonly stage: 'rising' | 'peak' | 'falling'; readonly days: number };

export function warmthOn({ peak, end }: Life, day: WallDate): Warmth {
  if (day === peak) return { stage: 'peak', days: 0 };
  return day < peak
    ? { stage: 'rising', days: daysBetween(day, peak) }
    : { stage: 'falling', days: daysBetween(day, end) };
}
