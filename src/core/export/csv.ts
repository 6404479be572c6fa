import { scheduleTable } from './columns';
import type { ExportOptions } from './options';
import type { ExportFile, ExportModel } from './types';

type CsvOptions = ExportOptions['csv'];

/** The schedule as RFC 4180 CSV, one row per placement. */
export function scheduleCsv(model: ExportModel, { bom = true, delimiter = ',' }: Partial<CsvOptions> = {}): string {
  return (bom ? BOM : '') + printCsv(scheduleTable(model), delimiter);
}

/** Rows of text as CSV that no spreadsheet takes for formulas; `readSheet` reads it back cell by cell. */
export const printCsv = (rows: readonly (readonly string[])[], delimiter: ',' | ';' | '\t' | '|' = ','): string =>
  rows.map((row) => `${row.map((text) => cell(text, delimiter, row.length === 1)).join(delimiter)}\r\n`).join('');

export const runCsv = (model: ExportModel, options?: CsvOptions): readonly ExportFile[] => [
  { path: 'schedule.csv', content: scheduleCsv(model, options) },
];

const BOM = '\ufeff';

/** An empty cell that is alone in its row is quoted: without, the row would be an empty line. */
const cell = (text: string, delimiter: string, alone: boolean): string => {
  const guarded = guardCell(text);
  const plain =
    !/["\r\n\0]/.test(guarded) &&
    !guarded.includes(delimiter) &&
    guarded === guarded.trim() &&
    !(alone && guarded === '');
  return plain ? guarded : `"${guarded.replaceAll('"', '""')}"`;
};

/**
 * Keeps a spreadsheet from running a cell: text that a program could read as a formula gets an apostrophe in front
 * (OWASP, CWE-1236), full-width signs included, because some versions read those too. Numbers stay numbers.
 */
export const guardCell = (text: string): string => (isRisky(text) ? `'${text}` : text);

/** Whether a spreadsheet could run it. */
export const isRisky = (text: string): boolean => RISKY.test(text) && !NUMBER.test(text);

/** The text before `guardCell`: what an import of our own file reads. */
export const unguardCell = (text: string): string =>
  text.startsWith("'") && isRisky(text.slice(1)) ? text.slice(1) : text;

/** Text that already begins with apostrophes before such a sign gets one more, so that nothing is lost on the way back. */
const RISKY = /^(?:'+)?(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠﹢﹣﹦﹫])/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
