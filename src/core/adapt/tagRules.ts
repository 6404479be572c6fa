import type { FormatPack } from '../platforms/pack';
import { codePointCount } from '../text/length';
import { clean } from './flatten';

/** Tags as a platform accepts them. Nothing is shortened: a tag that is too long stays out, with a reason. */
export type TagSyntax = FormatPack['tags']['syntax'];

export type TagVerdict =
  | { readonly kind: 'lawful'; readonly tag: string }
  | { readonly kind: 'unlawful'; readonly reason: 'tag_unlawful' | 'tag_too_long' };

/** Letters, digits and marks only: what `#tag` can hold. Words are joined with capitals: `night shots` → `NightShots`. */
function joined(tag: string): string {
  const words = tag
    .replace(/\ufe0f|\ufe0e|\u200d|\u20e3/g, '')
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
    .filter((word) => word !== '');
  if (words.length < 2) return words.join('');
  return words.map((word) => (/^[a-z]/.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word)).join('');
}

const shapes: { readonly [K in TagSyntax]: (tag: string) => string } = {
  pair: (tag) =>
    tag
      .replace(/[#＃\n]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  hash: joined,
  hash_space: joined,
  list: (tag) =>
    tag
      .replace(/[#＃,，<>"\n]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  none: () => '',
};

export function lawfulTag(written: string, format: FormatPack): TagVerdict {
  const tag = shapes[format.tags.syntax](clean(written).trim());
  const hash = format.tags.syntax === 'hash' || format.tags.syntax === 'hash_space';
  if (!/[\p{L}\p{N}]/u.test(tag) || (hash && /^\p{N}+$/u.test(tag)))
    return { kind: 'unlawful', reason: 'tag_unlawful' };
  if (codePointCount(tag) > (format.limits.tag_max_len ?? Number.POSITIVE_INFINITY))
    return { kind: 'unlawful', reason: 'tag_too_long' };
  return { kind: 'lawful', tag };
}

/** How a tag is written into the text. `hash_space` gets its space from its surroundings. */
export const writeTag: { readonly [K in TagSyntax]: (tag: string) => string } = {
  pair: (tag) => `#${tag}#`,
  hash: (tag) => `#${tag}`,
  hash_space: (tag) => `#${tag}`,
  list: (tag) => tag,
  none: (tag) => tag,
};

/** Equal for the platform: case and width do not make another tag. */
export const tagKey = (tag: string): string =>
  tag
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

/** Most tags that may be used: the smaller of the two caps a format may have. */
export function tagCap({ tags, limits }: FormatPack): number {
  if (tags.syntax === 'none') return 0;
  const inline = tags.where === 'inline' ? limits.hashtags_max : undefined;
  return Math.min(limits.tags_max ?? Number.POSITIVE_INFINITY, inline ?? Number.POSITIVE_INFINITY);
}
