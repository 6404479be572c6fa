import type { BlockNode, Doc, InlineMark, ListItemNode } from '../model/doc';
import { BlockWriter, itemBlocks } from './blockWriter';
import { type Context, containers, MAX_DEPTH, MAX_NESTING, type Page } from './context';
import { isCounted, isFilth, safeAddress } from './filth';
import { attribute, type HtmlElement, type HtmlNode, parseHtml, textBelow } from './parse';
import { captionOf, pictureOf, picturesBelow } from './pictures';
import { marksBelow, styleOf } from './style';
import { writeTable } from './tables';
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
    const picture = pictureOf(node, context.page);
    if (picture !== null) out.block(picture);
  },
  figure: (node, out, context) => {
    // A caption may stand above its picture; below it, it is known as the picture's.
    const isCaption = (child: HtmlNode): boolean => child.type === 'element' && child.tagName === 'figcaption';
    const captions = picturesBelow(node) === 1 ? node.children.filter(isCaption) : [];
    const rest = node.children.filter((child) => !captions.includes(child));
    container({ ...node, children: [...rest, ...captions] }, out, context);
  },
  figcaption: (node, out, context) => {
    const text = captionOf(node);
    if (text === null || !out.caption(text)) container(node, out, context);
  },
  table: (node, out, context) => {
    if (!writeTable(node, out, context, write)) container(node, out, context);
  },
  input: (node, out) => {
    if (attribute(node, 'type') !== 'checkbox') return;
    const done = Object.hasOwn(node.properties, 'checked') && node.properties.checked !== false;
    out.text({ type: 'text', text: done ? '☑ ' : '☐ ', marks: [], pre: true });
  },
};

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

function titleIn(nodes: readonly HtmlNode[]): string {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'title') return textBelow(node).replace(/\s+/g, ' ').trim();
    const found = /^(html|head)$/.test(node.tagName) ? titleIn(node.children) : '';
    if (found !== '') return found;
  }
  return '';
}
