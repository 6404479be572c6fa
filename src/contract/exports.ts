import { z } from 'zod';
import type { Finding } from '../core/adapt/types';
import { idSchema } from '../core/model/ids';
import { langs } from '../core/model/records';
import { type WallDate, wallDateSchema } from '../core/time/wall';

export const exportKinds = ['copy_pack', 'csv', 'ics', 'markdown', 'plan'] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportChoice = z
  .object({
    from: wallDateSchema.nullable().default(null),
    to: wallDateSchema.nullable().default(null),
    /** Platform ids; empty means all. */
    platforms: z.array(z.string().max(40)).max(100).default([]),
    campaignIds: z.array(idSchema).max(100).default([]),
    /** Only these placements; empty means all. */
    placementIds: z.array(idSchema).max(5_000).default([]),
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
