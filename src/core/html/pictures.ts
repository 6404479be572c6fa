import type { BlockNode } from '../model/doc';
import type { Page } from './context';
import { attribute, type HtmlElement, textBelow } from './parse';

/** UTF-16 units of what is said about a picture. */
const MAX_WORDS = 2_000;

/** A picture of a page as a block; null when it has no address. */
export function pictureOf(node: HtmlElement, page: Page): BlockNode | null {
  const src = srcOf(node, page);
  if (src === '') return null;
  const alt = attribute(node, 'alt').slice(0, MAX_WORDS).toWellFormed();
  const title = attribute(node, 'title').slice(0, MAX_WORDS).toWellFormed();
  return { type: 'image', attrs: { src, ...(alt === '' ? {} : { alt }), ...(title === '' ? {} : { title }) } };
}

/** The words of a caption; null where a picture cannot carry all of it: links, too many words, or a table's caption. */
export function captionOf(node: HtmlElement): string | null {
  const text = textBelow(node).replace(/\s+/g, ' ').trim().toWellFormed();
  const fits = text !== '' && text.length <= MAX_WORDS && !/^(表|Table)\s*\d/i.test(text);
  return fits && !holds(node, 'a') ? text : null;
}

export const picturesBelow = (node: HtmlElement): number =>
  node.children.reduce(
    (sum, child) => sum + (child.type === 'element' ? Number(child.tagName === 'img') + picturesBelow(child) : 0),
    0,
  );

const holds = (node: HtmlElement, name: string): boolean =>
  node.children.some((child) => child.type === 'element' && (child.tagName === name || holds(child, name)));

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
