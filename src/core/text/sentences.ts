import type { Lang } from '../model/records';
import { addressesIn } from './addresses';
import { isGraphemeBreak } from './grapheme';
import { isCjkPunctuation, isHan } from './han';
import { remembered } from './remembered';
import { type Token, tokensIn } from './tokens';

/**
 * Where a text may be divided. Pieces concatenate exactly to the input; a piece carries its closing marks, the space
 * and the line ends behind it. Nothing is ever divided inside an address, `#话题#`, `@mention`, `{{field}}`, a number,
 * a quotation or a bracket that closes on the same line, nor inside a grapheme.
 */

/** Sentences: after 。！？… and their Latin kin, and at line ends. `lang` decides what an ambiguous full stop means. */
export const sentences = (text: string, lang: Lang): readonly string[] => divide(text, sentenceEnds(text, lang));

/** Clauses of a text: sentences divided further after ，；：—— and `, ; :` before a space. */
export const clauses = (text: string, lang: Lang): readonly string[] => clausesOf[lang](text);
const clausesOf: { readonly [K in Lang]: (text: string) => readonly string[] } = {
  zh: remembered((text) => readClauses(text, 'zh')),
  en: remembered((text) => readClauses(text, 'en')),
};

function readClauses(text: string, lang: Lang): readonly string[] {
  const inside = shield(text);
  const ends = new Set(sentenceEnds(text, lang));
  for (const match of text.matchAll(/[，；：]|——|[,;:](?=\s)| [–—](?= )/gu)) {
    let end = match.index + match[0].length;
    if (inside[match.index] === 1 || isNumeric(text, match.index)) continue;
    while (end < text.length && closers.has(text.charAt(end))) end += 1;
    while (end < text.length && blank.test(text.charAt(end))) end += 1;
    if (inside[end] === 0 && isGraphemeBreak(text, end)) ends.add(end);
  }
  return divide(
    text,
    [...ends].sort((a, b) => a - b),
  );
}

