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
    'paste.picture': '图片',
    'paste.pictures':
      '{remote, plural, =0 {} other {# 张图在网上，没有去取，原处留了链接。}}{lost, plural, =0 {} other {# 张图剪贴板里没有，原处留了字。}}要用就存成文件再拖进来。',
    'paste.words_only': '这段带的格式太多，只贴了文字。要保留格式，存成文件再导入。',
    'paste.too_big': '这段超过 {limit, number} 字，没有贴。存成文件，从内容库导入。',
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
    'paste.picture': 'image',
    'paste.pictures':
      '{remote, plural, =0 {} one {# image is on the web and was not fetched; a link stands in its place. } other {# images are on the web and were not fetched; links stand in their place. }}{lost, plural, =0 {} one {# image was not on the clipboard; its words stand in its place. } other {# images were not on the clipboard; their words stand in their place. }}Save the file and drop it in.',
    'paste.words_only': 'There was too much formatting, so only the words were pasted. To keep it, import the file.',
    'paste.too_big':
      'This is more than {limit, number} characters and was not pasted. Save it as a file and import it.',
  },
});
