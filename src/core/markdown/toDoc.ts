import type { Definition, List, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import {
  type BlockMarks,
  type BlockNode,
  type Doc,
  type InlineMark,
  type InlineNode,
  type ListItemNode,
  MAX_TABLE,
  type TableCellNode,
  type TableRowNode,
} from '../model/doc';
import { isCjkPunctuation, isHan } from '../text/han';
import { hasMarks, isRef, joinMarks, readMark } from './blockMarks';
import type { MarkdownWarning, WarningCode } from './problems';
import { settledRuns } from './tokenRuns';

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
      return tableOf(node, reading);
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

/**
 * A table of the body. Markdown wants a heading row: one of empty cells means there is none. Pictures in cells follow the
 * table, since a cell holds text. A table larger than a body takes becomes lines, with a warning.
 */
function tableOf(table: Table, reading: Reading): readonly BlockNode[] {
  const columns = Math.max(1, ...table.children.map((row) => row.children.length));
  if (columns > MAX_TABLE.columns || table.children.length > MAX_TABLE.rows + 1) {
    warn(reading, 'table_as_lines', table, '');
    return rowsOf(table, reading);
  }
  const pictures: BlockNode[] = [];
  const rows = table.children.map(
    (row, index): TableRowNode => ({
      type: 'tableRow',
      content: Array.from({ length: columns }, (_, at): TableCellNode => {
        const pieces = inlinesOf(row.children[at]?.children ?? [], [], reading);
        pictures.push(...pieces.filter((piece) => piece.type === 'image'));
        const content = settled(pieces.filter((piece) => piece.type !== 'image'));
        return {
          type: index === 0 ? 'tableHeader' : 'tableCell',
          content: [content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }],
        };
      }),
    }),
  );
  const [first, ...rest] = rows;
  const untitled = first?.content.every(({ content }) => content[0].content === undefined) && rest.length > 0;
  return [{ type: 'table', content: untitled ? rest : rows }, ...pictures];
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
  let text: Inline[] = [];
  const close = () => {
    const content = settled(text);
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

/** A comment shows nothing but keeps the tokens beside it apart: `@汀岸<!---->手机`. */
type Inline = InlineNode | { readonly type: 'gap' };
type Piece = Inline | Extract<BlockNode, { type: 'image' }>;

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
      return [withText(node.value, marks)];
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
      return target === undefined ? [withText(node.alt ?? '', marks)] : [picture(target.url, node.alt, target.title)];
    }
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value)
        ? [{ type: 'hardBreak' }]
        : /^<!--/.test(node.value)
          ? [{ type: 'gap' }]
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
  if (url === label || url.endsWith(`//${label}`) || url === `mailto:${label}`) return [withText(label, marks)];
  return inlinesOf(children, [...marks, { type: 'link', attrs: { href: url.slice(0, 4_096) } }], reading);
}

const withText = (text: string, marks: readonly InlineMark[]): InlineNode =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };

const hasMark = ({ marks = [] }: { readonly marks?: readonly InlineMark[] | undefined }, type: InlineMark['type']) =>
  marks.some((mark) => mark.type === type);

/** Text with its tokens. Soft line ends vanish between Chinese characters and are a space elsewhere. */
function tokens(node: Inline): readonly Inline[] {
  if (node.type !== 'text' || hasMark(node, 'code')) return [node];
  const inLink = hasMark(node, 'link');
  return settledRuns(joinLines(node.text)).map((run) =>
    run.kind === 'token' && (run.node.type === 'field' || !inLink) ? run.node : { ...node, text: run.raw },
  );
}

function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      const ended = index === lines.length - 1 ? line : line.trimEnd();
      const shown = index === 0 ? ended : ended.trimStart();
      if (index === 0) return shown;
      const before = lines[index - 1]?.trimEnd().at(-1)?.codePointAt(0) ?? 0x20;
      return isCjk(before) && isCjk(shown.codePointAt(0) ?? 0x20) ? shown : ` ${shown}`;
    })
    .join('');
}
const isCjk = (code: number): boolean => isHan(code) || isCjkPunctuation(code);

/** Text joined and its tokens found, first between the gaps, then where texts met across one; no line end last. */
function settled(pieces: readonly Inline[]): readonly InlineNode[] {
  const between = joined(joined(pieces).flatMap(tokens));
  const known = new Set(between);
  const met = joined(between.filter((node) => node.type !== 'gap'));
  const content = joined(met.flatMap((node) => (known.has(node) ? [node] : tokens(node)))).filter(isNode);
  return content.slice(0, content.findLastIndex(({ type }) => type !== 'hardBreak') + 1);
}

const isNode = (node: Inline): node is InlineNode => node.type !== 'gap';

/** Neighbouring text of equal marks as one node. */
function joined(nodes: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && node.text === '') continue;
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(node.marks) === JSON.stringify(last.marks))
      result[result.length - 1] = { ...last, text: last.text + node.text };
    else result.push(node);
  }
  return result;
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => plainText(child as Nodes)).join('') : '';
}
