import { unguardCell } from '../export/csv';
import type { Failure, Result } from '../result';
import { type Decode, decodeText, type Encoding } from '../text/encoding';
import { SheetBudget } from './budget';
import { readingSheet, sheetFault } from './fault';
import { sheetLimits } from './limits';
import { likelyDelimiter, namedDelimiter, readDelimited } from './read/delimited';
import { looksLikeLines, readJsonLines, readJsonTable } from './read/json';
import { readWorkbook } from './read/workbook/readWorkbook';
import type { Delimiter, SheetFile, SheetTable } from './table';

export type SheetOptions = {
  /** Strict decoding, lent by the runtime. */
  readonly decode: Decode;
  /** The user's word against what was guessed. */
  readonly encoding?: Encoding | null;
  readonly delimiter?: Delimiter | null;
};

/**
 * Reads a table out of a file that a stranger may have made: CSV and its relatives, XLSX, JSON, a JSON object per line.
 * What the bytes are decides, the name's extension only where text could be either. Everything is bounded by
 * `sheetLimits`; on the first excess nothing is read.
 *
 * @param file name for the message.
 */
export function readSheet(bytes: Uint8Array, file: string, options: SheetOptions): Result<SheetFile, Failure> {
  return readingSheet(file, () => {
    if (bytes.length > sheetLimits.bytes) sheetFault('too_many_bytes', { limit: `${sheetLimits.bytes >> 20} MB` });
    if (startsWith(bytes, OLE)) sheetFault('old_workbook');
    const read = startsWith(bytes, ZIP) ? workbook(bytes, file, options) : textSheet(bytes, file, options);
    if (read.tables.every(({ rows }) => rows.length === 0)) sheetFault('no_rows');
    return read;
  });
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Excel's binary files before 2007, and every workbook behind a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const UTF8_MARK = [0xef, 0xbb, 0xbf];

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const workbook = (bytes: Uint8Array, file: string, { decode }: SheetOptions): SheetFile => ({
  format: 'xlsx',
  tables: readWorkbook(bytes, file, decode),
  encoding: null,
  guessed: false,
  delimiter: null,
});

function textSheet(bytes: Uint8Array, file: string, { decode, encoding, delimiter }: SheetOptions): SheetFile {
  const decoded = decodeText(bytes, decode, encoding) ?? sheetFault('wrong_encoding');
  const { text } = decoded;
  if (text.trim() === '') sheetFault('no_rows');
  if (isBinary(text)) sheetFault('no_text');
  if (/^\s*<(!doctype|html|table|\?xml|style|meta)/i.test(text.slice(0, 200))) sheetFault('web_page');
  const how = { encoding: decoded.encoding, guessed: decoded.guessed };
  if (isJson(text, file)) {
    if (decoded.encoding !== 'utf-8') sheetFault('wrong_encoding');
    const plain = startsWith(bytes, UTF8_MARK) ? bytes.subarray(UTF8_MARK.length) : bytes;
    const lines = /\.(ndjson|jsonl)$/i.test(file) || looksLikeLines(text);
    const table = (lines ? readJsonLines : readJsonTable)(plain, new SheetBudget());
    return { format: lines ? 'ndjson' : 'json', tables: [table], ...how, delimiter: null };
  }
  const named = namedDelimiter(text);
  const rest = named?.rest ?? text;
  const chosen = delimiter ?? named?.delimiter ?? likelyDelimiter(rest);
  const table = unguarded(readDelimited(rest, chosen));
  return { format: 'csv', tables: [named === null ? table : shifted(table)], ...how, delimiter: chosen };
}

/** Our own files, and careful others, put an apostrophe before what a spreadsheet would run. */
const unguarded = (table: SheetTable): SheetTable => ({
  ...table,
  rows: table.rows.map((row) =>
    row.cells.some((cell) => cell.startsWith("'")) ? { ...row, cells: row.cells.map(unguardCell) } : row,
  ),
});

/** The line `sep=;` was taken off the top; people count it. */
const shifted = (table: SheetTable): SheetTable => ({
  ...table,
  rows: table.rows.map((row) => ({ ...row, number: row.number + 1 })),
  notes: table.notes.map((note) => (note.row === 0 ? note : { ...note, row: note.row + 1 })),
});

const isJson = (text: string, file: string): boolean =>
  /\.(json|ndjson|jsonl)$/i.test(file) || (!/\.(csv|tsv|tab|txt|psv)$/i.test(file) && /^\s*[[{]/.test(text));

/** Control characters that no text file holds in numbers: a picture or program with a sheet's name. */
function isBinary(text: string): boolean {
  const end = Math.min(text.length, 8192);
  let strange = 0;
  for (let at = 0; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) strange += 1;
  }
  return strange > 2 && strange > end / 100;
}
