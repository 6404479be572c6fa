import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { basename } from 'node:path';
import { failure, Refusal, refuse } from '../../core/result';

/** Times a file is read again when it changes under us, and the pause between, in milliseconds. */
const TRIES = 3;
const PAUSE = 120;

/**
 * A whole file as it stood at one moment: read again while somebody is writing it, refused when that does not end.
 * Links, pipes and devices are refused. Fails with `file_missing`, `file_too_big`, `file_changing`, `file_unreadable`.
 */
export async function readStable(path: string, limit: number): Promise<Uint8Array> {
  const file = basename(path);
  for (let turn = 1; ; turn += 1) {
    const bytes = readOnce(path, file, limit);
    if (bytes !== null) return bytes;
    if (turn === TRIES) return refuse('file_changing', { file });
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

/** Null when the file was another one after reading than before. */
function readOnce(path: string, file: string, limit: number): Uint8Array | null {
  let handle: number;
  try {
    // Without waiting: a pipe with nobody at its other end would hold the thread for ever.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw worded(error, file);
  }
  try {
    const before = fstatSync(handle);
    if (!before.isFile()) refuse('file_unreadable', { file, place: 'not a file' });
    if (before.size > limit) refuse('file_too_big', { file, limit: `${Math.round(limit / 1024 / 1024)} MB` });
    const bytes = Buffer.alloc(before.size);
    let at = 0;
    while (at < bytes.length) {
      const got = readSync(handle, bytes, at, bytes.length - at, at);
      if (got === 0) break;
      at += got;
    }
    return at === bytes.length && isSame(before, fstatSync(handle)) ? bytes : null;
  } catch (error) {
    throw error instanceof Refusal ? error : worded(error, file);
  } finally {
    closeSync(handle);
  }
}

const isSame = (before: Stats, after: Stats): boolean =>
  before.size === after.size && before.mtimeMs === after.mtimeMs && before.ino === after.ino;

function worded(error: unknown, file: string): Refusal {
  const { code = '?' } = error as NodeJS.ErrnoException;
  return new Refusal(
    code === 'ENOENT' ? failure('file_missing', { file }) : failure('file_unreadable', { file, place: code }),
  );
}
