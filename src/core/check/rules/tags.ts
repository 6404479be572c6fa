import type { FormatPack } from '../../platforms/pack';
import { codePointCount } from '../../text/length';
import { tokensIn } from '../../text/tokens';
import type { CheckContext, Hit, Rule } from '../check';
import { bodiesOf } from '../texts';

type Syntax = FormatPack['tags']['syntax'];

/** What a tag may not hold, by the way the platform writes tags: anything else ends the tag or is refused. */
const refused: { readonly [K in Syntax]: RegExp | null } = {
  pair: /[#＃\n]/u,
  hash: /[^\p{L}\p{M}\p{N}_·]/u,
  hash_space: /[^\p{L}\p{M}\p{N}_·]/u,
  list: /[#＃,，<>\n]/u,
  none: null,
};

/** `#2026` is a number to X, Mastodon and others, not a tag. */
const needsLetter: ReadonlySet<Syntax> = new Set(['hash']);

function badCharacters({ format, variant }: CheckContext): readonly Hit[] {
  const { syntax } = format.format.tags;
  const pattern = refused[syntax];
  if (pattern === null) return [];
  return variant.tags.flatMap((tag) => {
    const bad = pattern.exec(tag)?.[0] ?? (needsLetter.has(syntax) && /^\p{N}+$/u.test(tag) ? tag : null);
    return bad === null ? [] : [{ field: 'tags', params: { tag, sign: bad === '\n' ? '↵' : bad } }];
  });
}

/** Hashtags that stand in the text, whoever wrote them. */
const hashtagsIn = ({ variant }: CheckContext): readonly string[] => [
  ...new Set(
    bodiesOf(variant).flatMap(({ text }) =>
      tokensIn(text)
        .filter(({ kind }) => kind === 'tag')
        .map((token) => token.text),
    ),
  ),
];

function tooManyTags(context: CheckContext): readonly Hit[] {
  const { tags, limits } = context.format.format;
  const limit = limits.tags_max;
  if (limit === undefined || tags.syntax === 'none') return [];
  const value = Math.max(context.variant.tags.length, tags.where === 'inline' ? hashtagsIn(context).length : 0);
  return value > limit ? [{ field: 'tags', params: { value, limit, over: value - limit } }] : [];
}

export const tagRules: readonly Rule[] = [
  { code: 'too_many_tags', severity: 'error', run: tooManyTags },
  {
    code: 'too_few_tags',
    severity: 'error',
    run: ({ format, variant }) => {
      const limit = format.format.limits.tags_min ?? 0;
      const value = variant.tags.length;
      return value < limit ? [{ field: 'tags', params: { value, limit } }] : [];
    },
  },
  {
    code: 'tag_too_long',
    severity: 'error',
    run: ({ format, variant }) => {
      const limit = format.format.limits.tag_max_len ?? Number.POSITIVE_INFINITY;
      return variant.tags.flatMap((tag) => {
        const value = codePointCount(tag);
        return value > limit ? [{ field: 'tags', params: { tag, value, limit } }] : [];
      });
    },
  },
  { code: 'tag_characters', severity: 'error', run: badCharacters },
  {
    code: 'too_many_hashtags',
    severity: 'error',
    run: (context) => {
      const limit = context.format.format.limits.hashtags_max;
      const value = hashtagsIn(context).length;
      return limit !== undefined && value > limit ? [{ field: 'body', params: { value, limit } }] : [];
    },
  },
];
