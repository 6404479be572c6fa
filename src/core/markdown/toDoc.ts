import type { Definition, List, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { rawText, tokenise } from '../adapt/inlineTokens';
import type { BlockMarks, BlockNode, Doc, InlineMark, InlineNode, ListItemNode } from '../model/doc';
import { isCjkPunctuation, isHan } from '../text/han';
import { hasMarks, isRef, joinMarks, readMark } from './blockMarks';
import type { MarkdownWarning, WarningCode } from './problems';

/**
 * A Markdown tree as the body of a piece. What the body cannot hold becomes text, with a warning; nothing is lost.
 * Hashtags, mentions and `{{fields}}` in the text become nodes of their own.
 */
export type DocRead = { readonly doc: Doc; readonly warnings: readonly MarkdownWarning[] };

/** Deeper nesting is hostile and is flattened. */
const MAX_DEPTH = 24;

type Reading = {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly linesBefore: number;
  readonly warnings: MarkdownWarning[];
};

export function toDoc(tree: Root, linesBefore: number): DocRead {
  const definitions = new Map<string, Definition>();
  for (const node of tree.children) if (node.type === 'definition') definitions.set(node.identifier, node);
  const reading: Reading = { definitions, linesBefore, warnings: [] };
  const content: BlockNode[] = [];
  let pending: Partial<BlockMarks> = {};
  let pendingAt: RootContent | null = null;
  for (const node of tree.children) {
    const mark = node.type === 'html' ? readMark(node.value) : null;
    if (mark?.kind === 'marks') {
      pending = joinMarks(pending, mark.marks);
      pendingAt = node;
      for (const ref of [...(mark.marks.only ?? []), ...(mark.marks.not ?? [])])
        if (!isRef(ref)) warn(reading, 'unknown_ref', node, ref);
      continue;
    }
    if (mark?.kind === 'unknown') {
      warn(reading, 'unknown_mark', node, mark.name);
      continue;
    }
    const read = blocksOf(node, reading, 0);
    if (read.length === 0) continue;
    content.push(...(hasMarks(pending) ? read.map((block) => withMarks(block, pending)) : read));
    pending = {};
    pendingAt = null;
  }
  if (pendingAt !== null) warn(reading, 'mark_without_block', pendingAt, '');
  return { doc: { type: 'doc', content }, warnings: reading.warnings };
}

const withMarks = (block: BlockNode, marks: Partial<BlockMarks>): BlockNode =>
  ({ ...block, attrs: { ...block.attrs, ...marks } }) as BlockNode;

function warn(reading: Reading, code: WarningCode, node: Nodes, name: string): void {
  reading.warnings.push({ code, line: (node.position?.start.line ?? 1) + reading.linesBefore, name });
}

function blocksOf(node: RootContent, reading: Reading, depth: number): readonly BlockNode[] {
  if (depth > MAX_DEPTH) {
    if (!reading.warnings.some(({ code }) => code === 'nested_too_deep')) warn(reading, 'nested_too_deep', node, '');
    const text = plainText(node);
    return text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }];
  }
  switch (node.type) {
    case 'paragraph':
      return paragraphs(node.children, reading);
    case 'heading': {
      const level = Math.min(node.depth, 4);
      const blocks = paragraphs(node.children, reading);
      return blocks.map((block) =>
        block.type === 'paragraph' ? { type: 'heading', attrs: { level }, content: block.content } : block,
      );
    }
    case 'blockquote':
      return [{ type: 'blockquote', content: filled(inner(node.children, reading, depth)) }];
    case 'list':
      return [listOf(node, reading, depth)];
    case 'code': {
      const attrs = node.lang ? { attrs: { language: node.lang.slice(0, 40) } } : {};
      return [
        {
          type: 'codeBlock',
          ...attrs,
          ...(node.value === '' ? {} : { content: [{ type: 'text', text: node.value }] }),
        },
      ];
    }
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'table':
      warn(reading, 'table_as_lines', node, '');
      return rowsOf(node, reading);
    case 'html':
      warn(reading, 'html_as_text', node, node.value.slice(0, 60));
      return [{ type: 'paragraph', content: [{ type: 'text', text: node.value }] }];
    case 'footnoteDefinition':
      return inner(node.children, reading, depth);
    default:
      return [];
  }
}

