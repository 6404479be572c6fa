import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashOf } from '../../scripts/setup/build.mjs';

let base;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(join(base, 'src/deep'), { recursive: true });
  writeFileSync(join(base, 'src/a.ts'), 'a');
  writeFileSync(join(base, 'src/deep/b.ts'), 'b');
});
afterEach(() => rmSync(base, { recursive: true }));

const hash = () => hashOf(['src', 'vite.config.ts'], base);
const changes = (change) => {
  const before = hash();
  change();
  return before !== hash();
};

it('changes with content, with a new name, a new file, and with a file that comes into being', () => {
  expect(changes(() => writeFileSync(join(base, 'src/deep/b.ts'), 'c'))).toBe(true);
  expect(changes(() => renameSync(join(base, 'src/a.ts'), join(base, 'src/z.ts')))).toBe(true);
  expect(changes(() => writeFileSync(join(base, 'src/new.ts'), ''))).toBe(true);
  expect(changes(() => writeFileSync(join(base, 'vite.config.ts'), ''))).toBe(true);
});

it('does not change when a file is only touched, as a git checkout does', () => {
  expect(changes(() => utimesSync(join(base, 'src/a.ts'), 1, 1))).toBe(false);
});

it('does not take a text moved from one file to the next for the same', () => {
  expect(
    changes(() => {
      writeFileSync(join(base, 'src/a.ts'), '');
      writeFileSync(join(base, 'src/deep/b.ts'), 'ab');
    }),
  ).toBe(true);
});
