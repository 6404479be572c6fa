import type { MassDeletion } from './types';

/** So many records may go without a question, or this share of all there are, whichever is more. */
const FEW = 10;
const SHARE = 0.2;

/**
 * Whether so many deletions ask for a person: absence never deletes anything, but a hostile or mistaken copy may carry
 * tombstones for everything. Answers the type that loses the greatest share.
 *
 * @param gone live records of each type that would no longer be in the library or the plan.
 * @param live how many there are now.
 */
export function massDeletion(
  gone: Readonly<Record<MassDeletion['type'], number>>,
  live: Readonly<Record<MassDeletion['type'], number>>,
): MassDeletion | null {
  const over = (['piece', 'placement'] as const)
    .map((type) => ({ type, count: gone[type], total: live[type] }))
    .filter(({ count, total }) => count > Math.max(FEW, total * SHARE));
  return over.sort((a, b) => b.count / Math.max(1, b.total) - a.count / Math.max(1, a.total))[0] ?? null;
}
