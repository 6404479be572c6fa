import { halfWidths } from '../../text/length';
import { daysBetween, type WallDate } from '../../time/wall';
import type { Cell } from '../columns';
import { isRisky } from '../csv';
import { styleIds } from './styles';
import { columnName, MAIN } from './xml';

/** One sheet: a row of headers and rows of typed cells, `null` for an empty one. */
export type SheetContent = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (Cell | null)[])[];
};

/** @param index of a text in the table of shared strings. */
export function sheetXml({ header, rows }: SheetContent, first: boolean, index: (text: string) => number): string {
  const range = `A1:${columnName(header.length)}${rows.length + 1}`;
  const head = header.map((text, at) => textCell(at, 1, text, styleIds.header, index)).join('');
  const body = rows.map((cells, at) => {
    const number = at + 2;
    return `<row r="${number}">${cells.map((cell, column) => (cell === null ? '' : cellXml(column, number, cell, index))).join('')}</row>`;
  });
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${range}"/>`,
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${header.map((title, at) => columnXml(at, title, rows)).join('')}</cols>`,
    `<sheetData><row r="1">${head}</row>${body.join('')}</sheetData><autoFilter ref="${range}"/>`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
  ].join('');
}

function cellXml(column: number, row: number, cell: Cell, index: (text: string) => number): string {
  const value = (style: number, number: number): string =>
    `<c r="${columnName(column + 1)}${row}" s="${style}"><v>${number}</v></c>`;
  switch (cell.kind) {
    case 'day': {
      const serial = serialOf(cell.value);
      return serial === null ? textCell(column, row, cell.value, styleIds.plain, index) : value(styleIds.day, serial);
    }
    case 'time':
      return value(styleIds.time, minutesOf(cell.value) / MINUTES);
    case 'number':
      return value(styleIds.number, cell.value);
    case 'text':
      return textCell(column, row, cell.value, isRisky(cell.value) ? styleIds.guarded : styleIds.wrapped, index);
  }
}

function textCell(column: number, row: number, text: string, style: number, index: (text: string) => number): string {
  return `<c r="${columnName(column + 1)}${row}" s="${style}" t="s"><v>${index(fitting(text))}</v></c>`;
}

/** What a workbook's cell can hold; a longer list of findings ends with the sign for it, and CSV has all of it. */
const fitting = (text: string): string =>
  text.length <= CELL_UNITS ? text : `${text.slice(0, CELL_UNITS - 1).toWellFormed()}…`;
const CELL_UNITS = 32_767;
const MINUTES = 24 * 60;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Days since 30 December 1899; null before 1 March 1900, where workbooks count a day that never was. */
function serialOf(day: WallDate): number | null {
  const serial = daysBetween(DAY_ZERO, day);
  return serial < 61 ? null : serial;
}
const DAY_ZERO = '1899-12-30' as WallDate;

/** Wide enough for its longest line, a Chinese character counted as two of the digits widths are measured in. */
function columnXml(at: number, title: string, rows: SheetContent['rows']): string {
  // The filter's button stands in the header cell.
  let width = halfWidths(title) + 3;
  for (const cells of rows) {
    const cell = cells[at];
    if (cell == null) continue;
    for (const line of `${cell.value}`.split('\n')) width = Math.max(width, halfWidths(line));
  }
  return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(WIDEST, width) + 1}" customWidth="1"/>`;
}
const WIDEST = 60;
