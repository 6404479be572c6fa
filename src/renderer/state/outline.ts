import type { Outline } from '../../contract';
import type { Failure } from '../../core/result';
import { share } from './share';
import type { Slice } from './slice';

/** Everything small that every screen needs: accounts, personas, campaigns, phases … and the counts. */
export type OutlineSlice = {
  readonly outline: Outline | null;
  /** Why the store cannot write at the moment; null when all is well. */
  readonly trouble: Failure | null;
  /** Clock reading of the last commit this window saw, milliseconds since 1970. */
  readonly savedAt: number | null;
  readonly loadOutline: () => Promise<boolean>;
};

export const outlineSlice: Slice<OutlineSlice> =
  ({ api }) =>
  (set) => ({
    outline: null,
    trouble: null,
    savedAt: null,
    loadOutline: async () => {
      const answer = await api.call('plan.outline', {});
      if (!answer.ok) {
        set({ trouble: answer.failure });
        return false;
      }
      set((state) => ({ outline: state.outline === null ? answer.value : share(state.outline, answer.value) }));
      return true;
    },
  });
