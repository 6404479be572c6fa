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
  /** Runs a command of a screen, going there first where it is not open. */
  readonly runOn: (screen: 'library', id: string) => void;
  /** The command that is run as soon as the next screen offers its own. */
  readonly waitingCommand: string | null;
  readonly paletteOpen: boolean;
  readonly sheetOpen: boolean;
  readonly setPaletteOpen: (open: boolean) => void;
  readonly setSheetOpen: (open: boolean) => void;
};

export const commandSlice: Slice<CommandSlice> =
  ({ world }) =>
  (set, get) => ({
    commandSets: { studio: studioCommands },
    offerCommands: (source, commands) => {
      const waiting = get().waitingCommand;
      set((state) => ({ commandSets: { ...state.commandSets, [source]: commands }, waitingCommand: null }));
      // When the screen is drawn: the command may look for one of its fields.
      if (waiting !== null) world.afterPaint(() => get().runCommand(waiting));
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
    waitingCommand: null,
    runOn: (screen, id) => {
      if (get().runCommand(id)) return;
      set({ waitingCommand: id });
      get().go({ screen });
    },
    paletteOpen: false,
    sheetOpen: false,
    setPaletteOpen: (paletteOpen) => set({ paletteOpen }),
    setSheetOpen: (sheetOpen) => set({ sheetOpen }),
  });