const MAX_QUOTE = 160;
const closers = new Set('”’」』）】》〉］｝〕)]}"\'');
const openerOf: Readonly<Record<string, string>> = {
  '”': '“',
  '」': '「',
  '』': '『',
  '）': '（',
  '】': '【',
  '》': '《',
  ')': '(',
  ']': '[',
  '"': '"',
};
const openers = new Set(Object.values(openerOf).filter((char) => char !== '"'));
const quoting = /[“「『（【《(["]/;
const blank = /[^\S\n]/;
const terminators = new Set('。！？!?｡︒…⋯');

function divide(text: string, ends: readonly number[]): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const end of ends) {
    if (end <= from || end >= text.length) continue;
    pieces.push(text.slice(from, end));
    from = end;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** Indexes after which a new sentence begins, in order. */
function sentenceEnds(text: string, lang: Lang): readonly number[] {
  const inside = shield(text);
  const ends: number[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '\n') {
      at = pastLineEnds(text, at);
    } else if (inside[at] === 1 || !(terminators.has(char) || (char === '.' && isFullStop(text, from, at, lang)))) {
      at += 1;
      continue;
    } else {
      const end = pastMarks(text, from, at);
      if (end < 0) {
        at += 1;
        continue;
      }
      at = end;
    }
    if (at < text.length && inside[at] === 0 && isGraphemeBreak(text, at)) {
      ends.push(at);
      from = at;
    }
  }
  return ends;
}

/** From a terminator past its run, closing marks and space; -1 when the sentence goes on behind it. */
function pastMarks(text: string, from: number, start: number): number {
  let at = start;
  while (at < text.length && (terminators.has(text.charAt(at)) || text.charAt(at) === '.')) at += 1;
  const marks = text.slice(start, at);
  while (at < text.length && (closers.has(text.charAt(at)) || text.charAt(at) === '\ufe0f')) at += 1;
  const next = text.charAt(at);
  const spaced = next !== '' && /\s/.test(next);
  // A soft ending (… or ASCII marks) closes only before space, before Chinese text, or at the end.
  const code = text.codePointAt(at) ?? 0;
  const hard = /[。！？｡︒]/.test(marks);
  if (next !== '' && !spaced && !hard && !isHan(code) && !isCjkPunctuation(code) && !isPictorial(code)) return -1;
  if (continues.has(next)) return -1;
  if (isTrailingOff(marks) && start - from < SHORT_PAUSE && next !== '' && !spaced) return -1;
  if (isSpeechTag(text, start, at)) return -1;
  while (at < text.length && blank.test(text.charAt(at))) at += 1;
  // `Yahoo! is`, `wait... what`: a small letter behind soft marks goes on.
  if (!hard && spaced && /^\p{Ll}/u.test(text.slice(at, at + 2)) && marks !== '?') return -1;
  return text.charAt(at) === '\n' ? pastLineEnds(text, at) : at;
}

/** `那一刻……我忽然明白`: a short opening that trails off is no sentence of its own. */
const SHORT_PAUSE = 10;
const isTrailingOff = (marks: string): boolean => /^[…⋯.]+$/.test(marks);

const continues = new Set('，、；：,;:');
const isPictorial = (code: number): boolean => code >= 0x1f000 || (code >= 0x2600 && code <= 0x27bf);

/** `“真的吗？”他问。`: a quotation and the few words that say who spoke stay together. */
function isSpeechTag(text: string, mark: number, at: number): boolean {
  if (at - mark < 2 || !/[”」』]/.test(text.slice(mark, at))) return false;
  return /^[\p{L}\p{N}]{1,10}[说问道答喊叫笑讲写]/u.test(text.slice(at, at + 14));
}

function pastLineEnds(text: string, start: number): number {
  let at = start;
  let end = start;
  while (at < text.length && /\s/.test(text.charAt(at))) {
    at += 1;
    if (text.charAt(at - 1) === '\n') end = at;
  }
  return end;
}

/** Latin words that end in a full stop without ending a sentence. */
const titles = new Set(
  'mr mrs ms dr prof sr jr st vs fig no vol pp ed cf approx dept est gen gov rep sen al ca'.split(' '),
);
/** These may end one: a capital behind them decides. */
const mayEnd = new Set(
  'etc inc ltd co corp a.m p.m e.g i.e u.s u.k jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
);

/** Whether the full stop at `at` ends a sentence. */
function isFullStop(text: string, from: number, at: number, lang: Lang): boolean {
  const next = text.charAt(at + 1);
  if (next === '.') return false;
  let after = at + 1;
  while (after < text.length && closers.has(text.charAt(after))) after += 1;
  const behind = text.charAt(after);
  if (behind !== '' && !/\s/.test(behind)) return lang === 'zh' && isHan(text.codePointAt(at - 1) ?? 0);
  const word =
    /(?:^|[\s(“"'])([\p{L}\p{N}.]*)$/u.exec(text.slice(Math.max(from, at - 24), at))?.[1]?.toLowerCase() ?? '';
  const rest = text.slice(after, after + 12).trimStart();
  if (titles.has(word)) return rest === '' || behind === '\n';
  if (/^\p{L}$/u.test(word) && word !== 'i') return behind === '\n' || rest === '';
  if (mayEnd.has(word)) return rest === '' || /^["“'(]?\p{Lu}/u.test(rest);
  // `1. First`: the number of a list item belongs to it.
  if (/^\d{1,3}$/.test(word) && text.slice(from, at).trim() === word) return false;
  return rest === '' || !/^\p{Ll}/u.test(rest);
}

/** Marks every index that lies inside something whole. A break before index i is allowed where i is unmarked. */
function shield(text: string): Uint8Array {
  const inside = new Uint8Array(text.length + 1);
  for (const token of tokensIn(text)) guard(inside, token);
  for (const address of addressesIn(text)) guard(inside, address);
  if (!quoting.test(text)) return inside;
  const open: { char: string; at: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\n') open.length = 0;
    else if (openers.has(char) || (char === '"' && !open.some((entry) => entry.char === '"'))) open.push({ char, at });
    else {
      const opener = openerOf[char];
      if (opener === undefined) continue;
      const last = open.findLastIndex((entry) => entry.char === opener);
      const start = open[last];
      if (start === undefined) continue;
      open.length = last;
      // The closing mark itself stays open to a break behind it.
      if (at - start.at <= MAX_QUOTE) inside.fill(1, start.at + 1, lastMark(text, start.at, at));
    }
  }
  return inside;
}

/** A terminator just before the closing mark may end the sentence together with it: 他说：“走吧。” */
function lastMark(text: string, start: number, close: number): number {
  let at = close;
  while (at - 1 > start && (terminators.has(text.charAt(at - 1)) || text.charAt(at - 1) === '.')) at -= 1;
  return at === close ? close + 1 : at;
}

function guard(inside: Uint8Array, token: Pick<Token, 'start' | 'end'>): void {
  inside.fill(1, token.start + 1, token.end);
}

const isNumeric = (text: string, index: number): boolean =>
  /\d/.test(text.charAt(index - 1)) && /\d/.test(text.charAt(index + 1));
