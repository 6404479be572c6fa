import { searchable } from '../text/searchable';
import type { QueryItem } from './query';

/** One term of a query in the form it is looked for. */
export type Term = { readonly text: string; readonly not: boolean };

export const termsOf = (items: readonly QueryItem[]): readonly Term[] =>
  items.flatMap((item) => {
    if (item.kind !== 'term') return [];
    const text = searchable(item.text).trim();
    return text === '' ? [] : [{ text, not: item.not }];
  });

/** Whether the character before and the one at `at` belong to one Latin word, so that no word begins at `at`. */
export function insideWord(text: string, at: number): boolean {
  if (at === 0) return false;
  return isWord(text.codePointAt(at)) && isWord(before(text, at));
}

const before = (text: string, at: number): number | undefined => {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.codePointAt(at - 2) : low;
};

const spaced = /^[\p{L}\p{N}\p{M}]$/u;
/** Scripts written without spaces between words: every character is found by itself. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

/** Whether a code point is part of a word that is written with spaces around it. */
export function isWord(code: number | undefined): boolean {
  if (code === undefined) return false;
  if (code < 0x80)
    return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (code >= 0x3400 && code <= 0x9fff) return false;
  const char = String.fromCodePoint(code);
  return spaced.test(char) && !unspaced.test(char);
}

/**
 * Where a term lies in a text, from `from` on; -1 when it does not. Both are `searchable`. Chinese by any substring, a
 * term that begins with a Latin word only at the beginning of a word.
 */
export function findTerm(text: string, term: string, from = 0): number {
  for (let at = text.indexOf(term, from); at >= 0; at = text.indexOf(term, at + 1))
    if (!insideWord(text, at)) return at;
  return -1;
}

/** Whether a text satisfies all terms. */
export const satisfies = (text: string, terms: readonly Term[]): boolean =>
  terms.every((term) => findTerm(text, term.text) >= 0 !== term.not);
