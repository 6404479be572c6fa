import { adSignIn, disclosesIn } from '../adSigns';
import type { CheckContext, Hit, Rule } from '../check';
import { textsOf } from '../texts';

/**
 * A text that says itself that somebody paid for it, gave something or shares the sales, without the word that shows
 * readers that it is an advertisement. A tag counts as it is read: `ad` as `#ad`.
 */
function undisclosed(context: CheckContext): readonly Hit[] {
  const { disclosure } = context.format.format;
  if (disclosure === undefined || disclosure.words.length === 0) return [];
  const texts = [
    ...textsOf(context).filter(({ field }) => field !== 'tags'),
    ...context.variant.tags.map((tag) => ({ field: 'tags', text: `#${tag}` })),
  ];
  const found = texts.flatMap(({ field, text }) => {
    const word = adSignIn(text);
    return word === null ? [] : [{ field, word }];
  })[0];
  if (found === undefined || texts.some(({ text }) => disclosesIn(text, disclosure.words))) return [];
  const { field, word } = found;
  const params = { word, words: disclosure.words[0] ?? '', label: disclosure.label ? 'yes' : 'no' };
  return [{ field, params }];
}

export const disclosureRules: readonly Rule[] = [{ code: 'ad_not_disclosed', severity: 'warning', run: undisclosed }];
