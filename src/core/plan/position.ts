/**
 * A position among siblings, compared as text, so that something always fits between two (fractional indexing). Digits
 * are a to z; a position never ends in the lowest one, or nothing would fit before it.
 */
const LOWEST = 'a'.charCodeAt(0);
const BASE = 26;

const digitAt = (text: string, index: number): number => (text.charCodeAt(index) || LOWEST) - LOWEST;
const sign = (digit: number): string => String.fromCharCode(LOWEST + digit);
const isPosition = (text: string): boolean => /^[a-z]*[b-z]$/.test(text);

/** Null ends are open. Null when nothing fits: the two are equal, out of order, or no positions of this kind. */
export function positionBetween(before: string | null, after: string | null): string | null {
  if (before !== null && !isPosition(before)) return null;
  if (after !== null && !isPosition(after)) return null;
  if (before !== null && after !== null && before >= after) return null;
  return middle(before ?? '', after);
}

function middle(before: string, after: string | null): string {
  if (after !== null) {
    let same = 0;
    while (same < after.length && digitAt(before, same) === digitAt(after, same)) same += 1;
    if (same > 0) return after.slice(0, same) + middle(before.slice(same), after.slice(same));
  }
  const low = before === '' ? 0 : digitAt(before, 0);
  const high = after === null ? BASE : digitAt(after, 0);
  if (high - low > 1) return sign(Math.floor((low + high) / 2));
  if (after !== null && after.length > 1) return after.slice(0, 1);
  return sign(low) + middle(before.slice(1), null);
}

/** Positions for so many siblings in a row, with room between. */
export const positionsFor = (count: number): readonly string[] => {
  const made: string[] = [];
  for (let index = 0; index < count; index += 1) made.push(middle(made.at(-1) ?? '', null));
  return made;
};
