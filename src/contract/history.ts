import type { ChangeLabel } from '../core/plan/labels';

/** Labels of what undo and redo would do next; null when there is nothing. */
export type HistoryState = {
  readonly undo: ChangeLabel | null;
  readonly redo: ChangeLabel | null;
  /** Their numbers, counting up with every change; 0 for none. What was done after a moment has a higher one. */
  readonly undoSeq: number;
  readonly redoSeq: number;
};
export const noHistory: HistoryState = { undo: null, redo: null, undoSeq: 0, redoSeq: 0 };
