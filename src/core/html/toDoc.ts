import {
  type BlockNode,
  type Doc,
  type InlineMark,
  type InlineNode,
  type ListItemNode,
  MAX_TABLE,
  type TableCellNode,
  type TableRowNode,
} from '../model/doc';
import { isCounted, isFilth, safeAddress } from './filth';
import { attribute, type HtmlElement, type HtmlNode, parseHtml, textBelow } from './parse';
import { paragraphsOf, type RawInline } from './runs';
import { marksBelow, styleOf } from './style';
import { wordItem } from './wordLists';

/**
 * A page, or a piece of one, as the body of a piece: structure and words stay, looks and programs go. Works on the
 * parsed tree alone: nothing is run, fetched or shown.
 */
export type HtmlRead = {
  readonly doc: Doc;
  /** What the page calls itself; empty when it does not say. */
  readonly title: string;
  /** Scripts, styles, frames, hidden parts and addresses that were left out. */
  readonly removed: number;
  /** Tables that became lines of text, because a body takes none so large. */
  readonly tables: number;
  readonly tooDeep: boolean;
  /** Pictures written into the page itself: the name that stands in the body → the `data:` address. */
  readonly inlined: ReadonlyMap<string, string>;
};

/** Deeper elements are hostile: their text stays, in one paragraph. */
const MAX_DEPTH = 300;
/** Deeper quotations and lists are flattened, as in Markdown. */
const MAX_NESTING = 24;

type Page = { removed: number; tables: number; tooDeep: boolean; readonly inlined: Map<string, string> };
type Context = {
  readonly page: Page;
  readonly marks: readonly InlineMark[];
  readonly pre: boolean;
  readonly depth: number;
  readonly nesting: number;
};

/** Null when the page nests so deep that no reader can hold it. */
export function htmlToDoc(html: string): HtmlRead | null {
  const root = parseHtml(html.toWellFormed());
  if (root === null) return null;
  const page: Page = { removed: 0, tables: 0, tooDeep: false, inlined: new Map() };
  const writer = new BlockWriter();
  const title = titleIn(root.children);
  write(root.children, writer, { page, marks: [], pre: false, depth: 0, nesting: 0 });
  const { removed, tables, tooDeep, inlined } = page;
  return { doc: { type: 'doc', content: writer.end() }, title, removed, tables, tooDeep, inlined };
}

/** Collects the blocks of one container; text is held until something ends its paragraph. */
class BlockWriter {
  private readonly blocks: BlockNode[] = [];
  private runs: RawInline[] = [];
  private level: number | null = null;

  text(run: RawInline): void {
    this.runs.push(run);
  }

  /** Ends the paragraph, or the heading when one is open. */
  close(): void {
    for (const content of paragraphsOf(this.runs))
      this.blocks.push(
        this.level === null
          ? { type: 'paragraph', content }
          : { type: 'heading', attrs: { level: this.level }, content },
      );
    this.runs = [];
  }

  block(...blocks: readonly BlockNode[]): void {
    this.close();
    this.blocks.push(...blocks);
  }

  heading(level: number, inside: () => void): void {
    this.close();
    this.level = level;
    inside();
    this.close();
    this.level = null;
  }

  /** An item of a list that its page writes as paragraphs: joins the list before it, or begins one. */
  item(ordered: boolean, level: number, blocks: readonly BlockNode[]): void {
    this.close();
    appendItem(this.blocks, ordered, level, blocks);
  }

  end(): readonly BlockNode[] {
    this.close();
    return this.blocks;
  }
}

function write(nodes: readonly HtmlNode[], out: BlockWriter, context: Context): void {
  for (const node of nodes) {
    if (node.type === 'text') out.text({ type: 'text', text: node.value, marks: context.marks, pre: context.pre });
    if (node.type !== 'element') continue;
    if (isFilth(node)) {
      if (isCounted(node)) context.page.removed += 1;
    } else if (context.depth >= MAX_DEPTH) {
      context.page.tooDeep = true;
      out.text({ type: 'text', text: textBelow(node), marks: [], pre: false });
    } else element(node, out, { ...context, depth: context.depth + 1 });
  }
}

