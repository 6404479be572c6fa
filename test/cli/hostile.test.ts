import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { digestBytes } from '../../src/core/model/ids';
import { encodePlan, packPlan } from '../../src/core/plan/file/write';
import { everyFeature } from '../core/plan/everyFeature';
import { aFolder, runIn } from './runIn';
import { smallDisk } from './smallDisk';

/**
 * Bad files at every door of the command line (rows I1–I12 and F8–F11 of docs/bad-input.md): one sentence, exit code 4,
 * nothing on standard output, and not a byte in the folder that was not there before.
 */

const shelf = aFolder();
let here = '';
beforeAll(async () => {
  const picture = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 37) % 251);
  const content = { ...everyFeature, assets: new Map([[`${digestBytes(picture)}.jpg`, picture]]) };
  writeFileSync(join(shelf, 'plan.juzhen'), packPlan(encodePlan(content)));
  expect((await runIn(shelf, ['unpack', 'plan.juzhen', 'plan'])).code).toBe(0);
});
beforeEach(() => {
  here = aFolder();
});
afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const packed = () => readFileSync(join(shelf, 'plan.juzhen'));

/** Everything below a folder with its digest; links by name. */
function inventory(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const isSmall = entry.isFile() && statSync(path).size < 10_000_000;
      return `${path} ${isSmall ? createHash('sha256').update(readFileSync(path)).digest('hex') : ''}`;
    })
    .sort();
}

/** Every command that reads a plan, pointed at `file`. */
const readers = (file: string): readonly (readonly string[])[] => [
  ['validate', file],
  ['check', file],
  ['export', file, '--out', 'out'],
  ['diff', file, join(shelf, 'plan.juzhen')],
  ['merge', join(shelf, 'plan.juzhen'), file, '-o', 'merged.juzhen'],
  ['unpack', file, 'unpacked'],
  ['pack', file, 'packed.juzhen'],
];

async function refuses(file: string, sentence: RegExp): Promise<void> {
  const before = inventory(here);
  for (const [index, argv] of readers(file).entries())
    for (const lang of index === 0 ? ['zh', 'en'] : ['en']) {
      const { code, out, err } = await runIn(here, [...argv, '--lang', lang]);
      expect([argv[0], code, out, err]).toEqual([argv[0], 4, '', err]);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      expect(err).toContain(file.split('/').at(-1));
      if (lang === 'en') expect(err).toMatch(sentence);
    }
  expect(inventory(here)).toEqual(before);
}

const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  );
/** Twenty megabytes out of twenty kilobytes. */
const bomb = (): Uint8Array => zip({ 'manifest.json': new Uint8Array(20 * 1024 * 1024) });

describe('a file that is no plan, or a broken one', () => {
  const files: readonly (readonly [string, () => Uint8Array | string, RegExp])[] = [
    ['nothing in it', () => '', /not a Juzhen plan/],
    ['Markdown under a plan’s name', () => '# 标题\n', /not a Juzhen plan/],
    ['another zip', () => zip({ 'word/document.xml': '<w/>' }), /not a Juzhen plan/],
    ['cut in half', () => packed().subarray(0, packed().length >> 1), /damaged/],
    ['a tail of zeros', () => Buffer.concat([packed(), Buffer.alloc(500)]), /damaged/],
    ['zeroed from the middle', () => Buffer.from(packed()).fill(0, packed().length >> 1), /damaged/],
    ['two halves of two files', () => Buffer.concat([packed().subarray(0, 1500), packed().subarray(2500)]), /damaged/],
    ['a path that climbs', () => zip({ 'manifest.json': '{}', '../../evil.json': '{}' }), /leads outside/],
    ['a path with a drive', () => zip({ 'manifest.json': '{}', 'C:\\evil.json': '{}' }), /leads outside/],
    ['a device’s name', () => zip({ 'manifest.json': '{}', 'assets/aux.jpg': 'x' }), /leads outside/],
    ['names that differ in case', () => zip({ 'manifest.json': '{}', 'Plan.json': 'a', 'plan.json': 'b' }), /damaged/],
    [
      'JSON a million levels deep',
      () => zip({ 'manifest.json': `${'['.repeat(1e6)}${']'.repeat(1e6)}` }),
      /damaged|too big/,
    ],
    [
      'keys of the prototype',
      () => zip({ 'manifest.json': '{"__proto__":{"polluted":1},"format":"juzhen","version":1}' }),
      /damaged/,
    ],
    ['broken UTF-8', () => zip({ 'manifest.json': Uint8Array.of(0x22, 0xc0, 0xaf, 0x22) }), /damaged/],
    ['a bomb', bomb, /too big/],
  ];
  test.each(files)('%s', { timeout: 60_000 }, async (_name, make, sentence) => {
    writeFileSync(join(here, 'bad.juzhen'), make());
    await refuses('bad.juzhen', sentence);
  });

  test('two gigabytes of nothing, which are not read', async () => {
    writeFileSync(join(here, 'huge.juzhen'), '');
    truncateSync(join(here, 'huge.juzhen'), 2 * 1024 ** 3);
    await refuses('huge.juzhen', /too big \(limit 512 MB\)/);
  });

  test('a file that is not there, a link to nowhere, a socket of the system', async () => {
    await refuses('gone.juzhen', /not there/);
    symlinkSync('nowhere', join(here, 'link.juzhen'));
    await refuses('link.juzhen', /not there/);
    symlinkSync('/dev/zero', join(here, 'device.juzhen'));
    await refuses('device.juzhen', /not there/);
  });
});

