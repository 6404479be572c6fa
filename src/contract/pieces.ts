import { z } from 'zod';
import type { Finding } from '../core/adapt/types';
import type { Doc } from '../core/model/doc';
import { idSchema } from '../core/model/ids';
import { langs, pieceKinds, pieceStates, type RecordView } from '../core/model/records';
import type { ReviewStanding } from '../core/review/standing';
import type { UnknownValue } from '../core/search/resolve';
import { type WallDate, wallDateSchema } from '../core/time/wall';
import type { PlacementCard } from './placements';

/** What the library tells apart of reviews, in the order it offers them. */
export const reviewFilters = ['open', 'changes', 'lapsed', 'requested', 'approved'] as const;

/**
 * Which pieces, and in which order. Conditions are joined by "and"; a list is "one of these", empty means "any".
 * `tags` is the exception: a piece must carry every one of them. `kinds` and `subkinds` are one list: a piece is of one of
 * these kinds or of one of these sub-kinds.
 */
export const pieceFilter = z
  .object({
    /**
     * What the user typed: any substring of title, body, brief, tags, product or notes; Latin words from their
     * beginning; Chinese titles and tags also by pinyin (`yp`, `yepai`). Several terms must all be found, `"…"` keeps
     * a phrase together, `-` leaves out. `kind:` `tag:` `state:` `persona:` `campaign:` (类型: 标签: 状态: 人设: 活动:)
     * take an id, a shown name in either language, or its beginning; several of one operator are "one of these", but
     * every `tag:` must be there. See `core/search/query.ts`.
     */
    query: z.string().max(200).default(''),
    kinds: z.array(z.enum(pieceKinds)).default([]),
    subkinds: z.array(z.string().max(40)).max(50).default([]),
    states: z.array(z.enum(pieceStates)).default([]),
    langs: z.array(z.enum(langs)).default([]),
    personaIds: z.array(idSchema).max(100).default([]),
    campaignIds: z.array(idSchema).max(100).default([]),
    ownerIds: z.array(idSchema).max(100).default([]),
    tags: z.array(z.string().max(200)).max(50).default([]),
    /** Platform ids: planned on an account of one of these. Together with `from` and `to` one placement must fit both. */
    platforms: z.array(z.string().max(40)).max(100).default([]),
    /** First and last day, both included, on which some placement lies that is not skipped; null leaves that end open. */
    from: wallDateSchema.nullable().default(null),
    to: wallDateSchema.nullable().default(null),
    /** Adaptation found an error or a warning in one of its planned or chosen formats. */
    withFindings: z.boolean().default(false),
    /** The source moved on after a person wrote over parts of a variant. */
    behind: z.boolean().default(false),
    /** Where it stands with its readers (`PieceCard.review`); `open`: marks that wait for an answer. */
    reviews: z.array(z.enum(reviewFilters)).default([]),
    unplannedOnly: z.boolean().default(false),
    trashed: z.boolean().default(false),
    /**
     * `best`: pieces with every term in the title first, then the others, each newest first; without terms the same
     * as `updated`.
     */
    sort: z.enum(['updated', 'created', 'title', 'best']).default('updated'),
  })
  .strict();
export type PieceFilter = z.infer<typeof pieceFilter>;
export type PieceFilterInput = z.input<typeof pieceFilter>;

/** A stretch of a text, from and up to an offset in UTF-16 units. */
export type Mark = readonly [from: number, to: number];

export type PieceCard = {
  readonly id: string;
  readonly title: string;
  readonly kind: (typeof pieceKinds)[number];
  readonly subkind: string | null;
  readonly state: (typeof pieceStates)[number];
  readonly lang: (typeof langs)[number];
  readonly tags: readonly string[];
  readonly personaId: string | null;
  readonly campaignId: string | null;
  readonly ownerId: string | null;
  readonly product: string;
  readonly coverId: string | null;
  /** First words of the body. */
  readonly excerpt: string;
  /** Where the terms of the query lie in the title, in order, never overlapping. Empty without terms. */
  readonly titleMarks: readonly Mark[];
  /**
   * Windows of the text around the hits, joined by `…`, with the hits marked; null without terms, or when all of them
   * lie in the title. Hits in tags and briefs are shown with them.
   */
  readonly snippet: { readonly text: string; readonly marks: readonly Mark[] } | null;
  /** Milliseconds since 1970 of the last edit of any field. */
  readonly updatedAt: number;
  readonly createdOn: WallDate | null;
  /** When it went to the trash, in milliseconds since 1970; null while it is not there. */
  readonly trashedAt: number | null;
  /** Placements that are not skipped, and the earliest of them from today on or else the latest past one. */
  readonly placements: number;
  readonly nextDay: WallDate | null;
  /** Findings of all its planned and chosen formats together, and whether one of these variants is behind its source. */
  readonly errors: number;
  readonly warnings: number;
  readonly behind: boolean;
  /** The most pressing standing of its source and of its versions that are still to go out, and marks to be answered. */
  readonly review: ReviewStanding;
  readonly openMarks: number;
  /** False while the five above wait for adaptation: they are of an earlier text then, or zero. */
  readonly checked: boolean;
};

