import { z } from 'zod';
import { formatRefSchema } from '../ids';
import { integer, text } from '../json';
import { recordSpec } from '../record';
import { approvals, pieceKinds, pieceStates } from '../vocabulary';
import { count, day, element, flag, format, lang, line, prose, reference } from './fields';

/** What is written: pieces and what they begin with, pictures, versions for formats, review. */
export const pieceRecords = {
  piece: recordSpec({
    fields: {
      title: line(500),
      kind: z.enum(pieceKinds).default('scene'),
      subkind: text(40).nullable().default(null),
      lang,
      state: z.enum(pieceStates).default('idea'),
      personaId: reference,
      campaignId: reference,
      ownerId: reference,
      product: line(200),
      link: line(2_000),
      notes: prose(),
      siblingGroup: reference,
      /** The number or id the piece had where it was imported from, by which it is known again. */
      sourceKey: line(300),
      createdOn: day,
      coverId: reference,
      /** Whether the text itself was approved, and the digest of what was read then (`core/review/texts.ts`). */
      approval: z.enum(approvals).default('none'),
      approvedHash: text(64).nullable().default(null),
      trashed: flag,
    },
    /** `points`: names given to states of this piece, by the stamp of the state (`core/history/points.ts`). */
    maps: { brief: text(4_000), points: text(200) },
    sets: { tags: element, formats: formatRefSchema },
    body: true,
  }),
  template: recordSpec({
    fields: {
      name: line(200),
      /** Pattern of the title: `{{place}}` and the like are filled in on adaptation. */
      title: line(500),
      kind: z.enum(pieceKinds).default('scene'),
      subkind: text(40).nullable().default(null),
      lang,
    },
    maps: { brief: text(4_000) },
    sets: { tags: element },
    body: true,
  }),
  /** A file beside the database, named by the SHA-256 of its bytes. Focal point in thousandths of width and height. */
  asset: recordSpec({
    fields: {
      name: line(300),
      hash: text(64).default(''),
      mime: line(100),
      bytes: count,
      width: count,
      height: count,
      seconds: count,
      /** An animation: a GIF, WebP or PNG of several frames. */
      moves: flag,
      alt: line(2_000),
      credit: line(300),
      licence: line(300),
      consent: line(1_000),
      focalX: integer.min(0).max(1000).default(500),
      focalY: integer.min(0).max(1000).default(500),
    },
    sets: { tags: element },
  }),
  /** Only what was overridden by hand is stored; the rest is computed from the piece. */
  variant: recordSpec({
    fields: {
      pieceId: reference,
      format,
      accountId: reference,
      approval: z.enum(approvals).default('none'),
      /** Digest of the words that were approved (`core/review/texts.ts`), or of their source where only that was known. */
      approvedHash: text(64).nullable().default(null),
      sourceHash: text(64).nullable().default(null),
      note: prose(4_000),
      /** Looks of this article; empty for those of its account. */
      theme: line(40),
    },
    /**
     * `overrides`: text fields written by hand: title, body, digest, cover, firstComment, script,
     * chapters, runOfShow; tags one per line.
     * `kept`: sentences of the source that must stay in this version, by `keepKey` (`adapt/keep.ts`); null was let go.
     * `basis`: `source` is the text of the source the hand edits were made from (`adapt/basis.ts`).
     */
    maps: {
      overrides: text(200_000).nullable(),
      kept: text(4_000).nullable(),
      basis: text(400_000).nullable(),
    },
  }),
  review: recordSpec({
    fields: {
      pieceId: reference,
      variantId: reference,
      textHash: text(64).default(''),
      verdict: z.enum(['comment', 'approve', 'change']).default('comment'),
      comment: prose(),
      quote: prose(4_000),
      byMemberId: reference,
      /** What the reader calls themselves: reviewers need not be in the team. */
      byName: line(200),
      onDay: day,
      settled: flag,
      /** Which text of the piece or version it is about, as `core/review/texts.ts` names them; empty for all of it. */
      field: line(40),
      /** Where the quoted words began in that text, in UTF-16 units; null for all of it. */
      at: integer.min(0).nullable().default(null),
      /** What the reader would write instead of the quoted words; null for a plain remark. */
      suggestion: prose(20_000).nullable().default(null),
      /** What became of the suggestion. */
      answer: z.enum(['open', 'taken', 'declined']).default('open'),
      /** The review file it answers. */
      fileId: reference,
    },
  }),
} as const;
