/** An entry that was rewritten (both), that went (only `before`) or that came (only `after`). */
export type Pair<T> =
  | { readonly kind: 'both'; readonly before: T; readonly after: T }
  | { readonly kind: 'gone'; readonly before: T }
  | { readonly kind: 'come'; readonly after: T };

/**
 * Alignment of a rewritten stretch in reading order: the pairs that together are most alike. `like(i, j)` says how alike
 * `gone[i]` and `come[j]` are; 0 for strangers, which are never paired.
 */
export function pairAlike<T>(
  gone: readonly T[],
  come: readonly T[],
  like: (i: number, j: number) => number,
): readonly Pair<T>[] {
  const left = (entries: readonly T[]) => entries.map((before): Pair<T> => ({ kind: 'gone', before }));
  const right = (entries: readonly T[]) => entries.map((after): Pair<T> => ({ kind: 'come', after }));
  if (gone.length === 0 || come.length === 0 || gone.length * come.length > MOST_PAIRS)
    return [...left(gone), ...right(come)];
  const width = come.length + 1;
  // best[i * width + j]: the most likeness of gone[i…] and come[j…].
  const best = new Float64Array((gone.length + 1) * width);
  for (let i = gone.length - 1; i >= 0; i -= 1)
    for (let j = come.length - 1; j >= 0; j -= 1) {
      const score = like(i, j);
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j] ?? 0,
        best[i * width + j + 1] ?? 0,
        score > 0 ? score + (best[(i + 1) * width + j + 1] ?? 0) : 0,
      );
    }
  const pairs: Pair<T>[] = [];
  let i = 0;
  let j = 0;
  while (i < gone.length && j < come.length) {
    const here = best[i * width + j] ?? 0;
    const score = like(i, j);
    if (score > 0 && here === score + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs.push({ kind: 'both', before: gone[i] as T, after: come[j] as T });
      i += 1;
      j += 1;
    } else if (here === (best[(i + 1) * width + j] ?? 0)) {
      pairs.push({ kind: 'gone', before: gone[i] as T });
      i += 1;
    } else {
      pairs.push({ kind: 'come', after: come[j] as T });
      j += 1;
    }
  }
  return [...pairs, ...left(gone.slice(i)), ...right(come.slice(j))];
}

/** Beyond this a stretch is a new text, and pairing its entries would cost more than it says. */
const MOST_PAIRS = 40_000;

/** Share of signs two texts must have in common to count as one, rewritten. */
const LEAST_LIKE = 0.4;

/** The signs of a text with their numbers; white space aside. */
export type Bag = { readonly counts: ReadonlyMap<string, number>; readonly size: number };

export function bagOf(text: string): Bag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const sign of text.slice(0, 4_000)) {
    if (sign === ' ' || sign === '\n') continue;
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
    size += 1;
  }
  return { counts, size };
}

/** Up to 1 for common signs (Dice), 0 for strangers and for the empty text. */
export function likenessOf(x: Bag, y: Bag): number {
  if (x.size === 0 || y.size === 0) return 0;
  let common = 0;
  for (const [sign, count] of x.counts) common += Math.min(count, y.counts.get(sign) ?? 0);
  const dice = (2 * common) / (x.size + y.size);
  return dice >= LEAST_LIKE ? dice : 0;
}
