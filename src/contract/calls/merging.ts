import { z } from 'zod';
import { idSchema } from '../../core/model/ids';
import type { NodeId } from '../../core/model/stamp';
import {
  type AlsoChanged,
  type ComparedCard,
  type ComparedRecord,
  type ConflictCard,
  type ConflictDetail,
  comparedPage,
  conflictChoice,
  type MergeEntry,
  type MergeState,
} from '../merging';
import { nothing, store, token } from './spec';

const job = z.object({ job: idSchema }).strict();
const record = z.object({ type: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/), id: idSchema }).strict();
const kind = z.enum(['body', 'life', 'held', 'clock']);

/** A received copy of this workspace: its dry run, merging it, and what then waits for a person. */
export const mergingCalls = {
  /**
   * Begins the dry run of a plan file; one that runs is given up for it. Answers at once; `merging` events tell how far it
   * is. Refuses `file_other_workspace` for a plan that is not a copy of this one.
   */
  'plan.compare': store(z.object({ token }).strict()).returns<MergeState>(),
  'plan.merge_state': store(nothing).returns<MergeState | null>(),
  /** Records of the dry run, by group, then type and id. */
  'plan.compared': store(comparedPage).returns<{ readonly items: readonly ComparedCard[]; readonly total: number }>(),
  /** One of them with its texts. */
  'plan.compared_record': store(record.extend({ job: idSchema })).returns<ComparedRecord>(),
  /**
   * Merges as one change and one step of undo, after a safety copy; with nothing new nothing is written. `deletions` is
   * the number the user named: without `summary.mass.count` a mass deletion is refused (`merge_deletes`).
   */
  'plan.merge': store(
    z.object({ job: idSchema, deletions: z.number().int().min(0).nullable().default(null) }).strict(),
  ).returns<MergeState>(),
  /** Gives it up: before it is applied nothing has changed, while it is being applied nothing will have. */
  'plan.merge_cancel': store(job).returns<null>(),
  'plan.merges': store(z.object({ limit: z.number().int().min(1).max(500).default(100) }).strict()).returns<
    readonly MergeEntry[]
  >(),
  /** Values that concurrent edits replaced, newest first; of one record, or of all. */
  'plan.also_changed': store(
    z
      .object({
        type: z.string().max(40).nullable().default(null),
        id: idSchema.nullable().default(null),
        limit: z.number().int().min(1).max(500).default(100),
      })
      .strict(),
  ).returns<readonly AlsoChanged[]>(),

  /** This copy of the workspace, as edits name it: to tell one's own from others'. */
  'plan.here': store(nothing).returns<NodeId>(),

  /** Everything that waits for a person, newest first. */
  'plan.conflicts': store(nothing).returns<readonly ConflictCard[]>(),
  'plan.conflict': store(record.extend({ kind })).returns<ConflictDetail>(),
  /** Settles one as one step of undo. Refuses `stale_write` when the texts are others by now. */
  'plan.resolve': store(record.extend({ kind, choice: conflictChoice })).returns<{ readonly waiting: number }>(),
} as const;
