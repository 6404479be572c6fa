import { exporterWords } from '../words/exporters';
import { kindWords } from '../words/kinds';
import { say } from '../words/say';
import { formatName, platformName, sortEntries } from './entries';
import { findingLines } from './findingLines';
import type { ExportOptions } from './options';
import type { ExportEntry, ExportFile, ExportModel } from './types';

type CsvOptions = ExportOptions['csv'];

/** The schedule as RFC 4180 CSV, one row per placement. */
export function scheduleCsv(model: ExportModel, { bom = true, delimiter = ',' }: Partial<CsvOptions> = {}): string {
  const header = columns.map((column) => say(exporterWords, model.lang, `column.${column}`));
  const rows = sortEntries(model.entries).map((entry) => columns.map((column) => cells[column](entry, model)));
  return (bom ? BOM : '') + printCsv([header, ...rows], delimiter);
}

/** Rows of text as CSV that no spreadsheet takes for formulas; `readSheet` reads it back cell by cell. */
export const printCsv = (rows: readonly (readonly string[])[], delimiter: ',' | ';' | '\t' | '|' = ','): string =>
  rows.map((row) => `${row.map((text) => cell(text, delimiter, row.length === 1)).join(delimiter)}\r\n`).join('');

export const runCsv = (model: ExportModel, options?: CsvOptions): readonly ExportFile[] => [
  { path: 'schedule.csv', content: scheduleCsv(model, options) },
];

const columns = [
  'date',
  'time',
  'zone',
  'platform',
  'account',
  'persona',
  'kind',
  'title',
  'state',
  'outcome',
  'link',
  'findings',
] as const;
export type CsvColumn = (typeof columns)[number];

const cells: Record<CsvColumn, (entry: ExportEntry, model: ExportModel) => string> = {
  date: ({ placement }) => placement.day ?? '',
  time: ({ placement }) => placement.time ?? '',
  zone: ({ placement }) => placement.zone,
  platform: (entry, model) => `${platformName(model, entry)} · ${formatName(model, entry)}`,
  account: ({ account }) => account?.name ?? '',
  persona: ({ persona }) => persona?.name ?? '',
  kind: ({ piece }, { lang }) => say(kindWords, lang, `kind.${piece.kind}`),
  title: ({ piece }) => piece.title,
  state: ({ piece }, { lang }) => say(kindWords, lang, `state.${piece.state}`),
  outcome: ({ placement }, { lang }) => say(kindWords, lang, `outcome.${placement.outcome}`),
  link: ({ placement, piece }) => placement.liveLink || piece.link,
  findings: (entry, { lang }) => findingLines(entry, lang).join('\n'),
};

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
export const guardCell = (text: string): string => (RISKY.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** The text before `guardCell`: what an import of our own file reads. */
export const unguardCell = (text: string): string =>
  text.startsWith("'") && RISKY.test(text.slice(1)) && !NUMBER.test(text.slice(1)) ? text.slice(1) : text;

/** Text that already begins with apostrophes before such a sign gets one more, so that nothing is lost on the way back. */
const RISKY = /^(?:'+)?(?:[\t\r\n\0]|\s*[=+\-@＝＋－＠﹢﹣﹦﹫])/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
