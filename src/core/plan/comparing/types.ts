import type { Json } from '../../model/json';
import type { Horizon, NodeId, Stamp } from '../../model/stamp';
import type { BodyVersion, RecordState } from '../state';

/**
 * What merging another copy would do, record by record, before it is done. A record stands in one group, the one that
 * asks most of the reader:
 *
 *   needs_you     two texts that cannot be laid together, or one deleted what the other edited: a person chooses
 *   deleted       it goes from this plan
 *   also_changed  both wrote the same field without knowing of each other: the later one shows, the other is kept
 *   changed       theirs is newer, or adds to ours
 *   added         it is not here yet
 */
export const compareGroups = ['needs_you', 'deleted', 'also_changed', 'changed', 'added'] as const;
export type CompareGroup = (typeof compareGroups)[number];

/** One copy of a plan, and everything its owner had seen of it (`seenByPlan`). */
export type PlanSide = { readonly states: readonly RecordState[]; readonly seen: Horizon };

/** An edit by its stamp: which copy of the workspace wrote it (`member.nodes`), and when by its clock (ms since 1970). */
export type EditMark = { readonly stamp: Stamp; readonly node: NodeId; readonly at: number };

/** A field, or one entry of a map (`brief.place`). `null` for what was never written. */
export type FieldChange = {
  readonly register: string;
  readonly mine: Json;
  readonly theirs: Json;
  readonly mineBy: EditMark | null;
  readonly theirsBy: EditMark;
  /**
   * `taken`: theirs is newer and knew of mine, or mine was never written. Both wrote without knowing of each other:
   * `mine_lost` when theirs will show, `theirs_lost` when mine stays. What is lost is kept in the history.
   */
  readonly fate: 'taken' | 'mine_lost' | 'theirs_lost';
};

/** Elements of a set that come and go, sorted. */
export type SetChange = {
  readonly set: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

/** A text as it stands on one side. */
export type TextSide = { readonly version: BodyVersion; readonly by: EditMark | null };

/**
 * What becomes of the text. `taken`: theirs takes the place of mine. `merged`: both changed other blocks, and one text is
 * laid together of them. `both`: they overlap, or the text both began from is no longer kept; both are kept until a
 * person chooses. `before` and `after` are what is shown, before and after merging; null where there is none.
 */
export type BodyChange = {
  readonly fate: 'taken' | 'merged' | 'both';
  readonly before: TextSide | null;
  readonly after: TextSide | null;
  /** All texts that stand side by side after merging; one unless `both`. */
  readonly heads: readonly TextSide[];
};

/**
 * Whether the record is there. `contested`: one side deleted what the other went on editing; it stays, and a person
 * says whether it should.
 */
export type LifeChange = {
  readonly fate: 'added' | 'deleted' | 'revived' | 'contested';
  readonly deletedBy: EditMark | null;
  /** The latest edit the deletion did not know of. */
  readonly editedBy: EditMark | null;
};

export type ComparedRecord = {
  readonly type: string;
  readonly id: string;
  /** Title or name after merging; empty for a record without one. */
  readonly name: string;
  readonly group: CompareGroup;
  readonly life: LifeChange | null;
  readonly fields: readonly FieldChange[];
  readonly sets: readonly SetChange[];
  readonly body: BodyChange | null;
  /** The edits that come with their copy: the latest of each node, sorted. */
  readonly by: readonly EditMark[];
};

/** One node's part in what comes. */
export type CompareAuthor = {
  readonly node: NodeId;
  readonly records: number;
  /** First and last edit by that node's clock, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
};

/** Records that would vanish: more than a person does by accident, so a person must name the number (`massDeletion`). */
export type MassDeletion = { readonly type: 'piece' | 'placement'; readonly count: number; readonly total: number };

export type CompareSummary = {
  /** Records of the other copy that differ, by group; the sum is the number of rows. */
  readonly counts: Readonly<Record<CompareGroup, number>>;
  /** The same, of one type each, for types that have any. Sorted by type. */
  readonly types: readonly { readonly type: string; readonly counts: Readonly<Record<CompareGroup, number>> }[];
  /** Who wrote what comes, the one with most records first. */
  readonly authors: readonly CompareAuthor[];
  readonly mass: MassDeletion | null;
  /** Records with edits from more than a day ahead, which stay outside until a person takes them (`future.ts`). */
  readonly held: number;
  /** Same clock, another value: a profile was copied, and two machines write under one name. */
  readonly copied: number;
};
