import { basename, isAbsolute } from 'node:path';
import type { Answer, Chosen } from '../contract';
import { failure } from '../core/result';

/** Most files dropped at once; more is a folder. */
const MAX_DROPPED = 500;

/** What was dropped on the window, as a token; anything but a list of absolute paths is refused. */
export function dropped(paths: unknown, take: (paths: readonly string[]) => Chosen): Answer<Chosen> {
  const fits = (path: unknown): path is string =>
    typeof path === 'string' && path.length <= 4_096 && isAbsolute(path) && !path.includes('\0');
  if (!Array.isArray(paths) || paths.length === 0 || paths.length > MAX_DROPPED || !paths.every(fits))
    return { ok: false, failure: failure('bad_input', { field: 'paths' }) };
  try {
    return { ok: true, value: take(paths) };
  } catch {
    // The one thing that can go wrong: it was there when it was dropped, and is gone now.
    return { ok: false, failure: failure('file_missing', { file: basename(paths[0] ?? '') }) };
  }
}
