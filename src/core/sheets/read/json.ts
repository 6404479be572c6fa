import type { Json } from '../../model/json';
import { readJson } from '../../plan/file/json';
import { decodeUtf8 } from '../../plan/file/utf8';
import type { SheetBudget } from '../budget';
import { sheetFault } from '../fault';
import { MAX_NOTES, type ReadNote, type SheetRow, type SheetTable } from '../table';
import { jsonFaultLine } from './jsonPlace';

/**
 * A JSON list of objects as a table: one row per object, one column per name in the order they first appear. Names
 * below names become `a.b`; a list of words becomes lines; anything deeper stays JSON in its cell and is noted.
 *
 * @param bytes strict UTF-8, as JSON is defined (RFC 8259), without a byte order mark.
 */
export function readJsonTable(bytes: Uint8Array, budget: SheetBudget): SheetTable {
  const read = readJson(bytes);
  if ('fault' in read) return sheetFault('json_broken', { place: placeOf(bytes, read.fault) });
  const { list, beside } = findList(read.value);
  const table = tableOf(list, budget);
  if (beside.length === 0) return table;
  const note: ReadNote = { code: 'outside_list', row: 0, value: beside.slice(0, 20).join(', ') };
  return { ...table, notes: [note, ...table.notes] };
}

/** One JSON object per line. */
export function readJsonLines(bytes: Uint8Array, budget: SheetBudget): SheetTable {
  const list: Json[] = [];
  let line = 1;
  for (let at = 0; at < bytes.length; line += 1) {
    const found = bytes.indexOf(LF, at);
    const end = found < 0 ? bytes.length : found;
    if (!isBlank(bytes, at, end)) {
      const read = readJson(bytes.subarray(at, end));
      if ('fault' in read) return sheetFault('json_broken', { place: `${line}` });
      list.push(read.value);
    }
    at = end + 1;
  }
  return tableOf(list, budget);
}

/** Whether the text is one JSON value per line rather than one value: a second one begins after the first line. */
export const looksLikeLines = (text: string): boolean => /^\s*\{[^\r\n]*\}\s*\r?\n\s*\{/.test(text.slice(0, LOOK));

const LF = 10;
const LOOK = 256 * 1024;

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((bytes[at] as number) > 32) return false;
  return true;
}

/** The line, where the bytes are text; depth and overlong strings are named by their byte. */
function placeOf(bytes: Uint8Array, fault: string): string {
  const offset = /^byte (\d+)$/.exec(fault)?.[1];
  if (offset === undefined) {
    const text = decodeUtf8(bytes);
    return text === null ? fault : `${jsonFaultLine(text)}`;
  }
  let line = 1;
  for (let at = 0; at < Math.min(Number(offset), bytes.length); at += 1) if (bytes[at] === LF) line += 1;
  return `${line}`;
}

type Members = Readonly<Record<string, Json>>;
const isObject = (value: Json): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** The list itself, or the longest one below an object; names that stand beside it are told, not lost unsaid. */
function findList(value: Json): { readonly list: readonly Json[]; readonly beside: readonly string[] } {
  if (isList(value)) return { list: value, beside: [] };
  let best: { list: readonly Json[]; beside: readonly string[] } | null = null;
  let level: Json[] = [value];
  for (let depth = 0; depth < 3 && best === null; depth += 1) {
    const below: Json[] = [];
    for (const owner of level) {
      if (!isObject(owner)) continue;
      for (const [name, member] of Object.entries(owner)) {
        below.push(member);
        if (isList(member) && member.some(isObject) && member.length > (best?.list.length ?? 0))
          best = { list: member, beside: Object.keys(owner).filter((other) => other !== name) };
      }
    }
    level = below;
  }
  return best ?? sheetFault('json_no_list');
}

function tableOf(list: readonly Json[], budget: SheetBudget): SheetTable {
  if (list.length > 0 && list.every(isList)) return tableOfLists(list, budget);
  const columns = new Map<string, number>();
  const header: string[] = [];
  const notes: ReadNote[] = [];
  const rows = list.map((item, index): SheetRow => {
    const cells: string[] = [];
    const put = (path: readonly string[], text: string) => {
      const key = JSON.stringify(path);
      let column = columns.get(key);
      if (column === undefined) {
        column = header.length;
        columns.set(key, column);
        header.push(path.join('.'));
      }
      budget.cell(text.length, index + 1);
      while (cells.length < column) cells.push('');
      cells[column] = text;
    };
    const spread = (path: readonly string[], value: Json) => {
      if (isObject(value) && path.length < MAX_PATH)
        for (const [name, member] of Object.entries(value)) spread([...path, name], member);
      else {
        const nested =
          isObject(value) || (isList(value) && value.some((one) => typeof one === 'object' && one !== null));
        if (nested && notes.length < MAX_NOTES)
          notes.push({ code: 'nested_as_json', row: index + 1, value: path.join('.') });
        put(path, textOf(value));
      }
    };
    spread([], item);
    budget.row(cells.length, index + 1);
    return { number: index + 1, cells };
  });
  return {
    name: '',
    hidden: false,
    rows: [{ number: 0, cells: header }, ...rows.filter(({ cells }) => cells.some((cell) => cell !== ''))],
    from1904: false,
    notes,
  };
}

const MAX_PATH = 3;

/** A list of lists is a table already; its first list is its first row. */
function tableOfLists(list: readonly Json[], budget: SheetBudget): SheetTable {
  const rows = list.map((row, index): SheetRow => {
    const cells = (isList(row) ? row : []).map(textOf);
    budget.row(cells.length, index + 1);
    for (const cell of cells) budget.cell(cell.length, index + 1);
    return { number: index + 1, cells };
  });
  return { name: '', hidden: false, rows, from1904: false, notes: [] };
}

function textOf(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  return isList(value) && value.every((one) => typeof one !== 'object' || one === null)
    ? value.map(textOf).join('\n')
    : JSON.stringify(value);
}
