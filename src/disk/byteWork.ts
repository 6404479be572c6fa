import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import { nodeWork } from '../core/plan/file/byteWork';

/** What files are read and written with in the studio's threads. */
export const byteWork = nodeWork({
  createHash,
  crc32,
  inflateRawSync,
  isUtf8,
  utf8: ({ buffer, byteOffset, length }) => Buffer.from(buffer, byteOffset, length).toString('utf8'),
});
