import { describe, expect, it } from 'vitest';
import { type ExporterId, exporterIds, usualOptions } from '../../../src/core/export/options';
import { exporters, filesIn } from '../../../src/core/export/registry';
import type { ExportFile, ExportModel } from '../../../src/core/export/types';
import { readMarkdown } from '../../../src/core/markdown/readMarkdown';
import type { Doc } from '../../../src/core/model/doc';
import { isSafePath, pathKey } from '../../../src/core/plan/file/paths';
import { a, aModel, anEntry, smallPlan } from './smallPlan';

const files = exporters.markdown.run(smallPlan);

describe('the sources as Markdown', () => {
  it('are one file per piece, the schedule, and the pictures', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'schedule.md',
      '夜里十一点的桥.md',
      '=SUM(灯).md',
      '写不下的一篇.md',
      'images/桥.jpg',
      'images/灯.png',
    ]);
    expect(files.at(-1)?.content).toEqual({ assetId: 'as2' });
    for (const { path } of files) expect(isSafePath(path), path).toBe(true);
  });

  it('hold the small plan', async () => {
    await expect(files[0]?.content).toMatchFileSnapshot('../../fixtures/export/schedule.md');
    await expect(files[1]?.content).toMatchFileSnapshot('../../fixtures/export/piece.md');
  });

  it('read back as the piece they came from', () => {
    const doc: Doc = {
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { lead: true }, content: [{ type: 'text', text: '第一句。' }] },
        { type: 'image', attrs: { src: 'as1', alt: '一座桥' } },
        { type: 'blockquote', content: [{ type: 'image', attrs: { src: 'as2', alt: '' } }] },
        {
          type: 'paragraph',
          attrs: { only: ['weibo/post', 'x'], optional: true },
          content: [{ type: 'text', text: '只给两处。' }],
        },
      ],
    };
    const piece = a('piece', {
      id: 'p9',
      title: '桥: "夜" # 一',
      kind: 'story',
      subkind: 'user',
      personaId: 'pe1',
      link: 'https://juzhen.example/',
      brief: { protagonist: '小满', turn: 'yes' },
      tags: ['夜景', '1'],
    });
    const images = smallPlan.entries.flatMap((entry) => entry.images).slice(-2);
    const [, file] = exporters.markdown.run(aModel({ entries: [anEntry({ piece, doc, images })] }));
    const read = readMarkdown(file?.content as string, file?.path as string);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.piece).toMatchObject({
      title: piece.title,
      kind: 'story',
      subkind: 'user',
      lang: 'zh',
      brief: piece.brief,
      tags: piece.tags,
      persona: '小满',
      link: piece.link,
      images: ['images/桥.jpg', 'images/灯.png'],
    });
    expect(read.value.piece.doc.content.map(({ type }) => type)).toEqual([
      'paragraph',
      'image',
      'blockquote',
      'paragraph',
    ]);
    expect(read.value.piece.doc.content[3]).toMatchObject({ attrs: { only: ['weibo/post', 'x'], optional: true } });
  });

  it('never write two pieces into one file', () => {
    const titles = ['桥', '桥', 'Bridge', 'bridge', '', 'schedule', '夜'.repeat(300), `${'夜'.repeat(300)}。`];
    const entries = titles.map((title, index) => anEntry({ piece: a('piece', { id: `p${index}`, title }) }));
    const paths = exporters.markdown.run(aModel({ entries })).map(({ path }) => path);
    expect(paths).toHaveLength(titles.length + 1);
    expect(new Set(paths.map(pathKey)).size).toBe(paths.length);
  });

  it('name a picture once, however many pieces show it', () => {
    const images = smallPlan.entries.flatMap((entry) => entry.images).slice(-1);
    const entries = ['p1', 'p2'].map((id) => anEntry({ piece: a('piece', { id, title: id }), images }));
    expect(exporters.markdown.run(aModel({ entries })).filter(({ path }) => path.startsWith('images/'))).toHaveLength(
      1,
    );
  });
});

const all = async (id: ExporterId, model: ExportModel): Promise<readonly ExportFile[]> => {
  const found: ExportFile[] = [];
  for await (const file of filesIn(id, model, usualOptions)) found.push(file);
  return found;
};

describe('the registry of exporters', () => {
  it('knows each exporter by its id', () => {
    for (const [id, exporter] of Object.entries(exporters)) expect(exporter.id).toBe(id);
  });

  it('has a row for every id, and options for every row', () => {
    expect(Object.keys(exporters)).toEqual([...exporterIds]);
    expect(Object.keys(usualOptions)).toEqual([...exporterIds]);
  });

  it('writes nothing that is blocked but its source', async () => {
    for (const id of exporterIds)
      for (const { path, content } of await all(id, smallPlan))
        if (typeof content === 'string') expect(content, `${id} ${path}`).not.toContain('绝不能写出来的字');
  });

  it('gives the same bytes for the same plan', async () => {
    for (const id of exporterIds)
      expect(await all(id, { ...smallPlan, entries: [...smallPlan.entries].reverse() }), id).toEqual(
        await all(id, smallPlan),
      );
  });
});
