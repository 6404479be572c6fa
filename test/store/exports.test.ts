import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

/** What is written when the sample leaves: real handlers, real pictures, real files. */
let studio: TestBridge;
const openSample = async () => {
  studio = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
};
const close = () => studio.close();

/** One studio for all of them: an export changes nothing, and pictures once made are there for the next one. */
describe('an export', () => {
  beforeAll(openSample);
  afterAll(close);

  it('writes every kind into one new folder, as the preview said, and the same bytes again', async () => {
    const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
    const choice = {
      from: TODAY,
      to: TODAY,
      kinds: [
        'copy_pack' as const,
        'csv' as const,
        'xlsx' as const,
        'ics' as const,
        'markdown' as const,
        'json' as const,
      ],
    };
    const preview = value(await studio.call('export.preview', { choice }));
    const first = value(await studio.call('export.write', { choice, token: studio.choose(out) }));
    const second = value(await studio.call('export.write', { choice, token: studio.choose(out) }));
    const files = (folder: string) =>
      (readdirSync(folder, { recursive: true }) as string[])
        .filter((path) => statSync(join(folder, path)).isFile())
        .sort();
    expect(files(first.folder)).toEqual(preview.files.map(({ path }) => path).sort());
    expect(files(first.folder).filter((path) => /\.(jpe?g|png|webp)$/.test(path)).length).toBeGreaterThan(1);
    expect(second.folder).not.toBe(first.folder);
    for (const path of files(first.folder))
      expect(readFileSync(join(second.folder, path)).equals(readFileSync(join(first.folder, path))), path).toBe(true);
    expect(readdirSync(out).some((name) => name.endsWith('.part'))).toBe(false);
    rmSync(out, { recursive: true });
  });

  it('tells how far it is, answers others meanwhile, and can be stopped with nothing left behind', async () => {
    const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
    const told: string[] = [];
    const off = studio.on('exporting', ({ progress }) => told.push(`${progress.job} ${progress.stage}`));
    const kinds = ['csv' as const, 'ics' as const, 'json' as const];
    const writing = studio.call('export.write', { choice: { kinds }, token: studio.choose(out), job: 'one' });
    const asked = await studio.call('history.state', {});
    expect(asked.ok).toBe(true);
    expect(readdirSync(out).filter((name) => !name.startsWith('.'))).toEqual([]);
    expect((await writing).ok).toBe(true);
    expect(new Set(told)).toContain('one reading');

    const before = readdirSync(out);
    const stopped = studio.call('export.write', { choice: { kinds }, token: studio.choose(out), job: 'two' });
    value(await studio.call('export.cancel', { job: 'two' }));
    expect(await stopped).toEqual({ ok: false, failure: { code: 'cancelled', params: {} } });
    expect(readdirSync(out)).toEqual(before);
    off();
    rmSync(out, { recursive: true });
  });

  it('as a zip holds the files of the folder, byte by byte, and is the same zip again', async () => {
    const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
    const choice = { from: TODAY, to: TODAY, kinds: ['copy_pack' as const] };
    const zipped = { ...choice, options: { copy_pack: { zip: true, by: 'account' as const } } };
    const preview = value(await studio.call('export.preview', { choice: zipped }));
    const plain = value(
      await studio.call('export.write', {
        choice: { ...choice, options: { copy_pack: { by: 'account' as const } } },
        token: studio.choose(out),
      }),
    );
    const first = value(await studio.call('export.write', { choice: zipped, token: studio.choose(out) }));
    const second = value(await studio.call('export.write', { choice: zipped, token: studio.choose(out) }));
    const [name = ''] = readdirSync(first.folder);
    expect(readdirSync(first.folder)).toHaveLength(1);
    const bytes = readFileSync(join(first.folder, name));
    expect(readFileSync(join(second.folder, name)).equals(bytes)).toBe(true);
    const entries = unzipSync(bytes);
    expect(
      Object.keys(entries)
        .map((path) => `${name}/${path}`)
        .sort(),
    ).toEqual(preview.files.map(({ path }) => path).sort());
    expect(Object.keys(entries).length).toBe(plain.files);
    for (const [path, entry] of Object.entries(entries))
      expect(readFileSync(join(plain.folder, path)).equals(entry), path).toBe(true);
    rmSync(out, { recursive: true });
  });

  it('into a folder that is gone says so and names it', async () => {
    const choice = { kinds: ['csv' as const] };
    const answer = await studio.call('export.write', { choice, token: studio.choose('/nowhere/at/all') });
    expect(answer).toEqual({
      ok: false,
      failure: { code: 'folder_not_writable', params: { folder: '/nowhere/at/all' } },
    });
  });
});

describe('an export of a plan that is written on', () => {
  beforeEach(openSample);
  afterEach(close);

  it('lists what waits for a day at the end, in no calendar, and leaves it out where days are asked for', async () => {
    const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
    const [one] = value(await studio.call('placement.range', { from: TODAY, to: TODAY }));
    const ops = [{ kind: 'set', type: 'placement', id: one?.id ?? '', register: 'day', value: null } as const];
    const kinds = ['csv' as const, 'json' as const, 'ics' as const, 'markdown' as const];
    const before = value(await studio.call('export.preview', { choice: { kinds } }));
    value(await studio.call('change.make', { label: { code: 'placement_edit', params: {} }, ops }));
    const after = value(await studio.call('export.preview', { choice: { kinds } }));
    expect([before.undated, after.undated, after.placements]).toEqual([0, 1, before.placements]);
    const days = { from: TODAY, to: TODAY };
    expect(value(await studio.call('export.preview', { choice: { kinds, ...days } })).undated).toBe(0);

    const { folder } = value(await studio.call('export.write', { choice: { kinds }, token: studio.choose(out) }));
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    expect(JSON.parse(read('schedule.json')).placements.at(-1)).toMatchObject({ id: one?.id, day: null });
    expect(read('schedule.csv').trimEnd().split('\r\n').at(-1)).toMatch(/^,/);
    expect(read('markdown/schedule.md').trimEnd().split('\n').at(-1)).toMatch(/^\| 未定日期 \|/);
    expect(read('schedule.ics')).not.toContain(one?.id);
    rmSync(out, { recursive: true });
  });

  it('is of one moment', async () => {
    const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
    const choice = { kinds: ['json' as const] };
    const writing = studio.call('export.write', { choice, token: studio.choose(out) });
    const [workspace] = value(await studio.call('plan.outline', {})).workspace;
    const op = { kind: 'set', type: 'workspace', id: workspace?.id ?? '', register: 'name', value: '改了名' } as const;
    value(
      await studio.call('change.make', { label: { code: 'workspace_edit', params: { title: '改了名' } }, ops: [op] }),
    );
    const { folder } = value(await writing);
    const { title } = JSON.parse(readFileSync(join(folder, 'schedule.json'), 'utf8'));
    expect([title, folder.includes('改了名')]).toEqual(['改了名', true]);
    rmSync(out, { recursive: true });
  });
});
