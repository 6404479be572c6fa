import { codePointCount } from '../text/length';
import type { Context, Paragraph } from './draft';
import { rawText } from './inlineTokens';
import { weigh } from './weigh';

/**
 * The digest of an article: its first sentences, as many as fit; when the very first is too long, the weightiest
 * sentence that fits. Empty when none does. Limits of digests are given in code points.
 */
export function digestOf(paragraphs: readonly Paragraph[], context: Context, max: number): string {
  const all = paragraphs.flatMap((paragraph, at) =>
    paragraph.kind === 'text' || paragraph.kind === 'quote'
      ? paragraph.sentences.map((sentence, index) => ({
          text: sentence.runs.map(rawText).join('').replace(/\s+/g, ' ').trim(),
          gap: sentence.gap === '' && index > 0 ? '' : context.source.lang === 'zh' ? '' : ' ',
          at,
          index,
        }))
      : [],
  );
  let digest = '';
  for (const { text, gap } of all) {
    const longer = digest === '' ? text : digest + gap + text;
    if (codePointCount(longer) > max) break;
    digest = longer;
  }
  if (digest !== '') return digest;
  const fitting = all.filter(({ text }) => text !== '' && codePointCount(text) <= max);
  const weighed = weigh(paragraphs, context);
  const weightOf = ({ at, index }: { at: number; index: number }) => weighed[at]?.[index]?.weight ?? 0;
  return fitting.sort((a, b) => weightOf(b) - weightOf(a))[0]?.text ?? '';
}
