import { z } from 'zod';
import { idSchema } from '../../core/model/ids';
import { reviewTarget } from '../../core/review/reviewTarget';
import { wallDateSchema } from '../../core/time/wall';
import type { PictureJob } from '../pictures';
import {
  type MarkedDetail,
  type MarkedText,
  type MarksDryRun,
  markActs,
  type OpenedReview,
  type ReviewOffers,
  reviewChoice,
  reviewSource,
  type SlipDryRun,
  savedMarks,
} from '../review';
import { store, token } from './spec';

const file = z.object({ token }).strict();
const days = z.object({ from: wallDateSchema, to: wallDateSchema }).strict();

/** Texts handed out for reading and the marks that come back; what the desk did and the slip that tells of it. */
export const reviewCalls = {
  /** The pieces that were asked for and those of their versions that are still to go out. */
  'review.offer': store(reviewSource).returns<ReviewOffers>(),
  /** The small pictures that must be made before the same choice can be written; the shell has it made. */
  'review.pictures': store(z.object({ choice: reviewChoice }).strict()).returns<readonly PictureJob[]>(),
  /**
   * Writes the review file and its page into a new folder below the chosen one, all or nothing. What was not approved
   * as it stands counts as asked for, as one step of undo.
   */
  'review.write': store(z.object({ choice: reviewChoice, token }).strict()).returns<{
    readonly folder: string;
    readonly files: number;
    readonly bytes: number;
  }>(),
  /** Opens somebody's review file to read it here; nothing of it comes into the plan. */
  'review.open': store(file).returns<OpenedReview>(),
  /** Writes a reader's marks as a file. */
  'review.save_marks': store(z.object({ marks: savedMarks, token }).strict()).returns<{ readonly file: string }>(),

  /** What taking a file of marks in would do; nothing is changed. Refuses `file_elsewhere` for another workspace's. */
  'marks.preview': store(file).returns<MarksDryRun>(),
  /** Takes it in as one step of undo; what is known already is not written again. */
  'marks.take': store(file).returns<{ readonly taken: number }>(),
  /** Texts with marks, of one piece or of all: those with something open first, then by title. */
  'marks.list': store(z.object({ pieceId: idSchema.nullable().default(null) }).strict()).returns<
    readonly MarkedText[]
  >(),
  'marks.open': store(z.object({ target: reviewTarget }).strict()).returns<MarkedDetail>(),
  /** Answers one mark, as one step of undo. Refuses `words_gone` when a suggestion's sentence is not there any more. */
  'marks.answer': store(z.object({ id: idSchema, act: z.enum(markActs) }).strict()).returns<null>(),

  /** How many placements of these days have something to tell. */
  'slip.offer': store(days).returns<{ readonly placements: number }>(),
  'slip.write': store(days.extend({ token })).returns<{ readonly file: string; readonly placements: number }>(),
  'slip.preview': store(file).returns<SlipDryRun>(),
  /** Merges it by the law of plans, as one step of undo. */
  'slip.take': store(file).returns<{ readonly taken: number }>(),
} as const;