const inner = (nodes: readonly RootContent[], reading: Reading, depth: number): readonly BlockNode[] =>
  nodes.flatMap((node) => blocksOf(node, reading, depth + 1));

/** The editor wants at least one block in a quotation or list item. */
const filled = (blocks: readonly BlockNode[]): readonly BlockNode[] =>
  blocks.length === 0 ? [{ type: 'paragraph' }] : blocks;

function listOf(node: List, reading: Reading, depth: number): BlockNode {
  const content = node.children.map((item): ListItemNode => {
    const blocks = filled(inner(item.children, reading, depth));
    return { type: 'listItem', content: item.checked == null ? blocks : checked(blocks, item.checked) };
  });
  if (node.ordered !== true) return { type: 'bulletList', content };
  const start = node.start ?? 1;
  return start === 1 ? { type: 'orderedList', content } : { type: 'orderedList', attrs: { start }, content };
}

function checked(blocks: readonly BlockNode[], done: boolean): readonly BlockNode[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  return [{ ...first, content: [{ type: 'text', text: done ? '☑ ' : '☐ ' }, ...(first.content ?? [])] }, ...rest];
}

const rowsOf = (table: Table, reading: Reading): readonly BlockNode[] =>
  table.children.flatMap((row) =>
    paragraphs(
      row.children.flatMap((cell, index): readonly PhrasingContent[] =>
        index === 0 ? cell.children : [{ type: 'text', value: ' | ' }, ...cell.children],
      ),
      reading,
    ),
  );

/** One paragraph, or several when pictures stand in it: a picture is a block of its own. */
function paragraphs(children: readonly PhrasingContent[], reading: Reading): readonly BlockNode[] {
  const blocks: BlockNode[] = [];
  let text: InlineNode[] = [];
  const close = () => {
    const content = tidied(text);
    if (content.length > 0) blocks.push({ type: 'paragraph', content });
    text = [];
  };
  for (const piece of inlinesOf(children, [], reading)) {
    if (piece.type === 'image') {
      close();
      blocks.push(piece);
    } else text.push(piece);
  }
  close();
  return blocks;
}

type Piece = InlineNode | Extract<BlockNode, { type: 'image' }>;

function inlinesOf(
  nodes: readonly PhrasingContent[],
  marks: readonly InlineMark[],
  reading: Reading,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let underline = false;
  for (const node of nodes) {
    const here: readonly InlineMark[] = underline ? [...marks, { type: 'underline' }] : marks;
    if (node.type === 'html' && /^<\/?u>$/i.test(node.value)) underline = !node.value.startsWith('</');
    else pieces.push(...inlineOf(node, here, reading));
  }
  return pieces;
}

function inlineOf(node: PhrasingContent, marks: readonly InlineMark[], reading: Reading): readonly Piece[] {
  const under = (type: 'bold' | 'italic' | 'strike', children: readonly PhrasingContent[]) =>
    inlinesOf(children, [...marks, { type }], reading);
  switch (node.type) {
    case 'text':
      return tokens(node.value, marks);
    case 'strong':
      return under('bold', node.children);
    case 'emphasis':
      return under('italic', node.children);
    case 'delete':
      return under('strike', node.children);
    case 'inlineCode':
      return node.value === '' ? [] : [withText(node.value, [...marks, { type: 'code' }])];
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'link':
      return linked(node.children, node.url, marks, reading);
    case 'linkReference': {
      const target = reading.definitions.get(node.identifier);
      return target === undefined
        ? inlinesOf(node.children, marks, reading)
        : linked(node.children, target.url, marks, reading);
    }
    case 'image':
      return [picture(node.url, node.alt, node.title)];
    case 'imageReference': {
      const target = reading.definitions.get(node.identifier);
      return target === undefined ? tokens(node.alt ?? '', marks) : [picture(target.url, node.alt, target.title)];
    }
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value)
        ? [{ type: 'hardBreak' }]
        : /^<!--/.test(node.value)
          ? []
          : [withText(node.value, marks)];
    case 'footnoteReference':
      return [withText(`[${node.identifier}]`, marks)];
    default:
      return [];
  }
}

