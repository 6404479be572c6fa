import { z } from 'zod';
import { idSchema } from '../core/model/ids';
import { text } from '../core/model/json';
import { langs, pieceStates } from '../core/model/records';
import { pieceFilter } from './pieces';

/** One thing done to many pieces at once. Each is one change with one undo, however many there are. */
export const bulkAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('state'), state: z.enum(pieceStates) }).strict(),
  z.object({ kind: z.literal('tag'), tag: text(200).min(1) }).strict(),
  z.object({ kind: z.literal('untag'), tag: text(200).min(1) }).strict(),
  /** Null takes them out of their campaign. */
  z.object({ kind: z.literal('campaign'), id: idSchema.nullable() }).strict(),
  z.object({ kind: z.literal('persona'), id: idSchema.nullable() }).strict(),
  z.object({ kind: z.literal('trash') }).strict(),
  z.object({ kind: z.literal('restore') }).strict(),
  /** Copies are named in `lang`. */
  z.object({ kind: z.literal('duplicate'), lang: z.enum(langs) }).strict(),
]);
export type BulkAct = z.infer<typeof bulkAct>;

/** Pieces one act may name: a whole library of the size this studio is built for. */
export const bulkIds = z.array(idSchema).min(1).max(100_000);

/** What an act is for: named pieces, or all that match a filter (its query included) when the act comes to it. */
export const bulkTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: bulkIds }).strict(),
  z
    .object({ kind: z.literal('matching'), filter: pieceFilter, except: z.array(idSchema).max(100_000).default([]) })
    .strict(),
]);
export type BulkTarget = z.infer<typeof bulkTarget>;

/** What goes with pieces that are deleted for good. Lists are cut at `PURGE_NAMES`, counts are whole. */
export type PurgePreview = {
  readonly pieces: number;
  readonly titles: readonly string[];
  readonly variants: number;
  readonly placements: number;
  /** Of the placements, those that went out. */
  readonly live: number;
  readonly reviews: number;
  readonly figures: number;
  /** Pictures that nothing else shows. */
  readonly images: number;
  readonly imageNames: readonly string[];
};
export const PURGE_NAMES = 20;

/** Pieces of the trash that have lain there for as long as the studio promises to keep them. */
export type TrashState = { readonly count: number; readonly due: readonly string[] };
