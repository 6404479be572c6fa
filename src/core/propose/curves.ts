import { pieceKinds } from '../model/vocabulary';
import type { ProposeAccount, ProposeRules } from './types';
import { SAME_PIECE_DAYS, USUAL_CAPACITY, weights } from './weights';

/**
 * The shapes of the rules that look at several posts at once. One place for both who counts from nothing (`score.ts`) and who
 * counts only what changes (`board.ts`): what they must agree on is here, how they count is their own.
 */

/** How near two posts of an account are felt to be, by days between them: 1 on one day, 0 at its usual distance. */
export function nearness({ capacity }: ProposeAccount, apart: number): number {
  const usual = 7 / (capacity || USUAL_CAPACITY);
  return Math.max(0, 1 - apart / usual) * Math.min(1, usual);
}

/** Days from which two posts of an account are no longer near. */
export const nearDays = ({ capacity }: ProposeAccount): number => Math.ceil(7 / (capacity || USUAL_CAPACITY));

/** Points of an account's week with so many posts. */
export const loadPoints = ({ capacity }: ProposeAccount, posts: number): number =>
  (weights.load * posts * posts) / (capacity || USUAL_CAPACITY);

/** Points of a lane's week: how far its kinds are from their shares. `counts` in the order of `pieceKinds`. */
export function kindPoints(shares: readonly number[], counts: readonly number[]): number {
  let total = 0;
  for (const count of counts) total += count;
  if (total === 0) return 0;
  let squares = 0;
  for (let k = 0; k < counts.length; k += 1) {
    const off = (counts[k] as number) - (shares[k] as number) * total;
    squares += off * off;
  }
  return (weights.kinds * squares) / total;
}

/** Shares of the kinds, in the order of `pieceKinds`, together 1. */
export function kindShares({ kindTargets }: Pick<ProposeRules, 'kindTargets'>): readonly number[] {
  const given = pieceKinds.reduce((sum, kind) => sum + (kindTargets[kind] ?? 0), 0);
  return pieceKinds.map((kind) => (given === 0 ? 1 / pieceKinds.length : (kindTargets[kind] ?? 0) / given));
}

/** Points of a persona that carries `posts` of `all` under a ceiling in percent. */
export const ceilingPoints = (posts: number, all: number, percent: number): number =>
  weights.ceiling * Math.max(0, posts - (percent / 100) * all);

/** Points of a run of days without content, for a lane that is silent from `from` days on; 0 for never asked. */
export const silencePoints = (from: number, days: number): number =>
  from === 0 ? 0 : weights.silence * Math.max(0, days - (from - 1));

/** Points of two posts of one piece, by days between them. */
export const samePiecePoints = (apart: number): number => weights.same_piece * Math.max(0, 1 - apart / SAME_PIECE_DAYS);
