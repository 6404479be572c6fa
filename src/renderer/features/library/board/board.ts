import type { BulkTarget, PieceFilter } from '../../../../contract';
import { type PieceState, pieceStates } from '../../../../core/model/records';

/** The columns of the board: every state, or only those the filter lets through. */
export const columnsOf = (filter: PieceFilter): readonly PieceState[] =>
  filter.states.length === 0 ? pieceStates : pieceStates.filter((state) => filter.states.includes(state));

export const columnFilter = (filter: PieceFilter, state: PieceState): PieceFilter => ({ ...filter, states: [state] });

/** Pieces on their way to another column by keys: which, from where, and where they would land now. */
export type Carried = {
  readonly target: BulkTarget;
  readonly count: number;
  readonly title: string;
  readonly from: number;
  readonly to: number;
};

/** The next column in a direction, staying on the board. */
export const stepTo = (to: number, step: number, columns: number): number =>
  Math.max(0, Math.min(columns - 1, to + step));
