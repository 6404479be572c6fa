import { count } from '../../../core/platforms/counters';
import type { FormatPack } from '../../../core/platforms/pack';
import { graphemes } from '../../../core/text/grapheme';

/** A text at the platform's fold: what readers see before they tap. */
export type Folded = { readonly above: string; readonly below: string };

/**
 * Splits where the feed folds, by the platform's own measure; null where the pack knows no fold or the text is shorter.
 * Halving over clusters, so a long article costs a dozen counts.
 */
export function foldAt(text: string, { limits, count: rules }: Pick<FormatPack, 'limits' | 'count'>): Folded | null {
  const { fold } = limits;
  if (fold === undefined || count(rules.body, text) <= fold) return null;
  const clusters = graphemes(text);
  let fits = 0;
  let over = clusters.length;
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (count(rules.body, clusters.slice(0, middle).join('')) <= fold) fits = middle;
    else over = middle;
  }
  return { above: clusters.slice(0, fits).join(''), below: clusters.slice(fits).join('') };
}
