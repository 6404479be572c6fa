import type { Recovery } from '../../contract';
import type { Slice } from './slice';

/** What an unexpected end of the last session left, until somebody has looked. */
export type RecoverySlice = {
  readonly recovery: Recovery | null;
  /** The piece whose cut-off visit shall be shown when its editor opens. */
  readonly recoveryShown: string | null;
  readonly loadRecovery: () => Promise<void>;
  /** Opens the piece with the difference to the text before that visit. */
  readonly showRecovery: (pieceId: string) => void;
  readonly settleRecovery: (pieceId: string | null) => Promise<void>;
};

export const recoverySlice: Slice<RecoverySlice> =
  ({ api }) =>
  (set, get) => ({
    recovery: null,
    recoveryShown: null,
    loadRecovery: async () => {
      const answer = await api.call('recovery.state', {});
      set({ recovery: answer.ok ? answer.value : null });
    },
    showRecovery: (pieceId) => {
      set({ recoveryShown: pieceId });
      get().openPiece(pieceId);
    },
    settleRecovery: async (pieceId) => {
      set({ recoveryShown: null });
      await get().act('recovery.settle', { id: pieceId });
      await get().loadRecovery();
    },
  });
