import type { Family } from '../platforms/pack';
import { type Area, cropAround, type FocalPoint, fitWithin, nearestRatio, type Size } from './crop';

/** Media types we can write. */
export type WrittenMime = 'image/jpeg' | 'image/png' | 'image/webp';

/**
 * What becomes of a picture on its way out, decided before a pixel is read, so that the same picture and format always
 * give the same file. Sizes are of the upright picture.
 */
export type PictureWork = {
  /** Cut out first; null takes the whole picture. */
  readonly crop: Area | null;
  /** Size of the result. */
  readonly width: number;
  readonly height: number;
  readonly mime: WrittenMime;
};

/** Longest side of a picture that leaves the studio, in pixels: what platforms show at most, with room. */
export const MAX_EDGE = 2560;

type Picture = Size & FocalPoint & { readonly mime: string };
type Wanted = {
  readonly family: Family;
  readonly ratios: readonly string[];
  readonly imageFormats: readonly string[];
};

/**
 * The work for one picture of one format. Null for a GIF, which may move and goes out as it is. An article's ratios are
 * those of its cover, so the pictures in its text keep their own.
 */
export function pictureWork(picture: Picture, wanted: Wanted): PictureWork | null {
  if (picture.mime === 'image/gif' || picture.width < 1 || picture.height < 1) return null;
  const ratio = cropped[wanted.family] ? nearestRatio(picture, wanted.ratios) : null;
  const area = ratio === null ? null : cropAround(picture, ratio, picture);
  const crop = area === null || nearlyAll(area, picture) ? null : area;
  return { crop, ...fitWithin(crop ?? picture, MAX_EDGE), mime: mimeFor(picture.mime, wanted.imageFormats) };
}

const cropped: Readonly<Record<Family, boolean>> = {
  short_post: true,
  image_note: true,
  private: true,
  article: false,
  video: false,
  live: false,
};

/** A few pixels beside the ratio are nobody's to notice, and cutting them off would only cost sharpness. */
const nearlyAll = (area: Size, whole: Size): boolean => area.width * area.height >= whole.width * whole.height * 0.985;

/** The picture's own kind where the format takes it, else JPEG, else the first it takes that we can write. */
function mimeFor(own: string, accepted: readonly string[]): WrittenMime {
  const takes = (mime: WrittenMime): boolean => accepted.length === 0 || accepted.includes(endings[mime]);
  return (
    [own as WrittenMime, 'image/jpeg' as const, 'image/png' as const, 'image/webp' as const].find(
      (mime) => mime in endings && takes(mime),
    ) ?? 'image/jpeg'
  );
}

const endings: Readonly<Record<WrittenMime, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};
