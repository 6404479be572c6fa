import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who may read a file that is made: the user alone, or whoever the system lets. */
export const OWN = 0o600;
export const FOR_ALL = 0o666;

/**
 * Writes a small file so that after a power cut it holds either the old text or the new one: a new file beside it,
 * synced, renamed over it, and the folder synced. A rename without the sync leaves a file of zeros
 * (electron/electron#29434). Readable by this user only. Throws what the file system says.
 */
export function writeDurably(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeWhole(path, text);
  syncFolder(dirname(path));
}

/**
 * Writes bytes beside their final place under a name nobody can guess, synced, and renames: the file is there whole or
 * not at all, and a link at the place is replaced, not followed. What a kill leaves ends in `.part`. Makes many files
 * quickly: the caller syncs the folder once.
 */
export function writeWhole(path: string, content: Uint8Array | string, mode = OWN): void {
  const fresh = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = openSync(fresh, 'wx', mode);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Windows cannot open a folder; its file system journals the rename by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
