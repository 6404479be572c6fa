import type { SchedulerRules } from '../platforms/pack';
import { DAY, MINUTE } from '../time/instant';

/**
 * When a post can be handed to the platform's own scheduler: from `opens` to `closes`, in milliseconds since 1970.
 *
 *     opens = due − mostDays          closes = due − leastMinutes          due
 *       |------------- can be timed -------------|------ only at once ------|
 *
 * An end that is not known is null: it never opens later, or stays open to the last minute.
 */
export type HandWindow = {
  readonly opens: number | null;
  readonly closes: number;
  readonly state: 'not_yet' | 'open' | 'closed';
};

/** Null where nothing is known of a scheduler, or the post has no moment. */
export function windowOf(rules: SchedulerRules | undefined, due: number | null, now: number): HandWindow | null {
  if (rules === undefined || due === null) return null;
  const opens = rules.mostDays === undefined ? null : due - rules.mostDays * DAY;
  const closes = due - (rules.leastMinutes ?? 0) * MINUTE;
  const state = opens !== null && now < opens ? 'not_yet' : now <= closes ? 'open' : 'closed';
  return { opens, closes, state };
}

/**
 * Where a post lies in what a scheduler takes, from 0 (now) to 1 (its last day), as its square root: the first hours
 * matter most and would not be seen on an even line. Outside of it: 0 or 1.
 */
export const placeIn = (fromNow: number, mostDays: number): number =>
  Math.sqrt(Math.min(1, Math.max(0, fromNow / (mostDays * DAY))));
