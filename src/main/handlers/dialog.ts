import type { Chosen, ShellCallName } from '../../contract';
import type { Handlers } from '../answer';
import type { Desktop } from '../desktop';
import type { ChosenKind, Tokens } from '../tokens';

/** Each dialog answers a token for the path, or null when it was closed. */
export const dialogHandlers = (
  desktop: Pick<Desktop, 'chooseFile' | 'chooseMedia' | 'chooseFolder' | 'chooseTarget'>,
  tokens: Tokens,
): Handlers<Extract<ShellCallName, `dialog.${string}`>> => {
  const chosen = async (kind: ChosenKind, path: Promise<string | readonly string[] | null>): Promise<Chosen | null> => {
    const found = await path;
    return found === null ? null : tokens.give(kind, found);
  };
  return {
    'dialog.open_file': ({ what }) => chosen(what, desktop.chooseFile(what)),
    'dialog.open_media': async () => (await desktop.chooseMedia()).map((path) => tokens.give('media', path)),
    'dialog.choose_folder': () => chosen('folder', desktop.chooseFolder()),
    'dialog.save_file': ({ what, name }) => chosen(`${what}_target`, desktop.chooseTarget(what, safeName(name))),
  };
};

/** A plan's name as a file name on every system: no separators, controls or reserved characters. */
const safeName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 80) || 'juzhen';
