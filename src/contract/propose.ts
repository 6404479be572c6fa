import { z } from 'zod';
import { formatRefSchema, idSchema } from '../core/model/ids';
import type { PieceKind } from '../core/model/vocabulary';
import type { Proposal } from '../core/propose/types';
import type { Failure } from '../core/result';
import { type WallDate, wallDateSchema, wallTimeSchema } from '../core/time/wall';

/** Most pieces and accounts one proposal is asked about. */
export const MOST_PROPOSED = 500;

/** A post as it would be planned. */
export const proposedSpot = z
  .object({
    pieceId: idSchema,
    accountId: idSchema,
    format: formatRefSchema,
    day: wallDateSchema,
    time: wallTimeSchema,
  })
  .strict();
export type ProposedSpot = z.infer<typeof proposedSpot>;

/** A proposed post that is to stand elsewhere: its clock time stays where the rules let it. */
export const proposedMove = z
  .object({
    spot: proposedSpot,
    to: z.object({ accountId: idSchema, day: wallDateSchema }).strict(),
    /** The others of the proposal: they bind it as planned ones do. */
    beside: z.array(proposedSpot).max(2_000),
  })
  .strict();
export type ProposedMove = z.infer<typeof proposedMove>;

/** What a plan is proposed for, and the rules the user may turn. */
export const proposeChoice = z
  .object({
    pieceIds: z.array(idSchema).min(1).max(MOST_PROPOSED),
    accountIds: z.array(idSchema).min(1).max(MOST_PROPOSED),
    from: wallDateSchema,
    to: wallDateSchema,
    /** On how many accounts a piece goes that was not chosen for formats. */
    accountsPerPiece: z.number().int().min(1).max(20).default(1),
    /** Nothing on statutory days off, or on weekends that are not worked. */
    keepHolidaysFree: z.boolean().default(false),
    keepWeekendsFree: z.boolean().default(false),
    /** Days of silence. */
    freeDays: z.array(wallDateSchema).max(100).default([]),
    silentPersonas: z.array(idSchema).max(100).default([]),
    /** Hours somebody is there to hand over; null for any. Not asked where a platform posts later by itself. */
    handOver: z.object({ from: wallTimeSchema, to: wallTimeSchema }).strict().nullable().default(null),
    /** Those hours for single platforms, in the place of the team's. */
    handOverBy: z
      .record(z.string().min(1).max(40), z.object({ from: wallTimeSchema, to: wallTimeSchema }).strict())
      .default({}),
    /** Posts of an earlier proposal that stay, and those the user dropped. */
    keep: z.array(proposedSpot).max(2_000).default([]),
    drop: z
      .array(z.object({ pieceId: idSchema, accountId: idSchema, day: wallDateSchema }).strict())
      .max(2_000)
      .default([]),
  })
  .strict();
export type ProposeChoice = z.infer<typeof proposeChoice>;
export type ProposeChoiceInput = z.input<typeof proposeChoice>;

/** A proposal on its way or made: one at a time. Nothing in the workspace changes before it is taken. */
export type ProposeState = {
  readonly job: string;
  readonly phase: 'working' | 'done' | 'cancelled' | 'failed';
  /** 0 to 1. */
  readonly share: number;
  readonly proposal: Proposal | null;
  /** Titles and kinds of the pieces it is about. */
  readonly pieces: Readonly<Record<string, { readonly title: string; readonly kind: PieceKind }>>;
  /** What could not be read, so that it binds nothing: deadlines without a day. */
  readonly unread: readonly { readonly pieceId: string; readonly deadline: string }[];
  /** Days that were kept free. */
  readonly freeDays: readonly WallDate[];
  readonly failure: Failure | null;
};
