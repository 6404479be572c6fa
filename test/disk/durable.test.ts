import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeDurably, writeWhole } from '../../src/disk/durable';

const folder = (): string => mkdtempSync(join(tmpdir(), 'juzhen-durable-'));

test('a written file holds the text, is the user’s alone, and leaves nothing beside it', () => {
  const home = folder();
  writeDurably(join(home, 'deep', 'studio.json'), '一');
  writeDurably(join(home, 'deep', 'studio.json'), '二');
  expect(readFileSync(join(home, 'deep', 'studio.json'), 'utf8')).toBe('二');
  expect(readdirSync(join(home, 'deep'))).toEqual(['studio.json']);
  expect(statSync(join(home, 'deep', 'studio.json')).mode & 0o777).toBe(0o600);
});

test('a half-written file of a crash is swept and never followed when it is a link', () => {
  const home = folder();
  writeFileSync(join(home, 'other'), 'untouched');
  symlinkSync(join(home, 'other'), join(home, 'studio.json.new'));
  writeDurably(join(home, 'studio.json'), 'new');
  expect(readFileSync(join(home, 'other'), 'utf8')).toBe('untouched');
  expect(readFileSync(join(home, 'studio.json'), 'utf8')).toBe('new');
});

test('what cannot take its place leaves nothing beside it', () => {
  const home = folder();
  mkdirSync(join(home, 'studio.json', 'a folder of that name'), { recursive: true });
  expect(() => writeWhole(join(home, 'studio.json'), 'new')).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(readdirSync(home)).toEqual(['studio.json']);
});
