import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/core/markdown/readMarkdown';
import { aFolder, fixtures, runIn } from './runIn';

const here = aFolder();
beforeAll(async () => {
  const { code } = await runIn(here, ['sample', 'plan.juzhen', '--today', '2026-10-11']);
  expect(code).toBe(0);
});

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

describe('juzhen sample', () => {
  test('writes the same bytes for the same day, and no half file', async () => {
    await runIn(here, ['sample', 'again.juzhen', '--today', '2026-10-11']);
    expect(readFileSync(join(here, 'again.juzhen')).equals(readFileSync(join(here, 'plan.juzhen')))).toBe(true);
    expect(readdirSync(here).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
  test('refuses a day that is none and a folder that is not there', async () => {
    expect(await runIn(here, ['sample', 'x.juzhen', '--today', '2026-13-01'])).toMatchObject({ code: 2 });
    expect((await runIn(here, ['sample', 'no/where/x.juzhen'])).err).toContain('写不进');
  });
});

describe('juzhen check', () => {
  test('lists what every placement of a plan finds, and exits 1 on errors', async () => {
    const { code, out } = await runIn(here, ['check', 'plan.juzhen', '--json', '--lang', 'en']);
    const { placements } = JSON.parse(out) as {
      placements: readonly { findings: readonly { severity: string; message: string }[] }[];
    };
    expect(placements.length).toBeGreaterThan(20);
    const errors = placements.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
    expect(code).toBe(errors.length > 0 ? 1 : 0);
    expect(errors.every(({ message }) => message.length > 10)).toBe(true);
  });
  test('says in a line how much must be fixed', async () => {
    const { out } = await runIn(here, ['check', 'plan.juzhen', '--lang', 'en']);
    expect(out).toMatch(/(must be fixed|Nothing must be fixed), .*suggestion/);
  });
  test('checks one piece for the formats asked', async () => {
    const { code, out } = await runIn(here, [
      'check',
      join(fixtures, 'cli/lottery.md'),
      '--to',
      'weibo/post',
      '--json',
    ]);
    expect(code).toBe(0);
    const of = [join(fixtures, 'cli/lottery.md'), '--to', 'weibo/post', '--json'];
    expect(JSON.parse(out)).toEqual(JSON.parse((await runIn(here, ['adapt', ...of])).out));
  });
  test('prints variants, findings and trace to be read, and every finding once more at the end', async () => {
    const to = [join(fixtures, 'cli/lottery.md'), '--to', 'xiaohongshu/note_image,x/post'];
    const { code, out } = await runIn(here, ['check', ...to]);
    expect(code).toBe(1);
    const adapted = (await runIn(here, ['adapt', ...to])).out;
    expect(out.startsWith(adapted)).toBe(true);
    expect(out.slice(adapted.length)).toContain('图片不够');
    expect(adapted).toContain('过程');
  });
  test('gives a plan’s placements with their texts and what was done to them', async () => {
    const { out } = await runIn(here, ['check', 'plan.juzhen', '--json', '--to', 'weibo/post,bilibili/video']);
    const { placements } = JSON.parse(out) as {
      placements: readonly { piece: string; body: string; trace: readonly { message: string }[] }[];
    };
    expect(placements.every(({ piece, body }) => piece !== '' && body !== '')).toBe(true);
    expect(placements.some(({ trace }) => trace.some(({ message }) => message !== ''))).toBe(true);
  });
  test('holds several files against each other: the same paragraph is said of both', async () => {
    const same = '老周把外套拉链拉到顶，说今晚不测锐度，也不测噪点，只数灯。我们六个人跟着他，从公司后门出去。';
    writeFileSync(join(here, 'one.md'), `# 第一篇\n\n开头不同。\n\n${same}\n`);
    writeFileSync(join(here, 'two.md'), `# 第二篇\n\n${same}\n`);
    const { out } = await runIn(here, ['check', 'one.md', 'two.md', '--to', 'weibo/post,zhihu/pin', '--json']);
    const { variants } = JSON.parse(out) as {
      variants: readonly { file: string; findings: readonly { code: string; params: { where: string } }[] }[];
    };
    const said = variants.map(({ file, findings }) => [
      file,
      findings.filter(({ code }) => code === 'same_text').map(({ params }) => params.where),
    ]);
    expect(said).toEqual([
      ['one.md', ['two.md']],
      ['one.md', ['two.md']],
      ['two.md', ['one.md']],
      ['two.md', ['one.md']],
    ]);
    expect((await runIn(here, ['check', 'one.md', '--json'])).out).not.toContain('same_text');
  });
  test('refuses a file that is no plan, or a broken one, in one sentence', async () => {
    writeFileSync(join(here, 'fake.juzhen'), 'no zip at all');
    const bytes = readFileSync(join(here, 'plan.juzhen'));
    writeFileSync(join(here, 'cut.juzhen'), bytes.subarray(0, bytes.length - 100));
    for (const name of ['fake.juzhen', 'cut.juzhen']) {
      const { code, out, err } = await runIn(here, ['check', name]);
      expect([code, out]).toEqual([4, '']);
      expect(err).toContain(name);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});

describe('juzhen export', () => {
  test('writes copy pack, table, calendar and Markdown, and names every file on standard output', async () => {
    const { code, out, err } = await runIn(here, ['export', 'plan.juzhen', '--out', 'all']);
    expect(code).toBe(0);
    const files = filesIn(join(here, 'all'));
    expect([...files].sort()).toEqual(out.trimEnd().split('\n').sort());
    for (const kind of [
      /^copy_pack\/index\.html$/,
      /^copy_pack\/.*\/body\.txt$/,
      /\.csv$/,
      /\.ics$/,
      /^markdown\/.*\.md$/,
    ])
      expect(
        files.some((file) => kind.test(file)),
        String(kind),
      ).toBe(true);
    expect(err).toContain(`写好 ${files.length} 个文件`);
    const piece = files.find((file) => /^markdown\/[^/]+\.md$/.test(file) && !file.endsWith('schedule.md')) ?? '';
    expect(readMarkdown(readFileSync(join(here, 'all', piece), 'utf8'), piece)).toMatchObject({
      ok: true,
      value: { warnings: [] },
    });
  });
  test('keeps to the days and platforms asked', async () => {
    const { out } = await runIn(here, [
      'export',
      'plan.juzhen',
      '--out',
      'some',
      '--from',
      '2026-10-01',
      '--to',
      '2026-10-11',
      '--platforms',
      'weibo,x',
    ]);
    const folders = new Set(
      out.split('\n').flatMap((line) => /^copy_pack\/(\d{4}-\d{2}-\d{2})\/([^/]+)\//.exec(line)?.slice(1, 3) ?? []),
    );
    for (const name of folders) expect(name).toMatch(/^2026-10-(0\d|1[01])$|^(微博|X（推特）)$/);
    expect(folders.size).toBeGreaterThan(2);
  });
  test('writes only the forms asked, again over what it wrote, and leaves other files alone', async () => {
    const argv = ['export', 'plan.juzhen', '--out', 'forms', '--forms', 'csv,json,xlsx', '--platforms', 'weibo'];
    expect((await runIn(here, argv)).code).toBe(0);
    writeFileSync(join(here, 'forms/notes.txt'), 'mine');
    const { code, out } = await runIn(here, argv);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(3);
    expect([...filesIn(join(here, 'forms'))].sort()).toEqual([...out.trimEnd().split('\n'), 'notes.txt'].sort());
  });
  test('says with 3 what only the desktop app makes, and writes nothing', async () => {
    const { code, out, err } = await runIn(here, [
      'export',
      'plan.juzhen',
      '--out',
      'o',
      '--forms',
      'csv,pdf',
      '--lang',
      'en',
    ]);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('desktop app only');
    expect(existsSync(join(here, 'o'))).toBe(false);
  });
  test.each([
    [['export', 'plan.juzhen', '--out', 'o', '--forms', 'gif'], 'copy_pack', 2],
    [['export', 'plan.juzhen'], '缺少 --out', 2],
    [['export', 'plan.juzhen', '--out', 'o', '--from', 'soon'], '--from 写成', 2],
    [['export', 'plan.juzhen', '--out', 'o', '--from', '2026-10-02', '--to', '2026-10-01'], '调换', 2],
    [['export', 'plan.juzhen', '--out', 'o', '--platforms', 'orkut'], 'orkut', 2],
    [['export', 'plan.juzhen', '--out', 'o', '--from', '2030-01-01'], '没有可导出的内容', 2],
    [['export', 'plan.juzhen', '--out', 'plan.juzhen'], '写不进', 4],
    [['export', 'gone.juzhen', '--out', 'o'], '找不到', 4],
  ])('stops on %j', async (argv, sentence, expected) => {
    const { code, err } = await runIn(here, argv);
    expect(code).toBe(expected);
    expect(err).toContain(sentence);
    expect(existsSync(join(here, 'o'))).toBe(false);
  });
});
