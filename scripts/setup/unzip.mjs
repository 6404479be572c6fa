import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DEFLATED = 8;

/**
 * Unpacks the files of a zip for which `rename(name)` answers a path below `folder`. In plain Node,
 * because a bare machine has no unzip, and the archive holds 25,000 files that we do not want.
 * No zip64 and no checksums: the caller has verified the whole archive by its hash.
 */
export async function unzip(archive, folder, rename) {
  const file = await open(archive);
  try {
    for (const entry of await readDirectory(file)) {
      const name = rename(entry.name);
      if (!name || entry.name.endsWith('/')) continue;
      const target = join(folder, name);
      if (relative(folder, target).startsWith('..')) throw new Error(`${entry.name} leaves the folder`);
      mkdirSync(dirname(target), { recursive: true });
      const start = await bodyOf(file, entry);
      if (entry.packedSize === 0) {
        createWriteStream(target, { mode: entry.mode }).end();
        continue;
      }
      await pipeline(
        createReadStream(archive, { start, end: start + entry.packedSize - 1, highWaterMark: 1 << 20 }),
        entry.method === DEFLATED ? createInflateRaw({ chunkSize: 1 << 18 }) : new PassThrough(),
        createWriteStream(target, { mode: entry.mode }),
      );
    }
  } finally {
    await file.close();
  }
}

async function read(file, length, position) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** The list of entries stands at the end of the archive, found through the record that closes it. */
async function readDirectory(file) {
  const { size } = await file.stat();
  const tailStart = Math.max(0, size - 65_557);
  const tail = await read(file, size - tailStart, tailStart);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('not a zip archive');

  const directory = await read(file, tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16));
  const entries = [];
  for (let at = 0; at < directory.length; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777 || 0o644,
      header: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** The local header repeats name and extra field, with lengths of its own. */
async function bodyOf(file, { header }) {
  const local = await read(file, 30, header);
  return header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
}
