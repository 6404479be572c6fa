import type { Lang } from '../model/vocabulary';
import type { Failure } from '../result';
import { type SheetProblem, sheetProblems } from '../sheets/problems';
import { type ReadNoteCode, readNoteCodes } from '../sheets/table';
import { defineWords, say } from './say';

/** Why a sheet cannot be read, and what to do about it: the middle of a `sheet_unreadable` failure's sentence. */
export const sheetProblemWords = defineWords<SheetProblem>({
  zh: {
    unknown_format: '这个压缩包里没有工作表。请选 xlsx、csv 或 json 文件',
    old_workbook: '这是旧版 xls 或加了密码的表格。用 Excel 或 WPS 打开，另存为不带密码的 xlsx',
    web_page: '这其实是网页，只是改了扩展名。用 Excel 或 WPS 打开，另存为 xlsx',
    no_text: '里面不是文字，可能是图片或程序改了扩展名',
    wrong_encoding: '编码读不懂（认得 UTF-8、UTF-16、GB18030；JSON 只用 UTF-8）。用 Excel 或记事本另存为 UTF-8',
    damaged: '读到「{place}」就坏了。用 Excel 或 WPS 打开后另存一份',
    doctype: '「{place}」里带有文档类型声明，这样的表格不安全。用 Excel 或 WPS 打开后另存一份',
    too_many_bytes: '文件超过 {limit}。拆成几份再导入',
    too_many_cells: '读到第 {place} 行已超过 {limit, number} 格。拆成几份再导入',
    too_many_rows: '超过 {limit, number} 行。拆成几份再导入',
    too_many_sheets: '超过 {limit} 个工作表。删掉不用的再导入',
    cell_too_long: '第 {place} 行有一格超过 {limit, number} 个字符。缩短，或检查引号是否成对',
    too_much_text: '读到第 {place} 行，文字总量已超过 {limit, number} 个字符。拆成几份再导入',
    too_wide: '第 {place} 行超过 {limit, number} 列。检查分隔符，删掉多余的列',
    no_rows: '里面没有一行内容',
    json_broken: '第 {place} 行起不是有效的 JSON。改好再导入',
    json_no_list: '里面没有由对象组成的列表。写成一列对象，每个带「标题」「日期」这样的名字',
  },
  en: {
    unknown_format: 'this archive holds no worksheet. Choose an xlsx, csv or json file',
    old_workbook:
      'it is an old xls or a sheet behind a password. Open it in Excel or WPS and save it as xlsx without one',
    web_page: 'it is really a web page with another extension. Open it in Excel or WPS and save it as xlsx',
    no_text: 'it holds no text; it may be a picture or program with another extension',
    wrong_encoding:
      'its encoding cannot be read (known: UTF-8, UTF-16, GB18030; JSON in UTF-8 only). Save it as UTF-8 in Excel or an editor',
    damaged: 'it is damaged at “{place}”. Open it in Excel or WPS and save a fresh copy',
    doctype: '“{place}” declares a document type, which is not safe. Open it in Excel or WPS and save a fresh copy',
    too_many_bytes: 'it is over {limit}. Split it into several files',
    too_many_cells: 'row {place} passes {limit, number} cells. Split it into several files',
    too_many_rows: 'it has more than {limit, number} rows. Split it into several files',
    too_many_sheets: 'it has more than {limit} sheets. Delete those you do not need',
    cell_too_long: 'a cell in row {place} is over {limit, number} characters. Shorten it, or look for an open quote',
    too_much_text: 'by row {place} it holds more than {limit, number} characters. Split it into several files',
    too_wide: 'row {place} has more than {limit, number} columns. Check the delimiter and delete empty columns',
    no_rows: 'there is not one row in it',
    json_broken: 'from line {place} on it is not valid JSON. Correct it and import again',
    json_no_list: 'it holds no list of objects. Write a list of objects with names such as title and date',
  },
});

export function saySheetProblem(lang: Lang, { params }: Pick<Failure, 'params'>): string {
  const code = String(params.problem ?? 'damaged');
  const problem = sheetProblems.find((known) => known === code) ?? 'damaged';
  return say(sheetProblemWords, lang, problem, { place: '?', limit: '?', ...params });
}

/** What reading a table had to decide about, worth a look before its rows are taken. */
export const readNoteWords = defineWords<ReadNoteCode>({
  zh: {
    quote_kept: '第 {row} 行的引号不成对，当作普通字符保留',
    formula_without_value: '第 {row} 行 {value} 列的公式没有保存结果，读作空格。用 Excel 打开存一次再导入',
    cell_error: '第 {row} 行有一格是错误值 {value}',
    merged_cells: '竖着合并的单元格 {value}：内容算到每一行',
    hidden_rows: '第 {row} 行在表里是隐藏的，照样读出',
    nested_as_json: '第 {row} 条的「{value}」里层太深，按 JSON 原文保留',
    outside_list: '列表以外的内容没有读：{value}',
  },
  en: {
    quote_kept: 'row {row}: a quote without its partner is kept as a character',
    formula_without_value:
      'row {row}, column {value}: the formula has no saved result and reads as empty. Open and save it in Excel first',
    cell_error: 'row {row} holds the error value {value}',
    merged_cells: 'cells merged downwards {value}: the text counts for each of their rows',
    hidden_rows: 'row {row} is hidden in the sheet; it is read all the same',
    nested_as_json: 'record {row}: “{value}” is nested deeply and stays as JSON',
    outside_list: 'what stands beside the list was not read: {value}',
  },
});

/** A note as a message carries it: `note` names it, `row` and `value` are its place and subject. */
export function sayReadNote(lang: Lang, params: Failure['params']): string {
  const note: ReadNoteCode = readNoteCodes.find((known) => known === params.note) ?? 'quote_kept';
  return say(readNoteWords, lang, note, { row: '?', value: '?', ...params });
}

/** Names that stand in the notes of a piece, before what a sheet said and no field holds. */
export const sheetNoteWords = defineWords<'day' | 'column'>({
  zh: { day: '日期', column: '第 {name} 列' },
  en: { day: 'Date', column: 'Column {name}' },
});
