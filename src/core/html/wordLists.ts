import { attribute, type HtmlElement, type HtmlNode, textBelow } from './parse';

/** An item of a list that Word and WPS write as a paragraph: its level and marker stand in styles of their own. */
export type WordItem = {
  readonly ordered: boolean;
  /** 1 for the outermost list. */
  readonly level: number;
  /** What the item says, without its marker. */
  readonly children: readonly HtmlNode[];
};

/** `mso-list: l0 level2 lfo1` names the level; the marker stands in a span with `mso-list: Ignore`. */
export function wordItem(node: HtmlElement): WordItem | null {
  if (node.tagName !== 'p') return null;
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(attribute(node, 'style'))?.[1];
  if (level === undefined) return null;
  const marker = markerIn(node);
  return {
    ordered: marker !== null && /^[(（]?([0-9]+|[a-z]{1,3}|[一二三四五六七八九十]+)[.)）、．]/i.test(marker.trim()),
    level: Math.max(1, Number(level)),
    children: withoutMarker(node.children),
  };
}

const isMarker = (node: HtmlNode): boolean =>
  node.type === 'element' && /mso-list:\s*ignore/i.test(attribute(node, 'style'));

function markerIn(node: HtmlElement): string | null {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = isMarker(child) ? textBelow(child) : markerIn(child);
    if (found !== null) return found;
  }
  return null;
}

const withoutMarker = (nodes: readonly HtmlNode[]): readonly HtmlNode[] =>
  nodes
    .filter((node) => !isMarker(node))
    .map((node) =>
      node.type === 'element' ? { ...node, children: withoutMarker(node.children) as HtmlElement['children'] } : node,
    );
