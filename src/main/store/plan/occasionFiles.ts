import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { readIcs } from '../../../core/occasions/ics/readIcs';
import { takeIcs } from '../../../core/occasions/ics/takeIcs';
import { refuse } from '../../../core/result';
import { type Decode, decodeText } from '../../../core/text/encoding';
import type { StoreContext } from '../context';
import { listViews } from '../rows';
import { workspaceOf } from '../workspace';

/** It is read where the plan is written, and nothing may wait long for it: half a second for so many bytes. */
const MOST_BYTES = 12 * 1024 * 1024;

/** A calendar file held against the workspace: what taking it in would do, and the ops that do it. */
export function readFile(store: StoreContext, path: string): ReturnType<typeof takeIcs> {
  const name = basename(path);
  const bytes = bytesOf(path, name);
  if (bytes.length === 0) refuse('file_empty', { file: name });
  const { text } = decodeText(bytes, decode) ?? refuse('file_not_text', { file: name });
  if (text.includes('\0')) refuse('file_not_text', { file: name });
  if (!/^BEGIN:VCALENDAR/im.test(text)) refuse('file_damaged', { file: name, place: 'BEGIN:VCALENDAR' });
  const read = readIcs(text, { zone: workspaceOf(store.db).zone, today: store.today() });
  return takeIcs(read, listViews(store.db, 'occasion'), name, () => store.newId('o'));
}

/** Strict decoding by Node's own tables; null where the bytes are not valid. */
const decode: Decode = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

function bytesOf(path: string, name: string): Uint8Array {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return code === 'ENOENT'
      ? refuse('file_missing', { file: name })
      : refuse('file_unreadable', { file: name, place: code });
  }
  try {
    const { size } = fstatSync(file);
    if (size > MOST_BYTES) refuse('file_too_big', { file: name, limit: '12 MB' });
    const bytes = new Uint8Array(size);
    return bytes.subarray(0, readSync(file, bytes, 0, size, 0));
  } finally {
    closeSync(file);
  }
}
