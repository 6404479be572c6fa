import type { Paragraph } from './draft';
import { rawText } from './inlineTokens';
import type { ContentsEntry } from './types';

/**
 * The contents of an article: its headings as they stand in the version, the outermost at level 1. Empty below `min`
 * headings: a short text is its own overview.
 */
export function contentsOf(paragraphs: readonly Paragraph[], min: number): readonly ContentsEntry[] {
  const headings = paragraphs.flatMap(({ kind, level, sentences }) => {
    const title = sentences
      .map(({ gap, runs }) => gap + runs.map(rawText).join(''))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    return kind === 'heading' && title !== '' ? [{ level, title }] : [];
  });
  if (headings.length < min) return [];
  const outermost = Math.min(...headings.map(({ level }) => level));
  return headings.map(({ level, title }) => ({ level: level - outermost + 1, title }));
}

/** A line each, indented by level. */
export const printContents = (entries: readonly ContentsEntry[]): string =>
  entries.map(({ level, title }) => '\u3000'.repeat(level - 1) + title).join('\n');
