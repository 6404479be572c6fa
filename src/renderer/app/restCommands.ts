import type { Command } from '../commands/command';
import { partCommands } from '../commands/parts';
import { againCommands } from '../features/export/againCommands';

/** What can be done from every screen and is not needed before the first one stands. */
export const restCommands: readonly Command[] = [...partCommands, ...againCommands];
