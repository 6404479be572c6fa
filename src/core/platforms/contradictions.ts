import type { FormatPack } from './pack';
import { type RuleKey, ruleValue } from './rules';

/**
 * Two rules of one format that cannot both hold. A pack with one of these would adapt to nothing, or check for the
 * impossible, so a team's values that make one are left out and reported together.
 */
export type Contradiction = readonly [RuleKey, RuleKey];

const ordered: readonly Contradiction[] = [
  ['title_min', 'title_max'],
  ['tags_min', 'tags_max'],
  ['images_min', 'images_max'],
  ['video_min_s', 'video_max_s'],
  ['image.ratioMin', 'image.ratioMax'],
  ['image.minWidth', 'image.maxWidth'],
  ['image.minHeight', 'image.maxHeight'],
  ['video.ratioMin', 'video.ratioMax'],
  ['video.minWidth', 'video.maxWidth'],
  ['video.minHeight', 'video.maxHeight'],
  ['chapters.min', 'chapters.max'],
];

const inlineTags: readonly string[] = ['pair', 'hash', 'hash_space'];

/** Every pair of the format's rules that cannot both hold. */
export function contradictionsIn(format: FormatPack): readonly Contradiction[] {
  const found = ordered.filter(([low, high]) => {
    const [least, most] = [size(ruleValue(format, low)), size(ruleValue(format, high))];
    return least !== null && most !== null && least > most;
  });
  const { tags, title, limits, markup, count } = format;
  if (tags.where === 'inline' && !inlineTags.includes(tags.syntax)) found.push(['tags.syntax', 'tags.where']);
  if (tags.syntax === 'list' && tags.where !== 'apart') found.push(['tags.syntax', 'tags.where']);
  if (title === 'field' && limits.title_max === 0) found.push(['title', 'title_max']);
  if (count.bodyOn === 'html_source' && markup !== 'wechat_html') found.push(['count.bodyOn', 'markup']);
  return found;
}

/** A number as it is, a ratio as width by height; null for what has no size. */
function size(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const [width = Number.NaN, height = Number.NaN] = value.split(':').map(Number);
  return Number.isFinite(width / height) ? width / height : null;
}
