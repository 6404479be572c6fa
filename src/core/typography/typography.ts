import type { Part } from '../diff/text';
import type { BlockNode, Doc, InlineMark, InlineNode } from '../model/doc';
import { hasHan, languageOf } from '../text/han';
import { type Cell, type ChangeKind, Line, type QuoteStyle } from './line';
import { cellsOf, locked } from './locks';
import { commas, dashes, ellipses, repeats, stops } from './marks';
import { brackets, quotes, smileysOf } from './pairs';
import { besideMarks, betweenScripts } from './spaces';

/** What stands at one place of a line and what would. Offsets are UTF-16 units of its text, a token counting as one. */
export type Edit = { readonly at: number; readonly before: string; readonly after: string };

/** One thing typography would change: at one place, or at the two of a pair. */
export type TypographyChange = {
  /** Names it within one reading of a body. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** The paragraphs, headings and code blocks of a body are counted in reading order, from 0. */
  readonly block: number;
  readonly edits: readonly Edit[];
  readonly before: string;
  readonly after: string;
  /** The place with some text around it, the change marked in it. */
  readonly context: readonly Part[];
};

/**
 * What typography would change in a body, in reading order. Letters and digits never change; an English paragraph, and
 * one without Han, has no changes. Applying all of them leaves nothing to change.
 */
export function typographyOf(doc: Doc, style: QuoteStyle): readonly TypographyChange[] {
  return linesOf(doc.content).flatMap((inlines, block) => (inlines === null ? [] : changesOf(inlines, block, style)));
}

/** The body with these changes, which must come from the same body. New text has the marks of what it replaces. */
export function applyTypography(doc: Doc, changes: readonly TypographyChange[]): Doc {
  const byBlock = grouped(changes, ({ block }) => block);
  let at = -1;
  const walkText = <T extends { readonly content?: readonly InlineNode[] | undefined }>(block: T): T => {
    at += 1;
    const edits = (byBlock.get(at) ?? []).flatMap((change) => change.edits);
    return edits.length === 0 ? block : { ...block, content: applied(block.content ?? [], edits) };
  };
  const walk = (block: BlockNode): BlockNode => {
    switch (block.type) {
      case 'codeBlock':
        at += 1;
        return block;
      case 'paragraph':
      case 'heading':
        return walkText(block);
      case 'blockquote':
        return { ...block, content: block.content.map(walk) };
      case 'bulletList':
      case 'orderedList':
        return { ...block, content: block.content.map((item) => ({ ...item, content: item.content.map(walk) })) };
      case 'table':
        return {
          ...block,
          content: block.content.map((row) => ({
            ...row,
            content: row.content.map((cell) => ({ ...cell, content: [walkText(cell.content[0])] as const })),
          })),
        };
      default:
        return block;
    }
  };
  return { ...doc, content: doc.content.map(walk) };
}

/** The quotation marks a body mostly uses already: 「」 or, when in doubt, “”. */
export function quoteStyleOf(doc: Doc): QuoteStyle {
  let corner = 0;
  let curly = 0;
  for (const inlines of linesOf(doc.content))
    for (const node of inlines ?? [])
      if (node.type === 'text') {
        corner += node.text.split('「').length - 1;
        curly += node.text.split('“').length - 1;
      }
  return corner > curly ? 'corner' : 'curly';
}

/** The text of every paragraph, heading and code block in reading order; null for code. */
function linesOf(blocks: readonly BlockNode[]): readonly (readonly InlineNode[] | null)[] {
  return blocks.flatMap((block): readonly (readonly InlineNode[] | null)[] => {
    switch (block.type) {
      case 'codeBlock':
        return [null];
      case 'paragraph':
      case 'heading':
        return [block.content ?? []];
      case 'blockquote':
        return linesOf(block.content);
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap((item) => linesOf(item.content));
      case 'table':
        return block.content.flatMap((row) => row.content.flatMap((cell) => linesOf(cell.content)));
      default:
        return [];
    }
  });
}

/** What one rule makes may be what another one waits for; more rounds than this never come in practice. */
const ROUNDS = 8;

function changesOf(inlines: readonly InlineNode[], block: number, style: QuoteStyle): readonly TypographyChange[] {
  const original = cellsOf(inlines);
  const text = original.map((cell) => cell.text).join('');
  if (!hasHan(text) || languageOf(text) === 'en') return [];
  const line = new Line(original);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = line.touched;
    line.cells = [...locked(line.cells)];
    ellipses(line);
    dashes(line);
    repeats(line);
    commas(line, smileysOf(line));
    stops(line);
    brackets(line);
    quotes(line, style);
    besideMarks(line);
    betweenScripts(line);
    if (line.touched === before) break;
  }
  const edits = editsOf(line.cells, text);
  return [...grouped(edits, ({ group }) => group).values()].map((own) => changeOf(own, block, text));
}

