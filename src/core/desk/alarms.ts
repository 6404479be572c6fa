import { MINUTE } from '../time/instant';
import type { WallDate, WallTime } from '../time/wallDate';
import { addDays } from '../time/wallDate';
import { momentOf, wallAt } from './clock';

/**
 * When to remind of what. Pure: the shell owns one timer and asks here when to set it and what to say then.
 */
export type Alarm = {
  readonly id: string;
  readonly title: string;
  readonly account: string;
  /** When the post is due, in milliseconds since 1970. */
  readonly due: number;
  /** When somebody asked to be reminded again, instead of before it is due; null when nobody did. */
  readonly snoozedUntil: number | null;
};

export type AlarmRules = {
  /** Minutes before a post is due. */
  readonly lead: number;
  /** The team's quiet hours and whose clock they are of; equal ends for none. */
  readonly quiet: { readonly from: WallTime; readonly to: WallTime; readonly zone: string } | null;
  /** Nothing is said before this moment; null when reminders are not paused. */
  readonly pausedUntil: number | null;
};

/** Reminders of one moment. */
export type Ring = { readonly at: number; readonly alarms: readonly Alarm[] };

/** When an alarm was meant to ring, quiet hours aside. */
const wished = ({ due, snoozedUntil }: Alarm, { lead }: AlarmRules): number => snoozedUntil ?? due - lead * MINUTE;

/** When it rings: after quiet hours and pauses. */
export function ringsAt(alarm: Alarm, rules: AlarmRules): number {
  const free = Math.max(wished(alarm, rules), rules.pausedUntil ?? Number.NEGATIVE_INFINITY);
  return rules.quiet === null ? free : afterQuiet(free, rules.quiet);
}

/** The moment itself, or the end of the quiet hours it lies in. Their first minute is quiet, their last is not. */
export function afterQuiet(at: number, { from, to, zone }: NonNullable<AlarmRules['quiet']>): number {
  if (from === to) return at;
  const { day, time } = wallAt(at, zone);
  const overMidnight = to < from;
  if (overMidnight ? time < from && time >= to : time < from || time >= to) return at;
  const ends: WallDate = overMidnight && time >= from ? addDays(day, 1) : day;
  return momentOf({ day: ends, time: to }, zone);
}

/** What was already said, so that nothing is said twice: an alarm and the moment it was wished for. */
export const toldKey = (alarm: Alarm, rules: AlarmRules): string => `${alarm.id} ${wished(alarm, rules)}`;

/**
 * The next ring from `now` on. What fell into the time since `since` without being told (the machine slept, the clock
 * was moved) rings now, and so does what was planned so late that its reminder lies behind while its post does not.
 * Alarms of one minute ring together.
 */
export function nextRing(
  alarms: readonly Alarm[],
  rules: AlarmRules,
  { now, since, told }: { readonly now: number; readonly since: number; readonly told: ReadonlySet<string> },
): Ring | null {
  const waiting = alarms.flatMap((alarm) => {
    if (told.has(toldKey(alarm, rules))) return [];
    const at = ringsAt(alarm, rules);
    if (at >= now) return [{ alarm, at }];
    return at >= since || alarm.due >= now ? [{ alarm, at: now }] : [];
  });
  const first = waiting.reduce<number | null>((least, { at }) => (least === null || at < least ? at : least), null);
  if (first === null) return null;
  const minute = Math.floor(first / MINUTE);
  return {
    at: first,
    alarms: waiting
      .filter(({ at }) => Math.floor(at / MINUTE) === minute)
      .map(({ alarm }) => alarm)
      .toSorted((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1)),
  };
}

/** What came due while the studio was not running, oldest first. */
export const missedBetween = (
  alarms: readonly Alarm[],
  rules: AlarmRules,
  from: number,
  to: number,
): readonly Alarm[] =>
  alarms
    .filter((alarm) => {
      const at = wished(alarm, rules);
      return at > from && at <= to && alarm.due <= to;
    })
    .toSorted((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));
