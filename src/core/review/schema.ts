import { z } from 'zod';
import { slipPage } from '../desk/slip';
import { idSchema } from '../model/ids';
import { PARCEL_VERSION } from '../plan/file/container';
import { FORMAT, VERSION } from '../plan/file/content';
import { fileFormats } from '../plan/file/fileExtensions';
import { limits } from '../plan/file/limits';
import { marksPage } from './marksPage';
import { reviewPage } from './reviewFile';

/**
 * The published schemas of what a review and the hand-over desk send: `resources/review-file.schema.json`,
 * `marks-file.schema.json` and `slip-file.schema.json`. They say what this version writes; see docs/review.md.
 */
const manifest = (kind: 'review' | 'slip') =>
  z
    .strictObject({
      format: z.literal(fileFormats[kind]),
      version: z.literal(PARCEL_VERSION),
      workspace: idSchema,
      entries: z
        .array(
          z.strictObject({
            path: z.string().max(limits.entryNameBytes),
            bytes: z.number().int().nonnegative(),
            sha256: z.string().regex(/^[0-9a-f]{64}$/),
          }),
        )
        .describe('Every other file, sorted by path.'),
    })
    .describe('manifest.json');

const clock = z.number().int().nonnegative().describe('Index into `clocks`.');

/** As `plan.json` of a plan file, with nothing but the desk's fields of placements. */
const slipPlan = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  workspace: idSchema,
  nodes: z.array(z.string()),
  clocks: z.array(z.string()),
  records: z.strictObject({
    placement: z
      .record(
        idSchema,
        z.strictObject({
          at: clock.optional(),
          fields: z.record(
            z.string().regex(/^(outcome|handedDay|handedTime|liveDay|liveTime|liveLink|skipReason|ticks\.\w{1,40})$/),
            z.union([z.string(), z.boolean(), z.null()]),
          ),
          later: z.record(z.string(), clock).optional(),
        }),
      )
      .optional(),
  }),
});

export const reviewSchemas = {
  review: z.union([reviewPage.describe('review.json'), manifest('review')]),
  marks: marksPage,
  slip: z.union([slipPage.extend({ plan: slipPlan }).describe('slip.json'), manifest('slip')]),
} as const;
export type ReviewSchema = keyof typeof reviewSchemas;

export const reviewJsonSchema = (kind: ReviewSchema): object => ({
  title: `Juzhen ${kind} file, format 1`,
  ...z.toJSONSchema(reviewSchemas[kind], { io: 'input', reused: 'ref' }),
});
