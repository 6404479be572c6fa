import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FileView } from '../../../core/media/mp4Header';

/** Opens a file to look into it by place, hands it to `use`, and closes it; it is never read whole. */
export function viewFile<T>(path: string, use: (file: FileView) => T): T {
  const handle = openSync(path, 'r');
  try {
    return use({
      size: fstatSync(handle).size,
      at: (from, length) => {
        const bytes = new Uint8Array(length);
        return bytes.subarray(0, readSync(handle, bytes, 0, length, from));
      },
    });
  } finally {
    closeSync(handle);
  }
}
