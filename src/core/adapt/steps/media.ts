import type { Family } from '../../platforms/pack';
import type { Context, Draft, Step } from '../draft';
import { entry, traced, withExtra } from '../draft';
import { coversOf, slotsOf } from '../slots';
import type { SourceImage, TraceEntry } from '../types';
import { hiddenImages } from './blocks';

/**
 * Which pictures go along, in which order: as they stand in the text, then the others of the piece; never more than
 * the format takes; a note begins with the piece's cover. A picture in a block this platform does not see stays away, and a placeholder whose picture did
 * not make it leaves the article.
 */
export const media: Step = (draft, context) => {
  const { format } = context.format;
  const ordered = inOrder(draft, context);
  const covers = coversOf(ordered.find(({ src }) => src === context.source.images[0]?.src) ?? ordered[0], format);
  const covered = covers.length === 0 ? draft : withExtra(draft, { covers });
  if (!carriesImages[format.family]) return covered;
  const max = format.limits.images_max ?? Number.POSITIVE_INFINITY;
  const chosen = mostOf(ordered, max, context.keep);
  const trace: TraceEntry[] = ordered
    .filter((image) => !chosen.includes(image))
    .map((image) => entry('media', 'removed', 'too_many_images', { before: image.name }));
  const names = new Set(chosen.map((image) => image.src));
  const paragraphs = draft.paragraphs.filter((paragraph) => paragraph.kind !== 'image' || names.has(paragraph.src));
  const slots = format.family === 'article' ? [] : slotsOf(chosen, format);
  const extra = { images: chosen.map((image) => image.src), ...(slots.length === 0 ? {} : { slots }) };
  return traced(withExtra({ ...covered, paragraphs }, extra), trace);
};

/** As many as the format takes, in their order: those a person keeps, then the first of the others. */
function mostOf(ordered: readonly SourceImage[], max: number, keep: ReadonlySet<string>): readonly SourceImage[] {
  if (ordered.length <= max) return ordered;
  const isKept = ({ name }: SourceImage): boolean => keep.has(name);
  const going = new Set([...ordered.filter(isKept), ...ordered.filter((image) => !isKept(image))].slice(0, max));
  return ordered.filter((image) => going.has(image));
}

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
  // A note is opened by its cover: the first of the piece, wherever it stands in the text.
  const cover = format.format.family === 'image_note' ? visible.get(source.images[0]?.src ?? '') : undefined;
  if (cover !== undefined) ordered.set(cover.src, cover);
  for (const paragraph of draft.all) {
    const image = paragraph.kind === 'image' ? visible.get(paragraph.src) : undefined;
    if (image !== undefined) ordered.set(image.src, image);
  }
  for (const image of visible.values()) ordered.set(image.src, image);
  return [...ordered.values()];
}
