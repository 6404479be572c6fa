import { diffText } from '../diff/text';
import type { BlockNode, Doc, InlineNode, ListItemNode, TableCellNode, TableRowNode } from '../model/doc';
import { inlineText } from '../model/docText';
import { canonical } from '../plan/canonical';

/**
 * The words of a body as a reviewer reads them: a line per paragraph, heading, list item and line of code, cells of a
 * table parted by bars. Offsets into it are what marks name, so that words can be found again and replaced in place.
 */
export const bodyWords = (doc: Doc): string => writing(doc, (content) => content).text;

/**
 * The body with the words from `start` up to `end` replaced; marks of what stays, and tags and mentions outside the
 * change, are kept. Null when the words lie in more than one paragraph, where a person has to write.
 */
export function replaceWords(doc: Doc, start: number, end: number, words: string): Doc | null {
  let done = false;
  const { doc: changed } = writing(doc, (content, from) => {
    const to = from + textOf(content).length;
    if (done || start < from || end > to || start > end) return content;
    done = true;
    return replaced(content, start - from, end - from, words);
  });
  return done ? changed : null;
}

type Inlines = readonly InlineNode[];
/** Looks at the words of one paragraph and where they begin, and answers those that shall stand there. */
type Visit = (content: Inlines, from: number) => Inlines;

/** Walks all words in reading order, writing the text along the way. */
function writing(doc: Doc, visit: Visit): { readonly doc: Doc; readonly text: string } {
  let text = '';
  let glue = '';
  const line = (content: Inlines | undefined, after = '\n'): Inlines | undefined => {
    text += glue;
    const next = visit(content ?? [], text.length);
    text += textOf(content ?? []);
    glue = after;
    return content === undefined && next.length === 0 ? undefined : next;
  };
  const cell = (node: TableCellNode, last: boolean): TableCellNode => ({
    ...node,
    content: [withContent(node.content[0], line(node.content[0].content, last ? '\n' : ' | '))],
  });
  const row = (node: TableRowNode): TableRowNode => ({
    ...node,
    content: node.content.map((one, index) => cell(one, index === node.content.length - 1)),
  });
  const item = (node: ListItemNode): ListItemNode => ({ ...node, content: node.content.map(block) });
  const block = (node: BlockNode): BlockNode => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return withContent(node, line(node.content));
      case 'codeBlock':
        return withContent(node, asCode(line(node.content)));
      case 'blockquote':
        return { ...node, content: node.content.map(block) };
      case 'bulletList':
      case 'orderedList':
        return { ...node, content: node.content.map(item) };
      case 'table':
        return { ...node, content: node.content.map(row) };
      default:
        return node;
    }
  };
  const content = doc.content.map(block);
  return { doc: { ...doc, content }, text };
}

/** Code is bare text: a line break in it is a sign like any other. */
const asCode = (content: Inlines | undefined) =>
  content === undefined || content.length === 0
    ? undefined
    : [{ type: 'text' as const, text: content.map(inlineText).join('') }];

const withContent = <N extends { readonly content?: unknown }>(node: N, content: N['content']): N =>
  content === undefined ? node : { ...node, content };

const textOf = (content: Inlines): string => content.map(inlineText).join('');

/** Only what differs is touched: a bold word in a sentence of which another word was changed stays bold. */
function replaced(content: Inlines, start: number, end: number, words: string): Inlines {
  const next: InlineNode[] = [...slice(content, 0, start)];
  let at = start;
  for (const { kind, text } of diffText(textOf(content).slice(start, end), words)) {
    if (kind === 'same') next.push(...slice(content, at, at + text.length));
    if (kind !== 'added') at += text.length;
    else next.push(...typed(text, marksAt(content, at)));
  }
  return joined([...next, ...slice(content, end, Number.POSITIVE_INFINITY)]);
}

/** The nodes between two offsets. A tag, mention or field that is only partly inside is its words there. */
function slice(content: Inlines, from: number, to: number): Inlines {
  let start = 0;
  return content.flatMap((node): readonly InlineNode[] => {
    const text = inlineText(node);
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, text.length)];
    start += text.length;
    if (first >= last) return [];
    if (first === 0 && last === text.length) return [node];
    const part = text.slice(first, last);
    return node.type === 'text' ? [{ ...node, text: part }] : typed(part, undefined);
  });
}

type Marks = Extract<InlineNode, { type: 'text' }>['marks'];

/** What is written in takes the marks of what stood there, but no link: an address is not extended by accident. */
function marksAt(content: Inlines, at: number): Marks {
  let start = 0;
  for (const node of content) {
    const end = start + inlineText(node).length;
    if (at <= end && node.type === 'text') {
      const marks = node.marks?.filter(({ type }) => type !== 'link');
      return marks === undefined || marks.length === 0 ? undefined : marks;
    }
    if (at < end) return undefined;
    start = end;
  }
  return undefined;
}

const typed = (text: string, marks: Marks): Inlines =>
  text
    .split('\n')
    .flatMap((line, index): readonly InlineNode[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' } as const]),
      ...(line === '' ? [] : [{ type: 'text', text: line, ...(marks === undefined ? {} : { marks }) } as const]),
    ]);

/** Neighbours with the same marks are one, as an editor would have them. */
function joined(content: Inlines): Inlines {
  const out: InlineNode[] = [];
  for (const node of content) {
    const last = out.at(-1);
    if (last?.type === 'text' && node.type === 'text' && canonical(last.marks ?? []) === canonical(node.marks ?? []))
      out[out.length - 1] = { ...last, text: last.text + node.text };
    else out.push(node);
  }
  return out;
}
