import { graphemeCount } from '../../text/grapheme';
import { codePointCount, halfWidths, utf8Length } from '../../text/length';
import type { CounterId } from '../pack';
import { mastodon } from './mastodon';
import { threads } from './threads';
import { twitterV3 } from './twitter';
import { weiboHalf } from './weibo';
import { youtubeTags } from './youtubeTags';

/** Measures a text as it will be pasted, in the unit a platform states its limit in. Pure; never throws. */
export type Counter = (text: string) => number;

const halfWidth: Counter = (text) => Math.ceil(halfWidths(text) / 2);

/** Every counting rule. A rule that is only another's name for a platform shares its function. */
export const counters = {
  twitter_v3: twitterV3,
  weibo_half: weiboHalf,
  mastodon,
  /** 300 of these and 3000 bytes: the byte limit is a limit of its own in the pack. */
  bluesky: graphemeCount,
  /** UTF-16 units: ASCII half, others one, rounded up; an astral emoji is 2. */
  xhs_title: halfWidth,
  threads,
  code_points: codePointCount,
  utf16_units: (text) => text.length,
  graphemes: graphemeCount,
  utf8_bytes: utf8Length,
  half_width: halfWidth,
} as const satisfies Record<CounterId, Counter>;

/** The measure of a text under a rule. */
export const count = (rule: CounterId, text: string): number => counters[rule](text);

/** What the tags of a list cost together, commas included (YouTube). */
export { youtubeTags as countTagList } from './youtubeTags';

/** Names of rules for people who count from outside: the rules, `half_width_ceil` and `youtube_tags`. */
export const ruleIds: readonly string[] = [...Object.keys(counters), 'half_width_ceil', 'youtube_tags'];

/**
 * Counts one item under a rule called by name. `youtube_tags` takes an array of tags, all others a text.
 * Null when the rule is unknown or the item is not what the rule counts.
 */
export function countBy(rule: string, item: unknown): number | null {
  if (rule === 'youtube_tags') return isTagList(item) ? youtubeTags(item) : null;
  const counter = rule === 'half_width_ceil' ? halfWidth : isCounterId(rule) ? counters[rule] : null;
  return counter !== null && typeof item === 'string' ? counter(item) : null;
}

const isCounterId = (rule: string): rule is CounterId => Object.hasOwn(counters, rule);
const isTagList = (item: unknown): item is readonly string[] =>
  Array.isArray(item) && item.every((tag) => typeof tag === 'string');
