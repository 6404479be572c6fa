import type { Lang } from '../../core/model/records';
import type { StudioState } from '../state/studio';

/** Where a command stands in the palette and on the shortcut sheet. */
export const commandGroups = ['plan', 'library', 'view', 'go', 'edit', 'studio'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Something the user can do, once, for menu, palette, keyboard and toolbar alike. */
export type Command = {
  /** `plan.new_piece`: stable, also used by the shell's menu. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: (lang: Lang, state: StudioState) => string;
  /** `mod+k`, `shift+w`, `t`, `?`; several mean any of them. `mod` is ⌘ on a Mac and Ctrl elsewhere. */
  readonly keys?: readonly string[];
  /** Also while typing. Only for keys with a modifier. */
  readonly whileTyping?: boolean;
  /** Whether it makes sense now; greyed or left out otherwise. Default: always. */
  readonly applies?: (state: StudioState) => boolean;
  /**
   * Heard by the part of the screen that has the focus, not everywhere: named here for the sheet, out of the palette.
   */
  readonly byPart?: boolean;
  /** Kept out of the palette (zoom in by `+` …) but on the sheet. */
  readonly hidden?: boolean;
  readonly run: (state: StudioState) => unknown;
};
