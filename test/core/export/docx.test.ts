import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { FindingCode } from '../../../src/core/check/codes';
import { exporters } from '../../../src/core/export/registry';
import type { ExportFile, ExportImage, ExportModel, ExportPiece } from '../../../src/core/export/types';
import type { Doc } from '../../../src/core/model/doc';
import { encodeUtf8 } from '../../../src/core/plan/file/utf8';
import { writeZip } from '../../../src/core/plan/file/zip';
import { converted, NO_OFFICE, office } from '../../helpers/office';
import { readHtml } from './readHtml';
import { a, aModel, anEntry, aVariant, packs, smallPlan } from './smallPlan';

const files = (model: ExportModel): readonly ExportFile[] => [...(exporters.docx.run(model) as Iterable<ExportFile>)];

/** A 1 × 1 PNG stands for every picture. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const bytesOf = ({ content }: ExportFile): Uint8Array => {
  if (typeof content !== 'object' || !('archive' in content)) throw new Error('no archive');
  const entries = content.archive.map((part) => ({
    path: part.path,
    bytes: typeof part.content === 'string' ? encodeUtf8(part.content) : new Uint8Array(dot),
  }));
  return writeZip(entries, () => false);
};
const read = async (model: ExportModel) => {
  const [file] = files(model);
  if (file === undefined) throw new Error('no file');
  const bytes = bytesOf(file);
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return { bytes, html: readHtml(value), raw: value, messages };
};

const image: ExportImage = {
  src: 'as1',
  name: '桥.png',
  alt: '夜里的桥',
  mime: 'image/png',
  width: 3000,
  height: 2000,
  bytes: 9,
  hash: 'a'.repeat(64),
};
const t = (text: string, ...marks: readonly string[]) =>
  ({ type: 'text', text, ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }) }) as never;

const doc: Doc = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [t('灯亮之前')] },
    {
      type: 'paragraph',
      content: [t('桥上'), t('很黑', 'bold'), t('，'), t('风大', 'italic'), { type: 'hardBreak' }, t('等。')],
    },
    {
      type: 'paragraph',
      attrs: { only: ['bird/post'] },
      content: [
        t('看'),
        {
          type: 'text',
          text: '这里',
          marks: [{ type: 'link', attrs: { href: 'https://juzhen.example/桥?a=1&b=%20' } }],
        },
        { type: 'text', text: '不是', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
        { type: 'hashtag', attrs: { id: '夜景' } },
        { type: 'field', attrs: { name: 'place' } },
        { type: 'field', attrs: { name: 'nothing' } },
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [t('三脚架')] },
            {
              type: 'orderedList',
              content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [t('先架好')] }] }],
            },
          ],
        },
        { type: 'listItem', content: [{ type: 'paragraph', content: [t('快门线')] }] },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [t('第三步')] }] }],
    },
    { type: 'blockquote', content: [{ type: 'paragraph', content: [t('他说别急。')] }] },
    { type: 'codeBlock', content: [{ type: 'text', text: 'ISO 800\nf/2.8' }] },
    { type: 'horizontalRule' },
    { type: 'image', attrs: { src: 'as1', alt: null, title: '一座桥' } },
    { type: 'image', attrs: { src: 'lost.heic' } },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [{ type: 'paragraph', content: [t('镜头')] }] },
            { type: 'tableHeader', content: [{ type: 'paragraph', content: [t('光圈')] }] },
          ],
        },
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [{ type: 'paragraph', content: [t('23mm')] }] },
            { type: 'tableCell', content: [{ type: 'paragraph' }] },
          ],
        },
      ],
    },
  ],
};
const piece: ExportPiece = {
  piece: a('piece', {
    id: 'p1',
    title: '夜里十一点的桥',
    kind: 'scene',
    brief: { place: '龙门大桥', value: '' },
    tags: ['夜景'],
  }),
  doc,
  persona: a('persona', { id: 'pe1', name: '小满' }),
  images: [image],
};
const model = aModel({
  packs,
  pieces: [piece],
  stamp: { by: '许知微', at: '2026-10-14 12:28' },
  entries: smallPlan.entries.filter((entry) => entry.piece.id === 'p1'),
});

describe('a piece as a Word file', () => {
  it('is read by a stranger with its headings, paragraphs, lists, table, links and picture', async () => {
    const { html, raw, messages } = await read(model);
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(html.texts('h1')).toEqual(
      ['夜里十一点的桥', '简报', '源稿', '小鸟 · 帖子 · 小满', '书信 · 文章 · 桥灯/来信'].slice(1),
    );
    expect(html.texts('h3')).toEqual(['灯亮之前']);
    expect(raw).toContain('<p>桥上<strong>很黑</strong>，<em>风大</em><br />等。</p>');
    expect(raw).toContain('<ul><li>三脚架<ol><li>先架好</li></ol></li><li>快门线</li></ul><ol><li>第三步</li></ol>');
    expect(raw).toContain(
      '<a href="https://juzhen.example/%E6%A1%A5?a=1&amp;b=%20">这里</a>不是#夜景龙门大桥{{nothing}}',
    );
    expect(raw).toContain('［只给 小鸟 · 帖子］');
    expect(raw).toContain('ISO 800<br />f/2.8');
    expect(raw).toContain('［图：lost.heic］');
    expect(raw).toMatch(/<img alt="夜里的桥" src="data:image\/png;base64,/);
    expect(html.texts('th')).toContain('镜头');
  });

  it('holds every text of every version, its counts, what is to settle, and room for comments', async () => {
    const { html, raw } = await read(model);
    const said = html.texts('p').concat(html.texts('h2'), html.texts('td'), html.texts('th')).join('\n');
    for (const { variant } of model.entries)
      for (const text of [...variant.parts, variant.title ?? '', variant.extra.digest ?? ''])
        for (const line of text.split(/\n+/)) expect(said).toContain(line);
    expect(html.texts('h2').filter((text) => text === '意见')).toHaveLength(3);
    expect(raw).toContain('280');
    expect(said).toContain('须改 · 标题');
  });

  it('carries what the check says as remarks at the words it is about, which a stranger’s reader finds there', async () => {
    const finding = (code: FindingCode, field: string, params: Record<string, string | number> = {}) => ({
      code,
      severity: 'error' as const,
      field,
      params,
    });
    const body = '第一段，最好的桥。\n\n\n第二段有最好的灯，\n也有国家级的风😀。\n';
    const variant = aVariant({
      title: '最好的桥',
      body,
      parts: [body],
      findings: [
        finding('avoid_word', 'body', { word: '国家级' }),
        finding('avoid_word', 'body', { word: '家级的风😀' }),
        finding('avoid_word', 'title', { word: '最好' }),
        finding('body_too_long', 'body', { limit: 10, value: 30, over: 20, unit: 'code_points' }),
        finding('too_few_images', 'images', { limit: 1, value: 0 }),
      ],
    });
    const { bytes } = await read({ ...model, entries: [anEntry({ piece: piece.piece, variant })] });
    const parts = unzipSync(bytes);
    const text = (path: string): string => Buffer.from(parts[path] ?? []).toString('utf8');
    const noted = [...text('word/comments.xml').matchAll(/<w:comment w:id="(\d+)".*?<\/w:comment>/gs)];
    const document = text('word/document.xml');
    const about = noted.map(([whole, id]) => {
      const range = document
        .split(`<w:commentRangeStart w:id="${id}"/>`)[1]
        ?.split(`<w:commentRangeEnd w:id="${id}"/>`)[0];
      const words = (range ?? '').replaceAll(/<[^>]*>/g, '');
      return [words, whole.replaceAll(/<[^>]*>/g, '').slice(0, 3)];
    });
    expect(about).toEqual([
      ['最好', '须改：'],
      ['国家级', '须改：'],
      ['家级的风😀', '须改：'],
      ['正文', '须改：'],
    ]);
    expect(document).not.toContain('<w:br/></w:r></w:p>');
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: ['comment-reference => sup'] },
    );
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const said = readHtml(value);
    expect(said.texts('dd')).toHaveLength(noted.length);
    expect(value).toMatch(/国<sup>|国家级<sup>/);
    expect(said.texts('p')).toContainEqual(expect.stringMatching(/^第一段，最好的桥。$/));
  });

  it('is the same bytes for the same plan', () => {
    const bytes = (): Uint8Array => bytesOf(files(model)[0] as ExportFile);
    expect(Buffer.from(bytes()).equals(Buffer.from(bytes()))).toBe(true);
  });

  it('names one version for all dates of an account, and writes nothing of a text that fits nowhere', async () => {
    const [first] = model.entries;
    if (first === undefined) throw new Error('no entry');
    const later = { ...first, placement: { ...first.placement, id: 'later', time: '23:59' as never } };
    const { html } = await read({ ...model, entries: [first, later] });
    expect(html.texts('h1').filter((text) => text.includes(' · '))).toHaveLength(1);
    const stuck = smallPlan.entries.filter(({ blocked }) => blocked);
    const blocked = await read({
      ...model,
      entries: stuck,
      pieces: stuck.map(({ piece: own }) => ({ ...piece, piece: own })),
    });
    expect(blocked.raw).not.toContain('绝不能写出来的字');
  });

  it('is well-formed XML in every part, whatever people wrote', async () => {
    const evil = 'a\u0000b\u000b<w:p>&"\'\ud800]]>\ufffe\u202e_x0041_';
    const hostile: ExportModel = {
      ...model,
      title: evil,
      stamp: { by: evil, at: evil },
      pieces: [
        {
          ...piece,
          piece: { ...piece.piece, title: evil, tags: [evil], link: evil, brief: { place: evil } },
          doc: {
            type: 'doc',
            content: [
              { type: 'paragraph', attrs: { only: [evil] }, content: [t(evil, 'code', 'underline', 'strike')] },
              {
                type: 'paragraph',
                content: [
                  { type: 'text', text: evil, marks: [{ type: 'link', attrs: { href: `https://x/${evil}` } }] },
                ],
              },
              { type: 'image', attrs: { src: evil, alt: evil, title: evil } },
            ],
          },
          persona: { ...a('persona', { id: 'pe1' }), name: evil },
          images: [{ ...image, src: evil, alt: evil }],
        },
      ],
      entries: [anEntry({ variant: aVariant({ title: evil, body: evil, parts: [evil] }) })],
    };
    const [file] = files(hostile);
    const parts = unzipSync(bytesOf(file as ExportFile));
    for (const [path, bytes] of Object.entries(parts)) {
      if (!/\.(xml|rels)$/.test(path)) continue;
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw new Error(`${path}: ${error.message}`);
      });
      parser.write(Buffer.from(bytes).toString('utf8')).close();
    }
    const { raw } = await read(hostile);
    expect(raw).toContain('a�b�&lt;w:p&gt;&amp;');
    expect(raw).not.toContain('<a href');
  });

  it.skipIf(office === null)(`opens in LibreOffice with every word${office === null ? ` (${NO_OFFICE})` : ''}`, () => {
    const [file] = files(model);
    const text = converted('piece.docx', bytesOf(file as ExportFile), 'txt:Text (encoded):UTF8')
      .get('piece.txt')
      ?.toString('utf8');
    for (const words of ['夜里十一点的桥', '三脚架', '第三步', '手里的机器有点凉', '意见'])
      expect(text).toContain(words);
  });
});
