import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { refuse } from '../../../core/result';

/** Largest file somebody may hand us to look into, in bytes. */
const MOST = 512 * 1024 * 1024;

/** A file somebody sent, whole in memory, with its name for messages. Refuses `file_missing`, `file_too_big`, `file_unreadable`. */
export function readReceived(path: string): { readonly bytes: Uint8Array; readonly name: string } {
  const name = basename(path);
  try {
    // Without waiting: a pipe with nobody at its other end would hold the thread for ever.
    const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const facts = fstatSync(handle);
      if (!facts.isFile()) return refuse('file_unreadable', { file: name, place: 'EISDIR' });
      if (facts.size > MOST) return refuse('file_too_big', { file: name, limit: `${MOST >> 20} MB` });
      return { bytes: new Uint8Array(readFileSync(handle)), name };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('file_missing', { file: name });
    if (code !== undefined) return refuse('file_unreadable', { file: name, place: code });
    throw error;
  }
}
