import type { Lang } from '../model/records';
import { DAY, HOUR, MINUTE } from '../time/instant';
import { defineWords, say } from './say';

/** How long until or since a moment. */
const howLongWords = defineWords({
  zh: {
    due_in: '还有 {left}',
    due_ago: '过了 {left}',
    near_in: '{left}后',
    near_late: '迟 {left}',
    due_hours: '{hours} 小时{minutes, plural, =0 {} other { {two} 分}}',
    due_minutes: '{minutes} 分钟',
    due_days: '{days} 天',
    now: '就是现在',
  },
  en: {
    due_in: 'in {left}',
    due_ago: '{left} ago',
    near_in: 'in {left}',
    near_late: '{left} late',
    due_hours: '{hours} h{minutes, plural, =0 {} other { {two} min}}',
    due_minutes: '{minutes} min',
    due_days: '{days, plural, one {# day} other {# days}}',
    now: 'now',
  },
});

/** `6 小时 02 分`, `35 分钟`, `3 天`: how long until or since a moment. */
export function sayLength(lang: Lang, millis: number): string {
  const length = Math.abs(millis);
  if (length >= 2 * DAY) return say(howLongWords, lang, 'due_days', { days: Math.floor(length / DAY) });
  const minutes = Math.floor((length % HOUR) / MINUTE);
  if (length < HOUR) return say(howLongWords, lang, 'due_minutes', { minutes });
  return say(howLongWords, lang, 'due_hours', {
    hours: Math.floor(length / HOUR),
    minutes,
    two: String(minutes).padStart(2, '0'),
  });
}

/** `6 小时后`, `迟 35 分钟`: where there is little room; whole hours from two on. */
export function sayNearly(lang: Lang, millis: number): string {
  const length = Math.abs(millis);
  if (length < MINUTE) return say(howLongWords, lang, 'now');
  const left = sayLength(lang, length >= 2 * HOUR && length < 2 * DAY ? length - (length % HOUR) : length);
  return say(howLongWords, lang, millis > 0 ? 'near_in' : 'near_late', { left });
}

/** `还有 6 小时`, `过了 35 分钟`, `就是现在`. */
export function sayUntil(lang: Lang, millis: number): string {
  if (Math.abs(millis) < MINUTE) return say(howLongWords, lang, 'now');
  return say(howLongWords, lang, millis > 0 ? 'due_in' : 'due_ago', { left: sayLength(lang, millis) });
}
