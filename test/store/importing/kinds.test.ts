import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportState } from '../../../src/contract';
import { encodeFolder } from '../../../src/core/plan/folder/write';
import type { Encoding } from '../../../src/core/text/encoding';
import { planContent, writePlan } from '../../../src/main/store/files/planFiles';
import { listViews } from '../../../src/main/store/rows';
import { bridge, value } from '../../helpers/bridge';
import { docx, paragraph, picture, png, run } from '../../helpers/documents';
import { home, open, pieces, put, reach, read, rowsOf, studio, take, usual, withFilesToImport } from './filesToImport';

withFilesToImport();

describe('what comes in from elsewhere', () => {
  it('is a Word document with its title, marks and pictures', async () => {
    const body = [
      paragraph(run('夜拍指南'), 'T'),
      paragraph(run('出门前'), '1'),
      paragraph(run('今晚') + run('八点', '<w:b/>') + run('。')),
      picture,
      paragraph(run('图 1 江边的夜'), 'C'),
    ].join('');
    put('夜拍.docx', docx(body));
    const dry = await read(join(home, '夜拍.docx'));
    const [row] = await rowsOf(dry);
    expect(row).toMatchObject({ verdict: 'new', title: '夜拍指南', images: 1, messages: [] });
    await take(dry);
    const { doc, assets } = await open('夜拍指南');
    expect(doc?.content).toEqual([
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '出门前' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '今晚' },
          { type: 'text', text: '八点', marks: [{ type: 'bold' }] },
          { type: 'text', text: '。' },
        ],
      },
      { type: 'image', attrs: { src: assets[0]?.id, alt: '江边', title: '图 1 江边的夜' } },
    ]);
  });

  it('is text in UTF-8, UTF-16 and GB18030, and a guess is told', async () => {
    const said = '江边夜拍\n\n今晚八点，江边见。';
    const utf16 = (text: string, big: boolean, mark: boolean) => {
      const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
      return big ? bytes.swap16() : bytes;
    };
    put('t/1.txt', said);
    put('t/2.txt', `\ufeff${said}`);
    put('t/3.txt', utf16(said, false, true));
    put('t/4.txt', utf16(said, true, true));
    put('t/5.txt', utf16(`English ${said} English text`, false, false));
    put('t/6.txt', utf16(`English ${said} English text`, true, false));
    // 江边夜拍 ⏎⏎ 今晚八点，江边见。 as iconv -t GB18030 writes it.
    put('t/7.txt', Buffer.from('bdadb1dfd2b9c5c40a0abdf1cdedb0cbb5e3a3acbdadb1dfbcfba1a3', 'hex'));
    const rows = await rowsOf(await read(join(home, 't')));
    const guesses = (row: (typeof rows)[number]) => row.messages.flatMap(({ params }) => params.encoding ?? []);
    expect(rows.map((row) => [row.title, guesses(row)])).toEqual([
      ['江边夜拍', []],
      ['江边夜拍', []],
      ['江边夜拍', []],
      ['江边夜拍', []],
      ['English 江边夜拍', ['UTF-16LE']],
      ['English 江边夜拍', ['UTF-16BE']],
      ['江边夜拍', ['GB18030']],
    ]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'same', 'same', 'same', 'new', 'same', 'same']);
  });

  it('is read in the encoding the user names, until it is left to the file again', async () => {
    put('t.txt', Buffer.from('bdadb1dfd2b9c5c40a0abdf1cdedb0cbb5e3a3acbdadb1dfbcfba1a3', 'hex'));
    const dry = await read(join(home, 't.txt'));
    const said = async (encoding: Encoding | null) => {
      const ended = reach('ready');
      value(await studio.call('import.remap', { job: dry.job, path: 't.txt', sheet: '', choice: { encoding } }));
      const state = await ended;
      const [row] = await rowsOf(state);
      return [state.reading, row?.verdict, row?.title, row?.source.read];
    };
    const gb = { encoding: 'gb18030', guessed: true, chosen: false };
    expect((await rowsOf(dry))[0]?.source.read).toEqual(gb);
    expect(await said('utf-8')).toEqual([2, 'refused', '', { encoding: 'utf-8', guessed: false, chosen: true }]);
    expect((await said('utf-16be')).slice(0, 2)).toEqual([3, 'new']);
    expect(await said('gb18030')).toEqual([4, 'new', '江边夜拍', { ...gb, guessed: false, chosen: true }]);
    expect(await said(null)).toEqual([5, 'new', '江边夜拍', gb]);
  });

  it('is another plan’s pieces, copied with ids and pictures of their own', async () => {
    put('a/一.md', '---\ntitle: 一\ntags: [夜拍]\n---\n正文。\n\n![图](点.png)');
    put('a/点.png', png);
    await take(await read(join(home, 'a')));
    const [before] = pieces();
    put('别人.juzhen', writePlan(studio.store.context.db, studio.folder));
    const other = await bridge();
    try {
      const ended = new Promise<ImportState>((done) => {
        other.on('importing', ({ state }) => {
          if (state.phase === 'ready' || state.phase === 'done') done(state);
        });
      });
      value(await other.call('import.start', { token: other.choose(join(home, '别人.juzhen')) }));
      const { job, totals } = await ended;
      expect(totals).toMatchObject({ rows: 1, new: 1, images: 1 });
      const applied = new Promise((done) =>
        other.on('importing', ({ state }) => state.phase === 'done' && done(state)),
      );
      value(await other.call('import.apply', { job, choice: { usual } }));
      await applied;
      const [copy] = listViews(other.store.context.db, 'piece');
      expect(copy).toMatchObject({ title: '一', tags: ['夜拍'] });
      expect(copy?.id).not.toBe(before?.id);
      expect(listViews(other.store.context.db, 'asset')).toHaveLength(1);
      expect(readdirSync(join(other.folder, 'assets'))).toHaveLength(1);
    } finally {
      other.close();
    }
  });
});

describe('importing a plan that stands in a folder', () => {
  it('gives its pieces, whether the folder or its juzhen.json was chosen', async () => {
    put('a/一.md', '# 一\n\n正文。');
    await take(await read(join(home, 'a')));
    for (const { path, bytes } of encodeFolder(planContent(studio.store.context.db, studio.folder)))
      put(`别人/${path}`, bytes);
    for (const path of ['别人', '别人/juzhen.json']) {
      const dry = await read(join(home, path));
      expect(dry.totals).toMatchObject({ rows: 1 });
      expect((await rowsOf(dry))[0]).toMatchObject({ source: { file: '别人' } });
    }
    put('别人/records/piece/x.json', '{');
    const [row] = await rowsOf(await read(join(home, '别人')));
    expect(row).toMatchObject({ verdict: 'refused' });
  });
});
