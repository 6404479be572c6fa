import { err, type Failure, failure, type Result } from '../../result';
import { type ByteWork, plainWork } from './byteWork';
import type { PlanEntry } from './content';
import { damaged, fault, reading, tooBig } from './fault';
import { limits } from './limits';
import { isSafePath, pathKey } from './paths';
import { decodeUtf8 } from './utf8';
import { DEFLATED, STORED } from './zip';

/**
 * Reads a zip that a stranger may have made. Only what the central directory names is read, entries may not overlap,
 * and inflating counts what really comes out: what a header says about sizes is believed only after it was found true.
 *
 * @param wanted which files to unpack; the others are checked in the directory only.
 * @returns the wanted files in the order of the directory, or the first thing that is wrong, with its place.
 */
export function readZip(
  bytes: Uint8Array,
  file: string,
  wanted: (path: string) => boolean = () => true,
  work: ByteWork = plainWork,
): Result<readonly PlanEntry[], Failure> {
  const source = inMemory(bytes);
  if (!startsAsZip(source)) return err(failure('file_not_plan', { file }));
  return reading(file, () => {
    const zip = openZip(source, work);
    return zip.entries
      .filter(({ path }) => wanted(path))
      .map((entry) => ({ path: entry.path, bytes: zip.unpack(entry) }));
  });
}

/** Where a zip lies: in memory, or on a disk from which only what is asked for is read. */
export type ZipSource = {
  readonly size: number;
  /** Bytes of a part; fewer where the source ends before. */
  readonly part: (from: number, to: number) => Uint8Array;
};

const inMemory = (bytes: Uint8Array): ZipSource => ({
  size: bytes.length,
  part: (from, to) => bytes.subarray(from, to),
});

export const startsAsZip = (source: ZipSource): boolean => source.size >= 4 && uint32(source.part(0, 4), 0) === LOCAL;

/** An entry of the directory, folders aside. */
export type ZipEntry = { readonly path: string; readonly size: number };

/** A zip whose directory was read and checked; an entry is unpacked, and checked, when it is asked for. Both end in a fault. */
export function openZip(
  source: ZipSource,
  work: ByteWork,
): { readonly entries: readonly ZipEntry[]; readonly unpack: (entry: ZipEntry) => Uint8Array } {
  const listed = readDirectory(source).filter(({ path }) => !path.endsWith('/'));
  const budget = { left: limits.inflated };
  return { entries: listed, unpack: (entry) => unpack(source, entry as Listed, budget, work) };
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const ENCRYPTED = 0x0001;
const SYMLINK = 0xa000;
const FILE_TYPE = 0xf000;

type Listed = {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where the entry's data begin and end. */
  readonly from: number;
  readonly to: number;
};

function readDirectory(source: ZipSource): readonly Listed[] {
  const { at: end, record } = findEnd(source);
  const count = uint16(record, 10);
  const size = uint32(record, 12);
  const start = uint32(record, 16);
  // What a zip of more than 4 GB says instead of a number it has no room for.
  if (start === 0xffffffff || size === 0xffffffff) tooBig('4 GB');
  if (count === 0xffff || uint16(record, 8) !== count || start + size !== end) damaged('zip directory');
  if (count > limits.entries) tooBig(`${limits.entries}`);
  const entries: Listed[] = [];
  const names = new Set<string>();
  const taken: { readonly from: number; readonly to: number }[] = [];
  const bytes = source.part(start, end);
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > size || uint32(bytes, at) !== CENTRAL) damaged('zip directory');
    const nameLength = uint16(bytes, at + 28);
    const next = at + 46 + nameLength + uint16(bytes, at + 30) + uint16(bytes, at + 32);
    if (next > size) damaged('zip directory');
    const entry = readEntry(source, bytes.subarray(at, next), nameLength, start);
    if (names.has(pathKey(entry.path))) damaged(entry.path);
    names.add(pathKey(entry.path));
    entries.push(entry);
    taken.push({ from: uint32(bytes, at + 42), to: entry.to });
    at = next;
  }
  if (at !== size) damaged('zip directory');
  const packedJson = entries.reduce((sum, { path, packed }) => sum + (path.endsWith('.json') ? packed : 0), 0);
  if (packedJson > limits.packedJson) tooBig(`${limits.packedJson >> 20} MB`);
  taken.sort((a, b) => a.from - b.from);
  for (const [index, { from }] of taken.entries())
    if (index > 0 && from < (taken[index - 1]?.to ?? 0)) damaged('zip directory');
  return entries;
}

