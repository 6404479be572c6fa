import { type Editor, type Extensions, mergeAttributes } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';

/**
 * Tables as the body has them: a heading row or none, cells of one paragraph, no merged cells and no widths, because
 * neither Markdown nor WeChat keeps them. Inline styles and column groups are left out: the page's policy refuses them.
 */
const oneParagraph = { content: 'paragraph' } as const;

/** Merged cells of pasted tables are read as single ones; the library fills the gap with an empty cell. */
const noSpans = () => ({
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
});

export const tableExtensions: Extensions = [
  Table.extend({
    renderHTML: ({ HTMLAttributes }) => ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]],
  }).configure({ resizable: false, allowTableNodeSelection: true }),
  TableRow,
  TableCell.extend({ ...oneParagraph, addAttributes: noSpans }),
  TableHeader.extend({ ...oneParagraph, addAttributes: noSpans }),
];

export const tableActs = [
  'row_above',
  'row_below',
  'row_delete',
  'column_left',
  'column_right',
  'column_delete',
  'heading',
  'delete',
] as const;
export type TableAct = (typeof tableActs)[number];

const acts: Readonly<Record<TableAct, (editor: Editor) => boolean>> = {
  row_above: (editor) => editor.chain().focus().addRowBefore().run(),
  row_below: (editor) => editor.chain().focus().addRowAfter().run(),
  row_delete: (editor) => editor.chain().focus().deleteRow().run(),
  column_left: (editor) => editor.chain().focus().addColumnBefore().run(),
  column_right: (editor) => editor.chain().focus().addColumnAfter().run(),
  column_delete: (editor) => editor.chain().focus().deleteColumn().run(),
  heading: (editor) => editor.chain().focus().toggleHeaderRow().run(),
  delete: (editor) => editor.chain().focus().deleteTable().run(),
};

export const changeTable = (editor: Editor, act: TableAct): boolean => acts[act](editor);

export const insertTable = (editor: Editor): boolean =>
  editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
