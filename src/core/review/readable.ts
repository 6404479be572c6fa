import type { Lang } from '../model/records';
import { sentences } from '../text/sentences';
import type { ReviewText } from './texts';
import { overrideOf } from './texts';

/** One sentence a reader can point at: its words without the space around them, and where they begin in the text. */
export type ReadableSentence = { readonly at: number; readonly text: string; readonly space: string };

/** One line and where it begins. */
export type ReadableLine = { readonly at: number; readonly sentences: readonly ReadableSentence[] };

/** A text as lines of sentences; together with their space they are the text again. Both readers show the same ones. */
export function readable(text: string, lang: Lang): readonly ReadableLine[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    const found = sentences(line, lang).map((sentence): ReadableSentence => {
      const words = sentence.trimEnd();
      const one = { at, text: words, space: sentence.slice(words.length) };
      at += sentence.length;
      return one;
    });
    at += 1;
    return { at: start, sentences: found };
  });
}

/** Longest sentence that can be pointed at: a mark quotes it whole. */
export const MOST_QUOTED = 4_000;
export const canPointAt = ({ text }: ReadableSentence): boolean => text.trim() !== '' && text.length <= MOST_QUOTED;

/** Whether a reader's own words can take the place of these: the piece's own, and what a person can write over. */
export const canSuggest = (isPiece: boolean, { field }: Pick<ReviewText, 'field'>): boolean =>
  isPiece || overrideOf(field) !== null;
