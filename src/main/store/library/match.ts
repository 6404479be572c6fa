import { FIRST_LETTERS, FULL_LETTERS, isSound } from '../../../core/search/sound';
import type { Term } from '../../../core/search/text';
import { FIRST_SOUNDS, FULL_SOUND, IN_TITLE, tokensOfTerm } from '../../../core/search/tokens';

/** Terms as a question to the index of tokens. */
export type Match = {
  /** For `MATCH`; null when the index cannot help and every text must be looked at. */
  readonly whole: string | null;
  /** The same asked of titles alone (sounds are of titles and tags). */
  readonly title: string | null;
  /** The index alone decides; else its answers are candidates to be looked at. */
  readonly sure: boolean;
};

export function matchOf(terms: readonly Term[]): Match {
  const wanted = terms.filter(({ not }) => !not).map(({ text }) => ({ text, tokens: tokensOfTerm(text) }));
  const parts = (mark: string): string | null => {
    const all = wanted.flatMap(({ text, tokens }) => {
      const whole = tokens.whole.map((token) => quoted(mark + token));
      if (tokens.begins === null) return whole;
      return [...whole, isSound(text) ? withSounds(text, mark) : `${quoted(mark + tokens.begins)}*`];
    });
    return all.length === 0 ? null : all.join(' AND ');
  };
  const sure =
    wanted.length === terms.length &&
    wanted.every(({ text, tokens }) => tokens.sure && (!isSound(text) || text.length <= FIRST_LETTERS));
  return { whole: parts(''), title: parts(IN_TITLE), sure };
}

/** A word that may be meant as pinyin: the word itself, whole syllables, or first letters. */
function withSounds(term: string, mark: string): string {
  const sound = (kind: string, letters: number) =>
    quoted(kind + term.slice(0, letters)) + (term.length <= letters ? '*' : '');
  const word = `${quoted(mark + term.slice(0, 32))}*`;
  return `(${word} OR ${sound(FULL_SOUND, FULL_LETTERS)} OR ${sound(FIRST_SOUNDS, FIRST_LETTERS)})`;
}

const quoted = (token: string): string => `"${token.replaceAll('"', '""')}"`;
