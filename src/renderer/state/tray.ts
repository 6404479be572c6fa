import type { PieceCard } from '../../contract';
import { share } from './share';
import type { Slice } from './slice';

/** Pieces that wait for a day, oldest first. */
export type TraySlice = {
  readonly tray: readonly PieceCard[];
  readonly loadTray: () => Promise<void>;
};

export const traySlice: Slice<TraySlice> =
  ({ api }) =>
  (set) => ({
    tray: [],
    loadTray: async () => {
      const answer = await api.call('piece.tray', {});
      if (answer.ok) set((state) => ({ tray: share(state.tray, answer.value) }));
    },
  });
