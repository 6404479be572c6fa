import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docText } from '../../../src/core/model/docText';
import { listViews } from '../../../src/main/store/rows';
import { value } from '../../helpers/bridge';
import { png } from '../../helpers/documents';
import { home, open, pieces, put, reach, read, rowsOf, studio, take, usual, withFilesToImport } from './filesToImport';

withFilesToImport();

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
