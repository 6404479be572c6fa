import type { SheetBudget } from '../../budget';
import { sheetFault } from '../../fault';
import { sheetLimits } from '../../limits';
import { MAX_NOTES, type ReadNote, type ReadNoteCode, type SheetRow } from '../../table';
import { serialText } from './dates';
import { type Parts, unescapeText } from './parts';
import { readXml, type XmlAttributes } from './xml';

/** What cells refer to: text by index, and which styles mean dates. */
export type SheetContext = {
  readonly strings: readonly string[];
  readonly isDate: (style: number) => boolean;
  readonly from1904: boolean;
  readonly budget: SheetBudget;
};

/**
 * The rows of one sheet. Values only: formulas are not looked at, their saved results are. What the sheet says about
 * its own size is not believed; a cell counts when it holds something.
 */
export function readSheetPart(
  bytes: Uint8Array,
  part: string,
  parts: Parts,
  context: SheetContext,
): { readonly rows: readonly SheetRow[]; readonly notes: readonly ReadNote[] } {
  const reader = new SheetReader(part, context);
  readXml(bytes, part, parts.decode, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return { rows: withMerged(reader.sorted(), reader.merges, context.budget), notes: reader.notes };
}

/** More merged cells than any schedule has. */
const MAX_MERGES = 20_000;

/** Cells merged downwards belong to every row they span: one date beside three posts is the date of each. */
function withMerged(rows: readonly SheetRow[], merges: readonly Merge[], budget: SheetBudget): readonly SheetRow[] {
  if (merges.length === 0) return rows;
  const changed = new Map<number, string[]>();
  const cellsAt = (index: number) => changed.get(index) ?? rows[index]?.cells ?? [];
  for (const { column, from, to } of merges) {
    const first = firstFrom(rows, from);
    const text = rows[first]?.number === from ? (cellsAt(first)[column - 1] ?? '') : '';
    if (text === '') continue;
    for (let index = first + 1; (rows[index]?.number ?? Number.POSITIVE_INFINITY) <= to; index += 1) {
      const number = rows[index]?.number ?? to;
      budget.cell(text.length, number);
      budget.filled(number);
      if ((cellsAt(index)[column - 1] ?? '') !== '') continue;
      const cells = changed.get(index) ?? [...cellsAt(index)];
      while (cells.length < column - 1) cells.push('');
      cells[column - 1] = text;
      changed.set(index, cells);
    }
  }
  return rows.map((row, index) => ({ number: row.number, cells: changed.get(index) ?? row.cells }));
}

/** Index of the first row with this number or a later one. */
function firstFrom(rows: readonly SheetRow[], number: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows `from` to `to` of a column show the first one's text. */
type Merge = { readonly column: number; readonly from: number; readonly to: number };

/** 1,048,576 rows by 16,384 columns, the size of every sheet since 2007. */
const MAX_ROW = 1_048_576;

class SheetReader {
  private readonly rows: SheetRow[] = [];
  readonly notes: ReadNote[] = [];
  readonly merges: Merge[] = [];
  private number = 0;
  private cells: string[] = [];
  private column = 0;
  private type = 'n';
  private style = 0;
  private formula = false;
  private taking = false;
  private inReading = false;
  private pieces: string[] = [];
  private inOrder = true;

  constructor(
    private readonly part: string,
    private readonly context: SheetContext,
  ) {}

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.taking = true;
    else if (name === 't') this.taking = !this.inReading;
    else if (name === 'f') this.formula = true;
    else if (name === 'rPh') this.inReading = true;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'mergeCell') this.merge(attributes.get('ref') ?? '');
  }

  text(text: string): void {
    if (this.taking) this.pieces.push(text);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.taking = false;
    else if (name === 'rPh') this.inReading = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  /** Rows in their order; a file that shuffles them, or names one twice, is read as it says. */
  sorted(): readonly SheetRow[] {
    if (this.inOrder) return this.rows;
    const byNumber = new Map<number, SheetRow>();
    for (const row of this.rows) {
      if (byNumber.has(row.number)) sheetFault('damaged', { place: `${this.part} ${row.number}` });
      byNumber.set(row.number, row);
    }
    return [...byNumber.values()].sort((one, two) => one.number - two.number);
  }

  private merge(ref: string): void {
    const [, start = '', from = '', to = ''] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(ref) ?? [];
    if (start === '' || Number(to) <= Number(from)) return;
    if (this.merges.length === MAX_MERGES) sheetFault('too_many_cells', { place: from, limit: MAX_MERGES });
    this.merges.push({ column: columnOf(`${start}1`, this.part), from: Number(from), to: Number(to) });
    this.note('merged_cells', 0, ref);
  }

  private openRow(attributes: XmlAttributes): void {
    const given = attributes.get('r');
    const number = given === undefined ? this.number + 1 : Number(given);
    if (!Number.isInteger(number) || number < 1 || number > MAX_ROW) sheetFault('damaged', { place: this.part });
    if (number <= this.number) this.inOrder = false;
    this.number = number;
    this.cells = [];
    this.column = 0;
    if (attributes.get('hidden') === '1') this.note('hidden_rows', number, '');
  }

  private openCell(attributes: XmlAttributes): void {
    const ref = attributes.get('r');
    this.column = ref === undefined ? this.column + 1 : columnOf(ref, this.part);
    if (this.column > sheetLimits.columns) sheetFault('damaged', { place: this.part });
    this.type = attributes.get('t') ?? 'n';
    this.style = Number(attributes.get('s') ?? 0);
    this.formula = false;
    this.pieces = [];
  }

  private closeCell(): void {
    const raw = this.pieces.join('');
    const text = this.said(raw);
    if (text === '') {
      if (this.formula && raw === '') this.note('formula_without_value', this.number, columnName(this.column));
      return;
    }
    this.context.budget.cell(text.length, this.number);
    while (this.cells.length < this.column - 1) this.cells.push('');
    this.cells[this.column - 1] = text;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    this.context.budget.row(this.cells.length, this.number);
    this.rows.push({ number: this.number, cells: this.cells });
    this.cells = [];
  }

  private said(raw: string): string {
    switch (this.type) {
      case 's': {
        const text = this.context.strings[Number(raw)];
        return raw === '' ? '' : (text ?? sheetFault('damaged', { place: `${this.part} ${this.number}` }));
      }
      case 'b':
        return raw === '1' ? 'TRUE' : raw === '0' ? 'FALSE' : raw;
      case 'n':
        return this.number_(raw);
      case 'd':
        return raw.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::00)?(?:\.0+)?Z?$/, '$1 $2').replace(/ 00:00$/, '');
      case 'e':
        this.note('cell_error', this.number, raw);
        return raw;
      default:
        return unescapeText(raw);
    }
  }

  private number_(raw: string): string {
    if (raw === '') return '';
    const value = Number(raw);
    if (!Number.isFinite(value)) return raw;
    if (this.context.isDate(this.style)) return serialText(value, this.context.from1904) ?? raw;
    return shownNumber(value);
  }

  private note(code: ReadNoteCode, row: number, value: string): void {
    if (this.notes.length < MAX_NOTES) this.notes.push({ code, row, value });
  }
}

/** A binary fraction as people wrote it: 15 digits, as every spreadsheet shows it, and never an exponent. */
function shownNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e')
    ? Number(text).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}

function columnOf(ref: string, part: string): number {
  let column = 0;
  let at = 0;
  for (; at < ref.length && at < 4; at += 1) {
    const letter = ref.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 || !/^\d{1,7}$/.test(ref.slice(at)) ? sheetFault('damaged', { place: `${part} ${ref}` }) : column;
}

/** `A`, `Z`, `AA`: how spreadsheets call the column of an index from 1. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}
