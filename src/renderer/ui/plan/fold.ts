import { endWithin } from '../../../core/adapt/fold';
import type { CounterId, FormatPack } from '../../../core/platforms/pack';

/** A text at the platform's fold: what readers see before they tap. */
export type Folded = { readonly above: string; readonly below: string };

/** Splits where the feed folds, by the platform's own measure; null where the pack knows no fold or the text is shorter. */
export function foldAt(text: string, { limits, count: rules }: Pick<FormatPack, 'limits' | 'count'>): Folded | null {
  return limits.fold === undefined ? null : splitAt(text, rules.body, limits.fold);
}

/** The longest beginning within `max` of a unit, and the rest; null where all of it is within. */
export function splitAt(text: string, unit: CounterId, max: number): Folded | null {
  const at = endWithin(text, unit, max);
  return at === null ? null : { above: text.slice(0, at), below: text.slice(at) };
}
