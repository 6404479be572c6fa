import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exporters } from '../../../src/core/export/registry';
import type { ExportFile } from '../../../src/core/export/types';
import { isSafePath, pathKey } from '../../../src/core/plan/file/paths';
import { a, aModel, anEntry, aVariant, smallPlan } from './smallPlan';

const files = exporters.copy_pack.run(smallPlan);
const contentOf = (path: string, from: readonly ExportFile[] = files): ExportFile['content'] => {
  const file = from.find((one) => one.path === path);
  if (file === undefined) throw new Error(`no ${path} among ${from.map((one) => one.path).join(', ')}`);
  return file.content;
};
const textOf = (path: string): string => contentOf(path) as string;

describe('the copy pack', () => {
  it('is one folder per day, platform and account, with every field in a file of its own', () => {
    expect(files.map(({ path }) => path)).toEqual([
      '2026-10-11/小鸟/小满/part-1.txt',
      '2026-10-11/小鸟/小满/part-2.txt',
      '2026-10-11/小鸟/小满/images/01.png',
      '2026-10-11/小鸟/小满/images/02.jpg',
      '2026-10-11/小鸟/小满/check.md',
      '2026-10-12/书信/桥灯-来信/title.txt',
      '2026-10-12/书信/桥灯-来信/body.txt',
      '2026-10-12/书信/桥灯-来信/tags.txt',
      '2026-10-12/书信/桥灯-来信/script.md',
      '2026-10-12/书信/桥灯-来信/subtitles.srt',
      '2026-10-12/书信/桥灯-来信/first-comment.txt',
      '2026-10-12/书信/桥灯-来信/check.md',
      '2026-10-12/书信/桥灯-来信 07-30/title.txt',
      '2026-10-12/书信/桥灯-来信 07-30/cover.txt',
      '2026-10-12/书信/桥灯-来信 07-30/body.txt',
      '2026-10-12/书信/桥灯-来信 07-30/body.html',
      '2026-10-12/书信/桥灯-来信 07-30/digest.txt',
      '2026-10-12/书信/桥灯-来信 07-30/source-link.txt',
      '2026-10-12/书信/桥灯-来信 07-30/images/01.jpg',
      '2026-10-12/书信/桥灯-来信 07-30/check.md',
      'check.md',
      'index.html',
      'manifest.json',
    ]);
    for (const { path } of files) expect(isSafePath(path), path).toBe(true);
  });

  it('holds texts as they are pasted, with nothing added', () => {
    expect(textOf('2026-10-11/小鸟/小满/part-2.txt')).toBe('手里的机器有点凉。#夜景 2/2');
    expect(textOf('2026-10-12/书信/桥灯-来信/tags.txt')).toBe('#夜景\n#桥');
    expect(textOf('2026-10-12/书信/桥灯-来信 07-30/title.txt')).toBe('桥，灯；还有“风”');
    expect(textOf('2026-10-12/书信/桥灯-来信 07-30/body.html')).toBe(
      '<!doctype html>\n<meta charset="utf-8">\n<section><p>第一段 &lt;b&gt;。</p><p><img src="images/01.jpg" alt=""></p></section>\n',
    );
  });

  it('copies images in posting order, as assets', () => {
    expect(contentOf('2026-10-11/小鸟/小满/images/01.png')).toEqual({ assetId: 'as2' });
    expect(contentOf('2026-10-11/小鸟/小满/images/02.jpg')).toEqual({ assetId: 'as1' });
  });

  it('holds the cover cut for each place it is shown, once where a picture of the post is cut alike', () => {
    const image = {
      src: 'as1',
      name: '桥.jpg',
      alt: '',
      mime: 'image/jpeg',
      width: 16,
      height: 9,
      bytes: 9,
      hash: 'a',
    };
    const cut = (key: string) => ({ ...image, made: { key, mime: 'image/jpeg', bytes: 5, sha256: key } });
    const slot = { asset: 'as1', focal: { x: 500, y: 500 }, crop: { left: 2, top: 0, width: 12, height: 9 } };
    const tall = { place: 'portrait', zh: '竖封面', en: 'portrait' };
    const wide = { place: 'landscape', zh: '横封面', en: 'landscape' };
    const entry = anEntry({
      variant: aVariant({
        extra: {
          images: ['as1'],
          covers: [
            { ...tall, ...slot, ratio: '3:4' },
            { ...wide, ...slot, ratio: '4:3' },
          ],
        },
      }),
      images: [cut('k43')],
      covers: [
        { ...tall, image: cut('k34') },
        { ...wide, image: cut('k43') },
      ],
    });
    const pack = exporters.copy_pack.run(aModel({ entries: [entry] }));
    const shown = pack.map(({ path }) => path.split('/').slice(-2).join('/'));
    expect(shown.filter((path) => /^(images|covers)\//.test(path))).toEqual(['images/01.jpg', 'covers/portrait.jpg']);
    const text = (name: string) => pack.find(({ path }) => path.endsWith(name))?.content as string;
    expect(pack.find(({ path }) => path.endsWith('covers/portrait.jpg'))?.content).toEqual({ made: 'k34' });
    expect(text('pictures.txt')).toContain('covers/portrait.jpg');
    expect(text('check.md')).toContain('竖封面 `covers/portrait.jpg`、横封面 `images/01.jpg`');
    expect(text('index.html')).toContain('covers/portrait.jpg" alt=""');
  });

  it('lists a blocked text and never writes it', () => {
    for (const { path, content } of files)
      if (typeof content === 'string') expect(content, path).not.toContain('绝不能');
    expect(textOf('check.md')).toContain('## 没有写出的');
    expect(textOf('check.md')).toContain('写不下的一篇');
    expect(textOf('index.html')).toContain('写不下的一篇');
  });

  it('names length and SHA-256 of every file in its manifest', () => {
    const manifest = JSON.parse(textOf('manifest.json')) as {
      files: { path: string; bytes: number; sha256: string }[];
    };
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(
      files
        .map(({ path }) => path)
        .filter((path) => path !== 'manifest.json')
        .sort(),
    );
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = contentOf(path);
      if (typeof content !== 'string') continue;
      expect(bytes).toBe(Buffer.byteLength(content));
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
    }
    expect(manifest.files.find(({ path }) => path.endsWith('01.png'))).toMatchObject({
      bytes: 1234,
      sha256: 'b'.repeat(64),
    });
  });

  it('is the same bytes again, in whatever order the plan comes', () => {
    expect(exporters.copy_pack.run({ ...smallPlan, entries: [...smallPlan.entries].reverse() })).toEqual(files);
  });

  it.each(['zh', 'en'] as const)('has a checklist and a page in %s', async (lang) => {
    const pack = exporters.copy_pack.run({ ...smallPlan, lang });
    const article = pack.find(({ path }) => path.endsWith('07-30/check.md'));
    await expect(article?.content).toMatchFileSnapshot(`../../fixtures/export/check.${lang}.md`);
    await expect(contentOf('check.md', pack)).toMatchFileSnapshot(`../../fixtures/export/overview.${lang}.md`);
    await expect(contentOf('index.html', pack)).toMatchFileSnapshot(`../../fixtures/export/index.${lang}.html`);
  });

  it('keeps accounts of one name, and names of every length, in folders of their own', () => {
    const account = (id: string, name: string) => a('account', { id, name, order: id });
    const names = ['官微', '官微', 'GUANWEI', 'guanwei', '夜'.repeat(90), '夜'.repeat(91), 'con', ''];
    const entries = names.map((name, index) =>
      anEntry({
        placement: { ...anEntry().placement, id: `pl${index}`, time: null },
        account: account(`ac${index}`, name.slice(0, 100)),
      }),
    );
    const paths = exporters.copy_pack.run(aModel({ entries })).map(({ path }) => path);
    expect(new Set(paths.map(pathKey)).size).toBe(paths.length);
    for (const path of paths) {
      expect(isSafePath(path), path).toBe(true);
      expect(path.length).toBeLessThan(120);
    }
  });

  it('says in posting order how each picture is cut, and what every place shows of the cover', () => {
    const [entry] = smallPlan.entries.filter(({ variant }) => (variant.extra.images ?? []).includes('as2'));
    if (entry === undefined) throw new Error('The small plan has no picture.');
    const slot = (asset: string) => ({
      asset,
      ratio: '3:4',
      focal: { x: 500, y: 500 },
      crop: { left: 10, top: 0, width: 300, height: 400 },
    });
    const extra = {
      ...entry.variant.extra,
      slots: [slot('as2')],
      covers: [{ ...slot('as2'), place: 'grid', zh: '主页格子', en: 'Grid' }],
    };
    const pack = exporters.copy_pack.run(aModel({ entries: [{ ...entry, variant: { ...entry.variant, extra } }] }));
    const sheet = pack.find(({ path }) => path.endsWith('/pictures.txt'))?.content;
    expect(sheet).toContain('1. images/01.png · 3:4 · 裁成 300×400，从 10,0 起');
    expect(sheet).toContain('主页格子 · 3:4');
    expect(pack.find(({ path }) => /\/.+\/check\.md$/.test(path))?.content).toContain('`pictures.txt`');
  });

  it('stands by day, by platform or by account, the same files either way', () => {
    const paths = (by: 'day' | 'platform' | 'account') =>
      exporters.copy_pack
        .run(smallPlan, { by })
        .map(({ path }) => path)
        .filter((path) => path.endsWith('/title.txt'));
    expect(paths('day')).toEqual(['2026-10-12/书信/桥灯-来信/title.txt', '2026-10-12/书信/桥灯-来信 07-30/title.txt']);
    expect(paths('platform')).toEqual([
      '书信/桥灯-来信/2026-10-12/title.txt',
      '书信/桥灯-来信/2026-10-12 07-30/title.txt',
    ]);
    expect(paths('account')).toEqual([
      '桥灯-来信/书信/2026-10-12/title.txt',
      '桥灯-来信/书信/2026-10-12 07-30/title.txt',
    ]);
  });

  it('is empty for an empty plan', () => {
    expect(exporters.copy_pack.run(aModel())).toEqual([]);
  });
});

describe('the page of the copy pack', () => {
  const hostile = '</pre></textarea><script>alert(1)</script>" onerror="alert(2)';
  const page = exporters.copy_pack
    .run(
      aModel({
        title: hostile,
        entries: [
          anEntry({
            piece: { ...anEntry().piece, title: hostile },
            account: a('account', { id: 'ac1', name: hostile }),
            variant: aVariant({
              title: hostile,
              body: `\n${hostile}`,
              parts: [`\n${hostile}`],
              extra: { html: hostile },
            }),
          }),
        ],
      }),
    )
    .find(({ path }) => path === 'index.html')?.content as string;

  it('runs no script but its own, whose digest its policy names', () => {
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script as string);
    expect(scripts).toHaveLength(1);
    const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) => style as string);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const digest = (text: string) => createHash('sha256').update(text).digest('base64');
    expect(policy).toContain(`script-src 'sha256-${digest(scripts[0] as string)}'`);
    expect(policy).toContain(`style-src 'sha256-${digest(styles[0] as string)}'`);
    expect(policy).toContain("default-src 'none'");
  });

  it('shows what people wrote as text, and loads nothing from elsewhere', () => {
    expect(page.replace(/<script>[\s\S]*?<\/script>/, '')).not.toMatch(/<script|onerror="|https?:\/\//);
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).toContain('<pre>\n\n&lt;/pre&gt;');
  });
});