function element(node: HtmlElement, out: BlockWriter, context: Context): void {
  const handler = Object.hasOwn(handlers, node.tagName) ? handlers[node.tagName] : undefined;
  if (handler !== undefined) handler(node, out, context);
  else if (containers.has(node.tagName)) container(node, out, context);
  else write(node.children, out, { ...context, marks: marksBelow(node, context.marks) });
}

type Handler = (node: HtmlElement, out: BlockWriter, context: Context) => void;

/** Elements that end the paragraph around them and mean nothing more. */
const containers: ReadonlySet<string> = new Set(
  'html body p div section article header footer main nav aside address center figure figcaption fieldset form details summary dl dt dd hgroup search caption tbody thead tfoot tr td th li'.split(
    ' ',
  ),
);

const container: Handler = (node, out, context) => {
  const item = wordItem(node);
  const below = { ...context, marks: marksBelow(node, context.marks), pre: context.pre || keepsSpaces(node) };
  if (item !== null && context.nesting < MAX_NESTING) {
    const inner = new BlockWriter();
    write(item.children, inner, { ...below, nesting: context.nesting + 1 });
    out.item(item.ordered, Math.min(item.level, MAX_NESTING - context.nesting), itemBlocks(inner.end()));
    return;
  }
  out.close();
  write(node.children, out, below);
  out.close();
};

const keepsSpaces = (node: HtmlElement): boolean => /^(pre|break-spaces)/.test(styleOf(node).get('white-space') ?? '');

const headed =
  (level: number): Handler =>
  (node, out, context) =>
    // A heading is bold by its look already.
    out.heading(level, () => write(node.children, out, { ...context, marks: [] }));

const list =
  (ordered: boolean): Handler =>
  (node, out, context) => {
    if (context.nesting >= MAX_NESTING) {
      context.page.tooDeep = true;
      return container(node, out, context);
    }
    const items = itemsOf(node, { ...context, nesting: context.nesting + 1 });
    if (items.length === 0) return;
    const start = Number(attribute(node, 'start') || 1);
    if (!ordered) out.block({ type: 'bulletList', content: items });
    else if (!Number.isSafeInteger(start) || start === 1) out.block({ type: 'orderedList', content: items });
    else out.block({ type: 'orderedList', attrs: { start }, content: items });
  };

