import { defineWords } from './say';

/** Tools of the page that came with tables, finding, pasting and tidying. Used in `features/editor/page`. */
export const writingWords = defineWords({
  zh: {
    'tool.table': '表格',
    'table.insert': '插入 3 × 3 的表格',
    'table.row_above': '上面加一行',
    'table.row_below': '下面加一行',
    'table.row_delete': '删掉这一行',
    'table.column_left': '左边加一列',
    'table.column_right': '右边加一列',
    'table.column_delete': '删掉这一列',
    'table.heading': '首行作表头',
    'table.delete': '删掉整张表',
  },
  en: {
    'tool.table': 'Table',
    'table.insert': 'Insert a table of 3 × 3',
    'table.row_above': 'Add a row above',
    'table.row_below': 'Add a row below',
    'table.row_delete': 'Delete this row',
    'table.column_left': 'Add a column left',
    'table.column_right': 'Add a column right',
    'table.column_delete': 'Delete this column',
    'table.heading': 'First row is a heading',
    'table.delete': 'Delete the whole table',
  },
});
