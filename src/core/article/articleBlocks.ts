import { attributeOf, type Element, type Markup, readTree, treeText } from '../html/tree';
import { readColour, writeColour } from './colours';
import { readStyle } from './styles';

/**
 * An article's HTML as a reader sees it: blocks in reading order, each with its words, its looks, and the words in it that
 * look otherwise. Two ways of writing the same look read the same (`#222` and `rgb(34, 34, 34)`, `margin: 0 0 16px` and
 * `margin-bottom: 16px`), so that only what a reader could notice differs.
 */
export const blockKinds = ['text', 'heading', 'quote', 'item', 'code', 'rule', 'image', 'cell'] as const;
export type BlockKind = (typeof blockKinds)[number];
/** Name to value, both settled. */
export type Looks = Readonly<Record<string, string>>;
export type ArticleBlock = {
  readonly kind: BlockKind;
  readonly text: string;
  readonly looks: Looks;
  readonly inside: readonly Inside[];
};
export type Inside = { readonly text: string; readonly looks: Looks; readonly href: string | null };

/** Null when it nests too deep to be read. */
export function readArticle(html: string): readonly ArticleBlock[] | null {
  const tree = readTree(html);
  if (tree === null) return null;
  const blocks: ArticleBlock[] = [];
  read(tree, 'text', {}, blocks);
  return blocks;
}

const kindByTag: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  blockquote: 'quote',
  li: 'item',
  pre: 'code',
  hr: 'rule',
  td: 'cell',
  th: 'cell',
};
const blockTag =
  /^(p|h[1-6]|blockquote|ul|ol|li|pre|hr|table|thead|tbody|tfoot|tr|td|th|section|div|article|figure|figcaption|header|footer|main|center)$/;

/** Reads neighbours; inline ones between blocks make a block of their own. */
function read(nodes: readonly Markup[], kind: BlockKind, looks: Looks, out: ArticleBlock[]): void {
  let loose: Markup[] = [];
  const flush = (): void => {
    addBlock(loose, kind, looks, out);
    loose = [];
  };
  for (const node of nodes) {
    if (node.kind === 'text' || !holdsBlocks(node)) loose.push(node);
    else {
      flush();
      readBlock(node, kind, looks, out);
    }
  }
  flush();
}

const holdsBlocks = (node: Markup): boolean =>
  node.kind === 'element' && (blockTag.test(node.tag) || node.children.some(holdsBlocks));

function readBlock(node: Element, kind: BlockKind, around: Looks, out: ArticleBlock[]): void {
  const own = kindByTag[node.tag] ?? kind;
  // A table's and a row's looks are seen on their cells; a box around several blocks is seen on each of them.
  const looks = { ...around, ...looksOf(node) };
  if (node.tag === 'hr') out.push({ kind: 'rule', text: '', looks, inside: [] });
  else if (node.children.some(holdsBlocks)) read(node.children, own, node.tag === 'table' ? around : looks, out);
  else addBlock(node.children, own, looks, out);
}

function addBlock(given: readonly Markup[], kind: BlockKind, around: Looks, out: ArticleBlock[]): void {
  let [nodes, looks] = [given, around];
  // What one element around all words says, the whole block says.
  for (let only = soleElement(nodes); only !== null; only = soleElement(nodes)) {
    looks = { ...looks, ...tagLooks[only.tag], ...looksOf(only) };
    nodes = only.children;
  }
  const text = shown(treeText(nodes));
  const hasImage = holdsImage(nodes);
  if (text === '' && !hasImage) return;
  const inside: Inside[] = [];
  gather(nodes, {}, null, inside);
  out.push({ kind: hasImage && kind === 'text' ? 'image' : kind, text, looks, inside });
}

function soleElement(nodes: readonly Markup[]): Element | null {
  const solid = nodes.filter((node) => node.kind === 'element' || shown(node.text) !== '');
  const [only] = solid;
  return solid.length === 1 && only?.kind === 'element' && !/^(a|img|br)$/.test(only.tag) ? only : null;
}

const holdsImage = (nodes: readonly Markup[]): boolean =>
  nodes.some((node) => node.kind === 'element' && (node.tag === 'img' || holdsImage(node.children)));

/** White space as it is seen; signs that only hold a place are none. */
const shown = (text: string): string =>
  text
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t\r\f]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();

