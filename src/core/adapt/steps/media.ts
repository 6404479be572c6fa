import type { Family } from '../../platforms/pack';
import type { Context, Draft, Step } from '../draft';
import { entry, traced, withExtra } from '../draft';
import type { SourceImage, TraceEntry } from '../types';
import { hiddenImages } from './blocks';

/**
 * Which pictures go along, in which order: as they stand in the text, then the others of the piece; never more than
 * the format takes. A picture in a block this platform does not see stays away, and a placeholder whose picture did
 * not make it leaves the article.
 */
export const media: Step = (draft, context) => {
  if (!carriesImages[context.format.format.family]) return draft;
  const { limits } = context.format.format;
  const ordered = inOrder(draft, context);
  const max = limits.images_max ?? Number.POSITIVE_INFINITY;
  const chosen = ordered.slice(0, max);
  const trace: TraceEntry[] = ordered
    .slice(max)
    .map((image) => entry('media', 'removed', 'too_many_images', { before: image.name }));
  const names = new Set(chosen.map((image) => image.src));
  const paragraphs = draft.paragraphs.filter((paragraph) => paragraph.kind !== 'image' || names.has(paragraph.src));
  return traced(withExtra({ ...draft, paragraphs }, { images: chosen.map((image) => image.src) }), trace);
};

/** Video and live formats show no still pictures; their script names them instead. */
const carriesImages: Readonly<Record<Family, boolean>> = {
  short_post: true,
  image_note: true,
  article: true,
  private: true,
  video: false,
  live: false,
};

function inOrder(draft: Draft, { source, format }: Context): readonly SourceImage[] {
  const hidden = hiddenImages(source.body, [format.platform.id, `${format.platform.id}/${format.format.id}`]);
  const visible = new Map(source.images.filter((image) => !hidden.has(image.src)).map((image) => [image.src, image]));
  const ordered = new Map<string, SourceImage>();
  for (const paragraph of draft.all) {
    const image = paragraph.kind === 'image' ? visible.get(paragraph.src) : undefined;
    if (image !== undefined) ordered.set(image.src, image);
  }
  for (const image of visible.values()) ordered.set(image.src, image);
  return [...ordered.values()];
}
