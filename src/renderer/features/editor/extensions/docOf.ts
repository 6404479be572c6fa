import type { JSONContent } from '@tiptap/core';
import type { Node as DocNode, Mark } from '@tiptap/pm/model';
import type {
  BlockMarks,
  BlockNode,
  Doc,
  InlineMark,
  InlineNode,
  ListItemNode,
  TableCellNode,
  TableRowNode,
} from '../../../../core/model/doc';
import { marksOf } from './blocks';

/**
 * From the editor's document to the model's: only what differs from the default is written, so that opening and saving
 * a piece without an edit gives the same bytes, and a diff shows what a person did. Never runs on a keystroke.
 */
export const docOf = (doc: DocNode): Doc => ({ type: 'doc', content: blocksOf(doc) });

/** The model's document as the editor takes it. The shapes agree; only `readonly` is taken off. */
export const contentOf = (doc: Doc): JSONContent => doc as unknown as JSONContent;

const blocksOf = (parent: DocNode): BlockNode[] => parent.children.map(blockOf);

function leanMarks(node: DocNode): Partial<BlockMarks> {
  const { id, only, not, keep, lead, optional } = marksOf(node);
  return {
    ...(id === null ? {} : { id }),
    ...(only.length === 0 ? {} : { only }),
    ...(not.length === 0 ? {} : { not }),
    ...(keep ? { keep } : {}),
    ...(lead ? { lead } : {}),
    ...(optional ? { optional } : {}),
  };
}

const attrsOf = (attrs: object): { attrs?: never } =>
  (Object.keys(attrs).length === 0 ? {} : { attrs }) as { attrs?: never };

const contentField = (node: DocNode): { content?: readonly InlineNode[] } => {
  const content = inlinesOf(node);
  return content.length === 0 ? {} : { content };
};

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** One entry per block type of the schema: a new type must be decided here. */
const blockWriters: Readonly<Record<BlockNode['type'], (node: DocNode) => BlockNode>> = {
  paragraph: (node) => ({ type: 'paragraph', ...attrsOf(leanMarks(node)), ...contentField(node) }),
  heading: (node) => ({
    type: 'heading',
    attrs: { level: Number(node.attrs.level), ...leanMarks(node) },
    ...contentField(node),
  }),
  blockquote: (node) => ({ type: 'blockquote', ...attrsOf(leanMarks(node)), content: blocksOf(node) }),
  bulletList: (node) => ({ type: 'bulletList', ...attrsOf(leanMarks(node)), content: node.children.map(itemOf) }),
  orderedList: (node) => {
    const start = Number(node.attrs.start ?? 1);
    const attrs = { ...leanMarks(node), ...(start === 1 ? {} : { start }) };
    return { type: 'orderedList', ...attrsOf(attrs), content: node.children.map(itemOf) };
  },
  codeBlock: (node) => {
    const language = textOrNull(node.attrs.language);
    const attrs = { ...leanMarks(node), ...(language === null ? {} : { language }) };
    return {
      type: 'codeBlock',
      ...attrsOf(attrs),
      ...(node.textContent === '' ? {} : { content: [{ type: 'text', text: node.textContent }] }),
    };
  },
  image: (node) => {
    const alt = textOrNull(node.attrs.alt);
    const title = textOrNull(node.attrs.title);
    return {
      type: 'image',
      attrs: {
        src: String(node.attrs.src),
        ...(alt === null ? {} : { alt }),
        ...(title === null ? {} : { title }),
        ...leanMarks(node),
      },
    };
  },
  horizontalRule: (node) => ({ type: 'horizontalRule', ...attrsOf(leanMarks(node)) }),
  table: (node) => ({ type: 'table', ...attrsOf(leanMarks(node)), content: node.children.map(rowOf) }),
};

function blockOf(node: DocNode): BlockNode {
  const write = Object.hasOwn(blockWriters, node.type.name) ? blockWriters[node.type.name as BlockNode['type']] : null;
  if (write === null) throw new Error(`The editor holds a block the model does not know: ${node.type.name}.`);
  return write(node);
}

const itemOf = (node: DocNode): ListItemNode => ({ type: 'listItem', content: blocksOf(node) });

/** Only the first row may be a heading, and only as a whole. */
const rowOf = (node: DocNode, index: number): TableRowNode => {
  const isHeading = index === 0 && node.children.every(({ type }) => type.name === 'tableHeader');
  return {
    type: 'tableRow',
    content: node.children.map(
      (cell): TableCellNode => ({
        type: isHeading ? 'tableHeader' : 'tableCell',
        content: [{ type: 'paragraph', ...contentField(cell.child(0)) }],
      }),
    ),
  };
};

function inlinesOf(parent: DocNode): InlineNode[] {
  const found: InlineNode[] = [];
  for (const node of parent.children) {
    switch (node.type.name) {
      case 'text': {
        const marks = node.marks.map(markOf);
        found.push({ type: 'text', text: node.text ?? '', ...(marks.length === 0 ? {} : { marks }) });
        break;
      }
      case 'hardBreak':
        found.push({ type: 'hardBreak' });
        break;
      case 'hashtag':
      case 'mention': {
        const label = textOrNull(node.attrs.label);
        found.push({
          type: node.type.name,
          attrs: { id: String(node.attrs.id), ...(label === null ? {} : { label }) },
        });
        break;
      }
      case 'field':
        found.push({ type: 'field', attrs: { name: String(node.attrs.name) } });
        break;
      default:
        throw new Error(`The editor holds an inline the model does not know: ${node.type.name}.`);
    }
  }
  return found;
}

function markOf(mark: Mark): InlineMark {
  if (mark.type.name === 'link') return { type: 'link', attrs: { href: String(mark.attrs.href) } };
  return { type: mark.type.name } as InlineMark;
}
