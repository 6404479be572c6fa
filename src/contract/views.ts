import { z } from 'zod';
import type { Finding } from '../core/adapt/types';
import type { Doc } from '../core/model/doc';
import { docSchema } from '../core/model/doc';
import { formatRefSchema, idSchema } from '../core/model/ids';
import {
  type approvals,
  langs,
  outcomes,
  pieceKinds,
  pieceStates,
  type RecordType,
  type RecordView,
} from '../core/model/records';
import type { ChangeLabel } from '../core/plan/labels';
import { type WallDate, wallDateSchema, wallTimeSchema } from '../core/time/wall';

/**
 * What crosses from the store to the screens: records of the model and a few cards made for lists. Outputs are
 * built by our own code from parsed records, so they are typed, not parsed again.
 */

/** Everything small that every screen needs, read once and again after a change. */
export type Outline = {
  readonly [T in OutlineType]: readonly RecordView<T>[];
} & { readonly pieceCount: number; readonly trayCount: number };
export const outlineTypes = [
  'workspace',
  'member',
  'persona',
  'platform',
  'account',
  'campaign',
  'phase',
  'wave',
  'community',
  'occasion',
  'view',
  'template',
] as const satisfies readonly RecordType[];
export type OutlineType = (typeof outlineTypes)[number];

export const pieceFilter = z
  .object({
    /** Any substring of title, body, brief or tags; several words must all be found. */
    query: z.string().max(200).default(''),
    kinds: z.array(z.enum(pieceKinds)).default([]),
    states: z.array(z.enum(pieceStates)).default([]),
    langs: z.array(z.enum(langs)).default([]),
    personaIds: z.array(idSchema).max(100).default([]),
    campaignIds: z.array(idSchema).max(100).default([]),
    tags: z.array(z.string().max(200)).max(50).default([]),
    unplannedOnly: z.boolean().default(false),
    trashed: z.boolean().default(false),
    sort: z.enum(['updated', 'created', 'title']).default('updated'),
  })
  .strict();
export type PieceFilter = z.infer<typeof pieceFilter>;
export type PieceFilterInput = z.input<typeof pieceFilter>;

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
  readonly coverId: string | null;
  /** First words of the body. */
  readonly excerpt: string;
  /** Milliseconds since 1970 of the last edit of any field. */
  readonly updatedAt: number;
  readonly createdOn: WallDate | null;
  /** Placements that are not skipped, and the earliest of them from today on or else the latest past one. */
  readonly placements: number;
  readonly nextDay: WallDate | null;
};

export type PlacementCard = RecordView<'placement'> & {
  readonly title: string;
  readonly kind: (typeof pieceKinds)[number];
  readonly pieceState: (typeof pieceStates)[number];
  readonly lang: (typeof langs)[number];
  readonly coverId: string | null;
  readonly approval: (typeof approvals)[number];
};

/** What adaptation says about a placement's variant, for the dot and the corner of its tile. */
export type TileReport = {
  readonly placementId: string;
  readonly errors: number;
  readonly warnings: number;
  /** The source moved on after the variant was made. */
  readonly behind: boolean;
  readonly worst: Finding | null;
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
  readonly assets: readonly RecordView<'asset'>[];
  /** The same piece in another language. */
  readonly siblings: readonly { readonly id: string; readonly title: string; readonly lang: (typeof langs)[number] }[];
};

export type HistoryState = {
  readonly undo: ChangeLabel | null;
  readonly redo: ChangeLabel | null;
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

export type BackupFile = {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly bytes: number;
  readonly reason: 'timer' | 'migration' | 'before_restore' | 'before_import' | 'manual';
  /** Opened again, checked page by page and compared row by row. */
  readonly verified: boolean;
};

export const exportKinds = ['copy_pack', 'csv', 'ics', 'markdown', 'plan'] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportChoice = z
  .object({
    from: wallDateSchema.nullable().default(null),
    to: wallDateSchema.nullable().default(null),
    /** Platform ids; empty means all. */
    platforms: z.array(z.string().max(40)).max(100).default([]),
    campaignIds: z.array(idSchema).max(100).default([]),
    kinds: z.array(z.enum(exportKinds)).default(['copy_pack']),
    lang: z.enum(langs).default('zh'),
  })
  .strict();
export type ExportChoice = z.infer<typeof exportChoice>;

export type ExportPreview = {
  readonly placements: number;
  readonly days: number;
  /** Paths with their text, or null for what is not text. Sizes in bytes. */
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly text: string | null;
    readonly kind: ExportKind;
  }[];
  /** Placements whose variant has an error, and those left out because nothing lawful could be written. */
  readonly withErrors: readonly (Pick<Finding, 'code' | 'field' | 'params'> & {
    readonly placementId: string;
    readonly title: string;
    readonly account: string;
  })[];
  readonly blocked: number;
};

export { docSchema, formatRefSchema, idSchema, outcomes, wallDateSchema, wallTimeSchema };
