import { expect, it } from 'vitest';
import { asar } from '../../scripts/setup/asar.mjs';

/** Reads an archive as Electron does: sizes from the two pickles, bodies from behind the header. */
function read(archive) {
  const headerSize = archive.readUInt32LE(4);
  const json = archive.toString('utf8', 16, 16 + archive.readUInt32LE(12));
  return Object.fromEntries(
    Object.entries(JSON.parse(json).files).map(([name, { size, offset }]) => {
      const start = 8 + headerSize + Number(offset);
      return [name, archive.toString('utf8', start, start + size)];
    }),
  );
}

it.each([
  [{ 'a.mjs': 'x' }],
  [{ 'package.json': '{"type":"module"}', 'loader.mjs': '// 矩阵\nawait 1;\n' }],
  [{ 'empty.txt': '', 'after.txt': 'here' }],
])('gives back the files that went in: %j', (files) => {
  expect(read(asar(files))).toEqual(files);
});

it('has a header whose sizes agree and are padded to four bytes', () => {
  const archive = asar({ 'abc.mjs': 'x' });
  const jsonLength = archive.readUInt32LE(12);
  const padded = Math.ceil(jsonLength / 4) * 4;
  expect([archive.readUInt32LE(0), archive.readUInt32LE(4), archive.readUInt32LE(8)]).toEqual([
    4,
    padded + 8,
    padded + 4,
  ]);
  expect(archive.length).toBe(16 + padded + 1);
});
