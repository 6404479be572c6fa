import type { Lang } from '../../../core/model/records';
import { addDays, daysBetween, type WallDate, type WallTime } from '../../../core/time/wallDate';
import { sayDate, sayDay } from '../../../core/words/dates';
import { deskWords } from '../../../core/words/desk';
import { say } from '../../../core/words/say';

/** `今天`, `明天`, `昨天`, else `10月12日 周一`, or `10月12日` where there is little room. */
export function sayNearDay(lang: Lang, day: WallDate, today: WallDate, short = false): string {
  if (day === today) return say(deskWords, lang, 'today');
  if (day === addDays(today, 1)) return say(deskWords, lang, 'tomorrow');
  if (day === addDays(today, -1)) return say(deskWords, lang, 'yesterday');
  return short ? sayDate(lang, day) : sayDay(lang, day);
}

/** `明天 18:30`, `tomorrow 18:30`, as it stands within a sentence; without a time only the day. */
export const sayNear = (
  lang: Lang,
  { day, time }: { readonly day: WallDate; readonly time: WallTime | null },
  today: WallDate,
): string => {
  const named = sayNearDay(lang, day, today);
  const near = Math.abs(daysBetween(today, day)) <= 1 ? named.toLowerCase() : named;
  return time === null ? near : `${near} ${time}`;
};
