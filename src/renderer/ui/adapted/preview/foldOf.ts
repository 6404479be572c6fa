import type { FormatPack } from '../../../../core/platforms/pack';
import { graphemes } from '../../../../core/text/grapheme';
import { halfWidths } from '../../../../core/text/length';
import { type Folded, foldAt } from '../../plan/fold';

/** A text at its fold, and by which measure it folds there. */
export type Fold = Folded & { readonly by: 'measure' | 'lines' };

/** Half-widths a line of the drawn phone holds: 316 pixels of 15-pixel text. */
const LINE = 42;

/**
 * Where a feed folds a text: by the platform's measure, by lines, or by whichever comes first; null where it shows all. How
 * many lines a text takes is estimated from its width.
 */
export function foldOf(text: string, format: Pick<FormatPack, 'limits' | 'count'>): Fold | null {
  const byMeasure = foldAt(text, format);
  const lines = format.limits.fold_lines;
  const byLines = lines === undefined ? null : foldByLines(text, lines, LINE);
  if (byLines !== null && (byMeasure === null || byLines.above.length < byMeasure.above.length))
    return { ...byLines, by: 'lines' };
  return byMeasure === null ? null : { ...byMeasure, by: 'measure' };
}

/** The first `most` lines of `width` half-widths; null when that is all of it. */
export function foldByLines(text: string, most: number, width: number): Folded | null {
  let at = 0;
  let lines = 0;
  for (const line of text.split('\n')) {
    const takes = Math.max(1, Math.ceil(halfWidths(line) / width));
    if (lines + takes > most) {
      const end = at + prefixOf(line, (most - lines) * width).length;
      return text.slice(end).trim() === '' ? null : { above: text.slice(0, end), below: text.slice(end) };
    }
    lines += takes;
    at += line.length + 1;
  }
  return null;
}

/** As many whole clusters as `width` half-widths hold. */
function prefixOf(line: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const cluster of graphemes(line)) {
    used += halfWidths(cluster);
    if (used > width) break;
    taken += cluster;
  }
  return taken;
}
