import type { Wave, WaveRule } from '../model/records';
import { addDays } from '../time/wallDate';
import { addWorkdays, untabledYears, type WorkCalendar } from './calendar';
import { type Moment, minutesLater, onWallOf } from './moment';

/** When a follower goes out, by its rule. */
export type Followed =
  | {
      readonly kind: 'at';
      readonly moment: Moment;
      /** The day is off, and the wave says workdays only. */
      readonly dayOff: boolean;
      /** Years whose breaks had to be known and are not: only weekends were left out. */
      readonly untabled: readonly number[];
    }
  | { readonly kind: 'unsettled'; readonly why: Unsettled };

/**
 * Why a rule gives no moment: minutes from something without a time; beyond the calendar; its anchor is gone, has no
 * day, or follows itself.
 */
export type Unsettled = 'no_time' | 'too_far' | 'anchor_gone' | 'anchor_unsettled' | 'circle';

/** What a rule is reckoned from. */
export type Anchor = { readonly moment: Moment; readonly zone: string };

/** Days that a rule may reach; more is a slip of the pen. Ten years. */
export const FARTHEST_DAYS = 3_660;
/** Outside of these a rule of ten years might leave the four digits of a year. */
const EARLIEST = '1000-01-01';
const LATEST = '9900-01-01';

/** The rule of a wave: on the wall of the follower's own zone, from the anchor's moment as that wall shows it. */
export function follow(
  { rule, onlyWorkdays }: Pick<Wave, 'rule' | 'onlyWorkdays'>,
  anchor: Anchor,
  zone: string,
  calendar: WorkCalendar,
): Followed {
  if (anchor.moment.day < EARLIEST || anchor.moment.day > LATEST) return { kind: 'unsettled', why: 'too_far' };
  const from = onWallOf(zone, anchor.moment, anchor.zone);
  const moment = momentBy(rule, from, zone, calendar);
  if (typeof moment === 'string') return { kind: 'unsettled', why: moment };
  return {
    kind: 'at',
    moment,
    dayOff: onlyWorkdays && !calendar.isWorkday(moment.day),
    untabled:
      rule.kind === 'workdays'
        ? untabledYears(from.day, moment.day, calendar)
        : onlyWorkdays
          ? untabledYears(moment.day, moment.day, calendar)
          : [],
  };
}

function momentBy(rule: WaveRule, from: Moment, zone: string, calendar: WorkCalendar): Moment | Unsettled {
  switch (rule.kind) {
    case 'lead':
      return { day: from.day, time: rule.time };
    case 'minutes': {
      if (Math.abs(rule.minutes) > FARTHEST_DAYS * 1440) return 'too_far';
      return from.time === null ? 'no_time' : minutesLater({ ...from, time: from.time }, rule.minutes, zone);
    }
    case 'days':
      return far(rule.days) ?? { day: addDays(from.day, rule.days), time: rule.time ?? from.time };
    case 'workdays':
      return far(rule.days) ?? { day: addWorkdays(from.day, rule.days, calendar), time: rule.time ?? from.time };
  }
}

const far = (days: number): 'too_far' | null => (Math.abs(days) > FARTHEST_DAYS ? 'too_far' : null);
