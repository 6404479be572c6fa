import type { Sentence } from './draft';
import { spoken } from './speech';
import type { Origin, OriginFrom } from './types';

/**
 * Where the words of a script or a run of show come from, so that a line of either can point at its sentence in the
 * source. Texts are named as `Origin.field` names them: a shot's voice, and of an item its title and what is said,
 * paragraph by paragraph. All numbers from 1.
 */
export const voiceOfShot = (shot: number): string => `shot ${shot}`;
export const titleOfItem = (item: number): string => `item ${item}`;
export const saidInItem = (item: number, line: number): string => `item ${item} say ${line}`;

/** What is spoken, with the sentence it is made of. */
type Spoken = { readonly text: string; readonly sentence: Sentence; readonly isTitle?: true | undefined };

/** Stretches of texts joined by `gap` into the text named `field`. */
export function originsOfJoined(field: string, lines: readonly Spoken[], gap: string): readonly Origin[] {
  let at = 0;
  return lines.flatMap(({ text, sentence, isTitle }, index): readonly Origin[] => {
    if (index > 0) at += gap.length;
    const start = at;
    at += text.length;
    const from = isTitle === true ? inTitle : fromOf(sentence);
    return text === '' ? [] : [{ field, start, end: at, from }];
  });
}

export const originsOfShot = (shot: number, lines: readonly Spoken[], gap: string): readonly Origin[] =>
  originsOfJoined(voiceOfShot(shot), lines, gap);

/** The sentences of a heading, as the title of an item has them. */
export const asSpoken = (sentences: readonly Sentence[], text: (words: string) => string): readonly Spoken[] =>
  sentences.map((sentence) => ({ sentence, text: text(spoken(sentence)) })).filter((one) => one.text !== '');

const inTitle: OriginFrom = { kind: 'title' };
const fromOf = ({ at, added }: Sentence): OriginFrom => {
  if (added !== undefined) return { kind: 'closing', closing: added };
  return at === undefined ? inTitle : { kind: 'sentence', ...at };
};
