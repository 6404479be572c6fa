import type { FormatPack } from '../platforms/pack';
import type { Sheet } from './compose';
import type { Paragraph, ParagraphKind, Run, RunMark } from './draft';
import type { SourceImage } from './types';

/**
 * An article as HTML. WeChat's editor keeps inline styles only and counts them, so the styles are few and short and
 * every list item is one paragraph with its bullet written out. Other editors get bare tags.
 */
type Theme = { readonly [K in ParagraphKind | 'closing' | 'note' | 'caption' | 'heading_cell' | 'cell']: string };

const bare: Theme = {
  title: '',
  text: '',
  heading: '',
  quote: '',
  item: '',
  code: '',
  rule: '',
  image: '',
  table: '',
  heading_cell: '',
  cell: '',
  caption: '',
  closing: '',
  note: '',
};

const wechat: Theme = {
  title: 'font-size:20px;font-weight:bold;margin:0 0 16px',
  text: 'margin:0 0 16px;line-height:1.8',
  heading: 'font-size:18px;font-weight:bold;margin:28px 0 12px',
  quote: 'margin:0 0 16px;padding-left:12px;border-left:3px solid #d2d7de;color:#5f6774;line-height:1.8',
  item: 'margin:0 0 8px;padding-left:16px;line-height:1.8',
  code: 'margin:0 0 16px;padding:12px;background-color:#f3f4f6;font-family:monospace;font-size:14px',
  rule: 'border:0;border-top:1px solid #d2d7de;margin:28px 0',
  image: 'width:100%;height:auto',
  table: 'width:100%;margin:0 0 16px;border-collapse:collapse;font-size:15px',
  heading_cell: 'padding:6px 8px;border:1px solid #d2d7de;background-color:#f3f4f6;text-align:left',
  cell: 'padding:6px 8px;border:1px solid #d2d7de;line-height:1.6',
  caption: 'display:block;font-size:12px;color:#5f6774;text-align:center',
  closing: 'margin:16px 0 0;font-size:14px;color:#5f6774;line-height:1.8',
  note: 'font-size:12px;color:#5f6774',
};

export function htmlSheet(markup: FormatPack['markup'], images: readonly SourceImage[]): Sheet {
  const theme = markup === 'wechat_html' ? wechat : bare;
  const bySrc = new Map(images.map((image) => [image.src, image]));
  const style = (kind: keyof Theme) => (theme[kind] === '' ? '' : ` style="${theme[kind]}"`);

  const open: { readonly [K in ParagraphKind]: (paragraph: Paragraph) => string } = {
    title: () => `<h1${style('title')}>`,
    text: () => `<p${style('text')}>`,
    heading: ({ level }) => `<h${headingLevel(level)}${style('heading')}>`,
    quote: () => `<blockquote${style('quote')}>`,
    item: ({ marker, level }) => `<p${style('item')}>${'\u3000'.repeat(Math.min(level, 4))}${escapeHtml(marker)}`,
    code: () => `<pre${style('code')}>`,
    rule: () => `<hr${style('rule')}>`,
    table: ({ sentences }) => (sentences.length === 0 ? '' : `<table${style('table')}>`),
    image: ({ src, caption }) => {
      const alt = bySrc.get(src)?.alt ?? '';
      const under = caption ? `<br><span${style('caption')}>${htmlText(caption)}</span>` : '';
      return `<p${style('text')}><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${style('image')}>${under}`;
    },
  };
  const close: { readonly [K in ParagraphKind]: (paragraph: Paragraph) => string } = {
    title: () => '</h1>',
    text: () => '</p>',
    heading: ({ level }) => `</h${headingLevel(level)}>`,
    quote: () => '</blockquote>',
    item: () => '</p>',
    code: () => '</pre>',
    rule: () => '',
    image: () => '</p>',
    table: ({ sentences }) => (sentences.length === 0 ? '' : '</table>'),
  };
  const run: { readonly [K in Run['kind']]: (run: Extract<Run, { kind: K }>) => string } = {
    text: ({ text, marks }) => marked(htmlText(text), marks),
    link: ({ label, href, marks }) =>
      markup === 'wechat_html'
        ? marked(htmlText(label), marks)
        : marked(`<a href="${escapeHtml(href)}">${htmlText(label)}</a>`, marks),
    hashtag: ({ raw }) => escapeHtml(raw),
    mention: ({ raw }) => escapeHtml(raw),
    cell: ({ edge, heading }) => {
      // Headings are `td` too: WeChat's editor turns `th` into them, and the style says what they are.
      const before = edge === 'first' ? '<tr>' : '</td>';
      if (edge === 'end') return '</td></tr>';
      const look = heading === null ? 'cell' : 'heading_cell';
      return `${before}<td${style(look)}>${heading === null ? '' : `<strong>${htmlText(heading)}</strong>`}`;
    },
    note: ({ number }) => `<sup${style('note')}>[${number}]</sup>`,
  };
  return {
    run: (given) => (run[given.kind] as (run: Run) => string)(given),
    open: (paragraph) => open[paragraph.kind](paragraph),
    close: (paragraph) => close[paragraph.kind](paragraph),
    closing: ({ text }) => `<p${style('closing')}>${htmlText(text)}</p>`,
    gap: (gap, { kind }) => (kind === 'table' ? '' : gap.includes('\n') ? '<br>' : gap),
    between: () => '',
  };
}

/** The page's own title is the only first-level heading. */
const headingLevel = (level: number): number => Math.min(Math.max(level, 2), 4);

const markTags: Readonly<Record<RunMark, string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  code: 'code',
  underline: 'u',
};
const marked = (html: string, marks: readonly RunMark[]): string =>
  marks.reduce((inner, mark) => `<${markTags[mark]}>${inner}</${markTags[mark]}>`, html);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
const htmlText = (text: string): string => escapeHtml(text).replace(/\n/g, '<br>');
