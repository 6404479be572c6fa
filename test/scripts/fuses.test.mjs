import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changeFuses, FUSE, findFuses, setFuses } from '../../scripts/setup/fuses.mjs';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const aBinary = (states, version = 1) =>
  Buffer.concat([
    Buffer.alloc(1000, 0x90),
    Buffer.from(SENTINEL),
    Buffer.from([version, states.length]),
    Buffer.from(states),
    Buffer.alloc(500, 0xcc),
  ]);

it('finds the states behind the sentinel', () => {
  expect(findFuses(aBinary('10100011'))).toEqual({ offset: 1000 + 32 + 2, states: '10100011' });
});

it('refuses what is not an Electron binary, or speaks another wire version', () => {
  expect(() => findFuses(Buffer.alloc(2000))).toThrow(/no fuse sentinel/);
  expect(() => findFuses(aBinary('1010', 2))).toThrow(/version 2 is unknown/);
});

it('changes the named fuses and no other', () => {
  expect(changeFuses('10100011', { [FUSE.nodeCliInspect]: true, [FUSE.browserSnapshot]: false })).toBe('10110001');
});

it('refuses a fuse that the binary lacks or has had removed', () => {
  expect(() => changeFuses('101', { 6: false })).toThrow(/fuse 6 is not in this binary/);
  expect(() => changeFuses('101r', { 3: true })).toThrow(/fuse 3 is not in this binary/);
});

it('edits the file in place, a byte for a byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuses-'));
  try {
    const file = join(folder, 'electron');
    writeFileSync(file, aBinary('10100011'));
    setFuses(file, { 3: true, 6: false });
    expect(readFileSync(file)).toEqual(aBinary('10110001'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
