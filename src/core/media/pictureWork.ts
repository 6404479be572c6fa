import type { Family } from '../platforms/pack';
import { type Area, cropAround, type FocalPoint, fitWithin, nearestRatio, type Size } from './crop';

/** Media types we can write. */
export type WrittenMime = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';

/**
 * What becomes of a picture on its way out, decided before a pixel is read, so that the same picture and format always
 * give the same file. Sizes are of the upright picture.
 */
export type PictureWork = {
  /** Cut out first; null takes the whole picture. */
  readonly crop: Area | null;
  /** Size of the result; smaller only where the limit asks for it. */
  readonly width: number;
  readonly height: number;
  readonly mime: WrittenMime;
  /** All frames go along. In its own kind it then leaves as it is. */
  readonly moves: boolean;
  /** Most bytes the format takes; null when it names none. */
  readonly limit: number | null;
};

/** Longest side of a picture that leaves the studio, in pixels: what platforms show at most, with room. */
export const MAX_EDGE = 2560;

/** A megabyte as the strict platforms read it. */
export const MEGABYTE = 1_000_000;

type Picture = Size & FocalPoint & Moving;
type Moving = { readonly mime: string; readonly moves?: boolean | undefined };
export type PictureWanted = {
  readonly family: Family;
  readonly ratios: readonly string[];
  readonly imageFormats: readonly string[];
  readonly limits: { readonly image_max_mb?: number | undefined; readonly gif_max_mb?: number | undefined };
};

/**
 * The work for one picture of one format. What moves is never cut, since that would leave the first frame of it. An
 * article's ratios are those of its cover, so the pictures in its text keep their own. Null for one nobody measured.
 */
export function pictureWork(picture: Picture, wanted: PictureWanted): PictureWork | null {
  if (picture.width < 1 || picture.height < 1) return null;
  const { mime, moves } = written(picture, wanted.imageFormats);
  const limit = limitFor(mime, wanted.limits);
  if (moves)
    return {
      crop: null,
      ...(mime === picture.mime ? whole(picture) : fitWithin(picture, MAX_EDGE)),
      mime,
      moves,
      limit,
    };
  const ratio = cropped[wanted.family] ? nearestRatio(picture, wanted.ratios) : null;
  const area = ratio === null ? null : cropAround(picture, ratio, picture);
  const crop = area === null || nearlyAll(area, picture) ? null : area;
  return { crop, ...fitWithin(crop ?? picture, MAX_EDGE), mime, moves, limit };
}

/**
 * The kind a picture leaves in, and whether it still moves. What moves stays in its own kind where the format takes
 * that, else becomes a GIF where it takes those, else a still picture.
 */
export function written(
  picture: Moving,
  accepted: readonly string[],
): { readonly mime: WrittenMime; readonly moves: boolean } {
  if (mayMove(picture)) {
    const takes = (mime: string): mime is WrittenMime => mime in endings && accepts(accepted, mime as WrittenMime);
    if (takes(picture.mime)) return { mime: picture.mime, moves: true };
    if (takes('image/gif')) return { mime: 'image/gif', moves: true };
  }
  return { mime: mimeFor(picture.mime, accepted), moves: false };
}

/** A GIF is taken for one that moves: those taken in by an older studio do not say. */
export const mayMove = ({ mime, moves }: Moving): boolean => moves === true || mime === 'image/gif';

/** Most bytes of a kind, or null. */
export function limitFor(mime: string, { image_max_mb, gif_max_mb }: PictureWanted['limits']): number | null {
  const most = (mime === 'image/gif' ? gif_max_mb : undefined) ?? image_max_mb;
  return most === undefined ? null : Math.floor(most * MEGABYTE);
}

const whole = ({ width, height }: Size): Size => ({ width, height });

const cropped: Readonly<Record<Family, boolean>> = {
  short_post: true,
  image_note: true,
  private: true,
  article: false,
  video: false,
  live: false,
};

/** A few pixels beside the ratio are nobody's to notice, and cutting them off would only cost sharpness. */
const nearlyAll = (area: Size, all: Size): boolean => area.width * area.height >= all.width * all.height * 0.985;

/** The picture's own kind where the format takes it, else JPEG, else the first it takes that we can write. */
const mimeFor = (own: string, accepted: readonly string[]): WrittenMime =>
  ([own as WrittenMime, 'image/jpeg' as const, 'image/png' as const, 'image/webp' as const] as const).find(
    (mime) => mime !== 'image/gif' && mime in endings && accepts(accepted, mime),
  ) ?? 'image/jpeg';

const accepts = (accepted: readonly string[], mime: WrittenMime): boolean =>
  accepted.length === 0 || accepted.includes(endings[mime]);

const endings: Readonly<Record<WrittenMime, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
};
