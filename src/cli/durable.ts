import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Lang } from '../core/model/records';
import { failure } from '../core/result';
import { Stop, stopped } from './io';

/**
 * Writes a file whole or not at all: beside its place under a name nobody can guess, synced, renamed. What was there
 * before stays until then; a link at the place is replaced, not followed. Throws what the file system says.
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(fresh, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

/** As `writeWhole`, in a folder that is made when it is missing. */
export async function writeInto(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, content);
}

/** Runs what writes to `shown`; whatever the file system refuses ends the command with one sentence. */
export async function writing<T>(lang: Lang, shown: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Stop) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw stopped(lang, failure(code === 'ENOSPC' ? 'disk_full_there' : 'folder_not_writable', { folder: shown }));
  }
}
