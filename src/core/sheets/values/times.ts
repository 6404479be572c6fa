import type { WallTime } from '../../time/wallDate';
import { plain } from './text';

/**
 * Times of day as people write them: `20:30`, `8:30 PM`, `下午8点半`, `晚8点一刻`, `20h30`, `20:30-21:00`.
 *
 * @returns the time, and whether more than it was said (a range's end, seconds), which the caller must keep; null when
 * this is no time.
 */
export function readTime(cell: string): { readonly time: WallTime; readonly more: boolean } | null {
  const text = plain(cell).toLowerCase();
  if (text.length > 40) return null;
  const range = /^(.+?) ?(?:-|~|—|–|至|到) ?(.+)$/.exec(text);
  if (range !== null) {
    const [from, to] = [readTime(range[1] ?? ''), readTime(range[2] ?? '')];
    return from === null || to === null ? null : { time: from.time, more: true };
  }
  return clock(text) ?? spoken(text) ?? hundreds(text) ?? fraction(text);
}

const two = (value: number): string => String(value).padStart(2, '0');
const wall = (hour: number, minute: number, more = false): { time: WallTime; more: boolean } | null =>
  hour <= 23 && minute <= 59 ? { time: `${two(hour)}:${two(minute)}` as WallTime, more } : null;

/** `20:30`, `20:30:00`, `8:30 pm`, `8pm`, `20h30`, `下午 8:30`. */
function clock(text: string): ReturnType<typeof wall> {
  const match =
    /^(?<part>\p{Script=Han}{1,2})? ?(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2}))?(?::(?<second>\d{2})(?:\.\d+)?)? ?(?<half>[ap])?\.?m?\.?$/u.exec(
      text,
    )?.groups;
  if (match === undefined) return null;
  const { part, hour = '', minute, second = '00', half } = match;
  if (minute === undefined && half === undefined) return null;
  if (part !== undefined && !Object.hasOwn(partsOfDay, part)) return null;
  const base = Number(hour);
  if (half !== undefined && (base < 1 || base > 12)) return null;
  const shifted = half === undefined ? inPart(base, part) : (base % 12) + (half === 'p' ? 12 : 0);
  return wall(shifted, Number(minute ?? 0), Number(second) !== 0);
}

/** Parts of the day: the hours from which a small number means the second half. */
const partsOfDay: Readonly<Record<string, 'am' | 'pm' | 'noon'>> = {
  凌晨: 'am',
  清晨: 'am',
  早上: 'am',
  早晨: 'am',
  早: 'am',
  上午: 'am',
  中午: 'noon',
  下午: 'pm',
  傍晚: 'pm',
  晚上: 'pm',
  晚: 'pm',
  夜里: 'pm',
  夜间: 'pm',
  晚间: 'pm',
  午后: 'pm',
};

function inPart(hour: number, part: string | undefined): number {
  const kind = part === undefined || !Object.hasOwn(partsOfDay, part) ? null : partsOfDay[part];
  if (kind === 'pm' && hour < 12) return hour + 12;
  if (kind === 'noon' && hour < 11) return hour + 12;
  return kind === 'am' && hour === 12 ? 0 : hour;
}

const SPOKEN =
  /^(?<part>凌晨|清晨|早上|早晨|早间|早|上午|中午|午后|下午|傍晚|晚上|晚间|晚|夜里|夜间)? ?(?<hour>\d{1,2}|[零〇一二两三四五六七八九十]{1,3}) ?[点时] ?(?:(?<half>半)|(?<quarter>[一三])刻|(?<minute>\d{1,2}|[零〇一二三四五六七八九十]{1,3}) ?分?|整|钟)?$/u;

/** `8点`, `下午8点半`, `晚上八点一刻`, `20时30分`. */
function spoken(text: string): ReturnType<typeof wall> {
  const match = SPOKEN.exec(text)?.groups;
  if (match === undefined) return null;
  const minute =
    match.half !== undefined
      ? 30
      : match.quarter !== undefined
        ? (chineseNumber(match.quarter) ?? 0) * 15
        : numberOf(match.minute ?? '0');
  const hour = numberOf(match.hour ?? '');
  return hour === null || minute === null ? null : wall(inPart(hour, match.part), minute);
}

/** `2030` in a column of times. */
function hundreds(text: string): ReturnType<typeof wall> {
  const match = /^(\d{2})(\d{2})$/.exec(text);
  return match === null ? null : wall(Number(match[1]), Number(match[2]));
}

/** `0.8541666`, a time of a spreadsheet whose format was lost. */
function fraction(text: string): ReturnType<typeof wall> {
  if (!/^0\.\d{2,}$/.test(text)) return null;
  const minutes = Math.round(Number(text) * 24 * 60);
  return wall(Math.floor(minutes / 60), minutes % 60);
}

const numberOf = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : chineseNumber(text));

const digits = '零一二三四五六七八九';

/** 1 to 99 in Chinese: `八`, `十二`, `二十二`, `两`. */
export function chineseNumber(text: string): number | null {
  const match = /^([一二两三四五六七八九])?(十)?([零〇一二三四五六七八九])?$/.exec(text);
  if (match === null || text === '') return null;
  const digit = (sign: string | undefined, otherwise: number): number =>
    sign === undefined ? otherwise : sign === '两' ? 2 : sign === '〇' ? 0 : digits.indexOf(sign);
  const [, tens, ten, ones] = match;
  if (ten === undefined)
    return tens !== undefined && ones === undefined
      ? digit(tens, 0)
      : ones !== undefined && tens === undefined
        ? digit(ones, 0)
        : null;
  return digit(tens, 1) * 10 + digit(ones, 0);
}
