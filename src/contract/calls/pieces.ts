import { z } from 'zod';
import { docSchema } from '../../core/model/doc';
import { idSchema } from '../../core/model/ids';
import { text } from '../../core/model/json';
import { langs, pieceKinds } from '../../core/model/records';
import { bulkAct, bulkIds, bulkTarget, type PurgePreview, type TrashState } from '../bulk';
import type { HistoryPage, PieceState, Recovery } from '../history';
import {
  type OpenedPiece,
  type PieceCard,
  type PieceCounts,
  type PieceList,
  pieceFilter,
  type SiblingPair,
  type TemplateEntry,
} from '../pieces';
import { nothing, planned, pointKey, store, token } from './spec';

/** Pieces: the library, one text and its history, languages, templates, the trash. */
export const pieceCalls = {
  /** One page of the library; pages of one filter fit together until something changes. A board column is a filter by state. */
  'piece.list': store(
    z
      .object({ filter: pieceFilter, limit: z.number().int().min(1).max(500), offset: z.number().int().min(0) })
      .strict(),
  ).returns<PieceList>(),
  /** A stretch of the ids a filter matches, in list order, and how many there are. */
  'piece.ids': store(
    z
      .object({
        filter: pieceFilter,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(100_000).default(5_000),
      })
      .strict(),
  ).returns<{
    readonly ids: readonly string[];
    readonly total: number;
  }>(),
  'piece.counts': store(z.object({ filter: pieceFilter }).strict()).returns<PieceCounts>(),
  /** Pieces that wait for a day: not archived, not in the trash, no placement. Oldest first. */
  'piece.tray': store(nothing).returns<readonly PieceCard[]>(),
  'piece.open': store(z.object({ id: idSchema }).strict()).returns<OpenedPiece>(),
  'piece.create': store(
    z
      .object({
        kind: z.enum(pieceKinds),
        title: text(500),
        templateId: idSchema.nullable().default(null),
        lang: z.enum(langs),
        campaignId: idSchema.nullable().default(null),
        notes: text(4_000).default(''),
        /** Planned at once, in the same step of undo. */
        place: planned.omit({ pieceId: true }).nullable().default(null),
      })
      .strict(),
  ).returns<{ readonly id: string }>(),
  /** Saves the body. `base` is the version the editor started from; `session` groups keystrokes into one step of undo. */
  'piece.write': store(
    z
      .object({ id: idSchema, doc: docSchema, base: z.string().max(64).nullable(), session: z.string().max(64) })
      .strict(),
  ).returns<{ readonly version: string; readonly savedAt: number }>(),
  'piece.duplicate': store(z.object({ id: idSchema, title: text(500) }).strict()).returns<{ readonly id: string }>(),
  /** One thing done to many pieces as one step of undo. Answers how many changed, and the copies that were made. */
  'piece.bulk': store(z.object({ target: bulkTarget, act: bulkAct }).strict()).returns<{
    readonly changed: number;
    readonly made: readonly string[];
  }>(),
  /** Writes just these pieces as Markdown into a new folder below the chosen one, all or nothing. */
  'piece.export': store(z.object({ target: bulkTarget, token }).strict()).returns<{
    readonly folder: string;
    readonly files: number;
    readonly bytes: number;
    /** Pieces written; those whose text this version cannot read are left out. */
    readonly pieces: number;
  }>(),
  /** What `piece.purge` would take along; changes nothing. */
  'piece.purge_preview': store(z.object({ ids: bulkIds }).strict()).returns<PurgePreview>(),
  /** Deletes pieces of the trash for good, with what only they use. One step of undo. */
  'piece.purge': store(z.object({ ids: bulkIds }).strict()).returns<{ readonly pieces: number }>(),

  'trash.state': store(nothing).returns<TrashState>(),

  /** Points of a piece's history, newest first, after the point `after`. */
  'piece.history': store(
    z
      .object({ id: idSchema, after: pointKey.nullable().default(null), limit: z.number().int().min(1).max(200) })
      .strict(),
  ).returns<HistoryPage>(),
  /** The piece at a point; `key` null: as it is now. */
  'piece.point': store(z.object({ id: idSchema, key: pointKey.nullable() }).strict()).returns<PieceState>(),
  /** Brings a point back as a new version, one step of undo. `fields`: title, brief and belongings too. */
  'piece.restore': store(
    z.object({ id: idSchema, key: pointKey, fields: z.boolean().default(false) }).strict(),
  ).returns<{ readonly changed: number }>(),
  /** The same piece in another language: its text to translate, or its structure without words. */
  'piece.make_sibling': store(
    z.object({ id: idSchema, lang: z.enum(langs), text: z.enum(['copy', 'structure']) }).strict(),
  ).returns<{ readonly id: string }>(),
  /** Two pieces become languages of one; the other brings along whoever was linked with it. */
  'piece.link': store(z.object({ id: idSchema, otherId: idSchema }).strict()).returns<{ readonly changed: number }>(),
  'piece.unlink': store(z.object({ id: idSchema }).strict()).returns<{ readonly changed: number }>(),
  'piece.compare': store(z.object({ id: idSchema, otherId: idSchema }).strict()).returns<SiblingPair>(),

  /** What an unexpected end of the last session left; null after a clean one, or once it was seen. */
  'recovery.state': store(nothing).returns<Recovery | null>(),
  /** Seen: one piece, or all with null. */
  'recovery.settle': store(z.object({ id: idSchema.nullable() }).strict()).returns<null>(),

  /** The starter shelf in one language, then the workspace's own templates: what a new piece may begin with. */
  'template.list': store(z.object({ lang: z.enum(langs) }).strict()).returns<readonly TemplateEntry[]>(),
  /** Keeps a piece as a template of one's own; `over` names the one it replaces. */
  'template.save': store(
    z.object({ pieceId: idSchema, name: text(200).min(1), over: idSchema.nullable().default(null) }).strict(),
  ).returns<{ readonly id: string }>(),
} as const;
