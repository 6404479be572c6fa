import type { SourceImage } from '../../adapt/types';
import { ratioOf, type Size } from '../../media/crop';
import { limitFor, MEGABYTE, mayMove, pictureWork, written } from '../../media/pictureWork';
import type { BlockNode } from '../../model/doc';
import type { Format } from '../../platforms/pack';
import { codePointCount } from '../../text/length';
import type { CheckContext, Hit, Rule } from '../check';

/** File name endings that packs use, by media type. */
const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/tiff': 'tiff',
  'image/svg+xml': 'svg',
};

/** What of a picture really leaves: the studio makes it for the format, the command line sends the original. */
const leaving = (image: SourceImage, { imageFormats }: Format['format']): { mime: string; moves: boolean } =>
  image.remade === true ? written(image, imageFormats) : { mime: image.mime, moves: image.moves === true };

/**
 * The fewest bytes it can leave with. A still picture is made smaller until it fits, and refused on writing if even
 * that is not enough; an animation shrinks with its area, to a third of its side at most.
 */
function leastBytes(image: SourceImage, format: Format['format']): number {
  if (image.remade !== true) return image.bytes;
  return leaving(image, format).moves ? image.bytes * 0.35 ** 2 : 0;
}

/** The pictures this variant takes along; formats without pictures have none. */
function chosen({ source, variant }: CheckContext): readonly SourceImage[] {
  const wanted = variant.extra.images ?? [];
  return wanted.flatMap((src) => source.images.filter((image) => image.src === src).slice(0, 1));
}

const perImage =
  (test: (image: SourceImage, context: CheckContext) => Hit['params'] | null) =>
  (context: CheckContext): readonly Hit[] =>
    chosen(context).flatMap((image) => {
      const params = test(image, context);
      return params === null ? [] : [{ field: 'images', params: { name: image.name, ...params } }];
    });

/**
 * The size it goes out in: the studio crops to the format's ratio and makes large pictures smaller, the command line
 * sends the original. Null for a picture nobody measured.
 */
function leavingSize(image: SourceImage, { format }: Format): Size | null {
  if (image.width < 1 || image.height < 1) return null;
  const { focalX = 500, focalY = 500 } = image;
  return image.remade === true ? pictureWork({ ...image, focalX, focalY }, format) : image;
}

/** Ratios are compared with a little play: 1080 × 1349 is 4:5 to everybody. */
const PLAY = 1.005;

function badRatio(image: SourceImage, { format }: CheckContext): Hit['params'] | null {
  const { ratioMin, ratioMax } = format.format.image ?? {};
  const size = leavingSize(image, format);
  if (size === null) return null;
  const ratio = size.width / size.height;
  const least = ratioMin === undefined ? null : ratioOf(ratioMin);
  const most = ratioMax === undefined ? null : ratioOf(ratioMax);
  if ((least === null || ratio * PLAY >= least) && (most === null || ratio <= most * PLAY)) return null;
  return { value: sayRatio(size), least: ratioMin ?? '0', most: ratioMax ?? '∞' };
}

/** `4:5` where small numbers say it exactly, else `1.62:1`. */
function sayRatio({ width, height }: Size): string {
  for (let down = 1; down <= 21; down += 1) {
    const across = (width / height) * down;
    if (Math.round(across) > 0 && Math.abs(across - Math.round(across)) < 0.01) return `${Math.round(across)}:${down}`;
  }
  return width >= height ? `${(width / height).toFixed(2)}:1` : `1:${(height / width).toFixed(2)}`;
}

const sides = (size: { readonly width?: number | undefined; readonly height?: number | undefined }): string =>
  [size.width ?? '—', size.height ?? '—'].join(' × ');

const perSize =
  (edge: 'min' | 'max', isBroken: (value: number, limit: number) => boolean) =>
  (image: SourceImage, { format }: CheckContext): Hit['params'] | null => {
    const { image: rules = {} } = format.format;
    const width = rules[`${edge}Width`];
    const height = rules[`${edge}Height`];
    const size = leavingSize(image, format);
    if (size === null) return null;
    const broken =
      (width !== undefined && isBroken(size.width, width)) || (height !== undefined && isBroken(size.height, height));
    return broken ? { value: sides(size), limit: sides({ width, height }) } : null;
  };

const tenths = (bytes: number): number => Math.ceil((bytes / MEGABYTE) * 10) / 10;

/** Pictures named in the text whose file is not among the piece's. */
function lost({ source }: CheckContext): readonly Hit[] {
  const known = new Set(source.images.map(({ src }) => src));
  const names: string[] = [];
  const visit = (blocks: readonly BlockNode[]): void => {
    for (const block of blocks) {
      if (block.type === 'image' && !known.has(block.attrs.src)) names.push(block.attrs.src);
      if (block.type === 'blockquote') visit(block.content);
      if (block.type === 'bulletList' || block.type === 'orderedList')
        for (const item of block.content) visit(item.content);
    }
  };
  visit(source.body.content);
  return [...new Set(names)].map((name) => ({ field: 'images', params: { name } }));
}

export const imageRules: readonly Rule[] = [
  {
    code: 'too_few_images',
    severity: 'error',
    run: ({ format, variant }) => {
      const limit = format.format.limits.images_min ?? 0;
      const value = (variant.extra.images ?? []).length;
      return value < limit ? [{ field: 'images', params: { value, limit } }] : [];
    },
  },
  { code: 'image_missing', severity: 'warning', run: lost },
  {
    code: 'image_too_big',
    severity: 'error',
    run: perImage((image, { format: { format } }) => {
      const limit = limitFor(leaving(image, format).mime, format.limits);
      return limit !== null && leastBytes(image, format) > limit
        ? { value: tenths(image.bytes), limit: limit / MEGABYTE }
        : null;
    }),
  },
  {
    code: 'image_format',
    severity: 'error',
    run: perImage((image, { format: { format } }) => {
      const { imageFormats } = format;
      const ending = endings[leaving(image, format).mime] ?? image.mime;
      return imageFormats.length === 0 || imageFormats.includes(ending)
        ? null
        : { ending, allowed: imageFormats.join(' / ') };
    }),
  },
  {
    code: 'image_still',
    severity: 'warning',
    run: perImage((image, { format: { format } }) =>
      image.remade === true && mayMove(image) && !leaving(image, format).moves ? {} : null,
    ),
  },
  { code: 'image_ratio', severity: 'error', run: perImage(badRatio) },
  { code: 'image_too_small', severity: 'error', run: perImage(perSize('min', (value, limit) => value < limit)) },
  { code: 'image_too_large', severity: 'warning', run: perImage(perSize('max', (value, limit) => value > limit)) },
  { code: 'image_no_alt', severity: 'warning', run: perImage((image) => (image.alt.trim() === '' ? {} : null)) },
  {
    code: 'alt_too_long',
    severity: 'error',
    run: perImage((image, { format }) => {
      const limit = format.format.limits.alt_max;
      const value = codePointCount(image.alt);
      return limit !== undefined && value > limit ? { value, limit } : null;
    }),
  },
];
