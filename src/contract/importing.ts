import { z } from 'zod';
import type { PieceDraft, PlacementDraft, RowMessage, RowSource, Totals, Verdict } from '../core/importing/model';
import { verdicts } from '../core/importing/model';
import { type Wish, wishes } from '../core/importing/wishes';
import { idSchema } from '../core/model/ids';
import type { PieceKind, PieceState } from '../core/model/vocabulary';
import type { Failure } from '../core/result';
import { sheetFields } from '../core/sheets/recognise/fields';
import type { SheetMapping } from '../core/sheets/recognise/mapping';
import type { SheetText } from '../core/sheets/sheetRows';
import { delimiters } from '../core/sheets/table';
import { dateOrders } from '../core/sheets/values/dateOrders';
import { encodings } from '../core/text/encodings';

/** An import on its way: one at a time. Nothing in the workspace changes before `applying`. */
export type ImportState = {
  readonly job: string;
  /** How often it was read: what was seen of an earlier reading no longer counts. */
  readonly reading: number;
  readonly phase: 'reading' | 'ready' | 'applying' | 'done' | 'failed' | 'cancelled';
  /** What the user chose, as one name: a file, a folder, or the first of several. */
  readonly name: string;
  /** Files found and read; while applying, pictures and pieces to do and done. */
  readonly total: number;
  readonly done: number;
  /** The file being read, or empty. */
  readonly current: string;
  /** Files in the chosen folders that no reader knows. */
  readonly left: number;
  readonly totals: Totals;
  /** Living pieces of the workspace, to see how much an update touches. */
  readonly living: number;
  /** How each sheet was understood, for showing and correcting its columns. */
  readonly sheets: readonly SheetCard[];
  /** Why it failed; null otherwise. */
  readonly failure: Failure | null;
  /** What came of applying; null before. */
  readonly result: ImportResult | null;
};

/** A sheet of a file, and what its columns are taken for. */
export type SheetCard = {
  readonly path: string;
  readonly sheet: string;
  readonly hidden: boolean;
  readonly taken: boolean;
  readonly mapping: SheetMapping;
  /** Null for what says itself how it is read: workbooks and JSON. */
  readonly text: SheetText | null;
};

export type ImportResult = {
  readonly made: number;
  readonly updated: number;
  readonly placements: number;
  readonly images: number;
  /** Titles of pieces that changed after the dry run, and were left as they are. */
  readonly left: readonly string[];
};

/** A row for lists. */
export type ImportCard = {
  readonly index: number;
  readonly verdict: Verdict;
  readonly source: RowSource;
  readonly title: string;
  readonly kind: PieceKind | null;
  readonly state: PieceState | null;
  readonly excerpt: string;
  readonly tags: readonly string[];
  readonly images: number;
  readonly placements: number;
  readonly messages: readonly RowMessage[];
  /** The piece it equals or changes. */
  readonly existingId: string | null;
};

/** A row with everything, for its details. */
export type ImportDetail = {
  readonly card: ImportCard;
  readonly piece: PieceDraft | null;
  readonly placements: readonly (PlacementDraft & { readonly accountId: string | null })[];
  readonly existing: {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly updatedAt: number;
  } | null;
};

const index = z.number().int().min(0).max(1_000_000);
const job = idSchema;
const wish = z.enum(wishes);

export const importRows = z
  .object({
    job,
    verdict: z.enum(verdicts).nullable().default(null),
    limit: z.number().int().min(1).max(500),
    offset: index,
  })
  .strict();

/** What the user says against how a file was read: for a document its encoding, for a sheet everything here. */
export const sheetChoice = z
  .object({
    take: z.boolean().optional(),
    fields: z.record(z.string().regex(/^\d{1,5}$/), z.enum(sheetFields)).optional(),
    headerRow: z.number().int().min(0).max(1_000_000).nullable().optional(),
    order: z.enum(dateOrders).nullable().optional(),
    year: z.number().int().min(1970).max(2199).nullable().optional(),
    encoding: z.enum(encodings).nullable().optional(),
    delimiter: z.enum(delimiters).nullable().optional(),
    target: z
      .object({ platform: z.string().max(80), account: z.string().max(200) })
      .strict()
      .nullable()
      .optional(),
  })
  .strict();
export type SheetChoiceInput = z.input<typeof sheetChoice>;

/** What to take: a wish per verdict, and those that differ by row. */
export const importChoice = z
  .object({
    usual: z.object({ new: wish, same: wish, changed: wish, unclear: wish }).strict(),
    rows: z.array(z.object({ index, wish }).strict()).max(20_000).default([]),
    campaignId: idSchema.nullable().default(null),
    personaId: idSchema.nullable().default(null),
    /** The user has agreed to changing many pieces that are there. */
    confirmed: z.boolean().default(false),
  })
  .strict();
export type ImportChoice = z.infer<typeof importChoice>;
export type ImportChoiceInput = z.input<typeof importChoice>;
export type { Verdict, Wish };
