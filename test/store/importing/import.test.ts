import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportChoiceInput, ImportState } from '../../../src/contract';
import { docText } from '../../../src/core/model/docText';
import { encodeFolder } from '../../../src/core/plan/folder/write';
import type { Encoding } from '../../../src/core/text/encoding';
import { sweepAssets } from '../../../src/main/store/assets/assetSweep';
import { keepBytes } from '../../../src/main/store/assets/assets';
import { planContent, writePlan } from '../../../src/main/store/files/planFiles';
import { listViews } from '../../../src/main/store/rows';
import { bridge, type TestBridge, value } from '../../helpers/bridge';
import { bomb, docx, paragraph, picture, png, pngOf, run } from '../../helpers/documents';

let studio: TestBridge;
let home: string;
beforeEach(async () => {
  studio = await bridge();
  home = mkdtempSync(join(tmpdir(), 'juzhen-import-'));
});
afterEach(() => {
  studio.close();
  rmSync(home, { recursive: true, force: true });
});

const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(join(home, path, '..'), { recursive: true });
  writeFileSync(join(home, path), content);
};

/** Waits until an import is in one of these phases. */
const reach = (...phases: readonly ImportState['phase'][]): Promise<ImportState> =>
  new Promise((done) => {
    const stop = studio.on('importing', ({ state }) => {
      if (!phases.includes(state.phase)) return;
      stop();
      done(state);
    });
  });

async function read(path: string): Promise<ImportState> {
  const ended = reach('ready', 'failed');
  value(await studio.call('import.start', { token: studio.choose(path) }));
  return ended;
}
const rowsOf = async ({ job }: ImportState) =>
  value(await studio.call('import.rows', { job, limit: 500, offset: 0 })).items;

const usual: ImportChoiceInput['usual'] = { new: 'new', same: 'skip', changed: 'skip', unclear: 'skip' };
async function take({ job }: ImportState, choice: Partial<ImportChoiceInput> = {}): Promise<ImportState> {
  const ended = reach('done', 'failed');
  value(await studio.call('import.apply', { job, choice: { usual, ...choice } }));
  return ended;
}
const pieces = () => listViews(studio.store.context.db, 'piece').filter(({ trashed }) => !trashed);
const open = async (title: string) => {
  const piece = pieces().find((one) => one.title === title);
  return value(await studio.call('piece.open', { id: piece?.id ?? '' }));
};

