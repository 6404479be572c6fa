import { SheetBudget } from '../budget';
import { type Delimiter, delimiters, MAX_NOTES, type ReadNote, type SheetRow, type SheetTable } from '../table';

/**
 * Delimited text (RFC 4180, and what people really save): cells between delimiters, quoted where they hold one, rows
 * ended by CRLF, LF or a bare CR in any mixture. A quote that does not do what quotes do (text behind the closing one,
 * or none to close it) is kept as a character and noted: nothing is swallowed to the end of the file.
 *
 * Linear in the text: positions of the next delimiter and line ends are remembered, and a quote that misleads is
 * followed at most to where the next could begin.
 */
export function readDelimited(
  text: string,
  delimiter: Delimiter,
  budget: Pick<SheetBudget, 'row' | 'cell'> = new SheetBudget(),
): SheetTable {
  const rows: SheetRow[] = [];
  const notes: ReadNote[] = [];
  const source = new Source(text, delimiter);
  let line = 1;
  while (!source.ended) {
    const cells: string[] = [];
    const number = line;
    do {
      const quoted = source.quoted();
      if (quoted !== null) line += lineEndsIn(quoted);
      else if (source.startsWithQuote() && notes.length < MAX_NOTES)
        notes.push({ code: 'quote_kept', row: line, value: '' });
      const cell = quoted ?? source.plain();
      budget.cell(cell.length, number);
      cells.push(cell);
    } while (source.takeDelimiter());
    const blank = cells.length === 1 && cells[0] === '' && !source.lastQuoted;
    source.takeLineEnd();
    line += 1;
    if (blank) continue;
    budget.row(cells.length, number);
    rows.push({ number, cells });
  }
  return { name: '', hidden: false, rows, from1904: false, notes };
}

/**
 * The delimiter under which most rows of the beginning agree on a number of cells. Text in a single column agrees with
 * itself under every one, so a delimiter must divide something to count.
 */
export function likelyDelimiter(text: string): Delimiter {
  const sample = beginning(text);
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const score = agreement(sample, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** `sep=;` in the first line, as Excel writes and reads it. */
export function namedDelimiter(text: string): { readonly delimiter: Delimiter; readonly rest: string } | null {
  const named = /^sep=([,;\t|])(?:\r\n|\r|\n)/i.exec(text);
  if (named === null) return null;
  return { delimiter: named[1] as Delimiter, rest: text.slice(named[0].length) };
}

/** The sample is bounded by itself, and a wrong delimiter must not refuse the file. */
const unlimited: Pick<SheetBudget, 'row' | 'cell'> = { row: () => undefined, cell: () => undefined };

const SAMPLE = 64 * 1024;
const SAMPLE_ROWS = 100;

/** Whole lines as far as they fit; a cell cut in the middle would count as ragged. */
function beginning(text: string): string {
  if (text.length <= SAMPLE) return text;
  const end = Math.max(text.lastIndexOf('\n', SAMPLE), text.lastIndexOf('\r', SAMPLE));
  return text.slice(0, end > 0 ? end : SAMPLE);
}

/** 0 when nothing is divided; otherwise the share of rows with the usual width, a little more for more columns. */
function agreement(sample: string, delimiter: Delimiter): number {
  const { rows } = readDelimited(sample, delimiter, unlimited);
  const looked = rows.slice(0, SAMPLE_ROWS);
  const widths = new Map<number, number>();
  for (const { cells } of looked) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let usual = 1;
  let count = 0;
  for (const [width, times] of widths)
    if (width > 1 && (times > count || (times === count && width > usual))) [usual, count] = [width, times];
  return count === 0 ? 0 : count / looked.length + Math.min(usual, 50) / 1000;
}

const lineEndsIn = (text: string): number => {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) count += 1;
  }
  return count;
};

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;

class Source {
  private at = 0;
  private nextDelimiter = -1;
  private nextLf = -1;
  private nextCr = -1;
  /** Whether the last cell was a quoted one: `""` alone in its line is a row with one empty cell, a blank line is none. */
  lastQuoted = false;

  constructor(
    private readonly text: string,
    private readonly delimiter: Delimiter,
  ) {}

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether the cell that begins here has a quote in front, blanks aside. */
  startsWithQuote(): boolean {
    return this.text.charCodeAt(this.quoteAt()) === QUOTE;
  }

  /** The content of a properly quoted cell, its quotes taken off; null, with nothing taken, when there is none here. */
  quoted(): string | null {
    this.lastQuoted = false;
    const open = this.quoteAt();
    if (this.text.charCodeAt(open) !== QUOTE) return null;
    const parts: string[] = [];
    let from = open + 1;
    for (;;) {
      const close = this.text.indexOf('"', from);
      if (close < 0) return null;
      parts.push(this.text.slice(from, close));
      if (this.text.charCodeAt(close + 1) === QUOTE) {
        parts.push('"');
        from = close + 2;
        continue;
      }
      const end = this.pastSpaces(close + 1);
      if (end < this.text.length && !this.endsCell(end)) return null;
      this.at = end;
      this.lastQuoted = true;
      return parts.length === 1 ? (parts[0] as string) : parts.join('');
    }
  }

  /** Everything up to the next delimiter or line end, as written. */
  plain(): string {
    const end = Math.min(
      this.next('nextDelimiter', this.delimiter),
      this.next('nextLf', '\n'),
      this.next('nextCr', '\r'),
    );
    const cell = this.text.slice(this.at, end);
    this.at = end;
    return cell;
  }

  takeDelimiter(): boolean {
    if (this.text[this.at] !== this.delimiter) return false;
    this.at += 1;
    return true;
  }

  takeLineEnd(): void {
    if (this.text.charCodeAt(this.at) === CR) this.at += 1;
    else {
      this.at += 1;
      return;
    }
    if (this.text.charCodeAt(this.at) === LF) this.at += 1;
  }

  private next(memory: 'nextDelimiter' | 'nextLf' | 'nextCr', sign: string): number {
    if (this[memory] < this.at) {
      const found = this.text.indexOf(sign, this.at);
      this[memory] = found < 0 ? this.text.length : found;
    }
    return this[memory];
  }

  private quoteAt(): number {
    return this.delimiter === '\t' ? this.at : this.pastSpaces(this.at);
  }

  private pastSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) at += 1;
    return at;
  }

  private endsCell(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return unit === LF || unit === CR || this.text[at] === this.delimiter;
  }
}
