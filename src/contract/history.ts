import type { Doc } from '../core/model/doc';
import type { RecordView } from '../core/model/records';
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

/** One point of a piece's history: the state after an edit. Named by the edit's stamp. */
export type HistoryPoint = {
  readonly key: string;
  /** Milliseconds since 1970; null for a merged version, which has no time of its own. */
  readonly at: number | null;
  /** The copy of the workspace that wrote it (`member.nodes`); null for a merged version. */
  readonly node: string | null;
  readonly mine: boolean;
  readonly step: 'edit' | 'undo' | 'redo';
  /** What the change was called; null for a version that came from elsewhere. */
  readonly label: ChangeLabel | null;
  /** Registers and sets that changed: `title`, `brief.deadline`, `tags`. */
  readonly fields: readonly string[];
  /** Whether the text changed. */
  readonly text: boolean;
  /** Characters of the text without white space, and how many more than at the text before; null when unknown. */
  readonly chars: number | null;
  readonly delta: number | null;
  readonly name: string | null;
};
export type HistoryPage = { readonly total: number; readonly points: readonly HistoryPoint[] };

/** A piece as it was at a point; `key` null: as it is now. `doc` null: not kept, or not readable by this version. */
export type PieceState = {
  readonly key: string | null;
  readonly piece: RecordView<'piece'>;
  readonly doc: Doc | null;
  readonly version: string | null;
};

/** What an unexpected end left: pieces that were being written, with the point before that visit. */
export type Recovery = {
  /** When the last edit was acknowledged, in milliseconds since 1970. */
  readonly savedAt: number;
  readonly pieces: readonly {
    readonly id: string;
    readonly title: string;
    /** The last acknowledged state, and the one before the visit that was cut off; null when it began with nothing. */
    readonly key: string;
    readonly before: string | null;
    /** Characters that came and went in that visit. */
    readonly added: number;
    readonly removed: number;
  }[];
};

/** Result of undo or redo: what was taken back, and what was left because someone changed it since. */
export type HistoryStep = {
  readonly label: ChangeLabel | null;
  readonly kept: readonly {
    readonly type: string;
    readonly id: string;
    readonly name: string;
    readonly field: string;
  }[];
};