describe('importing a folder', () => {
  it('shows everything first, changes nothing, then takes it as one step that one undo takes back', async () => {
    for (let n = 1; n <= 60; n += 1) put(`稿/第${n}篇.md`, `# 第 ${n} 篇\n\n正文 ${n}。\n\n![图](图/点.png)\n`);
    put('稿/图/点.png', png);
    put('稿/注.txt', '江边夜拍\n\n今晚八点。');
    put('稿/页.html', '<h1>网页</h1><p>文<script>x</script></p>');
    put('稿/无关.exe', 'x');
    const dry = await read(join(home, '稿'));
    expect(dry).toMatchObject({ phase: 'ready', name: '稿', total: 62, done: 62, left: 1, failure: null });
    expect(dry.totals).toEqual({
      rows: 62,
      new: 62,
      same: 0,
      changed: 0,
      unclear: 0,
      refused: 0,
      images: 1,
      placements: 0,
    });
    expect(pieces()).toEqual([]);

    const done = await take(dry);
    expect(done.result).toEqual({ made: 62, updated: 0, placements: 0, images: 1, left: [] });
    expect(pieces()).toHaveLength(62);
    const { piece, doc, assets } = await open('第 7 篇');
    expect(docText(doc ?? { type: 'doc', content: [] })).toBe('正文 7。\n图');
    expect(piece).toMatchObject({ state: 'drafting', createdOn: '2026-10-09' });
    expect(assets).toHaveLength(1);
    expect(value(await studio.call('history.state', {})).undo).toEqual({ code: 'import', params: { count: 62 } });

    value(await studio.call('history.undo', {}));
    expect(pieces()).toEqual([]);
    expect(listViews(studio.store.context.db, 'asset')).toEqual([]);
    value(await studio.call('history.redo', {}));
    expect(pieces()).toHaveLength(62);
    expect(readdirSync(join(studio.folder, 'incoming'))).toEqual([]);
  });

  it('tells again what is there already, and what has another text', async () => {
    put('a/一.md', '# 一\n\n原文。');
    put('a/二.md', '# 二\n\n原文。\n\n![图](点.png)');
    put('a/点.png', png);
    await take(await read(join(home, 'a')));
    put('a/一.md', '# 一\n\n改过。');
    put('a/三.md', '# 二\n\n原文。\n\n![图](点.png)');
    const again = await read(join(home, 'a'));
    expect((await rowsOf(again)).map(({ source, verdict }) => [source.path, verdict])).toEqual([
      ['一.md', 'changed'],
      ['三.md', 'same'],
      ['二.md', 'same'],
    ]);
    const skipped = await take(again);
    expect(skipped.result).toMatchObject({ made: 0, updated: 0 });
    const detail = await read(join(home, 'a'));
    const shown = value(await studio.call('import.row', { job: detail.job, index: 0 }));
    expect(shown.existing).toMatchObject({ title: '一', text: '原文。' });
    const updated = await take(detail, { rows: [{ index: 0, wish: 'update' }] });
    expect(updated.result).toMatchObject({ made: 0, updated: 1 });
    expect(docText((await open('一')).doc ?? { type: 'doc', content: [] })).toBe('改过。');
    expect(pieces()).toHaveLength(2);
    value(await studio.call('history.undo', {}));
    expect(docText((await open('一')).doc ?? { type: 'doc', content: [] })).toBe('原文。');
  });

  it('leaves alone a piece that was edited after the dry run, and names it', async () => {
    put('a/一.md', '# 一\n\n原文。');
    await take(await read(join(home, 'a')));
    put('a/一.md', '# 一\n\n别人的。');
    const dry = await read(join(home, 'a'));
    const { piece, version } = await open('一');
    const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '我的。' }] }] } as const;
    value(await studio.call('piece.write', { id: piece.id, doc, base: version, session: 's' }));
    const done = await take(dry, { rows: [{ index: 0, wish: 'update' }] });
    expect(done.result).toMatchObject({ updated: 0, left: ['一'] });
    expect(docText((await open('一')).doc ?? { type: 'doc', content: [] })).toBe('我的。');
  });

  it('asks before it changes more than ten pieces and a fifth of the shelf', async () => {
    for (let n = 1; n <= 12; n += 1) put(`a/${n}.md`, `# 篇 ${n}\n\n原文。`);
    await take(await read(join(home, 'a')));
    for (let n = 1; n <= 12; n += 1) put(`a/${n}.md`, `# 篇 ${n}\n\n改过。`);
    const { job } = await read(join(home, 'a'));
    const choice = { usual: { ...usual, changed: 'update' as const } };
    expect(await studio.call('import.apply', { job, choice })).toEqual({
      ok: false,
      failure: { code: 'import_overwrites', params: { count: 12, total: 12 } },
    });
    const ended = reach('done');
    value(await studio.call('import.apply', { job, choice: { ...choice, confirmed: true } }));
    expect((await ended).result).toMatchObject({ updated: 12 });
  });

  it('can be given up while it is read and while it is applied, and then has changed nothing', async () => {
    for (let n = 1; n <= 200; n += 1) put(`a/${n}.md`, `# 篇 ${n}\n\n正文。`);
    const cancelled = reach('cancelled');
    const first = value(await studio.call('import.start', { token: studio.choose(join(home, 'a')) }));
    value(await studio.call('import.cancel', { job: first.job }));
    expect((await cancelled).phase).toBe('cancelled');
    const dry = await read(join(home, 'a'));
    const again = reach('cancelled');
    value(await studio.call('import.apply', { job: dry.job, choice: { usual } }));
    value(await studio.call('import.cancel', { job: dry.job }));
    await again;
    await new Promise((next) => setTimeout(next, 50));
    expect(pieces()).toEqual([]);
    expect(value(await studio.call('history.state', {})).undo).toBeNull();
    expect(existsSync(join(studio.folder, 'incoming', dry.job))).toBe(false);
  });
});