/** The end record stands at the very end, but for a comment whose length it names. */
function findEnd({ size, part }: ZipSource): { readonly at: number; readonly record: Uint8Array } {
  const lowest = Math.max(0, size - END_SIZE - 0xffff);
  const tail = part(lowest, size);
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1)
    if (uint32(tail, at) === END && at + END_SIZE + uint16(tail, at + 20) === tail.length)
      return { at: lowest + at, record: tail.subarray(at) };
  return damaged(`${size}`);
}

/** One entry of the directory, checked against its local header. `limit` is where the directory begins. */
function readEntry(source: ZipSource, listed: Uint8Array, nameLength: number, limit: number): Listed {
  if (nameLength > limits.entryNameBytes) tooBig(`${limits.entryNameBytes}`);
  const name = listed.subarray(46, 46 + nameLength);
  const path = decodeUtf8(name) ?? damaged('zip directory');
  if (!isSafePath(path) || ((uint32(listed, 38) >>> 16) & FILE_TYPE) === SYMLINK)
    fault('file_unsafe_path', { place: path });
  const method = uint16(listed, 10);
  const header = uint32(listed, 42);
  const packed = uint32(listed, 20);
  const size = uint32(listed, 24);
  if ((uint16(listed, 8) & ENCRYPTED) !== 0 || (method !== STORED && method !== DEFLATED)) damaged(path);
  if (header === 0xffffffff || packed === 0xffffffff || size === 0xffffffff) tooBig('4 GB');
  if (header + 30 > limit) damaged(path);
  const local = source.part(header, header + 30 + nameLength);
  if (uint32(local, 0) !== LOCAL || uint16(local, 8) !== method) damaged(path);
  if (uint16(local, 26) !== nameLength) damaged(path);
  const from = header + 30 + nameLength + uint16(local, 28);
  const to = from + packed;
  if (to > limit || (method === STORED && packed !== size)) damaged(path);
  for (let index = 0; index < nameLength; index += 1) if (local[30 + index] !== name[index]) damaged(path);
  if (path.endsWith('/') && size !== 0) damaged(path);
  return { path, method, crc: uint32(listed, 16), packed, size, from, to };
}

function unpack(source: ZipSource, entry: Listed, budget: { left: number }, work: ByteWork): Uint8Array {
  const data = source.part(entry.from, entry.to);
  // A file that was cut while it was read.
  if (data.length !== entry.packed) damaged(entry.path);
  const plain = entry.method === STORED ? data : inflate(data, entry, budget, work);
  if (work.crc32(plain) !== entry.crc) damaged(entry.path);
  return plain;
}

/** The three bounds in the order they bind: the smallest one is what the entry runs against. */
function inflate(data: Uint8Array, { path, size }: Listed, budget: { left: number }, work: ByteWork): Uint8Array {
  const byRatio = Math.max(limits.ratioFrom, data.length * limits.ratio);
  const most = Math.min(budget.left, byRatio, size);
  const made = work.inflate(data, most);
  if (made === 'more' && most === budget.left) tooBig(`${limits.inflated >> 20} MB`);
  if (made === 'more' && most === byRatio) tooBig(`1:${limits.ratio}`);
  if (typeof made === 'string' || made.length !== size) return damaged(path);
  budget.left -= made.length;
  return made;
}

const uint16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const uint32 = (bytes: Uint8Array, at: number): number => (uint16(bytes, at) | (uint16(bytes, at + 2) << 16)) >>> 0;
