import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resourcesFolder, sqliteBinding } from '../../src/main/resources';

const resourcesPath = mkdtempSync(join(tmpdir(), 'juzhen-resources-'));
const checkout = { packaged: false, appPath: '/src/juzhen', resourcesPath };
const packed = { packaged: true, appPath: join(resourcesPath, 'app.asar'), resourcesPath };

test('shipped files lie beside the code, in a checkout and in a package', () => {
  expect(resourcesFolder(checkout)).toBe('/src/juzhen/resources');
  expect(resourcesFolder(packed)).toBe(join(resourcesPath, 'app.asar', 'resources'));
});

test('the environment names the SQLite addon in a checkout only; a package takes the one it ships', () => {
  expect(sqliteBinding(checkout, '/cache/better_sqlite3.node')).toBe('/cache/better_sqlite3.node');
  expect(sqliteBinding(checkout, undefined)).toBeNull();
  expect(sqliteBinding(packed, '/evil.node')).toBeNull();
  writeFileSync(join(resourcesPath, 'better_sqlite3.node'), '');
  expect(sqliteBinding(packed, '/evil.node')).toBe(join(resourcesPath, 'better_sqlite3.node'));
});
