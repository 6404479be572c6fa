import { describe, expect, it } from 'vitest';
import { selection } from '../../scripts/checks/index.mjs';
import { isSameAlive, nameOf } from '../../scripts/setup/alive.mjs';
import { downloadUrl } from '../../scripts/setup/official-runtime.mjs';
import { electronNeedsBinding, readDefines } from '../../scripts/setup/sqlite-binding.mjs';

describe('the selection of checks', () => {
  it('is everything by default, and all but end-to-end when quick', () => {
    expect(selection([])).toMatchObject({ statics: ['types', 'lint', 'format'], endToEnd: true, vitestArgs: [] });
    expect(selection(['--quick'])).toMatchObject({ statics: ['types', 'lint', 'format'], endToEnd: false });
  });

  it('can be one static check or one vitest project', () => {
    expect(selection(['--only', 'types'])).toMatchObject({ statics: ['types'], projects: undefined, endToEnd: false });
    expect(selection(['--only', 'store'])).toMatchObject({
      statics: [],
      projects: { args: ['--project', 'store'] },
      endToEnd: false,
    });
    expect(selection(['--only', 'e2e'])).toMatchObject({ statics: [], projects: undefined, endToEnd: true });
  });

  it('hands patterns to vitest and then leaves the static checks out', () => {
    expect(selection(['merge', '-t', 'swap'])).toMatchObject({
      statics: [],
      vitestArgs: ['--passWithNoTests', 'merge', '-t', 'swap'],
    });
  });

  it('refuses --only without a name', () => {
    expect(() => selection(['--only'])).toThrow(/needs a name/);
  });
});

describe('the address of the official Electron', () => {
  const file = `electron-v45.4.1-${process.platform}-${process.arch}.zip`;

  it('is that of its releases', () => {
    expect(downloadUrl('45.4.1', {})).toBe(`https://github.com/electron/electron/releases/download/v45.4.1/${file}`);
  });

  it('follows the mirror settings of its installer', () => {
    const env = { ELECTRON_MIRROR: 'https://mirror.example/electron/', ELECTRON_CUSTOM_DIR: '{{ version }}' };
    expect(downloadUrl('45.4.1', env)).toBe(`https://mirror.example/electron/45.4.1/${file}`);
    expect(downloadUrl('45.4.1', { ...env, npm_config_electron_mirror: 'https://other.example/' })).toBe(
      `https://other.example/45.4.1/${file}`,
    );
  });
});

describe('the SQLite binding', () => {
  it('is compiled for Electron before 36', () => {
    expect(['33.2.1', '35.9.0', '36.0.0', '45.4.1'].map(electronNeedsBinding)).toEqual([true, true, false, false]);
  });

  it('takes its options from the list that the package ships', () => {
    const gypi = `{\n  'defines': [\n    'HAVE_INT16_T=1',\n    'SQLITE_DEFAULT_CACHE_SIZE=-16000',\n    'SQLITE_ENABLE_FTS5',\n  ],\n}`;
    expect(readDefines(gypi)).toEqual(['HAVE_INT16_T=1', 'SQLITE_DEFAULT_CACHE_SIZE=-16000', 'SQLITE_ENABLE_FTS5']);
  });
});

describe('the name of a process', () => {
  it('fits this process, and not one that has its number later', () => {
    expect(isSameAlive(nameOf(process.pid))).toBe(true);
    expect(isSameAlive(`${process.pid}@1`)).toBe(false);
    expect(isSameAlive('999999999@1')).toBe(false);
  });
});
