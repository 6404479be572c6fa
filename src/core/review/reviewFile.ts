import { z } from 'zod';
import { digest, idSchema } from '../model/ids';
import { type Json, text } from '../model/json';
import { langs } from '../model/records';
import { canonical } from '../plan/canonical';
import { PARCEL_VERSION, packParcel, readParcel } from '../plan/file/container';
import { err, type Failure, failure, ok, type Result } from '../result';
import { wallDateSchema, wallTimeSchema } from '../time/wall';
import type { MaybeNewer } from './newer';
import { MOST_ITEMS, reviewTarget } from './reviewTarget';
import { textHash } from './texts';

/**
 * What is handed to somebody to read: chosen pieces and versions as they stand, word for word, with small pictures.
 * Enough to judge, nothing to merge: a reviewer's marks come back in a file of their own (`marksFile.ts`).
 */

/** Pictures of one text, so that a reviewer's machine is asked for no more than it can show. */
export const MOST_PICTURES = 20;

const reviewText = z.object({ field: text(40).min(1), text: text(400_000) });
const reviewItem = z.object({
  target: reviewTarget,
  title: text(500),
  lang: z.enum(langs),
  /** Names of platform, format and account, as the planner calls them; empty for the piece itself. */
  platform: text(200),
  format: text(200),
  account: text(200),
  day: wallDateSchema.nullable(),
  time: wallTimeSchema.nullable(),
  /** SHA-256 of the texts (`textHash`): what an approval binds to. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  texts: z.array(reviewText).max(100),
  pictures: z
    .array(z.object({ file: z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{1,8}$/), alt: text(2_000), name: text(300) }))
    .max(MOST_PICTURES),
});
export type ReviewItem = z.infer<typeof reviewItem>;

export const reviewPage = z.object({
  id: idSchema,
  /** Of the workspace. */
  title: text(200),
  lang: z.enum(langs),
  /** Who asks, on which day, and what they say to the reader. */
  by: text(200),
  day: wallDateSchema,
  note: text(4_000),
  items: z.array(reviewItem).max(MOST_ITEMS),
});
export type ReviewPage = z.infer<typeof reviewPage>;

export type ReviewFile = {
  readonly workspaceId: string;
  readonly page: ReviewPage;
  /** Small pictures by file name, `<sha256>.<ext>`. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
};

/** The id follows from what is asked, so that handing over the same state twice gives the same file. */
export const withReviewId = (page: Omit<ReviewPage, 'id'>): ReviewPage => ({
  ...page,
  id: `rv_${digest(canonical(page)).slice(0, 24)}`,
});

export const packReview = ({ workspaceId, page, pictures }: ReviewFile): Uint8Array =>
  packParcel({ kind: 'review', workspaceId, page: page as unknown as Json, assets: pictures });

/** Reads a review file. One whose hashes are not those of its texts is refused: nobody may approve what they cannot see. */
export function readReview(bytes: Uint8Array, name: string): Result<ReviewFile & MaybeNewer, Failure> {
  const parcel = readParcel(bytes, 'review', name);
  if (!parcel.ok) return parcel;
  const { workspaceId, page, assets, version, leftOut } = parcel.value;
  const isNewer = version > PARCEL_VERSION;
  const read = reviewPage.safeParse(page);
  // A page that is told otherwise is another format, not a broken file.
  if (!read.success && isNewer)
    return err(failure('file_future', { file: name, found: version, known: PARCEL_VERSION }));
  if (!read.success) {
    const place = (read.error.issues[0]?.path ?? []).join(' ');
    return err(failure('file_damaged', { file: name, place: `review.json ${place}`.slice(0, 300) }));
  }
  const forged = read.data.items.find(({ texts, hash }) => textHash(texts) !== hash);
  if (forged !== undefined)
    return err(failure('file_damaged', { file: name, place: `review.json ${forged.title}`.slice(0, 300) }));
  return ok({ workspaceId, page: read.data, pictures: assets, ...(isNewer ? { newer: { version, leftOut } } : {}) });
}
