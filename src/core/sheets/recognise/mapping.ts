import type { WallDate } from '../../time/wallDate';
import { columnName } from '../read/workbook/sheet';
import type { SheetTable } from '../table';
import { type DateStyle, dateStyleOf } from '../values/dateColumn';
import { type DateOrder, readDay } from '../values/dates';
import { isPlatform, type PlatformNames } from '../values/platforms';
import { plain } from '../values/text';
import { readTime } from '../values/times';
import { stateNamed } from '../values/vocabulary';
import { type Dialect, type DialectId, dialectOf, dialects } from './dialects';
import type { MappingReason, SheetField } from './fields';
import { findHead } from './head';
import { fieldOfHeader, fingerprintOf, foldHeader } from './headers';

export type SheetTarget = { readonly platform: string; readonly account: string };

/** What the user may say against a proposal; everything left out is proposed. */
export type MappingChoice = {
  /** Field by column, counted from 0. */
  readonly fields?: Readonly<Record<number, SheetField>>;
  /** Row of the headers as people count it; 0 for a table without headers. */
  readonly headerRow?: number | null;
  readonly order?: DateOrder | null;
  readonly year?: number | null;
  /** Where rows go that name neither platform nor account, as schedulers ask at upload: a pack's id, an account's name. */
  readonly target?: SheetTarget | null;
  /** What was kept under the fingerprint: field by folded header. */
  readonly remembered?: Readonly<Record<string, SheetField>> | null;
};

export type MappedColumn = {
  readonly index: number;
  /** As written; empty for a column without a header. */
  readonly header: string;
  /** What messages call it: the header, or the letter a spreadsheet gives the column. */
  readonly name: string;
  readonly field: SheetField;
  readonly reason: MappingReason;
  /** First different cells that hold something, shortened, to be looked at. */
  readonly sample: readonly string[];
};

/** How a table is read. A value: showing, changing and remembering it is the flow's. */
export type SheetMapping = {
  readonly dialect: DialectId | null;
  readonly fingerprint: string;
  /** Row number of the headers; null when there are none. */
  readonly headerRow: number | null;
  /** Rows above the headers, by number with their text, which are left out and told. */
  readonly above: readonly { readonly number: number; readonly text: string }[];
  readonly columns: readonly MappedColumn[];
  /** How days are read; null when no column holds days. */
  readonly dates: DateStyle | null;
  /** Chosen for rows that name neither platform nor account. */
  readonly target: SheetTarget | null;
};

export type MappingContext = {
  readonly names: PlatformNames;
  readonly today: WallDate;
  /** File name; it may hold the year. */
  readonly file: string;
};

/** The mapping proposed for a table, with what the user chose laid over it. */
export function proposeMapping(table: SheetTable, context: MappingContext, choice: MappingChoice = {}): SheetMapping {
  const { headerAt, above } = headOf(table, choice.headerRow ?? null);
  const header = headerAt === null ? [] : (table.rows[headerAt]?.cells ?? []);
  const content = table.rows.slice(headerAt === null ? 0 : headerAt + 1);
  const width = Math.max(header.length, ...content.slice(0, SEEN).map(({ cells }) => cells.length));
  const dialect = headerAt === null ? headless(content) : dialectOf(header);
  const samples = Array.from({ length: width }, (_, index) => sampleOf(content, index));
  const columns = Array.from({ length: width }, (_, index): MappedColumn => {
    const written = (header[index] ?? '').trim();
    const cells = samples[index] ?? [];
    return {
      index,
      header: written,
      name: written === '' ? columnName(index + 1) : written.slice(0, 80),
      ...fieldFor(index, written, cells, dialect, context, choice),
      sample: [...new Set(cells)].slice(0, 3).map((cell) => cell.slice(0, 80)),
    };
  });
  const settled = settle(columns, samples, choice);
  const around = [...above.map(({ cells }) => cells.join(' ')), table.name, context.file];
  return {
    dialect: dialect?.id ?? null,
    fingerprint: fingerprintOf(header),
    headerRow: headerAt === null ? null : (table.rows[headerAt]?.number ?? null),
    above: above
      .map(({ number, cells }) => ({ number, text: cells.filter((cell) => cell.trim() !== '').join(' ') }))
      .filter(({ text }) => text !== ''),
    columns: settled,
    dates: datesOf(settled, table, content, dialect, around, context, choice),
    target: choice.target ?? null,
  };
}

/** What is worth keeping of a mapping: field by folded header, so that the order of columns does not matter. */
export const rememberedFields = ({ columns }: SheetMapping): Readonly<Record<string, SheetField>> =>
  Object.fromEntries(
    columns.flatMap(({ header, field }) => (foldHeader(header) === '' ? [] : [[foldHeader(header), field] as const])),
  );

/** Rows looked at for what a column holds. */
const SEEN = 200;

function headOf(table: SheetTable, chosen: number | null) {
  if (chosen === null) return findHead(table.rows);
  const at = chosen === 0 ? -1 : table.rows.findIndex(({ number }) => number === chosen);
  return at < 0 ? { headerAt: null, above: [] } : { headerAt: at, above: table.rows.slice(0, at) };
}

const sampleOf = (content: SheetTable['rows'], index: number): readonly string[] => {
  const found: string[] = [];
  for (const { cells } of content.slice(0, SEEN)) {
    const cell = (cells[index] ?? '').trim();
    if (cell !== '') found.push(cell);
    if (found.length === 40) break;
  }
  return found;
};

