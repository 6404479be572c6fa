import type { PlatformPack } from '../../core/platforms/pack';
import type { Slice } from './slice';

/** Rule packs by platform id: glyph, names, formats and limits. Null until their chunk has arrived. */
export type PacksSlice = {
  readonly packs: ReadonlyMap<string, PlatformPack> | null;
  readonly loadPacks: () => Promise<void>;
};

export const packsSlice: Slice<PacksSlice> = () => (set, get) => ({
  packs: null,
  loadPacks: async () => {
    if (get().packs !== null) return;
    const { shippedPacks } = await import('../../core/platforms/shipped');
    set({ packs: new Map(shippedPacks().map((pack) => [pack.id, pack])) });
  },
});
