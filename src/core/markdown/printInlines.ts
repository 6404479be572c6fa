import type { PhrasingContent } from 'mdast';
import { rawText, tokenise } from '../adapt/inlineTokens';
import type { InlineMark, InlineNode } from '../model/doc';
import { formingFences } from './fences';
import { isWritable, written } from './syntax';

/**
 * The inline nodes of a block as Markdown. Marks are nested in their order; neighbours share their outer marks, and a
 * token or line end between two of them is covered too, since it has no marks of its own to lose. Spaces at the edge of
 * a mark step outside, because Markdown has no mark around white space.
 */
export function printInlines(nodes: readonly InlineNode[] | undefined): PhrasingContent[] {
  const items = (nodes ?? []).flatMap(normal);
  let from = 0;
  let to = items.length;
  while (from < to && isEmpty(items[from])) from += 1;
  while (to > from && isEmpty(items[to - 1])) to -= 1;
  return formingFences(nest(items.slice(from, to)));
}

type Marked = { readonly node: InlineNode; readonly marks: readonly InlineMark[] };

/** One item per line and per edge of white space; a line end inside text is a break, and each mark counts once. */
function normal(node: InlineNode): readonly Marked[] {
  if (node.type !== 'text') return [{ node, marks: [] }];
  const given = node.marks ?? [];
  const marks = given.filter(({ type }, index) => given.findIndex((other) => other.type === type) === index);
  const isCode = marks.some(({ type }) => type === 'code');
  return node.text.split('\n').flatMap((line, index): readonly Marked[] => {
    const rest = line.trimStart();
    const inner = rest.trimEnd();
    const parts = isCode ? [line] : [line.slice(0, line.length - rest.length), inner, rest.slice(inner.length)];
    const shown = parts.filter((text) => text !== '').map((text): Marked => ({ node: { type: 'text', text }, marks }));
    return index === 0 ? shown : [{ node: { type: 'hardBreak' }, marks: [] }, ...shown];
  });
}

const isSpace = ({ node, marks }: Marked): boolean =>
  node.type === 'text' && node.text.trim() === '' && !marks.some(({ type }) => type === 'code');

const isEmpty = (item: Marked | undefined): boolean =>
  item !== undefined && (item.node.type === 'hardBreak' || isSpace(item));

/** What a mark may cover without being worn: reading drops the marks of tokens, but makes them text inside a link. */
const covers = (mark: InlineMark, { node }: Marked): boolean =>
  node.type !== 'text' && mark.type !== 'code' && (mark.type !== 'link' || node.type === 'hardBreak');

function nest(items: readonly Marked[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let at = 0; at < items.length; ) {
    const first = items[at] as Marked;
    const [outer] = first.marks;
    if (outer === undefined || isSpace(first)) {
      result.push(...leaf(first.node));
      at += 1;
      continue;
    }
    let end = at + 1;
    for (let to = end; to < items.length; to += 1) {
      const item = items[to] as Marked;
      if (sameMark(item.marks[0], outer)) {
        if (!isSpace(item)) end = to + 1;
      } else if (!covers(outer, item)) break;
    }
    const inner = items.slice(at, end).map(({ node, marks }) => ({ node, marks: marks.slice(1) }));
    result.push(...wrap(outer, inner));
    at = end;
  }
  return result;
}

const sameMark = (a: InlineMark | undefined, b: InlineMark): boolean =>
  a?.type === b.type && (a.type !== 'link' || b.type !== 'link' || a.attrs.href === b.attrs.href);

function wrap(mark: InlineMark, inner: readonly Marked[]): PhrasingContent[] {
  switch (mark.type) {
    case 'bold':
      return fenced('**', inner);
    case 'italic':
      return fenced('*', inner);
    case 'strike':
      return fenced('~~', inner);
    case 'underline':
      return [written('<u>'), ...nest(inner), written('</u>')];
    case 'code':
      return [{ type: 'inlineCode', value: inner.map(({ node }) => (node.type === 'text' ? node.text : '')).join('') }];
    case 'link':
      return [{ type: 'link', url: mark.attrs.href, children: formingFences(nest(inner)) }];
  }
}

const fenced = (fence: string, inner: readonly Marked[]): PhrasingContent[] => [
  written(fence, 'open'),
  ...nest(inner),
  written(fence, 'close'),
];

function leaf(node: InlineNode): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return tokenise(node.text).map((run) => {
        if (run.kind === 'text') return { type: 'text', value: run.text };
        return run.kind === 'link' ? address(run.label) : token(rawText(run));
      });
    case 'hardBreak':
      return [{ type: 'break' }];
    case 'hashtag':
      return [token(`#${node.attrs.label ?? node.attrs.id}#`)];
    case 'mention':
      return [token(`@${node.attrs.label ?? node.attrs.id}`)];
    case 'field':
      return [token(`{{${node.attrs.name}}}`)];
  }
}

/** As it stands where Markdown sees no sign in it, so that `#夜拍#` is not `\#夜拍#`; escaped like any text elsewhere. */
function token(value: string): PhrasingContent {
  const line = value.replace(/\s+/g, ' ');
  return isWritable(line) ? written(line) : { type: 'text', value: line };
}

/** An address with signs of Markdown in it goes in angle brackets, if it has none itself. */
function address(value: string): PhrasingContent {
  if (isWritable(value)) return written(value);
  return /[<>\s]/.test(value) ? { type: 'text', value } : written(`<${value}>`);
}
