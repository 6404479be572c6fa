import { basename } from 'node:path';
import type { Handlers } from '../answer';
import { isFolder, readLastExport } from '../lastExport';
import type { Tokens } from '../tokens';

/** What was written last and where: the folder as a token, so that its path stays here. */
export const againHandlers = (workspace: () => string | null, tokens: Tokens): Handlers<'export.last'> => ({
  'export.last': () => {
    const home = workspace();
    const last = home === null ? null : readLastExport(home);
    if (last === null) return null;
    const { folder, setup } = last;
    return { name: basename(folder), setup, token: isFolder(folder) ? tokens.give('folder', folder).token : null };
  },
});
