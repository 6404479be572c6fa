import { readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { value } from '../../helpers/bridge';
import { bomb, docx, paragraph, png, run } from '../../helpers/documents';
import { home, open, pieces, put, read, rowsOf, studio, take, withFilesToImport } from './filesToImport';

withFilesToImport();

describe('hostile and broken files', () => {
  const refusal = async (name: string) => {
    const dry = await read(join(home, name));
    const rows = dry.phase === 'failed' ? [] : await rowsOf(dry);
    const [message] = rows[0]?.messages ?? [];
    return dry.failure ?? { code: message?.code, params: message?.params };
  };

  it('are refused by name and place, and nothing changes', async () => {
    put('空.md', '');
    put('坏.md', '---\ntitle: a\n  b: [\n---\n');
    put('图.txt', png);
    put('旧.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3));
    put('断.docx', docx(paragraph(run('x'))).subarray(0, 400));
    put('别.docx', docx('', { 'word/document.xml': '<a' }));
    put('体.docx', docx('', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY a "b">]><a>&a;</a>' }));
    put('深.docx', docx('<w:p>'.repeat(5_000)));
    put('弹.docx', bomb());
    put('出.docx', docx('', { '../evil.xml': 'x' }));
    put('深.html', '<div>'.repeat(20_000));
    put('不.juzhen', 'not a zip');
    put('何.xyz', 'x');
    put('零.md', '# 夜\0拍');
    put('混.txt', Buffer.concat([Buffer.from('今晚八点'), Buffer.from([0xff, 0xfe, 0x80, 0x20])]));
    put('弹.xlsx', zipSync({ 'xl/workbook.xml': new Uint8Array(16 * 1024 * 1024) }, { level: 9 }));
    put('深.json', `${'['.repeat(200_000)}1${']'.repeat(200_000)}`);
    put('图.xlsx', png);
    put('空.csv', ' \n\n');
    // Sparse: the size alone refuses it, nothing of it is read.
    writeFileSync(join(home, '大.csv'), '');
    truncateSync(join(home, '大.csv'), 2 * 1024 * 1024 * 1024);
    const found = new Map<string, unknown>();
    for (const name of readdirSync(home).sort()) found.set(name, await refusal(name));
    const codes = Object.fromEntries([...found].map(([name, failure]) => [name, (failure as { code: string }).code]));
    expect(codes).toEqual({
      '不.juzhen': 'file_not_plan',
      '零.md': 'file_not_text',
      '混.txt': 'file_not_text',
      '弹.xlsx': 'sheet_unreadable',
      '深.json': 'sheet_unreadable',
      '图.xlsx': 'sheet_unreadable',
      '空.csv': 'sheet_unreadable',
      '大.csv': 'file_too_big',
      '何.xyz': 'file_kind_unknown',
      '体.docx': 'file_damaged',
      '出.docx': 'file_unsafe_path',
      '别.docx': 'file_damaged',
      '图.txt': 'file_not_text',
      '坏.md': 'markdown_front_matter',
      '弹.docx': 'file_too_big',
      '断.docx': 'file_damaged',
      '旧.docx': 'file_old_word',
      '深.docx': 'file_damaged',
      '深.html': 'file_damaged',
      '空.md': 'file_empty',
    });
    for (const [name, failure] of found) expect(failure, name).toMatchObject({ params: { file: name } });
    expect(pieces()).toEqual([]);
    expect(value(await studio.call('history.state', {})).undo).toBeNull();
  });

  it('with names of the prototype, formulas and quotes that never close are only words', async () => {
    put('a.json', '[{"标题":"原型","正文":"江边","__proto__":{"polluted":1},"constructor":"x","备注":"=1+1"}]');
    put('b.csv', '标题,正文,__proto__\n=HYPERLINK("http://x"),"未关的引号,constructor\n第二,行,toString\n');
    const json = await read(join(home, 'a.json'));
    expect(await rowsOf(json)).toMatchObject([{ title: '原型', verdict: 'new' }]);
    const detail = value(await studio.call('import.row', { job: json.job, index: 0 }));
    expect(detail.piece?.notes).toContain('=1+1');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect((await rowsOf(await read(join(home, 'b.csv')))).map(({ title }) => title)).toEqual([
      '=HYPERLINK("http://x")',
      '第二',
    ]);
  });

  it('that vanish, or whose pictures change, between the dry run and the taking change nothing of what was seen', async () => {
    put('a/一.md', '# 一\n\n原文。\n\n![图](点.png)');
    put('a/点.png', png);
    const dry = await read(join(home, 'a'));
    rmSync(join(home, 'a'), { recursive: true });
    expect((await take(dry)).result).toMatchObject({ made: 1, images: 1 });
    expect((await open('一')).assets).toHaveLength(1);
    const gone = await read(join(home, 'a/一.md'));
    expect(gone.failure).toEqual({ code: 'file_missing', params: { file: '一.md' } });
  });

  it('beside good ones leave the good ones in', async () => {
    put('a/好.md', '# 好\n\n文。');
    put('a/坏.docx', 'x');
    put('a/好 (conflicted copy 2026-10-01).md', '# 好\n\n别的文。');
    const dry = await read(join(home, 'a'));
    expect((await rowsOf(dry)).map(({ source, verdict }) => [source.file, verdict])).toEqual([
      ['坏.docx', 'refused'],
      ['好 (conflicted copy 2026-10-01).md', 'unclear'],
      ['好.md', 'new'],
    ]);
    expect((await take(dry)).result).toMatchObject({ made: 1 });
  });

  it('never bring a picture from outside the chosen folder, by path or by link', async () => {
    put('秘密.png', png);
    put(
      'a/一.md',
      '# 一\n\n![](../秘密.png)\n\n![](link.png)\n\n![](/etc/hosts)\n\n![](C:\\a.png)\n\n![](file:///etc/hosts)',
    );
    symlinkSync(join(home, '秘密.png'), join(home, 'a/link.png'));
    symlinkSync(home, join(home, 'a/loop'));
    const [row, ...others] = await rowsOf(await read(join(home, 'a')));
    expect(others).toEqual([]);
    expect(row?.images).toBe(0);
    expect(row?.messages.filter(({ code }) => code === 'image_outside')).toHaveLength(5);
  });
});
