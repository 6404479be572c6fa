import { closeSync, constants, existsSync, fstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { HEAD_PATH } from '../core/plan/folder/layout';
import type { FolderView } from '../core/plan/folder/view';
import { refuse } from '../core/result';

/** A folder on disk for core to read. Links are not followed. Refuses `file_unreadable` and `file_too_big`. */
export const folderView = (root: string, shown: string): FolderView => ({
  list: (path) => {
    try {
      return readdirSync(join(root, path), { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
      }));
    } catch (error) {
      const { code = '?' } = error as NodeJS.ErrnoException;
      return code === 'ENOENT' ? null : refuse('file_unreadable', { file: `${shown}/${path}`, place: code });
    }
  },
  read: (path, limit) => {
    const file = `${shown}/${path}`;
    let handle: number;
    try {
      // Without waiting: a pipe with nobody at its other end would hold the reader for ever.
      handle = openSync(
        join(root, path),
        constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
      );
    } catch (error) {
      return refuse('file_unreadable', { file, place: (error as NodeJS.ErrnoException).code ?? '?' });
    }
    try {
      const facts = fstatSync(handle);
      if (!facts.isFile()) refuse('file_unreadable', { file, place: 'not a file' });
      if (facts.size > limit) refuse('file_too_big', { file, limit: `${Math.ceil(limit / 1024 / 1024)} MB` });
      return readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  },
});

/** The folder a plan stands in, when a folder or its `juzhen.json` was chosen; null for a packed file. */
export function planFolder(path: string): string | null {
  if (basename(path) === HEAD_PATH) return dirname(path);
  return statSync(path).isDirectory() ? path : null;
}

/** Whether a folder is a plan's folder form, and not one full of documents. */
export const isPlanFolder = (path: string): boolean => existsSync(join(path, HEAD_PATH));
