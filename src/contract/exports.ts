import { z } from 'zod';
import type { Finding } from '../core/adapt/types';
import { exporterIds, exportOptions } from '../core/export/options';
import { idSchema } from '../core/model/ids';
import { langs, outcomes, pieceKinds, pieceStates } from '../core/model/records';
import { findingKinds } from '../core/schedule/filter';
import { type WallDate, wallDateSchema } from '../core/time/wall';
import { bulkTarget } from './bulk';

export const exportKinds = [...exporterIds, 'plan'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** How a form that draws the plan draws it. */
export const exportLooks = ['matrix', 'month', 'list'] as const;

/** What leaves, and in which forms. Conditions are joined by "and"; a list is "one of these", empty means all. */
export const exportChoice = z
  .object({
    from: wallDateSchema.nullable().default(null),
    to: wallDateSchema.nullable().default(null),
    /** Platform ids. */
    platforms: z.array(z.string().max(40)).max(100).default([]),
    campaignIds: z.array(idSchema).max(100).default([]),
    accountIds: z.array(idSchema).max(1_000).default([]),
    /** Personas of the accounts. */
    personaIds: z.array(idSchema).max(100).default([]),
    pieceKinds: z.array(z.enum(pieceKinds)).default([]),
    states: z.array(z.enum(pieceStates)).default([]),
    /** Empty: all but what was skipped. */
    outcomes: z.array(z.enum(outcomes)).default([]),
    /** What adaptation said about the version. */
    findings: z.array(z.enum(findingKinds)).default([]),
    /** Only these placements. */
    placementIds: z.array(idSchema).max(5_000).default([]),
    /** Only these pieces of the library, for forms about pieces planned or not; null for whatever is planned. */
    pieces: bulkTarget.nullable().default(null),
    look: z.enum(exportLooks).default('list'),
    kinds: z.array(z.enum(exportKinds)).default(['copy_pack']),
    options: exportOptions.prefault({}),
    /** What goes into the plan file, where one is asked for. */
    plan: z
      .object({
        /** The whole workspace, or what was chosen above with all it leans on. */
        part: z.enum(['all', 'chosen']).default('all'),
        pictures: z.boolean().default(true),
        /** What the team notes for itself. */
        notes: z.boolean().default(true),
      })
      .strict()
      .prefault({}),
    lang: z.enum(langs).default('zh'),
  })
  .strict();
export type ExportChoice = z.output<typeof exportChoice>;
export type ExportChoiceInput = z.input<typeof exportChoice>;

/** A name the screen gives an export, to hear how far it is and to stop it. */
export const exportJob = z.string().regex(/^[a-z0-9_-]{1,40}$/i);

/** A choice in the words of the screen that made it; nobody else reads it. */
export const exportSetup = z.string().max(500_000);

/** What was written last from this workspace, in this session or an earlier one. */
export type LastExport = {
  /** Name of the folder that was chosen. */
  readonly name: string;
  /** For that folder; null when it is gone. */
  readonly token: string | null;
  readonly setup: string;
};

/** How far an export is. `total` is null while nobody has counted. */
export type ExportProgress = {
  readonly job: string;
  readonly stage: 'reading' | 'pictures' | 'writing';
  readonly done: number;
  readonly total: number | null;
};

export type ExportPreview = {
  readonly placements: number;
  readonly days: number;
  /** Those among them that wait for a day: at the end of lists, in no calendar. */
  readonly undated: number;
  /** Paths with their text, or null for what is not text. Sizes in bytes, null where only writing tells. */
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number | null;
    readonly text: string | null;
    readonly kind: ExportKind;
    /** The first rows of a table, the header first; null for what is no table. */
    readonly table: readonly (readonly string[])[] | null;
    /** Whose file it is; null for what tells of several. */
    readonly placement: { readonly id: string; readonly day: WallDate | null } | null;
  }[];
  /** Placements whose variant has an error, and those left out because nothing lawful could be written. */
  readonly withErrors: readonly (Pick<Finding, 'code' | 'field' | 'params'> & {
    readonly placementId: string;
    readonly title: string;
    readonly account: string;
    /** Nothing lawful could be written: it is left out, and this says why. */
    readonly blocked: boolean;
  })[];
  readonly blocked: number;
};