/** Words that look otherwise than their block: what their own tags and styles say. */
function gather(nodes: readonly Markup[], around: Looks, href: string | null, out: Inside[]): void {
  for (const node of nodes) {
    if (node.kind === 'text') {
      const text = shown(node.text);
      if (text !== '' && (href !== null || Object.keys(around).length > 0)) out.push({ text, looks: around, href });
    } else {
      const target = node.tag === 'a' ? attributeOf(node, 'href') || null : href;
      gather(node.children, { ...around, ...tagLooks[node.tag], ...looksOf(node) }, target, out);
    }
  }
}

const tagLooks: Readonly<Record<string, Looks>> = {
  strong: { 'font-weight': 'bold' },
  b: { 'font-weight': 'bold' },
  em: { 'font-style': 'italic' },
  i: { 'font-style': 'italic' },
  u: { 'text-decoration': 'underline' },
  ins: { 'text-decoration': 'underline' },
  s: { 'text-decoration': 'line-through' },
  del: { 'text-decoration': 'line-through' },
  code: { 'font-family': 'monospace' },
};

/** Looks nobody sees, or which only say what is so anyway. */
const unseen =
  /^(max-width|min-width|box-sizing|overflow-wrap|word-wrap|word-break|clear|min-height|caret-color|outline|visibility|orphans|widows|-webkit-.*|text-size-adjust|border-image.*|border-collapse|background-(image|position|size|repeat|attachment|origin|clip))$/;

export function looksOf(node: Element): Looks {
  const looks: Record<string, string> = {};
  for (const [name, value] of readStyle(attributeOf(node, 'style')))
    for (const [single, settled] of spread(name, value.toLowerCase().replace(/\s+/g, ' ')))
      if (!unseen.test(single)) looks[single] = settled;
  return Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== ''));
}

const sides = ['top', 'right', 'bottom', 'left'] as const;

/** A written style as single ones. An empty value says that there is nothing to see. */
function spread(name: string, value: string): readonly (readonly [string, string])[] {
  if (name === 'margin' || name === 'padding') {
    const parts = value.split(' ').map(length);
    const [top = '', right = top, bottom = top, left = right] = parts;
    return [top, right, bottom, left].map((part, index) => [`${name}-${sides[index]}`, part === '0' ? '' : part]);
  }
  if (/^(margin|padding)-/.test(name)) return [[name, length(value) === '0' ? '' : length(value)]];
  if (name === 'border') return sides.map((side) => [`border-${side}`, border(value)]);
  if (/^border-(top|right|bottom|left)$/.test(name)) return [[name, border(value)]];
  if (/^border-(top|right|bottom|left)-(width|style|color)$|^border-(width|style|color)$/.test(name)) return [];
  if (name === 'background' || name === 'background-color')
    return [['background-color', /^(none|transparent|initial)$/.test(value) ? '' : colour(value)]];
  if (name === 'color') return [[name, colour(value)]];
  if (name === 'font-weight') return [[name, weight(value)]];
  if (name === 'text-decoration' || name === 'text-decoration-line')
    return [['text-decoration', value.split(' ')[0] === 'none' ? '' : (value.split(' ')[0] ?? '')]];
  if (name === 'font-style' || name === 'letter-spacing' || name === 'text-indent')
    return [[name, /^(normal|0|0px)$/.test(value) ? '' : length(value)]];
  if (name === 'font-family') return [[name, /mono|menlo|consolas|courier/.test(value) ? 'monospace' : '']];
  return [[name, length(value)]];
}

const length = (value: string): string => value.replace(/(^|[^\d.])0+(?:px|em|rem|pt|%)(?![\d.])/g, '$10');
const weight = (value: string): string =>
  value === 'bold' || value === 'bolder' || Number(value) >= 600 ? 'bold' : '';
function colour(value: string): string {
  const read = readColour(value);
  return read === null ? value : writeColour(read);
}

/** Width, line and colour in one order; nothing where no line is drawn. */
function border(value: string): string {
  const parts = value.match(/[a-z]+\([^)]*\)|\S+/g) ?? [];
  if (parts.some((part) => part === 'none' || /^0(px)?$/.test(part))) return '';
  const width = parts.find((part) => /^[\d.]/.test(part)) ?? '';
  const line = parts.find((part) => /^(solid|dashed|dotted|double|groove|ridge|inset|outset)$/.test(part)) ?? '';
  const rest = parts.find((part) => part !== width && part !== line) ?? '';
  return [width, line, rest === '' ? '' : colour(rest)].filter(Boolean).join(' ');
}
