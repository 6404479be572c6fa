import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PICTURES, type PictureJob } from '../../../contract';
import type { Prepared } from '../../../core/adapt/prepare';
import type { CoverSlot } from '../../../core/adapt/types';
import { isBlocked } from '../../../core/export/entry';
import type { ExportEntry, ExportImage, ExportPiece, MadePicture } from '../../../core/export/types';
import { fitWithin } from '../../../core/media/crop';
import { type PictureWanted, pictureWork, type WrittenMime } from '../../../core/media/pictureWork';
import { canonical } from '../../../core/plan/canonical';
import { refuse } from '../../../core/result';
import { assetFile } from '../assets/assets';

type Wanted = PictureJob & { readonly mime: WrittenMime };
type WantedCover = Wanted & { readonly cover: CoverSlot };

/** What each picture of one entry becomes; a picture nobody could measure goes out as it is. */
const workOf = (prepared: Prepared): readonly Wanted[] =>
  (prepared.adapted.extra.images ?? []).flatMap((src): readonly Wanted[] => {
    const { format, adapted } = prepared;
    const slot = adapted.extra.slots?.find((one) => one.asset === src);
    // Pictures of a note share one ratio; what the preview shows is what is written.
    const ratios = slot === undefined ? format.format.ratios : slot.ratio === null ? [] : [slot.ratio];
    return wanted(prepared, src, { ...format.format, ratios });
  });

/** The cover as each place of the platform shows it. What moves is no cover: it could not be cut. */
const coverWorkOf = (prepared: Prepared): readonly WantedCover[] =>
  (prepared.adapted.extra.covers ?? []).flatMap((cover) =>
    wanted(prepared, cover.asset, {
      ...prepared.format.format,
      family: 'image_note',
      ratios: cover.ratio === null ? [] : [cover.ratio],
    })
      .filter(({ work }) => !work.moves)
      .map((one) => ({ ...one, cover })),
  );

/** The job for one picture; none for a picture nobody could measure. */
function wanted({ assets, format, account }: Prepared, src: string, as: PictureWanted): readonly Wanted[] {
  const place = `${format.platform[account.lang]} · ${format.format[account.lang]}`;
  const asset = assets.find(({ id }) => id === src);
  const work = asset === undefined ? null : pictureWork(asset, as);
  if (asset === undefined || work === null) return [];
  // The same picture with the same work is one file, wherever it is posted.
  const key = createHash('sha256')
    .update(`${asset.hash}\n${canonical(work)}`)
    .digest('hex')
    .slice(0, 40);
  return [{ key, file: assetFile(asset.hash, asset.mime), name: asset.name, place, work, mime: work.mime, asset: src }];
}

/** Every picture that must be made for these entries, each once; none for a text that is not written. */
export const pictureJobs = (prepared: readonly Prepared[]): readonly PictureJob[] => [
  ...new Map(
    prepared
      .filter((one) => !isBlocked(one))
      .flatMap((one) => [...workOf(one), ...coverWorkOf(one)])
      .map(({ key, file, asset, name, place, work }) => [key, { key, file, asset, name, place, work }] as const),
  ).values(),
];

/** Longest side of a picture in a Word file, in pixels: sharp on paper, and the file can still be mailed. */
const REVIEW_EDGE = 1_600;

/** A picture as Word shows it: whole, in a kind it knows, no larger than a page needs. None for one nobody measured. */
function reviewWork({ src, hash, mime, name, width, height }: ExportImage): Wanted | null {
  if (width < 1 || height < 1) return null;
  const kind: WrittenMime = mime === 'image/png' || mime === 'image/gif' ? 'image/png' : 'image/jpeg';
  const work = { crop: null, ...fitWithin({ width, height }, REVIEW_EDGE), mime: kind, moves: false, limit: null };
  const key = createHash('sha256')
    .update(`${hash}\n${canonical(work)}`)
    .digest('hex')
    .slice(0, 40);
  return { key, file: assetFile(hash, mime), name, place: 'Word', work, mime: kind, asset: src };
}

/** Every picture that must be made for the Word files of these pieces, each once. */
export const reviewJobs = (pieces: readonly ExportPiece[]): readonly PictureJob[] => [
  ...new Map(
    pieces.flatMap(({ images }) => images.flatMap((image) => reviewWork(image) ?? [])).map((job) => [job.key, job]),
  ).values(),
];

/** The piece with its pictures as a Word file shows them. */
export const withReviewPictures = (piece: ExportPiece, look: Look): ExportPiece => ({
  ...piece,
  images: piece.images.map((image) => {
    const job = reviewWork(image);
    return job === null ? image : { ...image, made: { key: job.key, mime: job.mime, ...look(job, image) } };
  }),
});

/** Where a made picture waits. */
export const madeFile = (folder: string, key: string): string => join(folder, PICTURES, key);

/** The entry with its pictures as they will be written. `look` answers bytes and hash of a made one. Blocked ones have none. */
export function withPictures(entry: ExportEntry, prepared: Prepared, look: Look): ExportEntry {
  if (entry.blocked) return entry;
  const works = new Map(workOf(prepared).map((one) => [one.asset, one]));
  const made = (work: Wanted, image: ExportImage): ExportImage & { readonly made: MadePicture } => ({
    ...image,
    made: { key: work.key, mime: work.mime, ...look(work, image) },
  });
  return {
    ...entry,
    images: entry.images.map((image) => {
      const work = works.get(image.src);
      return work === undefined ? image : made(work, image);
    }),
    covers: coverWorkOf(prepared).flatMap((work) => {
      const image = entry.images.find(({ src }) => src === work.asset);
      const { place, zh, en } = work.cover;
      return image === undefined ? [] : [{ place, zh, en, image: made(work, image) }];
    }),
  };
}

export type Look = (
  job: PictureJob,
  original: { readonly bytes: number; readonly hash: string },
) => Pick<MadePicture, 'bytes' | 'sha256'>;

/** For a preview, before anything is made: the original stands for it. */
export const guessed: Look = (_job, { bytes, hash }) => ({ bytes, sha256: hash });

/** For writing: what was made, read back. Refuses `image_stopped` when it is not there. */
export const madeIn =
  (folder: string): Look =>
  ({ key, name }) => {
    const path = madeFile(folder, key);
    if (!existsSync(path)) refuse('image_stopped', { file: name });
    const bytes = readFileSync(path);
    return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
