import type { SourceImage } from '../../../../core/adapt/types';
import type { Asset } from '../../../../core/model/records';
import type { PreviewImage } from './types';

/** The pictures of a source as previews take them: its alternative texts, and the focus its assets were given. */
export function previewImages(
  images: readonly Pick<SourceImage, 'src' | 'alt' | 'name' | 'width' | 'height'>[],
  assets: readonly Pick<Asset, 'id' | 'focalX' | 'focalY'>[],
): readonly PreviewImage[] {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  return images.map(({ src, alt, name, width, height }) => {
    const asset = byId.get(src);
    return { id: src, alt, name, width, height, focalX: asset?.focalX, focalY: asset?.focalY };
  });
}
