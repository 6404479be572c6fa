import { told } from '../../importing/draft';
import type { RowMessage } from '../../importing/model';
import type { Lang } from '../../model/vocabulary';
import { say } from '../../words/say';
import { sheetNoteWords } from '../../words/sheets';
import { columnName } from '../read/workbook/sheet';
import type { SheetRow } from '../table';
import type { SheetField } from './fields';
import type { MappedColumn, SheetMapping } from './mapping';
import type { Cell } from './rowDay';

export type PlacedCell = Cell & { readonly column: MappedColumn };

/**
 * The cells of a row by field, and the notes into which goes whatever no field takes: the book that lets nothing be lost.
 */
export class RowCells {
  private readonly byField = new Map<SheetField, PlacedCell[]>();
  private readonly notes: { readonly index: number; readonly text: string }[] = [];
  protected readonly messages: RowMessage[] = [];
  /** Names of columns whose cells went into the notes although nobody meant them to. */
  protected readonly aside = new Set<string>();

  constructor(
    protected readonly row: SheetRow,
    protected readonly mapping: SheetMapping,
    protected readonly lang: Lang,
  ) {
    this.gather();
  }

  /** Cells by field, cleaned of what no record can hold. Those beyond the headers are named by their column's letter. */
  private gather(): void {
    const { columns, headerRow } = this.mapping;
    let beyond = 0;
    for (const [index, raw] of this.row.cells.entries()) {
      const text = this.clean(raw, columns[index]?.name ?? columnName(index + 1));
      if (text === '') continue;
      const column = columns[index];
      if (column === undefined) {
        beyond += 1;
        this.keep({ name: columnName(index + 1), text }, index, true);
        continue;
      }
      if (column.field === 'ignore') continue;
      const list = this.byField.get(column.field) ?? [];
      list.push({ name: column.name, text, column });
      this.byField.set(column.field, list);
    }
    if (beyond > 0 && headerRow !== null)
      this.messages.push(told('row_ragged', { found: this.row.cells.length, expected: columns.length }));
  }

  private clean(raw: string, column: string): string {
    // Line ends of other systems are line ends; tabs stay.
    const text = raw.toWellFormed().replace(/\r\n?/g, '\n');
    const plainText = text.replace(/(?![\t\n])\p{Cc}/gu, '');
    if (plainText !== text || text !== raw.replace(/\r\n?/g, '\n'))
      this.messages.push(told('cell_controls', { column }));
    return plainText.trim();
  }

  protected all(field: SheetField): readonly PlacedCell[] {
    return this.byField.get(field) ?? [];
  }

  /** The first cell of a field; the others, unless they repeat it, are kept. */
  protected first(field: SheetField): PlacedCell | null {
    const [first = null, ...others] = this.all(field);
    for (const other of others) if (other.text !== first?.text) this.keep(other, other.column.index, true);
    return first;
  }

  protected keep({ name, text }: Cell, index: number, told_ = true): void {
    const named =
      /^[A-Z]{1,3}$/.test(name) && (this.mapping.columns[index]?.header ?? '') === ''
        ? say(sheetNoteWords, this.lang, 'column', { name })
        : name;
    this.notes.push({ index, text: noteLine(this.lang, named, text) });
    if (told_) this.aside.add(named);
  }

  protected note(index: number, text: string): void {
    this.notes.push({ index, text });
  }

  /** In the order of the columns. */
  protected noteLines(): readonly string[] {
    return this.notes.sort((one, two) => one.index - two.index).map(({ text }) => text);
  }
}

/** Not a message: a cell may hold braces, and thousands of notes are written. */
const noteLine = (lang: Lang, name: string, value: string): string =>
  lang === 'zh' ? `${name}：${value}` : `${name}: ${value}`;
