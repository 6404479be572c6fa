import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Lang } from '../core/model/records';
import { failure } from '../core/result';
import { FOR_ALL, syncFolder, writeWhole } from '../disk/durable';
import { Stop, stopped } from './io';

/** Writes a file that was asked for: whole or not at all, and on the disk when the command says so. */
export function writeFile(path: string, content: Uint8Array | string): void {
  writeWhole(path, content, FOR_ALL);
  syncFolder(dirname(path));
}

/** One file of many, in a folder that is made when it is missing. */
export function writeInto(path: string, content: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, content, FOR_ALL);
}

/** Runs what writes to `shown`; whatever the file system refuses ends the command with one sentence. */
export async function writing<T>(lang: Lang, shown: string, write: () => T | Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Stop) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw stopped(
      lang,
      failure(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk_full_there' : 'folder_not_writable', { folder: shown }),
    );
  }
}
