import type { Outcome, PieceState } from '../model/records';

/** What the left edge of a tile says. */
export type EdgeState = 'idea' | 'drafting' | 'in_review' | 'ready' | 'handed_over' | 'live' | 'skipped';

/** A tile shows what became of the plan; while it is only planned, how far the writing is. An archived piece is ready. */
export function edgeOf(outcome: Outcome, pieceState: PieceState): EdgeState {
  if (outcome !== 'planned') return outcome;
  return pieceState === 'archived' ? 'ready' : pieceState;
}

/** In the order of the legend. */
export const edgeStates: readonly EdgeState[] = ['idea', 'drafting', 'in_review', 'ready', 'handed_over', 'live'];
