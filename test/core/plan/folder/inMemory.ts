import type { PlanEntry } from '../../../../src/core/plan/file/content';
import type { FolderEntry, FolderView } from '../../../../src/core/plan/folder/view';

/** Files as a folder to look at; paths in `links` stand there as links. */
export function folderOfEntries(entries: readonly PlanEntry[], links: readonly string[] = []): FolderView {
  const files = new Map(entries.map(({ path, bytes }) => [path, bytes]));
  return {
    list: (path) => {
      const within = path === '' ? '' : `${path}/`;
      const found = new Map<string, FolderEntry['kind']>();
      for (const file of [...files.keys(), ...links]) {
        if (!file.startsWith(within)) continue;
        const [name = '', ...rest] = file.slice(within.length).split('/');
        found.set(name, rest.length > 0 ? 'folder' : links.includes(file) ? 'other' : 'file');
      }
      return found.size === 0 && path !== '' ? null : [...found].map(([name, kind]) => ({ name, kind }));
    },
    read: (path) => files.get(path) ?? new Uint8Array(0),
  };
}
