import type { Lang } from '../model/records';
import { isHan } from '../text/han';
import { remembered } from '../text/remembered';
import type { Run, Sentence } from './draft';

/**
 * Text as it is spoken: signs of tags and mentions are silent, addresses are not read out. The rates are ordinary
 * narration: 4.5 Chinese characters or 2.5 English words a second; a figure is read digit by digit.
 */
export const speakingRate: SpeakingRate = { han: 4.5, words: 2.5 };
export type SpeakingRate = { readonly han: number; readonly words: number };

const spokenRun: { readonly [K in Run['kind']]: (run: Extract<Run, { kind: K }>) => string } = {
  text: (run) => run.text.replace(/\s+/g, ' '),
  link: (run) => (run.label === run.href ? '' : run.label),
  hashtag: (run) => run.tag,
  mention: (run) => run.name,
  note: () => '',
  cell: (run) => run.plain,
};

export const spoken = (sentence: Sentence): string =>
  sentence.runs
    .map((run) => (spokenRun[run.kind] as (run: Run) => string)(run))
    .join('')
    .trim();

/** Seconds to say a text at a rate, not rounded. */
export function secondsToSay(text: string, rate: SpeakingRate = speakingRate): number {
  const { han, words } = spokenUnits(text);
  return han / rate.han + words / rate.words;
}

const spokenUnits = remembered((text: string): { readonly han: number; readonly words: number } => {
  let han = 0;
  let words = 0;
  let inWord = false;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const letter = code < 0x80 ? isAsciiLetter(code) : code < 0x3000 && anyLetter.test(char);
    if (isHan(code) || (code >= 0x30 && code <= 0x39)) han += 1;
    else if (letter && !inWord) words += 1;
    inWord = letter || (inWord && char === "'");
  }
  return { han, words };
});

const isAsciiLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const anyLetter = /\p{L}/u;

/** Between two spoken sentences: nothing in Chinese, a space in English. */
export const spokenGap = (lang: Lang): string => (lang === 'zh' ? '' : ' ');
