import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPlanFile } from '../../src/core/plan/file/read';
import { encodePlan, packPlan } from '../../src/core/plan/file/write';
import { aFolder, runIn } from './runIn';

const here = aFolder();
const ids = { one: '' };
beforeAll(async () => {
  expect((await runIn(here, ['sample', 'plan.juzhen', '--today', '2026-10-11'])).code).toBe(0);
  expect((await runIn(here, ['unpack', 'plan.juzhen', 'plan'])).code).toBe(0);
  ids.one = readdirSync(join(here, 'plan/records/piece'))[0] ?? '';
});
const bytes = (name: string) => readFileSync(join(here, name));
const record = () => join(here, 'plan/records/piece', ids.one);

describe('juzhen unpack and pack', () => {
  test('there and back is the same bytes, and nothing temporary stays', async () => {
    expect(await runIn(here, ['pack', 'plan', 'back.juzhen'])).toMatchObject({ code: 0, out: 'back.juzhen\n' });
    expect(bytes('back.juzhen').equals(bytes('plan.juzhen'))).toBe(true);
    expect((await runIn(here, ['pack', 'plan/juzhen.json', '-o', 'head.juzhen'])).code).toBe(0);
    expect(bytes('head.juzhen').equals(bytes('plan.juzhen'))).toBe(true);
    expect(readdirSync(here, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([]);
    expect(readdirSync(join(here, 'plan')).sort()).toEqual(['.gitattributes', 'assets', 'juzhen.json', 'records']);
  });

  test('a plan of a newer version goes through a folder, a merge and a part with its own files, byte for byte', async () => {
    const read = readPlanFile(bytes('plan.juzhen'), 'plan.juzhen');
    if (!read.ok) throw new Error(read.error.code);
    const files = new Map([['history/p1.bin', Uint8Array.of(0, 255, 7)]]);
    const later = { ...read.value, newer: { version: 9, manifest: { by: 'tomorrow' }, files } };
    writeFileSync(join(here, 'later.juzhen'), packPlan(encodePlan(later)));
    expect((await runIn(here, ['unpack', 'later.juzhen', 'later'])).code).toBe(0);
    expect(readFileSync(join(here, 'later/kept/history/p1.bin'))).toEqual(Buffer.of(0, 255, 7));
    expect((await runIn(here, ['pack', 'later', 'later-back.juzhen'])).code).toBe(0);
    expect(bytes('later-back.juzhen').equals(bytes('later.juzhen'))).toBe(true);
    const [from, into] = ['later.juzhen', 'plan.juzhen'];
    expect((await runIn(here, ['merge', into, from, '-o', 'later-merged.juzhen'])).code).toBe(0);
    expect(bytes('later-merged.juzhen').equals(bytes('later.juzhen'))).toBe(true);
    // It holds what the plain one does not, so nothing writes over it unasked.
    expect((await runIn(here, ['pack', 'plan', 'later-merged.juzhen'])).code).toBe(4);
    const told = await runIn(here, ['validate', 'later.juzhen', '--lang', 'en']);
    expect(told.out).toContain('files beside the plan: history/p1.bin');
  });

  test('writes nothing that has not changed, and keeps what is not the plan’s', async () => {
    writeFileSync(join(here, 'plan/README.md'), 'ours');
    writeFileSync(join(here, 'plan/.gitattributes'), '* text\n');
    const before = statSync(record()).mtimeMs;
    const { err } = await runIn(here, ['unpack', 'plan.juzhen', 'plan', '--lang', 'en']);
    expect(err).toContain('0 files written');
    expect(statSync(record()).mtimeMs).toBe(before);
    expect(readFileSync(join(here, 'plan/README.md'), 'utf8')).toBe('ours');
    expect(readFileSync(join(here, 'plan/.gitattributes'), 'utf8')).toBe('* text\n');
  });

  test('is read by every command that reads a plan', async () => {
    const packed = await runIn(here, ['check', 'plan.juzhen', '--to', 'weibo/post', '--json']);
    for (const name of ['plan', 'plan/', 'plan/juzhen.json'])
      expect(await runIn(here, ['check', name, '--to', 'weibo/post', '--json'])).toEqual(packed);
    expect((await runIn(here, ['export', 'plan', '--out', 'out', '--platforms', 'weibo'])).code).toBe(0);
    writeFileSync(join(here, 'one.md'), '# 一\n\n正文。\n');
    expect((await runIn(here, ['adapt', 'one.md', '--rules', 'plan', '--to', 'weibo/post'])).code).toBe(0);
  });

  test('never writes over what would be lost, unless it is told to', async () => {
    cpSync(join(here, 'plan'), join(here, 'ahead'), { recursive: true });
    const path = join(here, 'ahead/records/piece', ids.one);
    const text = readFileSync(path, 'utf8');
    const value = JSON.parse(text) as { at: string; fields: object; later?: object };
    const fields = { ...value.fields, title: '改过的题目' };
    const later = { ...value.later, title: `ffffffffffff${value.at.slice(12)}` };
    writeFileSync(path, JSON.stringify({ ...value, fields, later }));
    const changed = readFileSync(path, 'utf8');
    const refused = await runIn(here, ['unpack', 'plan.juzhen', 'ahead']);
    expect([refused.code, refused.out]).toEqual([4, '']);
    expect(refused.err.trimEnd().split('\n')).toHaveLength(1);
    expect(refused.err).toContain('已经在那里');
    expect(readFileSync(path, 'utf8')).toBe(changed);
    // The other way nothing is lost: the folder holds all that the file does.
    cpSync(join(here, 'plan.juzhen'), join(here, 'old.juzhen'));
    expect((await runIn(here, ['pack', 'ahead', 'old.juzhen'])).code).toBe(0);
    expect((await runIn(here, ['pack', 'plan', 'old.juzhen'])).code).toBe(4);
    expect((await runIn(here, ['pack', 'plan', 'old.juzhen', '--force'])).code).toBe(0);
    expect(bytes('old.juzhen').equals(bytes('plan.juzhen'))).toBe(true);
    expect((await runIn(here, ['unpack', 'plan.juzhen', 'ahead', '--force'])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('does not take a file or a foreign folder for its own', async () => {
    mkdirSync(join(here, 'foreign/records'), { recursive: true });
    writeFileSync(join(here, 'foreign/records/x'), 'x');
    writeFileSync(join(here, 'notes.txt'), 'mine');
    expect((await runIn(here, ['unpack', 'plan.juzhen', 'foreign'])).code).toBe(4);
    expect((await runIn(here, ['unpack', 'plan.juzhen', 'notes.txt'])).code).toBe(4);
    expect((await runIn(here, ['pack', 'plan', 'notes.txt'])).code).toBe(4);
    expect((await runIn(here, ['pack', 'plan', 'foreign'])).code).toBe(4);
    expect(readFileSync(join(here, 'notes.txt'), 'utf8')).toBe('mine');
    expect((await runIn(here, ['unpack', 'plan.juzhen'])).code).toBe(2);
    expect((await runIn(here, ['pack', 'plan', 'a.juzhen', 'b.juzhen'])).code).toBe(2);
    expect(existsSync(join(here, 'a.juzhen'))).toBe(false);
  });

  test('validate says what is in it, in numbers and as JSON', async () => {
    const { code, out } = await runIn(here, ['validate', 'plan.juzhen', 'plan', '--json']);
    expect(code).toBe(0);
    const { files } = JSON.parse(out) as {
      files: readonly { file: string; types: unknown; assets: { missing: number } }[];
    };
    expect(files.map(({ file }) => file)).toEqual(['plan.juzhen', 'plan']);
    expect(files[0]).toEqual({ ...files[1], file: 'plan.juzhen' });
    expect(files[0]?.assets.missing).toBe(0);
    expect((await runIn(here, ['validate', 'plan', '--lang', 'en'])).out).toContain('piece 39');
  });

  test('reads nothing through a link', async () => {
    cpSync(join(here, 'plan'), join(here, 'linked'), { recursive: true });
    writeFileSync(join(here, 'secret.json'), readFileSync(record()));
    rmSync(join(here, 'linked/records/piece', ids.one));
    symlinkSync(join(here, 'secret.json'), join(here, 'linked/records/piece', ids.one));
    const { code, err } = await runIn(here, ['pack', 'linked', 'linked.juzhen']);
    expect(code).toBe(4);
    expect(err).toContain(ids.one);
    expect(existsSync(join(here, 'linked.juzhen'))).toBe(false);
  });
});
