import { type ArticleRole, bareTheme, themeIdOf, themes } from '../article/themes';
import type { FormatPack } from '../platforms/pack';
import type { Sheet } from './compose';
import type { Paragraph, ParagraphKind, Run, RunMark } from './draft';
import type { SourceImage } from './types';

/**
 * An article as HTML. WeChat's editor keeps inline styles only and counts them, so every style is the theme's, few and
 * short, and every list item is one paragraph with its bullet written out. Other editors get bare tags. `theme` is an
 * id of `article/themes.ts`; unknown ones are the plain theme.
 */
export function htmlSheet(
  markup: FormatPack['markup'],
  images: readonly SourceImage[],
  theme?: string | undefined,
): Sheet {
  const look = markup === 'wechat_html' ? themes[themeIdOf(theme)] : bareTheme;
  const bySrc = new Map(images.map((image) => [image.src, image]));
  const style = (role: ArticleRole) => (look[role] === '' ? '' : ` style="${look[role]}"`);
  const marker = (text: string) =>
    look.marker === '' || text === '' ? escapeHtml(text) : `<span${style('marker')}>${escapeHtml(text)}</span>`;
  const marked = (html: string, marks: readonly RunMark[]): string =>
    marks.reduce((inner, mark) => {
      const { tag, role } = markTags[mark];
      return `<${tag}${role === null ? '' : style(role)}>${inner}</${tag}>`;
    }, html);

  const open: { readonly [K in ParagraphKind]: (paragraph: Paragraph) => string } = {
    title: () => `<h1${style('title')}>`,
    text: () => `<p${style('text')}>`,
    heading: ({ level }) => `<h${headingLevel(level)}${style(level > 2 ? 'subheading' : 'heading')}>`,
    quote: () => `<blockquote${style('quote')}>`,
    item: ({ marker: sign, level }) => `<p${style('item')}>${'\u3000'.repeat(Math.min(level, 4))}${marker(sign)}`,
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
      const role = heading === null ? 'cell' : 'heading_cell';
      return `${before}<td${style(role)}>${heading === null ? '' : `<strong>${htmlText(heading)}</strong>`}`;
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

const markTags: { readonly [M in RunMark]: { readonly tag: string; readonly role: ArticleRole | null } } = {
  bold: { tag: 'strong', role: 'strong' },
  italic: { tag: 'em', role: null },
  strike: { tag: 's', role: null },
  code: { tag: 'code', role: 'inline_code' },
  underline: { tag: 'u', role: null },
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
const htmlText = (text: string): string => escapeHtml(text).replace(/\n/g, '<br>');
