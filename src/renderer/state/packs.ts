import type { PlatformFace } from '../../contract';
import type { PlatformPack } from '../../core/platforms/pack';
import type { Slice } from './slice';

/** Rule packs by platform id: glyph, names, formats and limits. Null until their chunk has arrived. */
export type PacksSlice = {
  readonly packs: ReadonlyMap<string, PlatformPack> | null;
  /** What the first screen needs of them before. */
  readonly faces: Readonly<Record<string, PlatformFace>>;
  readonly loadPacks: () => Promise<void>;
};

export const packsSlice: Slice<PacksSlice> = () => (set, get) => ({
  packs: null,
  faces: {},
  loadPacks: async () => {
    if (get().packs !== null) return;
    const { shippedPacks } = await import('../../core/platforms/shipped');
    set({ packs: new Map(shippedPacks().map((pack) => [pack.id, pack])) });
  },
});

/** Name and letter of a platform, as soon as either source has them. */
export const faceOf = (state: PacksSlice, platform: string): PlatformFace | undefined =>
  state.packs?.get(platform) ?? state.faces[platform];
