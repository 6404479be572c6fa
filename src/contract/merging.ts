import { z } from 'zod';
import { type Doc, docSchema } from '../core/model/doc';
import { idSchema } from '../core/model/ids';
import type { Json } from '../core/model/json';
import type { NodeId } from '../core/model/stamp';
import {
  type ComparedRecord,
  type CompareGroup,
  type CompareSummary,
  compareGroups,
  type EditMark,
} from '../core/plan/comparing/types';
import type { KeptAside } from '../core/plan/survey/keptAside';
import type { Failure } from '../core/result';

/**
 * Merging a received copy of this workspace: one at a time, from what the user chose over the dry run to one change.
 * Nothing in the workspace is different before `applying` has ended well.
 */
export type MergeState = {
  readonly job: string;
  readonly phase: 'reading' | 'ready' | 'applying' | 'done' | 'failed' | 'cancelled';
  /** The file's name, without its folder. */
  readonly name: string;
  /** Records to compare or to take, and how many are done. */
  readonly total: number;
  readonly done: number;
  /** What merging would do, and did; null while reading. */
  readonly summary: CompareSummary | null;
  /** Who wrote what comes, by the member the node belongs to; empty name for one nobody has claimed. */
  readonly authors: readonly MergeAuthor[];
  /** What this version does not understand in the file, kept as it came; null for nothing, and while reading. */
  readonly kept: KeptAside | null;
  /** The file says that it holds a part of the plan: what is not in it is not meant to be gone. */
  readonly part: boolean;
  readonly failure: Failure | null;
  readonly result: MergeResult | null;
};

export type MergeAuthor = {
  readonly node: NodeId;
  readonly memberId: string | null;
  readonly name: string;
  /** Written by this copy of the workspace itself, on the way back. */
  readonly mine: boolean;
  readonly records: number;
  /** First and last edit by that machine's clock, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
};

export type MergeResult = {
  /** Records written; 0 when everything was here already. */
  readonly changed: number;
  /** Pictures, films and sounds that came along. */
  readonly assets: number;
  /** Things that wait in `plan.conflicts` because of this. */
  readonly waiting: number;
  /** The safety copy made before (`backup.list`); null when nothing had to be written. */
  readonly backup: string | null;
};

/** A record of the dry run, for lists: everything but the texts. What has no name goes by its piece's title. */
export type ComparedCard = Omit<ComparedRecord, 'body'> & {
  /** Day, time and account of a placement; empty for others. */
  readonly where: string;
  readonly body: 'taken' | 'merged' | 'both' | null;
};

const job = idSchema;
export const comparedPage = z
  .object({
    job,
    group: z.enum(compareGroups).nullable().default(null),
    type: z.string().max(40).nullable().default(null),
    limit: z.number().int().min(1).max(500),
    offset: z.number().int().min(0).max(1_000_000),
  })
  .strict();

/** One record of the dry run with everything: `core/plan/comparing/types.ts`. Texts go through `core/diff/blocks.ts`. */
export type { ComparedRecord, CompareGroup, CompareSummary, EditMark };

/** What waits for a person. It never blocks other work: until it is settled, `shown` is what screens show. */
export type ConflictCard = {
  /**
   * `body`: texts stand side by side. `life`: somebody deleted what somebody else went on editing. `held`: edits with a
   * clock from more than a day ahead, outside the plan until they are taken. `clock`: one's own such edits, which nobody
   * else merges; one card for all of them.
   */
  readonly kind: 'body' | 'life' | 'held' | 'clock';
  readonly type: string;
  readonly id: string;
  readonly name: string;
  /** `body`: the texts, newest first. `life`: the deletion and the latest edit. `held`: the latest edit of each node. `clock`: the latest of all. */
  readonly by: readonly EditMark[];
  /** Milliseconds since 1970 when it came in. */
  readonly since: number;
};

/** Both texts, the one they began from where it is still kept, and what the machine would make of them. */
export type ConflictText = {
  readonly version: string;
  readonly by: EditMark | null;
  readonly mine: boolean;
  /** Null when this version of the studio cannot read it. */
  readonly doc: Doc | null;
};
export type ConflictDetail = {
  readonly card: ConflictCard;
  readonly texts: readonly ConflictText[];
  readonly base: ConflictText | null;
  /** The version screens show until it is settled. */
  readonly shown: string | null;
  /** `life` and `held`: fields and sets that wait, as text to show. */
  readonly fields: readonly { readonly register: string; readonly mine: string; readonly theirs: string }[];
  /** `clock` only. */
  readonly ahead: ClockAhead | null;
};

/** Edits in this plan from more than a day ahead of this machine's clock. */
export type ClockAhead = {
  /** Records whose latest edit is one's own from ahead. */
  readonly records: number;
  /** The same of others: where there are any, it is this machine's date that is wrong, and nothing is repaired. */
  readonly others: number;
  /** The first and the last of them. */
  readonly from: EditMark;
  readonly until: EditMark;
};

/**
 * How a person settles one. `text`: this version stands (its text is written anew, replacing all). `doc`: a text laid
 * together by hand. `keep` and `delete` for `life`; `take` and `leave` for `held`: taking writes the edits as one's own.
 * `repair` for `clock`: they are written anew under clocks of now; nothing anybody sees changes, so it is no step of undo.
 */
export const conflictChoice = z.discriminatedUnion('how', [
  z.object({ how: z.literal('text'), version: z.string().regex(/^[0-9a-z_-]{1,80}$/) }).strict(),
  z.object({ how: z.literal('doc'), doc: docSchema, versions: z.array(z.string().max(80)).min(2).max(100) }).strict(),
  z.object({ how: z.enum(['keep', 'delete', 'take', 'leave', 'repair']) }).strict(),
]);
export type ConflictChoice = z.infer<typeof conflictChoice>;

/** A plan file that was merged, newest first. */
export type MergeEntry = {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly summary: CompareSummary;
  readonly authors: readonly MergeAuthor[];
  readonly changed: number;
  readonly backup: string | null;
  /** Whether it is still merged, or was undone since. */
  readonly undone: boolean;
};

/** A value that a concurrent edit replaced when copies were merged: not shown, and not lost. */
export type AlsoChanged = {
  readonly type: string;
  readonly id: string;
  readonly register: string;
  /** Title or name of the record, or of its piece. */
  readonly name: string;
  /** The value that is not shown, as text; who wrote it. */
  readonly lost: string;
  /** The same as it stood, for putting it back. */
  readonly value: Json;
  readonly lostBy: EditMark;
  readonly wonBy: EditMark;
  /** It was this copy's own. */
  readonly mine: boolean;
  /** Milliseconds since 1970 of the merging. */
  readonly at: number;
};
