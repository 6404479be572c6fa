import type { SheetRow } from '../table';
import { readDay } from '../values/dates';
import { fieldOfHeader, foldHeader } from './headers';

/** Where a table begins: titles and notes stand above the headers, and some tables have none. */
export type Head = {
  /** Index into the table's rows; null when the first row is already content. */
  readonly headerAt: number | null;
  /** Rows above, to be told: their words count for the year. */
  readonly above: readonly SheetRow[];
};

/** Rows looked at for headers; banners are shorter. */
const LOOK = 30;

/**
 * The header is the row that names most fields we know, at least two (one in a table of one or two columns). Where no
 * row does, a first row of short different words above longer content still is one.
 */
export function findHead(rows: readonly SheetRow[]): Head {
  const looked = rows.slice(0, LOOK);
  let best = { at: -1, score: 0 };
  for (const [at, row] of looked.entries()) {
    const score = headerScore(row);
    if (score > best.score) best = { at, score };
  }
  const width = Math.max(0, ...looked.map(({ cells }) => cells.length));
  if (best.score >= (width <= 2 ? 1 : 2)) return headAt(rows, best.at);
  const first = looked.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length * 2 > width);
  return first >= 0 && looksLikeHeader(looked, first) ? headAt(rows, first) : { headerAt: null, above: [] };
}

const headAt = (rows: readonly SheetRow[], at: number): Head => ({ headerAt: at, above: rows.slice(0, at) });

/** How many different fields a row names. Content may name one by chance (a cell 标题), never most of a row. */
function headerScore({ cells }: SheetRow): number {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const fields = new Set<string>();
  for (const cell of filled) {
    if (cell.length > 60) continue;
    const named = fieldOfHeader(cell);
    if (named !== null && (!named.like || cell.length <= 24)) fields.add(named.field);
  }
  return fields.size * 2 >= Math.min(filled.length, 6) ? fields.size : 0;
}

/** Short, different, none a date, a number or an address, and something else below. */
function looksLikeHeader(rows: readonly SheetRow[], at: number): boolean {
  const cells = (rows[at]?.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');
  const below = rows.slice(at + 1);
  if (cells.length < 2 || below.length === 0 || new Set(cells.map(foldHeader)).size < cells.length) return false;
  const isName = (cell: string) =>
    cell.length <= 24 && /\p{L}/u.test(cell) && !/[\n。！？!?]|:\/\//.test(cell) && readDay(cell) === null;
  if (!cells.every(isName)) return false;
  return below.some((row) => row.cells.some((cell) => cell.trim() !== '' && !isName(cell.trim())));
}

/** Whether a row below says the headers again, as printed sheets do on every page. */
export const repeatsHeader = (row: SheetRow, header: readonly string[]): boolean => {
  const filled = header.filter((cell) => cell.trim() !== '');
  return (
    filled.length > 1 &&
    row.cells.length <= header.length &&
    header.every((cell, at) => foldHeader(cell) === foldHeader(row.cells[at] ?? ''))
  );
};
