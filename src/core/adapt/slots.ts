import { nearestRatioName } from '../media/crop';
import { pictureWork } from '../media/pictureWork';
import type { FormatPack } from '../platforms/pack';
import type { CoverSlot, Slot, SourceImage } from './types';

/**
 * Ratio and crop of every picture in its place, as the exporter cuts it. Pictures of a note take the ratio of the first,
 * because a feed crops them all to it; elsewhere each takes the one that cuts the least off.
 */
export function slotsOf(images: readonly SourceImage[], format: FormatPack): readonly Slot[] {
  const [first] = images;
  const shared = format.family === 'image_note' && first !== undefined ? ratioFor(first, format.ratios) : null;
  return images.map((image) => slotOf(image, shared ?? ratioFor(image, format.ratios), format));
}

/** The first picture as each cover of the platform shows it. */
export const coversOf = (image: SourceImage | undefined, format: FormatPack): readonly CoverSlot[] =>
  image === undefined
    ? []
    : (format.cover?.slots ?? []).map(({ id, zh, en, ratio }) => ({
        place: id,
        zh,
        en,
        ...slotOf(image, ratio, { ...format, family: 'image_note' }),
      }));

const ratioFor = (image: SourceImage, ratios: readonly string[]): string | null =>
  image.width > 0 && image.height > 0 ? nearestRatioName(image, ratios) : null;

function slotOf(image: SourceImage, ratio: string | null, format: FormatPack): Slot {
  const focal = { focalX: image.focalX ?? MIDDLE, focalY: image.focalY ?? MIDDLE };
  const work = pictureWork({ ...image, ...focal }, { ...format, ratios: ratio === null ? [] : [ratio] });
  return { asset: image.src, ratio, focal: { x: focal.focalX, y: focal.focalY }, crop: work?.crop ?? null };
}
const MIDDLE = 500;
