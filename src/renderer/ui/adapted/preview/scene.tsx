import { createContext, type ReactNode, useContext } from 'react';
import type { Slot, Variant } from '../../../../core/adapt/types';
import { skinOf } from './looks';
import { placeKey, placeOf } from './spans';
import type { PreviewImage, PreviewProps, Scene } from './types';

const SceneContext = createContext<Scene | null>(null);

export const SceneProvider = ({ scene, children }: { readonly scene: Scene; readonly children: ReactNode }) => (
  <SceneContext value={scene}>{children}</SceneContext>
);

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (scene === null) throw new Error('This part stands outside of a preview.');
  return scene;
}

/** `appName`: the platform's name, for a variant without an account. */
export function sceneOf(props: PreviewProps, appName: string): Scene {
  const { adapted, account, format, images, selected } = props;
  const lit = selected == null ? null : placeKey(selected);
  // A script has lines of its own; every other side shows the text.
  const shown = props.look === 'script' ? (adapted.extra.spoken ?? []) : adapted.origins;
  const here = shown.flatMap(({ from }) => placeOf(from) ?? []).map(placeKey);
  return {
    ...props,
    skin: skinOf(format.platform.id),
    name: account?.name || appName,
    pictures: picturesOf(adapted, images),
    stop: lit !== null && here.includes(lit) ? lit : (here[0] ?? null),
  };
}

/** Films choose no pictures: what the piece has stands for their cover. */
function picturesOf({ extra }: Variant, images: readonly PreviewImage[]): readonly PreviewImage[] {
  if (extra.images === undefined) return images;
  const byId = new Map(images.map((image) => [image.id, image]));
  return extra.images.map((id, at) => inSlot(byId.get(id) ?? { id, alt: '' }, extra.slots?.[at]));
}

/**
 * The picture moved to where its slot's crop lies, in thousandths of the room it leaves: drawn at the slot's ratio, exactly
 * that part shows.
 */
export function inSlot(image: PreviewImage, slot: Slot | undefined): PreviewImage {
  const { width = 0, height = 0 } = image;
  const crop = slot?.crop ?? null;
  if (crop === null || width === 0 || height === 0) return image;
  const along = (start: number, size: number, whole: number): number =>
    whole <= size ? MIDDLE : Math.round((start * 1_000) / (whole - size));
  return { ...image, focalX: along(crop.left, crop.width, width), focalY: along(crop.top, crop.height, height) };
}
const MIDDLE = 500;
