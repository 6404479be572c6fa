import { err, ok, type Result } from '../result';
import type { WallTime } from '../time/wallDate';
import { FARTHEST_DAYS } from './follow';
import type { Timing } from './printRule';

/** What stopped the reading: nothing was written, a part means nothing, or it reaches beyond ten years. */
export type RuleFault =
  | { readonly code: 'empty' }
  | { readonly code: 'unknown'; readonly part: string }
  | { readonly code: 'too_far'; readonly part: string };

/** Reads what was typed, in either language and the usual spellings, full width or half. */
export function readRule(text: string): Result<Timing, RuleFault> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[−–—]/g, '-')
    .replaceAll(/[、,。;]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain === '') return err({ code: 'empty' });
  const flag = /(?:\s|^)(?:限工作日|只限工作日|workdays only|on workdays|only workdays)$/.exec(plain);
  const onlyWorkdays = flag !== null;
  const bare = flag === null ? plain : plain.slice(0, flag.index).trim();
  const time = clockAtEnd(bare);
  const offset = time === null ? bare : time.before;
  if (offset === '')
    return time === null
      ? err({ code: 'unknown', part: bare === '' ? plain : bare })
      : ok({ rule: { kind: 'lead', time: time.clock }, onlyWorkdays });
  const read = readOffset(offset);
  if (read === null) return err({ code: 'unknown', part: offset });
  if (read.kind === 'minutes') {
    if (time !== null) return err({ code: 'unknown', part: time.clock });
    if (Math.abs(read.count) > FARTHEST_DAYS * 1440) return err({ code: 'too_far', part: offset });
    return ok({ rule: { kind: 'minutes', minutes: read.count }, onlyWorkdays });
  }
  if (Math.abs(read.count) > FARTHEST_DAYS) return err({ code: 'too_far', part: offset });
  return ok({ rule: { kind: read.kind, days: read.count, time: time?.clock ?? null }, onlyWorkdays });
}

type Offset = { readonly kind: 'minutes' | 'days' | 'workdays'; readonly count: number };

/** Words that stand for a whole offset. */
const fixed: Readonly<Record<string, Offset>> = {
  同时: { kind: 'minutes', count: 0 },
  'same time': { kind: 'minutes', count: 0 },
  当天: { kind: 'days', count: 0 },
  同日: { kind: 'days', count: 0 },
  当日: { kind: 'days', count: 0 },
  'same day': { kind: 'days', count: 0 },
  次日: { kind: 'days', count: 1 },
  第二天: { kind: 'days', count: 1 },
  翌日: { kind: 'days', count: 1 },
  'next day': { kind: 'days', count: 1 },
  'the next day': { kind: 'days', count: 1 },
  'day after': { kind: 'days', count: 1 },
  前一天: { kind: 'days', count: -1 },
  前一日: { kind: 'days', count: -1 },
  'day before': { kind: 'days', count: -1 },
  'the day before': { kind: 'days', count: -1 },
  当天或下个工作日: { kind: 'workdays', count: 0 },
  'same or next workday': { kind: 'workdays', count: 0 },
  下个工作日: { kind: 'workdays', count: 1 },
  下一个工作日: { kind: 'workdays', count: 1 },
  次工作日: { kind: 'workdays', count: 1 },
  'next workday': { kind: 'workdays', count: 1 },
  'next working day': { kind: 'workdays', count: 1 },
  前一个工作日: { kind: 'workdays', count: -1 },
  上个工作日: { kind: 'workdays', count: -1 },
  'previous workday': { kind: 'workdays', count: -1 },
};

/** Units, longest spelling first, and what one of them is. */
const units: readonly (readonly [spelling: RegExp, kind: Offset['kind'], each: number])[] = [
  [/^(?:个)?工作日|^(?:workdays?|working days?|business days?)(?![a-z])/, 'workdays', 1],
  [/^(?:个)?小时|^(?:hours?|hrs?|h)(?![a-z])|^(?:个)?钟头/, 'minutes', 60],
  [/^分钟?|^(?:minutes?|mins?|m)(?![a-z])/, 'minutes', 1],
  [/^(?:周|个?星期)|^(?:weeks?|w)(?![a-z])/, 'days', 7],
  [/^[天日]|^(?:days?|d)(?![a-z])/, 'days', 1],
];

/** `+1 小时 30 分`, `2 天后`, `24 h before`: a sign before, or a word for the direction behind. */
function readOffset(text: string): Offset | null {
  const known = Object.hasOwn(fixed, text) ? fixed[text] : undefined;
  if (known !== undefined) return known;
  const sign = /^([+-])? ?(.*)$/.exec(text);
  const [, mark, rest = ''] = sign ?? [];
  const back = / ?(?:之?前|before|earlier)$/.exec(rest);
  const on = / ?(?:之?后|以后|after|later)$/.exec(rest);
  if (mark !== undefined && (back !== null || on !== null)) return null;
  const direction = mark === '-' || back !== null ? -1 : 1;
  let left = rest.slice(0, (back ?? on)?.index ?? rest.length).trim();
  let kind: Offset['kind'] | null = null;
  let total = 0;
  while (left !== '') {
    const number = /^(\d{1,7}|[一二两三四五六七八九十半]) ?/.exec(left);
    if (number === null) return null;
    const behind = left.slice(number[0].length);
    const unit = units.find(([spelling]) => spelling.test(behind));
    if (unit === undefined || (kind !== null && kind !== unit[1])) return null;
    const count = numberOf(number[1] ?? '') * unit[2];
    if (!Number.isInteger(count)) return null;
    kind = unit[1];
    total += count;
    left = behind.replace(unit[0], '').trim();
  }
  // Negative zero would be told from zero in a file.
  return kind === null ? null : { kind, count: total === 0 ? 0 : direction * total };
}

const digits = '一二三四五六七八九十';
const numberOf = (text: string): number =>
  text === '两' ? 2 : text === '半' ? 0.5 : digits.includes(text) ? digits.indexOf(text) + 1 : Number(text);

/** A clock time at the end: `18:00`, `18点`, `18点半`, `6pm`, `6:30 pm`, and what stands before it. */
function clockAtEnd(text: string): { readonly before: string; readonly clock: WallTime } | null {
  const found = /(?:^|\s|(?<=[天日]))(?:at )?(\d{1,2})(?::(\d{2})|点(半|(?:(\d{1,2})分?)?)?)? ?(am|pm)?$/.exec(text);
  if (found === null) return null;
  const [whole, hourText, minutes, behindDot, dotMinutes, half] = found;
  const spoken = whole.includes('点');
  if (minutes === undefined && !spoken && half === undefined) return null;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  const minute = minutes !== undefined ? Number(minutes) : behindDot === '半' ? 30 : Number(dotMinutes ?? 0);
  if (hour > 23 || minute > 59) return null;
  const pad = (value: number) => String(value).padStart(2, '0');
  return { before: text.slice(0, found.index).trim(), clock: `${pad(hour)}:${pad(minute)}` as WallTime };
}