describe('a folder that is no plan, or a broken one', () => {
  const records = () => join(here, 'plan/records/piece');
  const someRecord = () => join(records(), readdirSync(join(shelf, 'plan/records/piece'))[0] ?? '');
  const folders: readonly (readonly [string, () => void, RegExp])[] = [
    ['without a head', () => writeFileSync(join(here, 'plan/juzhen.json'), '{}'), /not a Juzhen plan/],
    ['a torn record', () => truncateSync(someRecord(), 40), /damaged at “records\/piece/],
    ['an empty record', () => truncateSync(someRecord(), 0), /damaged/],
    ['a record of two gigabytes', () => truncateSync(someRecord(), 2 * 1024 ** 3), /too big/],
    [
      'a picture of three gigabytes',
      () => {
        const name = readdirSync(join(here, 'plan/assets'))[0] ?? '';
        truncateSync(join(here, 'plan/assets', name), 3 * 1024 ** 3);
      },
      /too big/,
    ],
    [
      'git’s conflict marks',
      () => writeFileSync(someRecord(), '<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n'),
      /damaged/,
    ],
    [
      'a copy of a sync tool',
      () => cpSync(someRecord(), join(records(), 'copy (conflicted copy 2026-10-01).json')),
      /conflicted copy/,
    ],
    ['a deep record', () => writeFileSync(someRecord(), `{"a":${'['.repeat(100_000)}`), /damaged/],
    [
      'another picture under a digest',
      () => {
        const name = readdirSync(join(here, 'plan/assets'))[0] ?? '';
        writeFileSync(join(here, 'plan/assets', name), '<svg onload="alert(1)"/>');
      },
      /damaged at “assets/,
    ],
    [
      'a link in the place of records',
      () => {
        cpSync(join(here, 'plan/records'), join(here, 'elsewhere'), { recursive: true });
        cpSync(join(here, 'plan/juzhen.json'), join(here, 'other/juzhen.json'));
        symlinkSync('../elsewhere', join(here, 'other/records'));
      },
      /leads outside/,
    ],
  ];
  test.each(folders)('%s', { timeout: 60_000 }, async (name, spoil, sentence) => {
    cpSync(join(shelf, 'plan'), join(here, 'plan'), { recursive: true });
    spoil();
    const folder = name.includes('link') ? 'other' : 'plan';
    const before = inventory(here);
    for (const argv of readers(folder)) {
      const { code, out, err } = await runIn(here, [...argv, '--lang', 'en']);
      expect([argv[0], code, out]).toEqual([argv[0], 4, '']);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      expect(err).toMatch(sentence);
    }
    expect(inventory(here)).toEqual(before);
  });
});

describe('a place that cannot be written', () => {
  const writers = (to: string): readonly (readonly string[])[] => [
    ['unpack', join(shelf, 'plan.juzhen'), join(to, 'folder')],
    ['pack', join(shelf, 'plan'), join(to, 'new.juzhen')],
    ['merge', join(shelf, 'plan'), join(shelf, 'plan.juzhen'), '-o', join(to, 'merged.juzhen')],
    ['export', exported, '--out', join(to, 'out'), '--forms', 'copy_pack,csv'],
    ['sample', join(to, 'sample.juzhen')],
  ];
  const exported = join(shelf, 'sample.juzhen');
  beforeAll(async () => {
    expect((await runIn(shelf, ['sample', exported, '--today', '2026-10-11'])).code).toBe(0);
  });
  const refusesTo = async (to: string, sentence: RegExp) => {
    const before = inventory(to);
    for (const argv of writers(to)) {
      const { code, out, err } = await runIn(here, [...argv, '--lang', 'en']);
      expect([argv[0], code, out]).toEqual([argv[0], 4, '']);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      expect(err).toMatch(sentence);
    }
    expect(inventory(to)).toEqual(before);
  };

  test('a full disk: what was there stays as it was, and nothing half is left', async () => {
    const disk = smallDisk('full disk', 'size=256k');
    if (disk === null) return;
    try {
      writeFileSync(join(disk.path, 'old.juzhen'), 'old');
      await refusesTo(disk.path, /disk of .* is full|disk is full/);
    } finally {
      disk.free();
    }
  });

  test('a disk that takes nothing', async () => {
    const disk = smallDisk('read-only disk', 'size=16m');
    if (disk === null) return;
    try {
      mkdirSync(join(disk.path, 'there'));
      disk.remount('ro');
      await refusesTo(disk.path, /Cannot write to|cannot be written/i);
    } finally {
      disk.free();
    }
  });

  test('a folder that is gone, or a file in its place', async () => {
    writeFileSync(join(here, 'file'), 'x');
    for (const argv of writers(join(here, 'file'))) expect((await runIn(here, argv)).code).toBe(4);
    expect(readFileSync(join(here, 'file'), 'utf8')).toBe('x');
    for (const command of ['pack', 'merge', 'sample']) {
      const argv = writers(join(here, 'no/where')).find(([name]) => name === command) ?? [];
      expect((await runIn(here, argv)).code).toBe(4);
    }
    expect(existsSync(join(here, 'no'))).toBe(false);
  });
});
