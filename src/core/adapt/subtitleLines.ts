import type { Lang } from '../model/records';
import { graphemes } from '../text/grapheme';
import { isCjkPunctuation, isHan } from '../text/han';
import { halfWidths } from '../text/length';
import { remembered } from '../text/remembered';
import { clauses } from '../text/sentences';

/** Longest line in half-widths: 20 Chinese characters, 42 Latin ones. */
export const lineWidth: { readonly [K in Lang]: number } = { zh: 40, en: 42 };

/**
 * Breaks spoken text into subtitle lines: at clauses where they fit, else between words, in Chinese between
 * characters, never before a closing mark and never inside a grapheme. `width` is the format's own, in half-widths.
 */
export function subtitleLines(text: string, lang: Lang, width?: number): readonly string[] {
  const max = Math.max(width ?? lineWidth[lang], 2);
  const key = `${lang} ${max}`;
  let broken = breakers.get(key);
  if (broken === undefined) {
    broken = remembered((given) => brokenLines(given, lang, max));
    breakers.set(key, broken);
  }
  return broken(text);
}

/** Formats of one width show the same script in the same lines. */
const breakers = new Map<string, (text: string) => readonly string[]>();

function brokenLines(text: string, lang: Lang, max: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const flush = () => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  for (const clause of clauses(text, lang)) {
    if (halfWidths((line + clause).trimEnd()) <= max) {
      line += clause;
      continue;
    }
    if (halfWidths(clause.trimEnd()) <= max) flush();
    for (const word of words(clause)) {
      if (line !== '' && halfWidths((line + word).trimEnd()) > max) flush();
      line += word;
    }
  }
  flush();
  return lines.flatMap((given) => (halfWidths(given) <= max ? [given] : narrow(given, max)));
}

/** A word wider than a line, broken between graphemes: a line break hides nothing. */
function narrow(text: string, max: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const cluster of graphemes(text)) {
    if (line !== '' && halfWidths(line + cluster) > max) {
      lines.push(line);
      line = '';
    }
    line += cluster;
  }
  return line === '' ? lines : [...lines, line];
}

/** Where a line may break: after a space, and after each Han character unless a closing mark follows. */
function words(text: string): readonly string[] {
  const found: string[] = [];
  let word = '';
  for (const cluster of graphemes(text)) {
    const code = cluster.codePointAt(0) ?? 0;
    const before = word.codePointAt(Math.max(0, word.length - 1)) ?? 0x20;
    const breakable = /\s$/.test(word) || isHan(before) || isHan(code) || isCjkPunctuation(before);
    if (word !== '' && breakable && !isClosing(cluster)) {
      found.push(word);
      word = '';
    }
    word += cluster;
  }
  return word === '' ? found : [...found, word];
}

const isClosing = (cluster: string): boolean => /^[，。；：！？、…）】》”’」』,.;:!?)\]\s]/u.test(cluster);