type GroupedEdit = Edit & { readonly group: number; readonly kind: ChangeKind };

/** The cells that changed, neighbours of one group as one edit, without what came out as it was. */
function editsOf(cells: readonly Cell[], text: string): readonly GroupedEdit[] {
  const found: GroupedEdit[] = [];
  let last: Cell | undefined;
  for (const cell of cells) {
    const { change } = cell;
    const edit = found.at(-1);
    if (change !== null && edit !== undefined && last?.change?.group === change.group && last.to === cell.from)
      found[found.length - 1] = {
        ...edit,
        before: edit.before + text.slice(cell.from, cell.to),
        after: edit.after + cell.text,
      };
    else if (change !== null)
      found.push({ at: cell.from, before: text.slice(cell.from, cell.to), after: cell.text, ...change });
    last = cell;
  }
  return found.filter(({ before, after }) => before !== after);
}

function changeOf(own: readonly GroupedEdit[], block: number, text: string): TypographyChange {
  const edits = own.map(({ at, before, after }) => ({ at, before, after }));
  return {
    id: `${block}.${own[0]?.group ?? 0}`,
    kind: own[0]?.kind ?? 'punctuation',
    block,
    edits,
    before: edits.map(({ before }) => before).join(''),
    after: edits.map(({ after }) => after).join(''),
    context: contextOf(edits, text),
  };
}

/** How much text is shown on either side, and of a pair's inside. */
const AROUND = 10;
const INSIDE = 24;

function contextOf(edits: readonly Edit[], text: string): readonly Part[] {
  const parts: Part[] = [];
  const add = (kind: Part['kind'], shown: string): void => {
    if (shown !== '') parts.push({ kind, text: shown.replaceAll('\uFFFC', '▢').replaceAll('\n', ' ') });
  };
  const whole = (from: number, to: number): string => {
    const start = isInsidePair(text, from) ? from + 1 : from;
    return text.slice(start, isInsidePair(text, to) ? to - 1 : to);
  };
  let at = Math.max(0, (edits[0]?.at ?? 0) - AROUND);
  if (at > 0) add('same', '…');
  for (const edit of edits) {
    const between = whole(at, edit.at);
    const isLong = parts.some(({ kind }) => kind !== 'same') && between.length > INSIDE;
    add('same', isLong ? `${whole(at, at + AROUND)} … ${whole(edit.at - AROUND, edit.at)}` : between);
    add('removed', edit.before);
    add('added', edit.after);
    at = edit.at + edit.before.length;
  }
  const end = Math.min(text.length, at + AROUND);
  add('same', whole(at, end));
  if (end < text.length) add('same', '…');
  return parts;
}

const isInsidePair = (text: string, at: number): boolean => /^[\uDC00-\uDFFF]/.test(text.charAt(at));

function applied(inlines: readonly InlineNode[], edits: readonly Edit[]): readonly InlineNode[] {
  const sorted = edits.toSorted((a, b) => a.at - b.at);
  const made: InlineNode[] = [];
  const push = (text: string, marks: readonly InlineMark[] | undefined): void => {
    if (text === '') return;
    const last = made.at(-1);
    if (last?.type === 'text' && sameMarks(last.marks, marks))
      made[made.length - 1] = { ...last, text: last.text + text };
    else made.push({ type: 'text', text, ...(marks === undefined || marks.length === 0 ? {} : { marks }) });
  };
  let next = 0;
  let at = 0;
  /** What has been replaced reaches to here. */
  let done = 0;
  inlines.forEach((node) => {
    const length = node.type === 'text' ? node.text.length : 1;
    const end = at + length;
    if (node.type !== 'text') {
      made.push(node);
    } else {
      let from = Math.max(at, done);
      for (let edit = sorted[next]; edit !== undefined && edit.at < end; edit = sorted[++next]) {
        push(node.text.slice(from - at, edit.at - at), node.marks);
        push(edit.after, edit.before === '' && edit.at === at ? shared(made.at(-1), node.marks) : node.marks);
        done = edit.at + edit.before.length;
        from = Math.min(done, end);
      }
      push(node.text.slice(from - at), node.marks);
    }
    at = end;
  });
  return made;
}

/** A space between two stretches is as bold as both, and never a link or code. */
const shared = (before: InlineNode | undefined, marks: readonly InlineMark[] | undefined): readonly InlineMark[] => {
  const left = before?.type === 'text' ? (before.marks ?? []) : [];
  return (marks ?? []).filter(
    ({ type }) => type !== 'link' && type !== 'code' && left.some((mark) => mark.type === type),
  );
};

const sameMarks = (a: readonly InlineMark[] | undefined, b: readonly InlineMark[] | undefined): boolean =>
  JSON.stringify(a ?? []) === JSON.stringify(b ?? []);

function grouped<T>(items: readonly T[], keyOf: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