const handlers: Readonly<Record<string, Handler>> = {
  head: () => undefined,
  h1: headed(1),
  h2: headed(2),
  h3: headed(3),
  h4: headed(4),
  h5: headed(4),
  h6: headed(4),
  ul: list(false),
  menu: list(false),
  ol: list(true),
  br: (_node, out) => out.text({ type: 'break' }),
  hr: (_node, out) => out.block({ type: 'horizontalRule' }),
  blockquote: (node, out, context) => {
    if (context.nesting >= MAX_NESTING) {
      context.page.tooDeep = true;
      return container(node, out, context);
    }
    const inner = new BlockWriter();
    write(node.children, inner, { ...context, nesting: context.nesting + 1 });
    const content = inner.end();
    if (content.length > 0) out.block({ type: 'blockquote', content });
  },
  pre: (node, out) => {
    const text = textBelow(node).replace(/^\n|\n$/g, '');
    const code = node.children.find((child): child is HtmlElement => child.type === 'element');
    const language = /(?:^|\s)lang(?:uage)?-([\w+#-]{1,40})/.exec(
      code === undefined ? '' : attribute(code, 'className'),
    );
    if (text.trim() === '') return;
    out.block({
      type: 'codeBlock',
      ...(language?.[1] === undefined ? {} : { attrs: { language: language[1] } }),
      content: [{ type: 'text', text }],
    });
  },
  a: (node, out, context) => {
    const href = attribute(node, 'href');
    const address = safeAddress(href);
    const label = textBelow(node).trim();
    if (address === null && href !== '' && !href.startsWith('#')) context.page.removed += 1;
    const marks = marksBelow(node, context.marks).filter(({ type }) => type !== 'underline');
    // An address that is its own label stays text: adaptation finds it there.
    const plain =
      address === null || address === label || address.endsWith(`//${label}`) || address === `mailto:${label}`;
    const link: readonly InlineMark[] = plain ? [] : [{ type: 'link', attrs: { href: address } }];
    write(node.children, out, { ...context, marks: [...marks.filter(({ type }) => type !== 'link'), ...link] });
  },
  img: (node, out, context) => {
    const src = srcOf(node, context.page);
    if (src === '') return;
    const alt = attribute(node, 'alt').slice(0, 2_000).toWellFormed();
    const title = attribute(node, 'title').slice(0, 2_000).toWellFormed();
    out.block({
      type: 'image',
      attrs: { src, ...(alt === '' ? {} : { alt }), ...(title === '' ? {} : { title }) },
    });
  },
  table: (node, out, context) => {
    const rows = rowsOf(node);
    // A table of one column, or one that holds tables, only lays out a page.
    if (rows.every((cells) => cells.length < 2) || holdsTable(node)) return container(node, out, context);
    const columns = Math.max(...rows.map((cells) => cells.length));
    if (columns > MAX_TABLE.columns || rows.length > MAX_TABLE.rows) return tableAsLines(rows, out, context);
    const pictures: BlockNode[] = [];
    const isHeading = (cells: readonly HtmlElement[] | undefined) => cells?.every(({ tagName }) => tagName === 'th');
    const content = rows.map(
      (cells, index): TableRowNode => ({
        type: 'tableRow',
        content: Array.from(
          { length: columns },
          (_, at): TableCellNode => ({
            type: index === 0 && isHeading(cells) ? 'tableHeader' : 'tableCell',
            content: [cellParagraph(cells[at], pictures, context)],
          }),
        ),
      }),
    );
    out.block({ type: 'table', content }, ...pictures);
  },
  input: (node, out) => {
    if (attribute(node, 'type') !== 'checkbox') return;
    const done = Object.hasOwn(node.properties, 'checked') && node.properties.checked !== false;
    out.text({ type: 'text', text: done ? '☑ ' : '☐ ', marks: [], pre: true });
  },
};

/** The picture's address; tools that load late keep it elsewhere. A picture inside the page gets a name. */
function srcOf(node: HtmlElement, page: Page): string {
  const given = [attribute(node, 'src'), attribute(node, 'dataSrc'), attribute(node, 'dataOriginal')]
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const src = given.find((value) => !/^data:image\/(gif|svg)/i.test(value)) ?? given[0] ?? '';
  if (/^data:/i.test(src)) {
    const name = `inline-${page.inlined.size + 1}`;
    page.inlined.set(name, src);
    return name;
  }
  return src.slice(0, 500).toWellFormed();
}

/** A page's own list: its items, and what stands between them, which browsers show as one more item. */
function itemsOf(node: HtmlElement, context: Context): readonly ListItemNode[] {
  const items: BlockNode[][] = [];
  for (const child of node.children) {
    const inner = new BlockWriter();
    write([child], inner, context);
    const blocks = inner.end();
    if (blocks.length === 0) continue;
    const nested = child.type === 'element' && /^(ul|ol|menu)$/.test(child.tagName);
    if (nested && items.length > 0) items.at(-1)?.push(...blocks);
    else items.push([...itemBlocks(blocks)]);
  }
  return items.map((content) => ({ type: 'listItem', content }));
}

/** An item begins with a paragraph: the editor wants one to stand in. */
function itemBlocks(blocks: readonly BlockNode[]): readonly BlockNode[] {
  const [first, ...rest] = blocks;
  if (first?.type === 'heading') return [{ type: 'paragraph', content: first.content }, ...rest];
  return first?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks];
}