/** Two or three columns of day, text and address without headers: the oldest scheduler's own form. */
function headless(content: SheetTable['rows']): Dialect | null {
  const [first] = content;
  if (first === undefined || first.cells.length < 2 || first.cells.length > 4) return null;
  const looked = content.slice(0, SEEN);
  const dated = looked.filter(({ cells }) => readDay(cells[0] ?? '') !== null).length;
  return dated * 10 >= looked.length * 8 ? (dialects.find(({ id }) => id === 'hootsuite') ?? null) : null;
}

type Told = { readonly field: SheetField; readonly reason: MappingReason };

function fieldFor(
  index: number,
  header: string,
  cells: readonly string[],
  dialect: Dialect | null,
  context: MappingContext,
  choice: MappingChoice,
): Told {
  const chosen = choice.fields?.[index];
  if (chosen !== undefined) return { field: chosen, reason: 'chosen' };
  const folded = foldHeader(header);
  const kept = choice.remembered;
  if (kept && folded !== '' && Object.hasOwn(kept, folded))
    return { field: kept[folded] as SheetField, reason: 'remembered' };
  const own = dialect?.columns;
  if (own !== undefined && Object.hasOwn(own, folded)) return { field: own[folded] as SheetField, reason: 'dialect' };
  const named = fieldOfHeader(header);
  // 序号 counts the rows of this sheet; in the next one the same number is another piece.
  if (named?.field === 'sourceKey' && cells.some((cell) => /^\d{1,6}$/.test(cell)))
    return { field: 'notes', reason: 'cells' };
  if (named !== null) return { field: named.field, reason: named.like ? 'header_like' : 'header' };
  const held = fieldOfCells(cells, context);
  return held === null ? { field: 'notes', reason: 'unknown' } : { field: held, reason: 'cells' };
}

/** What a column holds when its header does not say: only what cells can prove. */
function fieldOfCells(cells: readonly string[], { names }: MappingContext): SheetField | null {
  if (cells.length === 0) return null;
  const most = (is: (cell: string) => boolean) => cells.filter(is).length * 10 >= cells.length * 8;
  if (most((cell) => /^https?:\/\/\S+$/.test(cell) && !isPicture(cell))) return 'link';
  if (most((cell) => cell.split(/[;,\s]+/).every(isPicture))) return 'images';
  if (most((cell) => /\D/.test(cell) && readDay(cell) !== null)) return 'day';
  if (most((cell) => /\D/.test(cell) && readTime(cell) !== null)) return 'time';
  if (most((cell) => isPlatform(cell, names))) return 'platform';
  if (most((cell) => stateNamed(cell) !== null && plain(cell).length > 1)) return 'state';
  if (most((cell) => /^[#＃]/.test(cell))) return 'tags';
  return null;
}

const isPicture = (text: string): boolean => /\.(?:png|jpe?g|gif|webp|heic|mp4|mov)(?:\?\S*)?$/i.test(text);

/**
 * Where two columns claim what only one can be, the better claim stays: a time beside a day, a text beside a title. A
 * table without any title or text takes its longest unknown column for the text.
 */
function settle(
  columns: readonly MappedColumn[],
  samples: readonly (readonly string[])[],
  choice: MappingChoice,
): readonly MappedColumn[] {
  const length = (index: number) =>
    (samples[index] ?? []).reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, samples[index]?.length ?? 0);
  const change = (list: readonly MappedColumn[], index: number, field: SheetField, reason: MappingReason) =>
    list.map((column) => (column.index === index ? { ...column, field, reason } : column));
  let settled = columns;
  const free = ({ index, reason }: MappedColumn) => reason !== 'chosen' && choice.fields?.[index] === undefined;
  const of = (field: SheetField) => settled.filter((column) => column.field === field);
  // 日期 and 发布时间 side by side: the one that holds only times is the time.
  if (of('day').length > 1 && of('time').length === 0)
    for (const column of of('day').filter(free)) {
      const cells = samples[column.index] ?? [];
      if (cells.length > 0 && of('day').length > 1 && cells.every((cell) => readTime(cell) !== null))
        settled = change(settled, column.index, 'time', 'cells');
    }
  // 主题 and 标题 side by side: one is the title, a long one the text.
  for (const column of of('title').filter(free).slice(1)) {
    const isText = of('body').length === 0 && length(column.index) > 40;
    settled = change(settled, column.index, isText ? 'body' : 'notes', isText ? 'cells' : column.reason);
  }
  if (of('title').length === 0 && of('body').length === 0) {
    const unknown = settled.filter((column) => column.reason === 'unknown' && free(column));
    const longest = unknown.sort((one, two) => length(two.index) - length(one.index))[0];
    if (longest !== undefined && length(longest.index) > 0)
      settled = change(settled, longest.index, length(longest.index) > 40 ? 'body' : 'title', 'cells');
  }
  return settled;
}

function datesOf(
  columns: readonly MappedColumn[],
  table: SheetTable,
  content: SheetTable['rows'],
  dialect: Dialect | null,
  around: readonly string[],
  { today }: MappingContext,
  choice: MappingChoice,
): DateStyle | null {
  const days = columns.filter(({ field }) => field === 'day' || field === 'week');
  if (days.length === 0) return null;
  const cells = days.flatMap(({ index }) => content.map((row) => row.cells[index] ?? '').filter((cell) => cell !== ''));
  return dateStyleOf(cells, {
    order: choice.order,
    year: choice.year,
    dialectOrder: dialect?.order,
    around,
    chinese: days.some(({ header }) => /\p{Script=Han}/u.test(header)),
    today,
    from1904: table.from1904,
  });
}
