import type { PlatformFace } from '../../contract';
import type { OverrideEntry, RejectedOverride } from '../../core/platforms/overrides';
import type { PlatformPack } from '../../core/platforms/pack';
import type { Slice } from './slice';

/** Rule packs by platform id: glyph, names, formats and limits. Null until their chunk has arrived. */
export type PacksSlice = {
  /** With the team's own values, platforms and formats: what every screen shows and everything is adapted with. */
  readonly packs: ReadonlyMap<string, PlatformPack> | null;
  /** As they ship: to compare with, and to give values back to. */
  readonly shipped: readonly PlatformPack[] | null;
  /** Values of the team that do not fit and are not used. */
  readonly rejectedRules: readonly RejectedOverride[];
  /** What the first screen needs of them before. */
  readonly faces: Readonly<Record<string, PlatformFace>>;
  readonly loadPacks: () => Promise<void>;
  /** Reads the team's values again; called when they changed. */
  readonly applyTeamRules: () => void;
};

type Apply = typeof import('../../core/platforms/overrides').applyOverrides;

export const packsSlice: Slice<PacksSlice> = () => (set, get) => {
  let apply: Apply | null = null;
  return {
    packs: null,
    shipped: null,
    rejectedRules: [],
    faces: {},
    loadPacks: async () => {
      if (get().shipped !== null) return;
      const [{ shippedPacks }, { applyOverrides }] = await Promise.all([
        import('../../core/platforms/shipped'),
        import('../../core/platforms/overrides'),
      ]);
      apply = applyOverrides;
      set({ shipped: shippedPacks() });
      get().applyTeamRules();
    },
    applyTeamRules: () => {
      const { shipped, outline } = get();
      if (shipped === null || apply === null) return;
      const { packs, rejected } = apply(shipped, outline?.platform ?? none);
      set({ packs: new Map(packs.map((pack) => [pack.id, pack])), rejectedRules: rejected });
    },
  };
};

const none: readonly OverrideEntry[] = [];

/** Name and letter of a platform, as soon as either source has them. */
export const faceOf = (state: PacksSlice, platform: string): PlatformFace | undefined =>
  state.packs?.get(platform) ?? state.faces[platform];
