import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, RootContent, TableRow } from 'mdast';
import type { BlockMarks, BlockNode, Doc, ListItemNode, TableRowNode } from '../model/doc';
import { writeMarks } from './blockMarks';
import { printInlines } from './printInlines';
import type { MarkdownPiece } from './readMarkdown';
import { printTree } from './syntax';
import { writeYaml } from './yaml';

/**
 * A piece as a Markdown file: head, then text. What `readMarkdown` reads from it prints the same again; the picture's
 * `src` stands as it is, so the caller replaces asset ids by paths before.
 */
export function docToMarkdown(doc: Doc, piece: Omit<MarkdownPiece, 'doc'>): string {
  const body = bodyToMarkdown(doc);
  return `---\n${writeYaml(headOf(piece))}---\n${body === '' ? '' : `\n${body}`}`;
}

/** Only the text, with the marks of its blocks. */
export const bodyToMarkdown = (doc: Doc): string => printTree(doc.content.flatMap(markedBlock));

/** In the order of the documentation; empty fields are left out. */
function headOf({ title, kind, subkind, lang, brief, tags, persona, link, images }: Omit<MarkdownPiece, 'doc'>) {
  return {
    title,
    kind,
    ...(subkind === null ? {} : { subkind }),
    lang,
    ...(Object.keys(brief).length === 0 ? {} : { brief }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(persona === '' ? {} : { persona }),
    ...(link === '' ? {} : { link }),
    ...(images.length === 0 ? {} : { images }),
  };
}

const comment = (line: string): RootContent => ({ type: 'html', value: line });

function markedBlock(block: BlockNode): readonly RootContent[] {
  const marks: Partial<BlockMarks> = block.attrs ?? {};
  return [...writeMarks(marks).map(comment), ...blockToTree(block)];
}

type Handlers = {
  readonly [K in BlockNode['type']]: (
    node: Extract<BlockNode, { type: K }>,
  ) => readonly (BlockContent | DefinitionContent)[];
};

const handlers: Handlers = {
  paragraph: (node) => {
    const children = printInlines(node.content);
    return children.length === 0 ? [] : [{ type: 'paragraph', children }];
  },
  heading: (node) => [{ type: 'heading', depth: headingDepth(node.attrs.level), children: printInlines(node.content) }],
  blockquote: (node) => [{ type: 'blockquote', children: node.content.flatMap(blockToTree) }],
  bulletList: (node) => [{ type: 'list', ordered: false, spread: false, children: node.content.map(item) }],
  orderedList: (node) => [
    { type: 'list', ordered: true, start: node.attrs?.start ?? 1, spread: false, children: node.content.map(item) },
  ],
  codeBlock: (node) => [
    {
      type: 'code',
      lang: node.attrs?.language ?? null,
      value: (node.content ?? []).map(({ text }) => text).join(''),
    },
  ],
  image: ({ attrs }) => [
    {
      type: 'paragraph',
      children: [{ type: 'image', url: attrs.src, alt: attrs.alt ?? '', title: attrs.title || null }],
    },
  ],
  horizontalRule: () => [{ type: 'thematicBreak' }],
  table: (node) => [{ type: 'table', children: tableTree(node.content) }],
};

const blockToTree = (node: BlockNode): readonly (BlockContent | DefinitionContent)[] =>
  (handlers[node.type] as (node: BlockNode) => readonly (BlockContent | DefinitionContent)[])(node);

const item = (node: ListItemNode): ListItem => ({
  type: 'listItem',
  spread: false,
  children: node.content.flatMap(blockToTree),
});

/** Markdown tables have a heading row; a body's table without one gets an empty one. */
function tableTree(rows: readonly TableRowNode[]): TableRow[] {
  const hasHeading = rows[0]?.content.every(({ type }) => type === 'tableHeader') === true;
  const columns = Math.max(1, ...rows.map(({ content }) => content.length));
  const blank: TableRow = {
    type: 'tableRow',
    children: Array.from({ length: columns }, () => ({ type: 'tableCell', children: [] })),
  };
  const printed = rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.content.map((cell) => ({
        type: 'tableCell',
        children: oneLine(printInlines(cell.content[0].content)),
      })),
    }),
  );
  return hasHeading ? printed : [blank, ...printed];
}

/** A cell is one line of the file. */
const oneLine = (children: readonly PhrasingContent[]): PhrasingContent[] =>
  children.map((node) => {
    if (node.type === 'break') return { type: 'html', value: '<br>' };
    return node.type === 'link' ? { ...node, children: oneLine(node.children) } : node;
  });

const headingDepth = (level: number): 1 | 2 | 3 | 4 => (level === 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4);
