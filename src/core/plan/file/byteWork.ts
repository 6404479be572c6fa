import { digestBytes } from '../../model/ids';
import { crc32 } from './crc32';
import { plainInflate } from './plainInflate';
import { decodeUtf8 } from './utf8';

/**
 * The work on bytes that reading and writing files is mostly made of. Core has it in plain JavaScript; a shell that has an
 * engine for it hands its own in, which does the same many times quicker (`test/core/plan/byteWork.test.ts`). Deflating
 * is not among it: engines differ in what they write, and the same content is the same bytes everywhere.
 */
export type ByteWork = {
  /** SHA-256, 64 hex digits. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** CRC-32 (IEEE 802.3). */
  readonly crc32: (bytes: Uint8Array) => number;
  /** Text of strictly valid UTF-8, without a byte-order mark; null for anything else. */
  readonly text: (bytes: Uint8Array) => string | null;
  readonly inflate: Inflated;
};

/**
 * What raw deflate data holds, never making much more than `most` bytes: `more` when that would not be all, `damaged` for
 * what is no deflate data or ends too early. Bytes behind its end are passed over.
 */
export type Inflated = (data: Uint8Array, most: number) => Uint8Array | 'more' | 'damaged';

export const plainWork: ByteWork = { sha256: digestBytes, crc32, text: decodeUtf8, inflate: plainInflate };

/** The functions of Node that a shell has at hand; core knows none of them by itself. */
export type NodeFunctions = {
  readonly createHash: (algorithm: 'sha256') => {
    update(bytes: Uint8Array): { digest(encoding: 'hex'): string };
  };
  readonly crc32: (bytes: Uint8Array) => number;
  readonly isUtf8: (bytes: Uint8Array) => boolean;
  readonly utf8: (bytes: Uint8Array) => string;
  readonly inflateRawSync: (
    data: Uint8Array,
    options: { readonly maxOutputLength: number; readonly chunkSize: number },
  ) => Uint8Array;
};

/** Steps in which Node makes room for what it inflates, in bytes. */
const ROOM = { least: 64, most: 4 * 1024 * 1024 } as const;

/** The same work by Node. */
export function nodeWork({ createHash, crc32, isUtf8, utf8, inflateRawSync }: NodeFunctions): ByteWork {
  return {
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    crc32: (bytes) => crc32(bytes),
    text: (bytes) => (isUtf8(bytes) ? utf8(hasMark(bytes) ? bytes.subarray(3) : bytes) : null),
    inflate: (data, most) => {
      const chunkSize = Math.min(Math.max(most + 1, ROOM.least), ROOM.most);
      try {
        const made = inflateRawSync(data, { maxOutputLength: Math.max(most, 1), chunkSize });
        return made.length > most ? 'more' : new Uint8Array(made.buffer, made.byteOffset, made.length);
      } catch (error) {
        const { code } = error as { readonly code?: unknown };
        if (code === 'ERR_BUFFER_TOO_LARGE') return 'more';
        if (typeof code === 'string' && code.startsWith('Z_')) return 'damaged';
        throw error;
      }
    },
  };
}

const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
