import type { QueryItem } from './query';
import { searched } from './searched';

/** One term of a query in the form it is looked for. */
export type Term = { readonly text: string; readonly not: boolean };

export const termsOf = (items: readonly QueryItem[]): readonly Term[] =>
  items.flatMap((item) => {
    if (item.kind !== 'term') return [];
    const text = searched(item.text).trim();
    return text === '' ? [] : [{ text, not: item.not }];
  });

/**
 * How a character takes part in searching:
 *
 * - `word`: of a script written with spaces, found from the beginning of its word;
 * - `each`: of a script without spaces (Chinese, Japanese, Korean, Thai …), found anywhere;
 * - `sign`: punctuation, symbols and emoji, found anywhere;
 * - `none`: spaces and what cannot be seen.
 */
export type CharClass = 'word' | 'each' | 'sign' | 'none';

const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const joiner = /^[\p{Variation_Selector}\p{Me}\p{Z}\p{C}]$/u;
const spaced = /^[\p{L}\p{N}\p{M}]$/u;

const classes = new Map<number, CharClass>();

export function classOf(code: number): CharClass {
  if (code >= 0x3400 && code <= 0x9fff) return 'each';
  let known = classes.get(code);
  if (known === undefined) {
    const char = String.fromCodePoint(code);
    if (joiner.test(char)) known = 'none';
    else if (unspaced.test(char)) known = 'each';
    else known = spaced.test(char) ? 'word' : 'sign';
    classes.set(code, known);
  }
  return known;
}

/** Whether a Latin word has begun before `at` and goes on there. */
function insideWord(text: string, at: number): boolean {
  if (at === 0 || classOf(text.codePointAt(at) ?? 0) !== 'word') return false;
  const low = text.charCodeAt(at - 1);
  const before = low >= 0xdc00 && low <= 0xdfff ? (text.codePointAt(at - 2) ?? low) : low;
  return classOf(before) === 'word';
}

/**
 * Where a term lies in a text, from `from` on; -1 when it does not. Both are `searched`. Chinese by any substring, a
 * term that begins with a Latin word only at the beginning of a word.
 */
export function findTerm(text: string, term: string, from = 0): number {
  for (let at = text.indexOf(term, from); at >= 0; at = text.indexOf(term, at + 1))
    if (!insideWord(text, at)) return at;
  return -1;
}
