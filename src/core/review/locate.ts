import { occurrences } from '../text/occurrences';

/**
 * Where quoted words stand in a text now: where they stood, else the nearest place with the very same words. Null when
 * they are not there any more; words that are merely alike are another text.
 */
export function locate(text: string, at: number | null, quote: string): number | null {
  if (quote === '') return null;
  if (at !== null && text.startsWith(quote, at)) return at;
  const found = occurrences(text, quote, true);
  const near = at ?? 0;
  return found.reduce<number | null>(
    (best, place) => (best === null || Math.abs(place - near) < Math.abs(best - near) ? place : best),
    null,
  );
}
