import type { Lang } from '../model/records';
import { festivals } from '../occasions/festivals';
import type { LunarDay } from '../occasions/lunar';
import type { DayMarks, Mark } from '../occasions/marks';
import { daysBetween, type WallDate } from '../time/wallDate';
import { festivalWords } from './festivals';
import { say } from './say';

/** How a day's marks are said: loaded with them, after the first screen. */

const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const months = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const tens = ['初', '十', '廿'];

function hanDay(day: number): string {
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${tens[Math.floor((day - 1) / 10)] ?? ''}${digits[(day - 1) % 10] ?? ''}`;
}

const hanMonth = ({ month, leap }: Pick<LunarDay, 'month' | 'leap'>): string =>
  `${leap ? '闰' : ''}${months[month - 1] ?? ''}月`;

/** `廿九`, on a month's first day `九月`; in English `8/29`. */
export function sayLunar(lang: Lang, lunar: LunarDay): string {
  if (lang === 'en') return `${lunar.month}${lunar.leap ? '+' : ''}/${lunar.day}`;
  return lunar.day === 1 ? hanMonth(lunar) : hanDay(lunar.day);
}

/** `农历八月廿九`, `Lunar 8/29` with the leap month named. */
export function sayLunarDay(lang: Lang, lunar: LunarDay): string {
  if (lang === 'en') return `Lunar ${lunar.leap ? 'leap ' : ''}month ${lunar.month}, day ${lunar.day}`;
  return `农历${hanMonth(lunar)}${hanDay(lunar.day)}`;
}

export function sayMark(lang: Lang, mark: Mark): string {
  switch (mark.kind) {
    case 'term':
      return say(festivalWords, lang, `term.${mark.term}`);
    case 'festival':
      return say(festivalWords, lang, `festival.${mark.id}`);
    case 'occasion':
      return mark.occasion.name;
  }
}

/** Where a mark's date comes from; empty for an occasion without a source. */
export function sayMarkSource(lang: Lang, mark: Mark): string {
  switch (mark.kind) {
    case 'term':
      return say(festivalWords, lang, 'source.term');
    case 'festival':
      return say(festivalWords, lang, `source.${festivals[mark.id].source}`);
    case 'occasion':
      return mark.occasion.source;
  }
}

export type SaidMark = { readonly mark: Mark; readonly name: string };

/**
 * The day's marks by name, first the one that names the day. What the team wrote down itself stands instead of what the
 * studio knows under the same name: 双十一 is said once.
 */
export function saidMarks(lang: Lang, { marks }: DayMarks): readonly SaidMark[] {
  const said = marks.map((mark) => ({ mark, name: sayMark(lang, mark) })).filter(({ name }) => name !== '');
  const written = said.filter(({ mark }) => mark.kind === 'occasion');
  return said.filter(
    ({ mark, name }) => mark.kind === 'occasion' || !written.some((other) => isSameName(other.name, name)),
  );
}

/** A season names the day it begins on; what somebody wrote down names every day for a week. */
const SEASON = 3;
const WEEK = 7;

/** What stands in the line under a date: seasons only where they begin. The day's card lists everything. */
export const headlines = (said: readonly SaidMark[], day: WallDate): readonly SaidMark[] =>
  said.filter(({ mark }) => {
    if (mark.kind === 'term' || mark.from === day) return true;
    return daysBetween(mark.from, mark.to) < (mark.kind === 'festival' ? SEASON : WEEK);
  });

/** The same words, or the written ones begin with the known ones: 冬至，一年里夜最长的一天. */
const isSameName = (written: string, known: string): boolean =>
  written === known || (written.startsWith(known) && /^[\p{P}\s]/u.test(written.slice(known.length)));
