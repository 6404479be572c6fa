import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, RootContent } from 'mdast';
import { rawText, tokenise } from '../adapt/inlineTokens';
import type { BlockMarks, BlockNode, Doc, InlineMark, InlineNode, ListItemNode } from '../model/doc';
import { writeMarks } from './blockMarks';
import type { MarkdownPiece } from './readMarkdown';
import { printTree } from './syntax';
import { writeYaml } from './yaml';

/**
 * A piece as a Markdown file: head, then text. What `readMarkdown` reads from it prints the same again; the picture's
 * `src` stands as it is, so the caller replaces asset ids by paths before.
 */
export function docToMarkdown(doc: Doc, piece: Omit<MarkdownPiece, 'doc'>): string {
  const body = bodyToMarkdown(doc);
  return `---\n${writeYaml(headOf(piece))}---\n${body === '' ? '' : `\n${body}`}`;
}

/** Only the text, with the marks of its blocks. */
export const bodyToMarkdown = (doc: Doc): string => printTree(doc.content.flatMap(markedBlock));

/** In the order of the documentation; empty fields are left out. */
function headOf({ title, kind, subkind, lang, brief, tags, persona, link, images }: Omit<MarkdownPiece, 'doc'>) {
  return {
    title,
    kind,
    ...(subkind === null ? {} : { subkind }),
    lang,
    ...(Object.keys(brief).length === 0 ? {} : { brief }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(persona === '' ? {} : { persona }),
    ...(link === '' ? {} : { link }),
    ...(images.length === 0 ? {} : { images }),
  };
}

const comment = (line: string): RootContent => ({ type: 'html', value: line });

function markedBlock(block: BlockNode): readonly RootContent[] {
  const marks: Partial<BlockMarks> = block.attrs ?? {};
  return [...writeMarks(marks).map(comment), ...blockToTree(block)];
}

type Handlers = {
  readonly [K in BlockNode['type']]: (
    node: Extract<BlockNode, { type: K }>,
  ) => readonly (BlockContent | DefinitionContent)[];
};

const handlers: Handlers = {
  paragraph: (node) => {
    const children = inlines(node.content);
    return children.length === 0 ? [] : [{ type: 'paragraph', children }];
  },
  heading: (node) => [{ type: 'heading', depth: headingDepth(node.attrs.level), children: inlines(node.content) }],
  blockquote: (node) => [{ type: 'blockquote', children: node.content.flatMap(blockToTree) }],
  bulletList: (node) => [{ type: 'list', ordered: false, spread: false, children: node.content.map(item) }],
  orderedList: (node) => [
    { type: 'list', ordered: true, start: node.attrs?.start ?? 1, spread: false, children: node.content.map(item) },
  ],
  codeBlock: (node) => [
    {
      type: 'code',
      lang: node.attrs?.language ?? null,
      value: (node.content ?? []).map(({ text }) => text).join(''),
    },
  ],
  image: ({ attrs }) => [
    {
      type: 'paragraph',
      children: [{ type: 'image', url: attrs.src, alt: attrs.alt ?? '', title: attrs.title || null }],
    },
  ],
  horizontalRule: () => [{ type: 'thematicBreak' }],
};

const blockToTree = (node: BlockNode): readonly (BlockContent | DefinitionContent)[] =>
  (handlers[node.type] as (node: BlockNode) => readonly (BlockContent | DefinitionContent)[])(node);

const item = (node: ListItemNode): ListItem => ({
  type: 'listItem',
  spread: false,
  children: node.content.flatMap(blockToTree),
});

const headingDepth = (level: number): 1 | 2 | 3 | 4 => (level === 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4);

/** Text with marks becomes nested nodes; neighbours that share their outer marks share the node. */
function inlines(nodes: readonly InlineNode[] | undefined): PhrasingContent[] {
  const items = standingFree((nodes ?? []).flatMap(normal));
  while (isSpace(items[0])) items.shift();
  while (isSpace(items.at(-1))) items.pop();
  return nest(items);
}

/** Markdown has no marks around white space and no line end inside text: spaces step outside, line ends are breaks. */
function normal(node: InlineNode): readonly Marked[] {
  if (node.type !== 'text') return [{ node, marks: [] }];
  const marks = node.marks ?? [];
  const isCode = marks.some(({ type }) => type === 'code');
  return node.text.split('\n').flatMap((line, index): readonly Marked[] => {
    const [, before = '', inner = '', after = ''] = isCode ? ['', '', line] : (/^(\s*)(.*?)(\s*)$/su.exec(line) ?? []);
    const parts: Marked[] = [plain(before), { node: { type: 'text', text: inner }, marks }, plain(after)];
    const shown = parts.filter((part) => part.node.type !== 'text' || part.node.text !== '');
    return index === 0 ? shown : [{ node: { type: 'hardBreak' }, marks: [] }, ...shown];
  });
}

/** Marks written as signs around their text (`**`), which Markdown only sees beside the right neighbours. */
const signs: ReadonlySet<InlineMark['type']> = new Set(['bold', 'italic', 'strike']);
const WORD = '[[\\p{L}\\p{N}]--[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}]]';
const startsWord = new RegExp(`^${WORD}`, 'v');
const endsWord = new RegExp(`${WORD}$`, 'v');
const isPunctuation = (sign: string): boolean => /^[\p{P}\p{S}]$/u.test(sign);

/**
 * A closing sign after punctuation and right before a Latin word (`**e.g.**night`) is no sign in Markdown, nor an opening
 * one the other way round: there the punctuation steps outside the mark, as spaces do.
 */
function standingFree(items: readonly Marked[]): Marked[] {
  return items.flatMap((item, index): readonly Marked[] => {
    if (item.node.type !== 'text' || !item.marks.some(({ type }) => signs.has(type))) return [item];
    const { text } = item.node;
    const letters = [...text];
    let from = 0;
    let to = letters.length;
    if (endsWord.test(textOf(items[index - 1]))) while (from < to && isPunctuation(letters[from] ?? '')) from += 1;
    if (startsWord.test(textOf(items[index + 1]))) while (to > from && isPunctuation(letters[to - 1] ?? '')) to -= 1;
    if (from === 0 && to === letters.length) return [item];
    const [before, inner, after] = [letters.slice(0, from), letters.slice(from, to), letters.slice(to)].map((part) =>
      part.join(''),
    ) as [string, string, string];
    const parts = [plain(before), { node: { type: 'text' as const, text: inner }, marks: item.marks }, plain(after)];
    return parts.filter(({ node }) => node.type !== 'text' || node.text !== '');
  });
}

const textOf = (item: Marked | undefined): string => (item?.node.type === 'text' ? item.node.text : '');

const plain = (text: string): Marked => ({ node: { type: 'text', text }, marks: [] });
const isSpace = (item: Marked | undefined): boolean =>
  item?.node.type === 'hardBreak' || (item?.node.type === 'text' && item.node.text.trim() === '');

type Marked = { readonly node: InlineNode; readonly marks: readonly InlineMark[] };

function nest(items: readonly Marked[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let at = 0; at < items.length; ) {
    const first = items[at] as Marked;
    const [outer] = first.marks;
    if (outer === undefined) {
      result.push(...leaf(first.node));
      at += 1;
      continue;
    }
    let to = at + 1;
    while (to < items.length && sameMark(items[to]?.marks[0], outer)) to += 1;
    const inner = items.slice(at, to).map(({ node, marks }) => ({ node, marks: marks.slice(1) }));
    result.push(...wrap(outer, inner));
    at = to;
  }
  return result;
}

const sameMark = (a: InlineMark | undefined, b: InlineMark): boolean =>
  a !== undefined && JSON.stringify(a) === JSON.stringify(b);

function wrap(mark: InlineMark, inner: readonly Marked[]): PhrasingContent[] {
  switch (mark.type) {
    case 'bold':
      return [{ type: 'strong', children: nest(inner) }];
    case 'italic':
      return [{ type: 'emphasis', children: nest(inner) }];
    case 'strike':
      return [{ type: 'delete', children: nest(inner) }];
    case 'underline':
      return [raw('<u>'), ...nest(inner), raw('</u>')];
    case 'code':
      return [{ type: 'inlineCode', value: inner.map(({ node }) => (node.type === 'text' ? node.text : '')).join('') }];
    case 'link':
      return [{ type: 'link', url: mark.attrs.href, children: nest(inner) }];
  }
}

/** Printed as it stands: our own signs, which Markdown must not escape. */
const raw = (value: string): PhrasingContent => ({ type: 'html', value });

function leaf(node: InlineNode): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return tokenise(node.text).map((run) => {
        if (run.kind === 'text') return { type: 'text', value: run.text };
        return raw(run.kind === 'link' && /[*~<]/.test(run.label) ? `<${run.label}>` : rawText(run));
      });
    case 'hardBreak':
      return [{ type: 'break' }];
    case 'hashtag':
      return [raw(`#${node.attrs.label ?? node.attrs.id}#`)];
    case 'mention':
      return [raw(`@${node.attrs.label ?? node.attrs.id}`)];
    case 'field':
      return [raw(`{{${node.attrs.name}}}`)];
  }
}