/** Something about a query that the user should be told; worded by `sayQueryNote` of `core/words/search.ts`. */
export type QueryNote = UnknownValue;

export type PieceList = {
  readonly items: readonly PieceCard[];
  /** Rows of the whole list. An upper bound while not `exact`: texts behind the page still have to be looked at. */
  readonly total: number;
  readonly exact: boolean;
  /** Living pieces outside the trash that the filter leaves out. */
  readonly hidden: number;
  /** Edited pieces whose text this search has not looked at, because the index is still being built. */
  readonly unindexed: number;
  /** With `withFindings`, `behind` or `reviews`: pieces that fit otherwise and wait for adaptation, so nobody knows yet. */
  readonly unchecked: number;
  readonly notes: readonly QueryNote[];
};

/**
 * Numbers for filter chips and board columns. Each group is counted under the whole filter except its own condition
 * (what the number would be if that one were chosen); names with no piece are left out.
 */
export type PieceCounts = {
  readonly total: number;
  readonly exact: boolean;
  readonly states: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly subkinds: Readonly<Record<string, number>>;
  readonly langs: Readonly<Record<string, number>>;
  readonly personas: Readonly<Record<string, number>>;
  readonly campaigns: Readonly<Record<string, number>>;
  readonly owners: Readonly<Record<string, number>>;
  readonly platforms: Readonly<Record<string, number>>;
  /** The commonest, at most 100, most pieces first. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  readonly unplanned: number;
  readonly withFindings: number;
  readonly behind: number;
  /** By standing with its readers, and `open`. */
  readonly reviews: Readonly<Record<string, number>>;
  readonly unchecked: number;
  /** Pieces in the trash, whatever the filter. */
  readonly trashed: number;
  readonly notes: readonly QueryNote[];
};

export type OpenedPiece = {
  readonly piece: RecordView<'piece'>;
  /** The body as shown; null when this version of the studio cannot read it: then the piece is read-only. */
  readonly doc: Doc | null;
  /** Id of the shown body version; `piece.write` names it as its base. */
  readonly version: string | null;
  /** More than one after concurrent edits. */
  readonly heads: number;
  readonly variants: readonly RecordView<'variant'>[];
  readonly placements: readonly PlacementCard[];
  /** Placements whose text stands nearly the same on other accounts: what is to be said about each. */
  readonly sameText: readonly { readonly placementId: string; readonly finding: Finding }[];
  readonly assets: readonly RecordView<'asset'>[];
  /** The same piece in another language. */
  readonly siblings: readonly { readonly id: string; readonly title: string; readonly lang: (typeof langs)[number] }[];
};

/** What a new piece may begin with: of the starter shelf, or one's own. */
export type TemplateEntry = {
  readonly id: string;
  readonly own: boolean;
  readonly name: string;
  readonly title: string;
  readonly kind: (typeof pieceKinds)[number];
  readonly subkind: string | null;
  readonly lang: (typeof langs)[number];
  readonly brief: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** null when this version of the studio cannot read it. */
  readonly doc: Doc | null;
};

/** One side of a comparison of two languages; `newer`: indices of blocks written after the other's last words. */
export type SiblingSide = {
  readonly piece: RecordView<'piece'>;
  readonly doc: Doc | null;
  /** Milliseconds since 1970 of the last words; null for a merged text. */
  readonly writtenAt: number | null;
  /** null when there is no older text to compare with. */
  readonly newer: readonly number[] | null;
};
export type SiblingPair = { readonly mine: SiblingSide; readonly theirs: SiblingSide };
