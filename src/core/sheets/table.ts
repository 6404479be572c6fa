import type { Encoding } from '../text/encoding';

/**
 * A sheet as rows of text, whatever file it came from. Cells are text because people mean text: a date of a workbook
 * arrives as `2026-11-22` or `2026-11-22 20:30`, a number as it would be shown without formatting.
 */
export type SheetRow = {
  /** Row of the sheet, line of the text file where the row begins, or record of a JSON list; from 1. */
  readonly number: number;
  /** From the first column to the last that holds something; `''` for an empty cell. */
  readonly cells: readonly string[];
};

export type SheetTable = {
  /** Name of the sheet; empty for text files. */
  readonly name: string;
  /** Hidden in the workbook: offered, never chosen by itself. */
  readonly hidden: boolean;
  /** Rows in order; wholly empty ones are left out, their numbers stay missing. */
  readonly rows: readonly SheetRow[];
  /** The workbook counts days from 1904 (old Macs), which matters to dates typed as bare numbers. */
  readonly from1904: boolean;
  readonly notes: readonly ReadNote[];
};

export const sheetFormats = ['csv', 'xlsx', 'json', 'ndjson'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** What a file turned out to be. */
export type SheetFile = {
  readonly format: SheetFormat;
  /** In the order of the workbook; one for text files. */
  readonly tables: readonly SheetTable[];
  /** How text files were read, for the user to check; null for workbooks. */
  readonly encoding: Encoding | null;
  readonly guessed: boolean;
  readonly delimiter: Delimiter | null;
};

/** What reading a table had to decide about: each names its row (0 for the table as a whole) and what it is about. */
export const readNoteCodes = [
  'quote_kept',
  'formula_without_value',
  'cell_error',
  'merged_cells',
  'hidden_rows',
  'nested_as_json',
  'outside_list',
] as const;
export type ReadNoteCode = (typeof readNoteCodes)[number];
export type ReadNote = { readonly code: ReadNoteCode; readonly row: number; readonly value: string };

/** Notes beyond this many of a table are counted under the last one's code, not listed. */
export const MAX_NOTES = 200;
