import type { Command } from '../commands/command';
import { studioCommands } from '../commands/studioCommands';
import type { Slice } from './slice';

export type CommandSlice = {
  /** By source: the studio's own, and those of the screen that is open. */
  readonly commandSets: Readonly<Record<string, readonly Command[]>>;
  /** Offers a screen's commands while it is open; the answer withdraws them. */
  readonly offerCommands: (source: string, commands: readonly Command[]) => () => void;
  /** Runs a command by its id if it exists and applies now. True when it ran. */
  readonly runCommand: (id: string) => boolean;
  readonly paletteOpen: boolean;
  readonly sheetOpen: boolean;
  readonly setPaletteOpen: (open: boolean) => void;
  readonly setSheetOpen: (open: boolean) => void;
};

export const commandSlice: Slice<CommandSlice> = () => (set, get) => ({
  commandSets: { studio: studioCommands },
  offerCommands: (source, commands) => {
    set((state) => ({ commandSets: { ...state.commandSets, [source]: commands } }));
    return () =>
      set((state) => {
        if (state.commandSets[source] !== commands) return state;
        const { [source]: _withdrawn, ...rest } = state.commandSets;
        return { commandSets: rest };
      });
  },
  runCommand: (id) => {
    const state = get();
    const command = Object.values(state.commandSets)
      .flat()
      .find((candidate) => candidate.id === id);
    if (command === undefined || !(command.applies?.(state) ?? true)) return false;
    command.run(state);
    return true;
  },
  paletteOpen: false,
  sheetOpen: false,
  setPaletteOpen: (paletteOpen) => set({ paletteOpen }),
  setSheetOpen: (sheetOpen) => set({ sheetOpen }),
});
