import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** The only place that knows the HTML library: the parser of the HTML standard, without a document or a network. */
export type HtmlNode = RootContent | ElementContent;
export type HtmlElement = Element;
export type HtmlRoot = Root;

/** Elements within elements; a page made by people has thirty. */
const MAX_DEPTH = 1_000;

/** Parses as browsers do, so that what looks harmless here is harmless there. Null when it nests too deep to be read. */
export function parseHtml(html: string): HtmlRoot | null {
  try {
    const root = fromHtml(html, { fragment: false });
    return isDeeper(root, MAX_DEPTH) ? null : root;
  } catch (error) {
    // The library walks the tree by calling itself: only a file that nests thousands deep ends here.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isDeeper(root: HtmlRoot, limit: number): boolean {
  let level: readonly HtmlNode[] = root.children;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((node): readonly HtmlNode[] => (node.type === 'element' ? node.children : []));
  }
  return false;
}

/** All text below a node, without calling itself: the rest of a tree that is too deep to be shown as it is. */
export function textBelow(node: HtmlNode): string {
  const parts: string[] = [];
  const waiting: HtmlNode[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'text') parts.push(next.value);
    if (next.type === 'element') for (const child of next.children.toReversed()) waiting.push(child);
  }
  return parts.join('');
}

/** An attribute as the text it was, whatever the library made of it. */
export function attribute({ properties }: HtmlElement, name: string): string {
  const value = Object.hasOwn(properties, name) ? properties[name] : null;
  if (value === null || value === undefined || value === false) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}