describe('an import that is being taken', () => {
  /** Reads 300 files, begins to take them, and answers when records are being written. */
  async function writing(): Promise<string> {
    for (let n = 1; n <= 300; n += 1) put(`a/${n}.md`, `# 篇 ${n}\n\n正文。`);
    const { job } = await read(join(home, 'a'));
    value(await studio.call('import.apply', { job, choice: { usual } }));
    while (!studio.store.context.room.taken) await new Promise((next) => setImmediate(next));
    return job;
  }
  const total = async (): Promise<number> =>
    value(await studio.call('piece.list', { filter: {}, limit: 1, offset: 0 })).total;

  it('gives way to every call, is seen by none of them half done, and comes to its end all the same', async () => {
    await writing();
    const done = reach('done');
    const seen = new Set<number>();
    for (let n = 0; n < 6; n += 1) {
      seen.add(await total());
      await new Promise((next) => setTimeout(next, 15));
    }
    expect((await done).result).toMatchObject({ made: 300 });
    expect([...seen].filter((count) => count !== 0 && count !== 300)).toEqual([]);
    expect(seen.has(0)).toBe(true);
    expect(await total()).toBe(300);
    value(await studio.call('history.undo', {}));
    expect(await total()).toBe(0);
  });

  it('leaves nothing behind when it is given up in the middle of writing', async () => {
    const { db } = studio.store.context;
    const count = () =>
      ['piece', 'body_version', 'piece_card', 'piece_log', 'change'].map((table) =>
        db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
      );
    const before = count();
    const job = await writing();
    const cancelled = reach('cancelled');
    value(await studio.call('import.cancel', { job }));
    await cancelled;
    await new Promise((next) => setTimeout(next, 50));
    expect(count()).toEqual(before);
    expect(value(await studio.call('history.state', {})).undo).toBeNull();
    expect(db.inTransaction).toBe(false);
  });

  it('takes an edit made meanwhile, and leaves alone the piece it was made to', async () => {
    put('a/1.md', '# 篇 1\n\n原文。');
    await take(await read(join(home, 'a')));
    const before = await open('篇 1');
    for (let n = 1; n <= 300; n += 1) put(`a/${n}.md`, `# 篇 ${n}\n\n新文。`);
    const { job } = await read(join(home, 'a'));
    const ended = reach('done', 'failed');
    value(await studio.call('import.apply', { job, choice: { usual: { ...usual, changed: 'update' } } }));
    const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '我的。' }] }] } as const;
    const { id } = before.piece;
    value(await studio.call('piece.write', { id, doc, base: before.version, session: 's' }));
    expect((await ended).result).toMatchObject({ made: 299, updated: 0, left: ['篇 1'] });
    expect(docText((await open('篇 1')).doc ?? { type: 'doc', content: [] })).toBe('我的。');
  });
});

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

describe('pictures nobody names any more', () => {
  const sweep = (days: number) =>
    sweepAssets(
      studio.store.context.db,
      studio.folder,
      Date.now() + days * 86_400_000,
      process.env.JUZHEN_SQLITE_BINDING ?? null,
    );
  const kept = () =>
    existsSync(join(studio.folder, 'assets')) ? readdirSync(join(studio.folder, 'assets')).sort() : [];

  it('of an import that was given up half way are found by the sweep, and a cut-short copy is too', async () => {
    for (let n = 1; n <= 40; n += 1) {
      put(`a/${n}.md`, `# 篇 ${n}\n\n![图](${n}.png)`);
      put(`a/${n}.png`, pngOf(n));
    }
    const dry = await read(join(home, 'a'));
    // What lies there when an import ends between keeping its pictures and its one transaction.
    for (let n = 1; n <= 3; n += 1) keepBytes(studio.folder, `${n}.png`, pngOf(100 + n));
    const cancelled = reach('cancelled');
    value(await studio.call('import.apply', { job: dry.job, choice: { usual } }));
    value(await studio.call('import.cancel', { job: dry.job }));
    await cancelled;
    await new Promise((next) => setTimeout(next, 50));
    const left = kept();
    expect(left.length).toBeGreaterThanOrEqual(3);
    writeFileSync(join(studio.folder, 'assets', `incoming.${'ab'.repeat(6)}.part`), 'half');
    expect(sweep(0)).toEqual([]);
    expect([...sweep(31)].sort()).toEqual(left);
    expect(kept()).toEqual([]);
  });

  it('of a piece that was deleted for good are found by the sweep, once nobody can bring them back', async () => {
    put('b/篇.md', '# 江边\n\n![图](图.png)');
    put('b/图.png', png);
    await take(await read(join(home, 'b')));
    const [piece] = pieces();
    const ids = [piece?.id ?? ''];
    value(await studio.call('piece.bulk', { target: { kind: 'ids', ids }, act: { kind: 'trash' } }));
    const before = kept();
    expect(before).toHaveLength(1);
    expect(sweep(31)).toEqual([]);
    value(await studio.call('piece.purge', { ids }));
    expect(sweep(29)).toEqual([]);
    expect(sweep(31)).toEqual(before);
  });
});
