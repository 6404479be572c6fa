import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** A page as the HTML standard reads it. Selectors are `name`, `name.class`, and one inside another. */
export function readHtml(html: string) {
  const root = fromHtml(html);
  const elements = (node: Nodes): readonly Element[] =>
    'children' in node
      ? node.children.flatMap((child) => (child.type === 'element' ? [child, ...elements(child)] : []))
      : [];
  const find = (from: Nodes, [first, ...rest]: readonly string[]): readonly Element[] => {
    const [name, className] = (first ?? '').split('.');
    const found = elements(from).filter(
      ({ tagName, properties }) =>
        tagName === name && (className === undefined || [properties.className].flat().map(String).includes(className)),
    );
    return rest.length === 0 ? found : found.flatMap((one) => find(one, rest));
  };
  return {
    texts: (selector: string): string[] =>
      selector.split(',').flatMap((one) => find(root, one.trim().split(' ')).map(textOf)),
    names: (): readonly string[] => [...new Set(elements(root).map(({ tagName }) => tagName))],
    attributes: (): readonly string[] => [
      ...new Set(elements(root).flatMap(({ properties }) => Object.keys(properties))),
    ],
  };
}

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
