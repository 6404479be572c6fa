import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Variant } from '../../src/core/adapt/types';
import { formatsOf } from '../../src/core/platforms/registry';
import { shippedPacks } from '../../src/core/platforms/shipped';
import { aFolder, fixtures, runIn } from './runIn';

const lottery = join(fixtures, 'cli/lottery.md');
const here = aFolder();
type Worded = { readonly message: string };
type Told = Omit<Variant, 'findings' | 'trace'> & {
  readonly findings: readonly Worded[];
  readonly trace: readonly Worded[];
};
const variantsOf = (out: string): readonly Told[] => (JSON.parse(out) as { variants: readonly Told[] }).variants;

describe('juzhen adapt', () => {
  test('prints one variant per format asked, as JSON, with worded findings and trace', async () => {
    const { code, out, err } = await runIn(here, ['adapt', lottery, '--to', 'weibo/post,x/post', '--json']);
    expect([code, err]).toEqual([0, '']);
    const [weibo, x] = variantsOf(out);
    expect(Object.keys(x ?? {})).toEqual([
      'platform',
      'format',
      'body',
      'parts',
      'tags',
      'counts',
      'findings',
      'trace',
      'extra',
    ]);
    expect(weibo).toMatchObject({ platform: 'weibo', format: 'post', tags: ['还亮着的灯', '夜拍'] });
    expect(weibo?.body).toContain('11月30日 20:00 截止');
    expect(weibo?.counts[0]).toMatchObject({ field: 'body', unit: 'weibo_half', limit: 2000 });
    for (const entry of [...(x?.trace ?? []), ...(x?.findings ?? [])]) expect(entry.message).not.toBe('');
    expect(x?.trace.some(({ message }) => message.includes('拆成几条'))).toBe(true);
  });

  test('covers every format of every platform with all, and by default', async () => {
    const { out } = await runIn(here, ['adapt', lottery, '--to', 'all', '--json']);
    expect(variantsOf(out).map(({ platform, format }) => `${platform}/${format}`)).toEqual(
      formatsOf(shippedPacks()).map(({ ref }) => ref),
    );
    expect((await runIn(here, ['adapt', lottery, '--json'])).out).toBe(out);
  });

  test('takes a platform for all its formats', async () => {
    const { out } = await runIn(here, ['adapt', lottery, '--to', 'x', '--json']);
    expect(variantsOf(out).map(({ format }) => format)).toEqual(['post', 'article']);
  });

  test('gives a title only where the platform has one, and extra only what the format has', async () => {
    const { out } = await runIn(here, ['adapt', lottery, '--to', 'douyin/video,wechat_oa/article,x/post', '--json']);
    const [douyin, wechat, x] = variantsOf(out);
    expect(douyin?.title).toBe('抽九位，灯下的人也有一台');
    expect(Object.keys(douyin?.extra ?? {}).sort()).toEqual(['cover', 'fold', 'script', 'spoken', 'srt', 'timing']);
    expect(Object.keys(wechat?.extra ?? {}).sort()).toEqual(['digest', 'html', 'images', 'sourceUrl']);
    expect(x).not.toHaveProperty('title');
  });

  test('exits 1 when something must be fixed', async () => {
    const { code, out } = await runIn(here, ['adapt', lottery, '--to', 'xiaohongshu/note_image', '--json']);
    expect(code).toBe(1);
    expect(variantsOf(out)[0]?.findings[0]).toMatchObject({
      code: 'too_few_images',
      severity: 'error',
      message: '图片不够（0/1）。至少配 1 张图。',
    });
  });

  test('prints to be read without --json, in the language asked', async () => {
    const { out } = await runIn(here, ['adapt', lottery, '--to', 'x/post', '--lang', 'en']);
    expect(out).toMatch(/^# X · post \(x\/post\)\npart 1 \d+\/280 twitter_v3/);
    expect(out).toContain('## Post 1 of ');
    expect(out).toContain('Trace:\n- ');
  });

  test('reads the facts of the pictures beside the file; a missing one is a note', async () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'images'));
    copyFileSync(join(fixtures, '../../resources/sample/images/bridge.jpg'), join(folder, 'images/bridge.jpg'));
    writeFileSync(join(folder, 'not.png'), 'no picture');
    writeFileSync(
      join(folder, 'a.md'),
      '---\ntitle: 桥\nkind: scene\nlang: zh\n---\n桥上的灯。\n\n![桥](images/bridge.jpg)\n\n![无](gone.jpg)\n\n![坏](not.png)\n',
    );
    const { out, err } = await runIn(folder, ['adapt', 'a.md', '--to', 'weibo/post', '--json']);
    expect(variantsOf(out)[0]?.extra.images).toEqual(['images/bridge.jpg']);
    expect(err).toBe(
      '提示：a.md：找不到图片 gone.jpg，按没有这张图处理。\n提示：a.md：读不出图片 not.png，按没有这张图处理。\n',
    );
  });

  test('works without front matter, with notes on standard error', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'a.md'), '# 今晚开拍\n\n夜里十点以后，还有哪盏灯亮着？\n');
    const { code, out, err } = await runIn(folder, ['adapt', 'a.md', '--to', 'zhihu/article', '--json']);
    expect(code).toBe(0);
    expect(variantsOf(out)[0]).toMatchObject({ title: '今晚开拍', body: '夜里十点以后，还有哪盏灯亮着？' });
    expect(err).toContain('没有文件头');
  });

  test.each([
    [['adapt'], '缺少文件', 2],
    [['adapt', 'gone.md'], '找不到「gone.md」', 4],
    [['adapt', '.'], '找不到「.」', 4],
    [['adapt', 'bytes.md'], '不是 UTF-8 文本', 4],
    [['adapt', 'head.md'], '「head.md」第 3 行的文件头读不懂：kind 写成', 4],
    [['adapt', lottery, 'b.md'], '多出了「b.md」', 2],
    [['adapt', lottery, '--to', 'weibo/nothing'], '没有「weibo/nothing」这个格式', 2],
    [['adapt', lottery, '--wat'], '不认识「--wat」', 2],
    [['adapt', lottery, '--lang', 'fr'], '--lang 写成 zh 或 en', 2],
    [['fly'], '没有「fly」这个命令', 2],
  ])('stops on %j with one sentence, 2 for wrong usage and 4 for a bad file', async (argv, sentence, expected) => {
    const folder = aFolder();
    writeFileSync(join(folder, 'bytes.md'), new Uint8Array([0xff, 0xfe, 0x00]));
    writeFileSync(join(folder, 'head.md'), '---\ntitle: a\nkind: essay\n---\n文\n');
    const { code, out, err } = await runIn(folder, argv);
    expect([code, out]).toEqual([expected, '']);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain(sentence);
  });
});

