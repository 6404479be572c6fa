import { z } from 'zod';
import { MAX_KEPT } from '../../core/adapt/keep';
import { overrideFields } from '../../core/adapt/types';
import { pasteInput } from '../../core/article/pasteInput';
import { themeIds } from '../../core/article/themes';
import { fixActs } from '../../core/check/fixes/fix';
import { formatRefSchema, idSchema } from '../../core/model/ids';
import { text } from '../../core/model/json';
import { changeLabel } from '../../core/plan/labels';
import { store } from './spec';

/** A piece as one format shows it: what a person decided about it, and a team's own rules of a platform. */
export const versionCalls = {
  /** Overrides one field of a variant, or gives it back to the source with null. */
  'variant.override': store(
    z
      .object({
        pieceId: idSchema,
        format: formatRefSchema,
        accountId: idSchema.nullable(),
        field: z.enum(overrideFields),
        value: text(200_000).nullable(),
      })
      .strict(),
  ).returns<{ readonly variantId: string }>(),
  /** Writes what mends a finding (`core/check/fixes`): several texts of a variant as one step of undo, named by its act. */
  'variant.fix': store(
    z
      .object({
        pieceId: idSchema,
        format: formatRefSchema,
        accountId: idSchema.nullable(),
        act: z.enum(fixActs),
        params: changeLabel.shape.params,
        fields: z.partialRecord(z.enum(overrideFields), text(200_000).nullable()),
      })
      .strict(),
  ).returns<{ readonly variantId: string }>(),
  /** Keeps a sentence of the source in this variant whatever has to go for space, or lets it go again. */
  'variant.keep': store(
    z
      .object({
        pieceId: idSchema,
        format: formatRefSchema,
        accountId: idSchema.nullable(),
        sentence: text(MAX_KEPT),
        keep: z.boolean(),
      })
      .strict(),
  ).returns<{ readonly variantId: string }>(),

  /** Keeps what an editor made of an article as a file of the workspace; answers its place there. */
  'article.keep_case': store(pasteInput).returns<{ readonly file: string }>(),

  /** Gives an article looks of its own; null gives those of its account back. */
  'variant.dress': store(
    z
      .object({
        pieceId: idSchema,
        format: formatRefSchema,
        accountId: idSchema.nullable(),
        theme: z.enum(themeIds).nullable(),
      })
      .strict(),
  ).returns<{ readonly variantId: string }>(),
  /**
   * Ends being behind: the texts a person decided on are written (null gives a field back to the source), and the
   * variant counts as made from the source as it stands now. One step of undo.
   */
  'variant.settle': store(
    z
      .object({
        pieceId: idSchema,
        format: formatRefSchema,
        accountId: idSchema.nullable(),
        overrides: z.partialRecord(z.enum(overrideFields), text(200_000).nullable()),
      })
      .strict(),
  ).returns<{ readonly variantId: string }>(),

  /**
   * The team's own values for one platform's rules, as JSON text by key (`core/platforms/overrides.ts`); null gives one
   * back. `title` names the platform in history. Values that do not fit are refused, all together. One step of undo.
   */
  'platform.set': store(
    z
      .object({
        id: idSchema,
        title: text(100),
        values: z.record(z.string().min(1).max(150), text(20_000).nullable()),
        note: text(2_000).optional(),
      })
      .strict(),
  ).returns<{ readonly changed: number }>(),
} as const;
