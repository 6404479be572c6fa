import type { Lang } from '../model/records';
import { type WallDate, type WallTime, weekday } from '../time/wallDate';

/** Days as people say them, from wall dates: no clock, no zone, no locale database. */

const weekdays = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const satisfies Record<Lang, readonly string[]>;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Parts = { readonly year: number; readonly month: number; readonly date: number };
const partsOf = (day: WallDate): Parts => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  date: Number(day.slice(8, 10)),
});

export const dateOf = (day: WallDate): number => partsOf(day).date;

/** `周日`, `Sun`; bare: `日`. */
export const sayWeekday = (lang: Lang, day: WallDate, bare = false): string => {
  const name = weekdays[lang][weekday(day) - 1] ?? '';
  return lang === 'zh' && !bare ? `周${name}` : name;
};

/** `10月11日`, `11 Oct`. */
export function sayDate(lang: Lang, day: WallDate): string {
  const { month, date } = partsOf(day);
  return lang === 'zh' ? `${month}月${date}日` : `${date} ${months[month - 1] ?? ''}`;
}

/** `10月`, `Oct`. */
export const sayMonth = (lang: Lang, day: WallDate): string => {
  const { month } = partsOf(day);
  return lang === 'zh' ? `${month}月` : (months[month - 1] ?? '');
};

/** `10月11日 周日`, `Sun 11 Oct`. */
export const sayDay = (lang: Lang, day: WallDate): string =>
  lang === 'zh' ? `${sayDate(lang, day)} ${sayWeekday(lang, day)}` : `${sayWeekday(lang, day)} ${sayDate(lang, day)}`;

/** `10月11日 周日 18:00`, `Sun 11 Oct, 18:00`; without a time only the day. */
export const sayMoment = (lang: Lang, day: WallDate, time: WallTime | null): string =>
  time === null ? sayDay(lang, day) : `${sayDay(lang, day)}${lang === 'zh' ? ' ' : ', '}${time}`;

/** `2026年10月5日 – 18日`, `5 – 18 Oct 2026`; whole months as `2026年10月`, `Oct 2026`. */
export function saySpan(lang: Lang, from: WallDate, to: WallDate): string {
  const a = partsOf(from);
  const b = partsOf(to);
  const sameYear = a.year === b.year;
  const sameMonth = sameYear && a.month === b.month;
  if (a.date === 1 && isMonthEnd(b)) return sayMonths(lang, a, b);
  if (lang === 'zh') {
    const end = sameMonth ? `${b.date}日` : `${sameYear ? '' : `${b.year}年`}${b.month}月${b.date}日`;
    return `${a.year}年${a.month}月${a.date}日 – ${end}`;
  }
  const start = sameMonth ? `${a.date}` : `${a.date} ${months[a.month - 1] ?? ''}${sameYear ? '' : ` ${a.year}`}`;
  return `${start} – ${b.date} ${months[b.month - 1] ?? ''} ${b.year}`;
}

function sayMonths(lang: Lang, a: Parts, b: Parts): string {
  const one = a.year === b.year && a.month === b.month;
  if (lang === 'zh')
    return one
      ? `${a.year}年${a.month}月`
      : `${a.year}年${a.month}月 – ${a.year === b.year ? '' : `${b.year}年`}${b.month}月`;
  const name = (parts: Parts) => months[parts.month - 1] ?? '';
  return one ? `${name(a)} ${a.year}` : `${name(a)}${a.year === b.year ? '' : ` ${a.year}`} – ${name(b)} ${b.year}`;
}

const isMonthEnd = ({ year, month, date }: Parts): boolean => {
  const lengths = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return lengths[month - 1] === date;
};
