import type { Lang } from '../../core/model/records';
import { dateIn } from '../../core/time/wall';
import { sayDate } from '../../core/words/dates';
import { pieceHistoryWords } from '../../core/words/pieceHistory';
import { say } from '../../core/words/say';

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** With its year, for clocks that ran away: `2027年11月23日 12:28`. */
export const sayWhole = (lang: Lang, at: number): string =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'long', timeStyle: 'short' }).format(at);

/** `12:28` today, else `10月9日 12:28`; what has no time of its own says so. */
export function sayWhen(lang: Lang, at: number | null, now: number): string {
  if (at === null) return say(pieceHistoryWords, lang, 'when.unknown');
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
  const day = dateIn(zone(), at);
  return day === dateIn(zone(), now) ? time : `${sayDate(lang, day)} ${time}`;
}
