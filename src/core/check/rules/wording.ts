import { isTitleSign } from '../../platforms/titleSigns';
import type { CheckContext, Hit, Rule } from '../check';
import { findWords, textsOf } from '../texts';

/** Characters the platform refuses, once each. */
function forbidden(context: CheckContext): readonly Hit[] {
  const { forbiddenChars } = context.format.format;
  if (forbiddenChars.length === 0) return [];
  return textsOf(context)
    .filter(({ field }) => field === 'title' || field === 'body')
    .flatMap(({ field, text }) =>
      forbiddenChars.filter((sign) => text.includes(sign)).map((sign) => ({ field, params: { sign } })),
    );
}

/** Signs a short title may not hold. */
function titleSigns({ format, variant }: CheckContext): readonly Hit[] {
  const { titleSigns: allowed } = format.format;
  if (allowed === undefined || variant.title === null) return [];
  const bad = [...variant.title].filter((sign) => !isTitleSign(sign, allowed));
  return [...new Set(bad)].map((sign) => ({ field: 'title', params: { sign, allowed } }));
}

/** Words this persona does not use, wherever they stand; letters of either case. */
function avoidWords(context: CheckContext): readonly Hit[] {
  const words = (context.voice?.avoidWords ?? []).map((word) => word.trim()).filter((word) => word !== '');
  if (words.length === 0) return [];
  const find = (text: string) => {
    const folded = text.toLowerCase();
    return words.filter((word) => folded.includes(word.toLowerCase()));
  };
  return findWords(context, find, (word) => word).map(({ field, found }) => ({ field, params: { word: found } }));
}

export const wordingRules: readonly Rule[] = [
  { code: 'title_sign', severity: 'error', run: titleSigns },
  { code: 'forbidden_character', severity: 'error', run: forbidden },
  {
    code: 'language_mismatch',
    severity: 'warning',
    run: ({ source, voice }) =>
      voice !== undefined && voice.lang !== source.lang
        ? [{ field: 'body', params: { source: source.lang, account: voice.lang } }]
        : [],
  },
  { code: 'avoid_word', severity: 'warning', run: avoidWords },
];
