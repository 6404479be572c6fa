import { deflateSync, strToU8 } from 'fflate';
import { type ByteWork, plainWork } from './byteWork';
import type { PlanEntry } from './content';
import { limits } from './limits';
import { checkZip } from './zipLimits';

/**
 * Writes a zip whose bytes depend on nothing but its entries: sorted paths, the oldest date a zip knows, no extra
 * fields, one deflate level, plain storage where `store` says so. Zip64 is not written: more than a plain zip holds is
 * refused (`zipLimits.ts`).
 *
 *   local header, name, data   × n      PK 03 04
 *   central header, name       × n      PK 01 02
 *   end record                          PK 05 06
 */
export function writeZip(
  entries: readonly PlanEntry[],
  store: (path: string) => boolean,
  work: ByteWork = plainWork,
): Uint8Array {
  const zip = zipParts(work);
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const parts = sorted.flatMap((entry) => zip.add(entry, store(entry.path)));
  return concat([...parts, ...zip.end()]);
}

/** A zip in parts, to be written one after the other: whoever holds the file need not hold all of it. Order is the caller's. */
export function zipParts(work: ByteWork = plainWork): {
  readonly add: (entry: PlanEntry, plain: boolean) => readonly Uint8Array[];
  readonly end: () => readonly Uint8Array[];
} {
  const directory: Uint8Array[] = [];
  let offset = 0;
  let count = 0;
  return {
    add: ({ path, bytes }, plain) => {
      const name = strToU8(path);
      const { method, data } = pack(bytes, plain);
      const facts = { method, crc: work.crc32(bytes), packed: data.length, size: bytes.length, name };
      const local = localHeader(facts);
      directory.push(centralHeader(facts, offset), name);
      offset += local.length + name.length + data.length;
      count += 1;
      // Not only at the end: a number that no longer fits must not be written, nor 4 GB for nothing.
      checkZip({ files: count, bytes: offset });
      return [local, name, data];
    },
    end: () => {
      const size = directory.reduce((sum, { length }) => sum + length, 0);
      checkZip({ files: count, bytes: offset + size });
      return [...directory, endRecord(count, size, offset)];
    },
  };
}

export const STORED = 0;
export const DEFLATED = 8;
/** Level 6 is where both speed and size are reasonable; changing it changes every file's bytes. */
const LEVEL = 6;
/** 1980-01-01, the first day of the MS-DOS calendar. */
const DOS_DATE = (1 << 5) | 1;
const UTF8_NAMES = 0x0800;
const VERSION_NEEDED = 20;

/** What deflate would shrink beyond what readers allow is stored plain, so that our own files always open. */
function pack(bytes: Uint8Array, plain: boolean): { readonly method: number; readonly data: Uint8Array } {
  if (plain) return { method: STORED, data: bytes };
  const packed = deflateSync(bytes, { level: LEVEL });
  const tooTight = bytes.length > limits.ratioFrom && bytes.length > packed.length * limits.ratio;
  return packed.length >= bytes.length || tooTight
    ? { method: STORED, data: bytes }
    : { method: DEFLATED, data: packed };
}

type Facts = {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly name: Uint8Array;
};

/** What both headers of a file say of it. */
const about = ({ method, crc, packed, size, name }: Facts): readonly Field[] => [
  [2, UTF8_NAMES],
  [2, method],
  [2, 0],
  [2, DOS_DATE],
  [4, crc],
  [4, packed],
  [4, size],
  [2, name.length],
  [2, 0],
];

const localHeader = (facts: Facts): Uint8Array => fields([[4, 0x04034b50], [2, VERSION_NEEDED], ...about(facts)]);

const centralHeader = (facts: Facts, offset: number): Uint8Array =>
  fields([
    [4, 0x02014b50],
    [2, VERSION_NEEDED],
    [2, VERSION_NEEDED],
    ...about(facts),
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  ]);

const endRecord = (count: number, size: number, offset: number): Uint8Array =>
  fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  ]);

/** Little-endian numbers of 2 or 4 bytes in a row. */
/** So many bytes, and the number in them. */
type Field = readonly [2 | 4, number];

function fields(list: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(list.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of list) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
