import type { PhrasingContent } from 'mdast';
import { gap } from './syntax';
import { readsAs } from './tokenRuns';

/**
 * Keeps tokens what they are beside text that would run into them: `@汀岸` before `手机` would read as `@汀岸手机`.
 * Where a stretch of text and tokens would read as other tokens, empty comments stand between them.
 */
export function keepTokens(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let at = 0; at < nodes.length; ) {
    const first = nodes[at] as PhrasingContent;
    let end = at;
    while (end < nodes.length && textOf(nodes[end]) !== null) end += 1;
    if (end === at) {
      result.push(first);
      at += 1;
      continue;
    }
    const stretch = nodes.slice(at, end);
    result.push(...withGaps(stretch));
    at = end;
  }
  return result;
}

/** What reading finds in the text of a node; null for what is no text (fences, links, code, line ends). */
function textOf(node: PhrasingContent | undefined): string | null {
  if (node?.type === 'text') return node.value;
  if (node?.type !== 'written' || node.role === 'open' || node.role === 'close' || /^<\/?u>$/.test(node.value))
    return null;
  return node.value.replace(/^<(.*)>$/, '$1');
}

const isToken = (node: PhrasingContent): boolean =>
  node.type === 'written' ? node.role === 'token' : node.type === 'text' && node.data?.token === true;

const readsAsMeant = (stretch: readonly PhrasingContent[]): boolean =>
  stretch.length === 1 || readsAs(stretch.map((node) => ({ isToken: isToken(node), raw: textOf(node) ?? '' })));

/** Gaps between neighbours that run into each other; where that is not enough, beside each token. */
function withGaps(stretch: readonly PhrasingContent[]): readonly PhrasingContent[] {
  if (readsAsMeant(stretch)) return stretch;
  const parts: PhrasingContent[][] = [];
  for (const [index, node] of stretch.entries()) {
    const before = stretch[index - 1];
    if (before !== undefined && readsAsMeant([before, node])) parts.at(-1)?.push(node);
    else parts.push([node]);
  }
  return parts.flatMap((part, index) => {
    const shown = readsAsMeant(part) ? part : apart(part);
    return index === 0 ? shown : [gap(), ...shown];
  });
}

const apart = (stretch: readonly PhrasingContent[]): readonly PhrasingContent[] =>
  stretch.flatMap((node, index) => {
    const before = stretch[index - 1];
    return before !== undefined && (isToken(node) || isToken(before)) ? [gap(), node] : [node];
  });
