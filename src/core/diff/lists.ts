import { diffArrays } from 'diff';

/** The only file that knows the diff library (Myers' algorithm). */

/** A run of entries that stayed (`same`), came or went. */
export type Run = { readonly kind: 'same' | 'added' | 'removed'; readonly count: number };

/**
 * The shortest way from one list to the other, as runs in reading order; null when it takes more than `most` insertions
 * and removals.
 */
export function diffLists(
  before: readonly string[],
  after: readonly string[],
  most = Number.POSITIVE_INFINITY,
): readonly Run[] | null {
  const steps = diffArrays([...before], [...after], { maxEditLength: most });
  return (
    steps?.map(({ added, removed, count }): Run => ({ kind: added ? 'added' : removed ? 'removed' : 'same', count })) ??
    null
  );
}
