import { classOf } from './text';

/**
 * What the index holds of a text. The index knows only which tokens a piece has, not where (a third of the size), so:
 *
 *   夜拍手持   →  夜 拍 手 持   夜拍 拍手 手持     each character, and each pair
 *   x9 pro    →  x9 pro                           words
 *   ！🎉       →  <21> 🎉                          signs one by one, ASCII ones by their number
 *
 * A term of one or two characters is one token and needs no look at the text. A longer one asks for all its pairs, and
 * the few pieces that have them are checked. Nothing is missed: whatever contains a term has all of the term's tokens.
 */

/** Longest word kept, in UTF-16 units; what is longer is told apart by looking at the text. */
const LONGEST_WORD = 32;

/** Marks tokens that are not of the text as it stands. Private-use characters, so that no word of a text equals them. */
export const SIGN = '\ue000';
export const IN_TITLE = '\ue001';
export const FULL_SOUND = '\ue002';
export const FIRST_SOUNDS = '\ue003';

type Visit = {
  readonly word: (word: string, end: number) => void;
  readonly each: (char: string, previous: string | null) => void;
  readonly sign: (token: string) => void;
  readonly none: () => void;
};

function walk(text: string, visit: Visit): void {
  let previous: string | null = null;
  let wordFrom = -1;
  const endWord = (at: number): void => {
    if (wordFrom >= 0) visit.word(text.slice(wordFrom, at), at);
    wordFrom = -1;
  };
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    const kind = classOf(code);
    if (kind === 'word') {
      previous = null;
      if (wordFrom < 0) wordFrom = at;
    } else {
      endWord(at);
      const char = text.slice(at, at + size);
      if (kind === 'each') visit.each(char, previous);
      else if (kind === 'sign') visit.sign(code < 0x80 ? SIGN + code.toString(16) : char);
      else visit.none();
      previous = kind === 'each' ? char : null;
    }
    at += size;
  }
  endWord(text.length);
}

/** Every token of a `searched` text, into `into`, each behind `mark`. */
export function addTokens(into: Set<string>, text: string, mark = ''): void {
  walk(text, {
    word: (word) => into.add(mark + cutWord(word)),
    each: (char, previous) => {
      into.add(mark + char);
      if (previous !== null) into.add(mark + previous + char);
    },
    sign: (token) => into.add(mark + token),
    none: () => {},
  });
}

const cutWord = (word: string): string => word.slice(0, LONGEST_WORD).replace(/[\ud800-\udbff]$/, '');

/** What a piece must have in the index to be looked at for a term. */
export type TermTokens = {
  readonly whole: readonly string[];
  /** The word the term ends with: the piece has one that begins so. */
  readonly begins: string | null;
  /** Whoever has these tokens has the term: the text need not be looked at. */
  readonly sure: boolean;
};

/** The tokens of a `searched` term. None at all (only invisible characters): every text must be looked at. */
export function tokensOfTerm(term: string): TermTokens {
  const whole = new Set<string>();
  let begins: string | null = null;
  let seen = 0;
  let sure = true;
  let lone: string | null = null;
  const dropLone = (): void => {
    if (lone !== null) whole.add(lone);
    lone = null;
  };
  walk(term, {
    word: (word, end) => {
      dropLone();
      seen += 1;
      if (word.length > LONGEST_WORD) sure = false;
      if (end === term.length && word.length <= LONGEST_WORD) begins = word;
      else whole.add(cutWord(word));
    },
    each: (char, previous) => {
      if (previous === null) {
        dropLone();
        lone = char;
        seen += 1;
        return;
      }
      // A pair says all that its first character says alone.
      lone = null;
      whole.add(previous + char);
    },
    sign: (token) => {
      dropLone();
      whole.add(token);
      seen += 1;
    },
    none: () => {
      dropLone();
      sure = false;
    },
  });
  dropLone();
  return { whole: [...whole], begins, sure: sure && seen === 1 && whole.size + (begins === null ? 0 : 1) === 1 };
}