const picture = (url: string, alt: string | null | undefined, title: string | null | undefined): Piece => ({
  type: 'image',
  attrs: {
    src: url.slice(0, 500),
    ...(alt ? { alt: alt.slice(0, 2_000) } : {}),
    ...(title ? { title: title.slice(0, 2_000) } : {}),
  },
});

/** An address that is its own label is plain text: adaptation finds it there, and no library decides where it ends. */
function linked(
  children: readonly PhrasingContent[],
  url: string,
  marks: readonly InlineMark[],
  reading: Reading,
): readonly Piece[] {
  const label = children.map(plainText).join('');
  if (url === label || url.endsWith(`//${label}`) || url === `mailto:${label}`) return tokens(label, marks);
  const inside: readonly InlineMark[] = [...marks, { type: 'link', attrs: { href: url.slice(0, 4_096) } }];
  return inlinesOf(children, inside, reading).map((piece) =>
    piece.type === 'hashtag' || piece.type === 'mention' ? withText(labelOf(piece), inside) : piece,
  );
}

const labelOf = (token: Extract<InlineNode, { type: 'hashtag' | 'mention' }>): string =>
  token.type === 'hashtag' ? `#${token.attrs.label ?? token.attrs.id}#` : `@${token.attrs.label ?? token.attrs.id}`;

const withText = (text: string, marks: readonly InlineMark[]): InlineNode =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };

const fields = /\{\{\s*([\p{L}\p{N}_.-]{1,80})\s*\}\}/gu;

/** Text with its tokens. Soft line ends vanish between Chinese characters and are a space elsewhere. */
function tokens(value: string, marks: readonly InlineMark[]): readonly InlineNode[] {
  const text = joinLines(value);
  const nodes: InlineNode[] = [];
  let from = 0;
  for (const match of text.matchAll(fields)) {
    nodes.push(...tokensOf(text.slice(from, match.index), marks), { type: 'field', attrs: { name: match[1] ?? '' } });
    from = match.index + match[0].length;
  }
  nodes.push(...tokensOf(text.slice(from), marks));
  return nodes;
}

const tokensOf = (text: string, marks: readonly InlineMark[]): readonly InlineNode[] =>
  tokenise(text).map((run) => {
    if (run.kind === 'hashtag') return { type: 'hashtag', attrs: { id: run.tag, label: run.tag } };
    if (run.kind === 'mention') return { type: 'mention', attrs: { id: run.name, label: run.name } };
    return withText(rawText(run), marks);
  });

const joinLines = (text: string): string =>
  text.replace(/[^\S\n]*\n[^\S\n]*/g, (_, at: number) => {
    const before = text.codePointAt(at - 1) ?? 0x20;
    const after = text.slice(at).trimStart().codePointAt(0) ?? 0x20;
    return isCjk(before) && isCjk(after) ? '' : ' ';
  });
const isCjk = (code: number): boolean => isHan(code) || isCjkPunctuation(code);

/** Joins neighbouring text of equal marks, and trims the ends. */
function tidied(nodes: readonly InlineNode[]): readonly InlineNode[] {
  const joined: InlineNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && node.text === '') continue;
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(node.marks) === JSON.stringify(last.marks))
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    else joined.push(node);
  }
  while (joined.at(-1)?.type === 'hardBreak') joined.pop();
  return joined;
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => plainText(child as Nodes)).join('') : '';
}
