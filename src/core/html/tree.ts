import { type HtmlElement, type HtmlNode, parseHtml } from './parse';

/**
 * HTML as the smallest tree that can be written again: tags, attributes by their names on the page, text. Comments and
 * document types are left out. What the standard's parser makes of a text is what stands here.
 */
export type Words = { readonly kind: 'text'; readonly text: string };
export type Element = {
  readonly kind: 'element';
  readonly tag: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Markup[];
};
export type Attribute = readonly [name: string, value: string];
export type Markup = Words | Element;

/** What stands in the head and the body, in order; null when it nests too deep to be read. */
export function readTree(html: string): readonly Markup[] | null {
  const root = parseHtml(html);
  return root === null ? null : nodesOf(root.children);
}

function nodesOf(nodes: readonly HtmlNode[]): readonly Markup[] {
  return nodes.flatMap((node): readonly Markup[] => {
    if (node.type === 'text') return [{ kind: 'text', text: node.value }];
    if (node.type !== 'element') return [];
    if (/^(html|head|body)$/.test(node.tagName)) return nodesOf(node.children);
    return [
      {
        kind: 'element',
        tag: node.tagName.toLowerCase(),
        attributes: attributesOf(node),
        children: nodesOf(node.children),
      },
    ];
  });
}

const attributesOf = ({ properties }: HtmlElement): readonly Attribute[] =>
  Object.entries(properties).flatMap(([property, value]): readonly Attribute[] => {
    const name = attributeName(property);
    if (value === null || value === undefined || value === false || !/^[a-z_][a-z0-9:._-]*$/i.test(name)) return [];
    return [[name, value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value)]];
  });

/** The library names attributes as scripts do; these are their names on the page. */
function attributeName(property: string): string {
  const known = renamed[property];
  if (known !== undefined) return known;
  if (/^(data|aria)[A-Z0-9]/.test(property) || drawn.test(property))
    return property.replace(/[A-Z]|(?<=^data)[0-9]/g, (sign) => `-${sign.toLowerCase()}`);
  return inDrawings.has(property) ? property : property.toLowerCase();
}
const renamed: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  httpEquiv: 'http-equiv',
  acceptCharset: 'accept-charset',
  xLinkHref: 'xlink:href',
};
/** Looks of drawings, written with hyphens. */
const drawn =
  /^(stroke|fill|font|text|clip|stop|color|dominant|alignment|letter|word|paint|shape|flood|lighting|image|pointer|baseline)(?!Length|PathUnits)[A-Z]/;
/** Names of drawings that keep their capitals. */
const inDrawings: ReadonlySet<string> = new Set(
  'viewBox preserveAspectRatio attributeName repeatCount gradientUnits gradientTransform patternUnits textLength'.split(
    ' ',
  ),
);

const empty: ReadonlySet<string> = new Set('br hr img input area col embed source track wbr'.split(' '));

export const printTree = (nodes: readonly Markup[]): string => nodes.map(print).join('');

function print(node: Markup): string {
  if (node.kind === 'text') return escaped(node.text);
  const { tag, attributes, children } = node;
  const inside = attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  return empty.has(tag) ? `<${tag}${inside}>` : `<${tag}${inside}>${printTree(children)}</${tag}>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

export const attributeOf = ({ attributes }: Element, name: string): string =>
  attributes.find(([known]) => known === name)?.[1] ?? '';

/** All text below, in reading order; a line break is one sign. */
export const treeText = (nodes: readonly Markup[]): string =>
  nodes.map((node) => (node.kind === 'text' ? node.text : node.tag === 'br' ? '\n' : treeText(node.children))).join('');
