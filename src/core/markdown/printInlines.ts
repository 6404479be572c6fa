import type { PhrasingContent } from 'mdast';
import type { InlineMark, InlineNode } from '../model/doc';
import { formingFences } from './fences';
import { isWritable, written } from './syntax';
import { keepTokens } from './tokenGaps';
import { settledRuns, writeToken } from './tokenRuns';

/**
 * The inline nodes of a block as Markdown. Marks are nested in their order; neighbours share their outer marks, and a
 * token or line end between two of them is covered too, since it has no marks of its own to lose. Spaces at the edge of
 * a mark step outside, because Markdown has no mark around white space.
 */
export function printInlines(nodes: readonly InlineNode[] | undefined): PhrasingContent[] {
  const items = joinedText(nodes ?? []).flatMap(normal);
  let from = 0;
  let to = items.length;
  while (from < to && isEmpty(items[from])) from += 1;
  while (to > from && isEmpty(items[to - 1])) to -= 1;
  return formingFences(keepTokens(nest(items.slice(from, to))));
}

type Marked = { readonly kind: 'text' | 'address' | 'token' | 'break'; readonly text: string; readonly marks: Marks };
type Marks = readonly InlineMark[];

const lineEnd: Marked = { kind: 'break', text: '', marks: [] };

/** One item per token, line and edge of white space; a line end inside text is a break. */
function normal(node: InlineNode): readonly Marked[] {
  if (node.type === 'hardBreak') return [lineEnd];
  if (node.type !== 'text') {
    const { raw, reads } = writeToken(node);
    return [{ kind: reads ? 'token' : 'text', text: raw, marks: [] }];
  }
  const marks = marksOf(node);
  const items = has(marks, 'code') ? codeLine : textLine;
  return node.text
    .split('\n')
    .flatMap((line, index) => (index === 0 ? items(line, marks) : [lineEnd, ...items(line, marks)]));
}

const codeLine = (text: string, marks: Marks): readonly Marked[] =>
  text === '' ? [] : [{ kind: 'text', text, marks }];

/** Inside a link only a field is a token, as in reading. */
function textLine(line: string, marks: Marks): readonly Marked[] {
  const inLink = has(marks, 'link');
  return settledRuns(line).flatMap((run): readonly Marked[] => {
    if (run.kind === 'address') return [{ kind: 'address', text: run.raw, marks }];
    if (run.kind === 'token' && (run.node.type === 'field' || !inLink))
      return [{ kind: 'token', text: run.raw, marks: [] }];
    const rest = run.raw.trimStart();
    const inner = rest.trimEnd();
    return [run.raw.slice(0, run.raw.length - rest.length), inner, rest.slice(inner.length)]
      .filter((text) => text !== '')
      .map((text) => ({ kind: 'text', text, marks }));
  });
}

const has = (marks: Marks, type: InlineMark['type']): boolean => marks.some((mark) => mark.type === type);

/** Each kind of mark once. */
function marksOf(node: InlineNode): Marks {
  const given = (node.type === 'text' && node.marks) || [];
  return given.filter(({ type }, index) => given.findIndex((other) => other.type === type) === index);
}

const sameMarks = (a: Marks, b: Marks): boolean =>
  a.length === b.length && a.every((mark, index) => sameMark(mark, b[index] as InlineMark));

function joinedText(nodes: readonly InlineNode[]): readonly InlineNode[] {
  const result: InlineNode[] = [];
  let texts: string[] = [];
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') {
      result.push(node);
      continue;
    }
    texts.push(node.text);
    const next = nodes[index + 1];
    if (next?.type === 'text' && sameMarks(marksOf(next), marksOf(node))) continue;
    result.push({ ...node, text: texts.join('') });
    texts = [];
  }
  return result;
}

const isSpace = ({ kind, text, marks }: Marked): boolean =>
  kind === 'text' && text.trim() === '' && !has(marks, 'code');

const isEmpty = (item: Marked | undefined): boolean => item !== undefined && (item.kind === 'break' || isSpace(item));

/** What a mark may cover without being worn: reading drops the marks of tokens and breaks. No token is in a link. */
const covers = (mark: InlineMark, { kind }: Marked): boolean =>
  mark.type !== 'code' && (kind === 'break' || (kind === 'token' && mark.type !== 'link'));

function nest(items: readonly Marked[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let at = 0; at < items.length; ) {
    const first = items[at] as Marked;
    const [outer] = first.marks;
    if (outer === undefined || isSpace(first)) {
      result.push(leaf(first));
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
    const inner = items.slice(at, end).map((item) => ({ ...item, marks: item.marks.slice(1) }));
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
      return [{ type: 'inlineCode', value: inner.map(({ text }) => text).join('') }];
    case 'link':
      return [{ type: 'link', url: mark.attrs.href, children: formingFences(nest(inner)) }];
  }
}

const fenced = (fence: string, inner: readonly Marked[]): PhrasingContent[] => [
  written(fence, 'open'),
  ...nest(inner),
  written(fence, 'close'),
];

/** Tokens and addresses stand as they are where Markdown sees no sign in them: `#夜拍#`, not `\#夜拍#`. */
function leaf({ kind, text }: Marked): PhrasingContent {
  if (kind === 'break') return { type: 'break' };
  if (kind === 'text') return { type: 'text', value: text };
  if (isWritable(text)) return written(text, kind === 'token' ? 'token' : undefined);
  if (kind === 'address' && !/[<>\s]/.test(text)) return written(`<${text}>`);
  return kind === 'token' ? { type: 'text', value: text, data: { token: true } } : { type: 'text', value: text };
}