describe('juzhen --help', () => {
  test('is there for everything, on standard output, in both languages', async () => {
    for (const command of [
      '',
      'adapt',
      'count',
      'check',
      'export',
      'sample',
      'pack',
      'unpack',
      'validate',
      'diff',
      'merge',
    ])
      for (const lang of ['zh', 'en']) {
        const { code, out, err } = await runIn(here, [...(command === '' ? [] : [command]), '--help', '--lang', lang]);
        expect([code, err]).toEqual([0, '']);
        expect(out).toMatch(lang === 'zh' ? /用法：npm run -s juzhen/ : /Usage: npm run -s juzhen/);
      }
  });
  test('goes to standard error when no command was given', async () => {
    const { code, out, err } = await runIn(here, []);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('adapt FILE.md');
  });
});

describe('the data file of a platform that does not ship', () => {
  const example = /```json\n([\s\S]*?)```/.exec(
    readFileSync(resolve(fixtures, '../../docs/adding-a-platform.md'), 'utf8'),
  );
  const file = join(here, 'jike.json');
  writeFileSync(file, example?.[1] ?? '');

  test('is all it takes to adapt and check for it, as the guide shows it', async () => {
    const { code, out, err } = await runIn(here, ['adapt', lottery, '--rules', 'jike.json', '--to', 'jike', '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(variantsOf(out)).toMatchObject([{ platform: 'jike', format: 'post', tags: [expect.any(String)] }]);
    const checked = await runIn(here, ['check', lottery, '--rules', 'jike.json', '--to', 'jike/post,x/post', '--json']);
    expect(variantsOf(checked.out).map(({ platform }) => platform)).toEqual(['jike', 'x']);
    expect((await runIn(here, ['adapt', lottery, '--to', 'jike'])).code).toBe(2);
  });

  test('is refused with the place of the wrong value', async () => {
    writeFileSync(join(here, 'bad.json'), (example?.[1] ?? '').replace('"first_line"', '"anywhere"'));
    writeFileSync(join(here, 'none.json'), 'weibo');
    const bad = await runIn(here, ['adapt', lottery, '--rules', 'bad.json']);
    expect(bad).toMatchObject({ code: 4, out: '' });
    expect(bad.err).toContain('formats.0.title');
    expect((await runIn(here, ['check', lottery, '--rules', 'none.json'])).err).toContain('none.json');
  });
});
