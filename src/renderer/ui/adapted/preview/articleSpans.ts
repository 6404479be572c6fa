import type { Origin } from '../../../../core/adapt/types';
import type { HtmlNode } from '../../../../core/html/parse';

/** A stretch of an article's shown text that is one sentence of the version. */
export type Stretch = { readonly start: number; readonly end: number; readonly origin: Origin };

/** The text an HTML tree shows, in reading order; a line break is one sign. */
export function shownText(nodes: readonly HtmlNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text') text += node.value;
    else if (node.type === 'element') text += node.tagName === 'br' ? '\n' : shownText(node.children);
  }
  return text;
}

/**
 * Where the sentences of the plain body stand in the shown text of its HTML. Both have the same sentences in the same
 * order, so each is looked for behind the one before it; one that reads otherwise there (a table) is left out.
 */
export function stretchesIn(shown: string, body: string, origins: readonly Origin[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const origin of origins) {
    const words = body.slice(origin.start, origin.end).trim();
    const start = words === '' ? -1 : shown.indexOf(words, at);
    if (start < 0) continue;
    at = start + words.length;
    found.push({ start, end: at, origin });
  }
  return found;
}
