import { type Command, type CommandGroup, commandGroups } from '../../commands/command';

export type SheetRow = { readonly command: Command; readonly keys: readonly string[] };

/**
 * Every command with a key, by group. A key that the open screen uses for something of its own is not named twice: the
 * later set is the one that hears it.
 */
export function sheetRows(
  sets: Readonly<Record<string, readonly Command[]>>,
): readonly { readonly group: CommandGroup; readonly rows: readonly SheetRow[] }[] {
  const ordered = Object.values(sets);
  const rows = ordered.flatMap((set, at) => {
    const taken = new Set(ordered.slice(at + 1).flatMap((later) => later.flatMap(({ keys }) => keys ?? [])));
    return set.flatMap((command): readonly SheetRow[] => {
      const keys = (command.keys ?? []).filter((key) => !taken.has(key));
      return keys.length === 0 ? [] : [{ command, keys }];
    });
  });
  return commandGroups.flatMap((group) => {
    const own = rows.filter(({ command }) => command.group === group);
    return own.length === 0 ? [] : [{ group, rows: own }];
  });
}
