import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appUnderTest } from '../helpers/app';

/**
 * What a start reads before the first screen, counted in the build and not timed: code that creeps in here is paid for
 * by everyone at every start. The figures are today's with a little air; `npm run bench -- startup` has the ratios.
 */
const out = join(appUnderTest, 'out');
const read = (path: string): string => readFileSync(path, 'utf8');

/** The files that come with one, by static imports, with their text. */
function withImports(entries: readonly string[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const open = [...entries];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (files.has(path)) continue;
    const text = read(path);
    files.set(path, text);
    for (const [, from = ''] of text.matchAll(/(?:^|[;}\n])import(?:[^"'`();]*?from)?["'](\.[^"']+)["']/g))
      open.push(resolve(dirname(path), from));
  }
  return files;
}
const sizeOf = (files: ReadonlyMap<string, string>): number =>
  [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const joined = (files: ReadonlyMap<string, string>): string => [...files.values()].join('\n');

describe('what a start reads before the first screen', () => {
  const page = read(join(out, 'renderer/index.html'));
  const linked = (pattern: RegExp): readonly string[] =>
    [...page.matchAll(pattern)].map(([, path = '']) => join(out, 'renderer', path));

  test('the page: little code, and neither the component library nor the schema library in it', () => {
    const scripts = withImports(linked(/src="([^"]+\.js)"/g));
    expect(scripts.size).toBeLessThanOrEqual(3);
    expect(sizeOf(scripts)).toBeLessThan(462_000);
    expect(joined(scripts)).not.toMatch(/MantineProvider was not found|ZodError/);
    const styles = linked(/href="([^"]+\.css)"/g);
    expect(styles).toHaveLength(1);
    expect(read(styles[0] ?? '').length).toBeLessThan(45_000);
  });

  const main = join(out, 'main/index.js');
  const shell = readdirSync(join(out, 'main/chunks')).filter((name) => /^shell-.*\.js$/.test(name));

  test('before the window: no schemas, no words, no store', () => {
    const files = withImports([main]);
    expect(sizeOf(files)).toBeLessThan(25_000);
    expect(joined(files)).not.toMatch(/ZodError|better-sqlite3|INVALID_VALUE/);
  });

  test('before the first answer: the workspaces and the way out, still no schemas and no words', () => {
    expect(shell).toHaveLength(1);
    const files = withImports([main, join(out, 'main/chunks', shell[0] ?? '')]);
    expect(sizeOf(files)).toBeLessThan(60_000);
    expect(joined(files)).not.toMatch(/ZodError|better-sqlite3|INVALID_VALUE/);
  });

  test('the store without what reads and writes files', () => {
    const files = withImports([join(out, 'main/store.js')]);
    expect(sizeOf(files)).toBeLessThan(420_000);
    expect(joined(files)).not.toMatch(/YAMLParseError|unexpected EOF/);
  });
});
