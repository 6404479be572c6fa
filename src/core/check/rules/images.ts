import type { SourceImage } from '../../adapt/types';
import { limitFor, MEGABYTE, mayMove, written } from '../../media/pictureWork';
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
