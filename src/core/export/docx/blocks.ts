import type { BlockNode, InlineNode, ListItemNode, TableRowNode } from '../../model/doc';
import { inlineText } from '../../model/docText';
import { docxWords } from '../../words/docx';
import { say } from '../../words/say';
import type { ExportImage, ExportModel } from '../types';
import type { Parts } from './parts';
import { BULLETS } from './styles';
import { paragraph, type RunLook, run, table } from './xml';

/** Where a block stands: how deep in lists, and whether it opens an item. */
type Place = { readonly level: number; readonly item?: { readonly id: number } | undefined; readonly quoted: boolean };
const outside: Place = { level: 0, quoted: false };

export type Body = {
  readonly model: Pick<ExportModel, 'lang' | 'packs'>;
  readonly brief: Readonly<Record<string, string>>;
  readonly images: readonly ExportImage[];
  readonly parts: Parts;
};

/** The blocks of a source; a note says which of them are for some platforms only. */
export const blocksXml = (blocks: readonly BlockNode[], body: Body): string =>
  blocks.map((block) => `${audience(block, body)}${blockXml(block, body, outside)}`).join('');

function audience(block: BlockNode, { model: { lang, packs } }: Body): string {
  const { only = [], not = [] } = block.attrs ?? {};
  const names = (ids: readonly string[]): string =>
    ids.map((id) => nameOf(id, packs, lang)).join(lang === 'zh' ? '、' : ', ');
  const notes = [
    ...(only.length === 0 ? [] : [say(docxWords, lang, 'only', { names: names(only) })]),
    ...(not.length === 0 ? [] : [say(docxWords, lang, 'not', { names: names(not) })]),
  ];
  return notes.length === 0 ? '' : paragraph(run(notes.join(' ')), { style: 'Meta' });
}

/** `weibo/post` or `x`, as people call it. */
function nameOf(id: string, packs: ExportModel['packs'], lang: ExportModel['lang']): string {
  const [platform, format] = id.split('/');
  const pack = packs.find((one) => one.id === platform);
  const shape = pack?.formats.find((one) => one.id === format);
  return pack === undefined ? id : [pack[lang], ...(shape === undefined ? [] : [shape[lang]])].join(' · ');
}

function blockXml(block: BlockNode, body: Body, place: Place): string {
  switch (block.type) {
    case 'paragraph':
      return paragraph(inlineXml(block.content, body), { ...look(place), ...(place.quoted ? { style: 'Quote' } : {}) });
    case 'heading':
      // The page's own headings are the first two levels.
      return paragraph(inlineXml(block.content, body), {
        ...look(place),
        style: `Heading${Math.min(4, Math.max(3, block.attrs.level + 1))}`,
      });
    case 'blockquote':
      return inside(block.content, body, { ...place, quoted: true });
    case 'bulletList':
      return items(block.content, BULLETS, body, place);
    case 'orderedList':
      return items(block.content, body.parts.numbered(block.attrs?.start ?? 1), body, place);
    case 'codeBlock':
      return paragraph(run((block.content ?? []).map(({ text }) => text).join('')), { ...look(place), style: 'Code' });
    case 'image':
      return pictureXml(block.attrs, body);
    case 'horizontalRule':
      return '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="B9C0CA"/></w:pBdr></w:pPr></w:p>';
    case 'table':
      return tableXml(block.content, body);
  }
}

const look = ({ level, item }: Place) =>
  item === undefined ? { indent: level } : { list: { id: item.id, level: level - 1 } };

/** Only the first block of an item carries its sign; what follows in it stands under that. */
const inside = (blocks: readonly BlockNode[], body: Body, place: Place): string =>
  blocks.map((block, at) => blockXml(block, body, at === 0 ? place : { ...place, item: undefined })).join('');

const items = (list: readonly ListItemNode[], id: number, body: Body, place: Place): string =>
  list.map((item) => inside(item.content, body, { ...place, level: place.level + 1, item: { id } })).join('');

function tableXml(rows: readonly TableRowNode[], body: Body): string {
  const columns = Math.max(...rows.map(({ content }) => content.length));
  const cells = rows.map(({ content }) =>
    Array.from({ length: columns }, (_, at) => {
      const cell = content[at];
      return paragraph(cell === undefined ? '' : inlineXml(cell.content[0].content, body, cell.type === 'tableHeader'));
    }),
  );
  const heading = rows[0]?.content[0]?.type === 'tableHeader';
  // Two tables in a row would be one.
  return table(cells, Array(columns).fill(1), { heading }) + paragraph('');
}

function inlineXml(nodes: readonly InlineNode[] | undefined, body: Body, bold = false): string {
  return (nodes ?? [])
    .map((node) => {
      const text = node.type === 'field' ? body.brief[node.attrs.name] || inlineText(node) : inlineText(node);
      if (node.type !== 'text') return run(text, { bold });
      const marks = node.marks ?? [];
      const has = (type: string): boolean => marks.some((mark) => mark.type === type);
      const link = marks.find((mark) => mark.type === 'link');
      const shown: RunLook = {
        bold: bold || has('bold'),
        italic: has('italic'),
        strike: has('strike'),
        underline: has('underline'),
        code: has('code'),
      };
      if (link?.type !== 'link') return run(text, shown);
      const id = body.parts.link(link.attrs.href);
      return id === null
        ? run(text, shown)
        : `<w:hyperlink r:id="${id}">${run(text, { ...shown, link: true })}</w:hyperlink>`;
    })
    .join('');
}

function pictureXml(
  {
    src,
    alt,
    title,
  }: { readonly src: string; readonly alt?: string | null | undefined; readonly title?: string | null | undefined },
  { images, parts, model: { lang } }: Body,
): string {
  const image = images.find((one) => one.src === src);
  const words = alt || image?.alt || image?.name || src;
  const drawing = image === undefined ? null : parts.picture(image, words);
  const shown =
    drawing === null
      ? paragraph(run(say(docxWords, lang, 'picture', { name: words })), { style: 'Meta' })
      : paragraph(drawing);
  return title ? shown + paragraph(run(title), { style: 'Caption' }) : shown;
}
