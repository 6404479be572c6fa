import { count } from '../../../core/platforms/counters';
import type { CounterId, FormatPack } from '../../../core/platforms/pack';
import { graphemes } from '../../../core/text/grapheme';

/** A text at the platform's fold: what readers see before they tap. */
export type Folded = { readonly above: string; readonly below: string };

/** Splits where the feed folds, by the platform's own measure; null where the pack knows no fold or the text is shorter. */
export function foldAt(text: string, { limits, count: rules }: Pick<FormatPack, 'limits' | 'count'>): Folded | null {
  return limits.fold === undefined ? null : splitAt(text, rules.body, limits.fold);
}

/**
 * The longest beginning within `max` of a unit, and the rest; null where all of it is within. Halving over clusters, so a
 * long article costs a dozen counts.
 */
export function splitAt(text: string, unit: CounterId, max: number): Folded | null {
  if (count(unit, text) <= max) return null;
  const clusters = graphemes(text);
  let fits = 0;
  let over = clusters.length;
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (count(unit, clusters.slice(0, middle).join('')) <= max) fits = middle;
    else over = middle;
  }
  return { above: clusters.slice(0, fits).join(''), below: clusters.slice(fits).join('') };
}
