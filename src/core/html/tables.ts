import { type BlockNode, type InlineNode, MAX_TABLE, type TableCellNode, type TableRowNode } from '../model/doc';
import { BlockWriter } from './blockWriter';
import { type Context, containers, MAX_NESTING, type Write } from './context';
import type { HtmlElement, HtmlNode } from './parse';
import { marksBelow } from './style';

/** Writes a table of a page; false, with nothing written, for one that only lays the page out. */
export function writeTable(node: HtmlElement, out: BlockWriter, context: Context, write: Write): boolean {
  const rows = rowsOf(node);
  // A table of one column, or one that holds tables, only lays out a page.
  if (rows.every((cells) => cells.length < 2) || holdsTable(node)) return false;
  const columns = Math.max(...rows.map((cells) => cells.length));
  if (columns > MAX_TABLE.columns || rows.length > MAX_TABLE.rows) {
    tableAsLines(rows, out, context, write);
    return true;
  }
  const pictures: BlockNode[] = [];
  const isHeading = (cells: readonly HtmlElement[] | undefined) => cells?.every(({ tagName }) => tagName === 'th');
  const content = rows.map(
    (cells, index): TableRowNode => ({
      type: 'tableRow',
      content: Array.from(
        { length: columns },
        (_, at): TableCellNode => ({
          type: index === 0 && isHeading(cells) ? 'tableHeader' : 'tableCell',
          content: [cellParagraph(cells[at], pictures, context, write)],
        }),
      ),
    }),
  );
  out.block({ type: 'table', content }, ...pictures);
  return true;
}

function rowsOf(node: HtmlElement): readonly (readonly HtmlElement[])[] {
  return node.children.flatMap((child): readonly (readonly HtmlElement[])[] => {
    if (child.type !== 'element') return [];
    if (/^(thead|tbody|tfoot)$/.test(child.tagName)) return rowsOf(child);
    if (child.tagName !== 'tr') return [];
    return [
      child.children.filter((cell): cell is HtmlElement => cell.type === 'element' && /^t[dh]$/.test(cell.tagName)),
    ];
  });
}

/** What a cell says: its paragraphs are lines; its pictures follow the table, since a cell holds text. */
function cellParagraph(
  cell: HtmlElement | undefined,
  pictures: BlockNode[],
  context: Context,
  write: Write,
): TableCellNode['content'][0] {
  if (cell === undefined) return { type: 'paragraph' };
  const inner = new BlockWriter();
  write(cell.children, inner, { ...context, marks: marksBelow(cell, context.marks), nesting: MAX_NESTING });
  const content: InlineNode[] = [];
  for (const block of inner.end()) {
    if (block.type === 'image') pictures.push(block);
    const line =
      block.type === 'paragraph' || block.type === 'heading' || block.type === 'codeBlock' ? block.content : [];
    if (line === undefined || line.length === 0) continue;
    if (content.length > 0) content.push({ type: 'hardBreak' });
    content.push(...line);
  }
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
}

/** A table larger than a body takes is a sheet: its rows become lines, and that is counted. */
function tableAsLines(
  rows: readonly (readonly HtmlElement[])[],
  out: BlockWriter,
  context: Context,
  write: Write,
): void {
  context.page.tables += 1;
  out.close();
  for (const cells of rows) {
    cells.forEach((cell, index) => {
      if (index > 0) out.text({ type: 'text', text: ' | ', marks: [], pre: true });
      write(cell.children.flatMap(unwrapped), out, { ...context, nesting: MAX_NESTING });
    });
    out.close();
  }
}

const holdsTable = (node: HtmlElement): boolean =>
  node.children.some((child) => child.type === 'element' && (child.tagName === 'table' || holdsTable(child)));

/** The words of a cell's paragraphs as one line. */
function unwrapped(node: HtmlNode): readonly HtmlNode[] {
  if (node.type !== 'element' || !containers.has(node.tagName)) return [node];
  return [...node.children.flatMap(unwrapped), { type: 'text', value: ' ' }];
}