/** Puts an item at its level below the last list of `blocks`, making the lists in between. */
function appendItem(blocks: BlockNode[], ordered: boolean, level: number, content: readonly BlockNode[]): void {
  const item: ListItemNode = { type: 'listItem', content };
  const last = blocks.at(-1);
  if (last?.type !== 'bulletList' && last?.type !== 'orderedList') {
    blocks.push({ type: ordered ? 'orderedList' : 'bulletList', content: [item] });
    return;
  }
  const sameKind = (last.type === 'orderedList') === ordered;
  if (level <= 1) {
    if (sameKind) blocks[blocks.length - 1] = { ...last, content: [...last.content, item] };
    else blocks.push({ type: ordered ? 'orderedList' : 'bulletList', content: [item] });
    return;
  }
  const above = last.content.at(-1) as ListItemNode;
  const inner = [...above.content];
  appendItem(inner, ordered, level - 1, content);
  blocks[blocks.length - 1] = {
    ...last,
    content: [...last.content.slice(0, -1), { ...above, content: inner }],
  };
}

function rowsOf(node: HtmlElement): readonly (readonly HtmlElement[])[] {
  return node.children.flatMap((child): readonly (readonly HtmlElement[])[] => {
    if (child.type !== 'element') return [];
    if (/^(thead|tbody|tfoot)$/.test(child.tagName)) return rowsOf(child);
    if (child.tagName !== 'tr') return [];
    return [
      child.children.filter((cell): cell is HtmlElement => cell.type === 'element' && /^t[dh]$/.test(cell.tagName)),
    ];
  });
}

/** What a cell says: its paragraphs are lines; its pictures follow the table, since a cell holds text. */
function cellParagraph(
  cell: HtmlElement | undefined,
  pictures: BlockNode[],
  context: Context,
): TableCellNode['content'][0] {
  if (cell === undefined) return { type: 'paragraph' };
  const inner = new BlockWriter();
  write(cell.children, inner, { ...context, marks: marksBelow(cell, context.marks), nesting: MAX_NESTING });
  const content: InlineNode[] = [];
  for (const block of inner.end()) {
    if (block.type === 'image') pictures.push(block);
    const line =
      block.type === 'paragraph' || block.type === 'heading' || block.type === 'codeBlock' ? block.content : [];
    if (line === undefined || line.length === 0) continue;
    if (content.length > 0) content.push({ type: 'hardBreak' });
    content.push(...line);
  }
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
}

/** A table larger than a body takes is a sheet: its rows become lines, and that is counted. */
function tableAsLines(rows: readonly (readonly HtmlElement[])[], out: BlockWriter, context: Context): void {
  context.page.tables += 1;
  out.close();
  for (const cells of rows) {
    cells.forEach((cell, index) => {
      if (index > 0) out.text({ type: 'text', text: ' | ', marks: [], pre: true });
      write(cell.children.flatMap(unwrapped), out, { ...context, nesting: MAX_NESTING });
    });
    out.close();
  }
}

const holdsTable = (node: HtmlElement): boolean =>
  node.children.some((child) => child.type === 'element' && (child.tagName === 'table' || holdsTable(child)));

/** The words of a cell's paragraphs as one line. */
function unwrapped(node: HtmlNode): readonly HtmlNode[] {
  if (node.type !== 'element' || !containers.has(node.tagName)) return [node];
  return [...node.children.flatMap(unwrapped), { type: 'text', value: ' ' }];
}

function titleIn(nodes: readonly HtmlNode[]): string {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'title') return textBelow(node).replace(/\s+/g, ' ').trim();
    const found = /^(html|head)$/.test(node.tagName) ? titleIn(node.children) : '';
    if (found !== '') return found;
  }
  return '';
}
