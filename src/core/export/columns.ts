import type { WallDate, WallTime } from '../time/wall';
import { exporterWords } from '../words/exporters';
import { kindWords } from '../words/kinds';
import { say } from '../words/say';
import { formatName, platformName, sortEntries } from './entries';
import { findingLines } from './findingLines';
import type { ExportEntry, ExportModel } from './types';

/** What every table of the schedule says about a placement, in this order: CSV, workbook and JSON alike. */
export const scheduleColumns = [
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
  'campaign',
  'length',
  'findings',
] as const;
export type ScheduleColumn = (typeof scheduleColumns)[number];

/** One value with what it is, for forms whose cells have a type; null for none. */
export type Cell =
  | { readonly kind: 'day'; readonly value: WallDate }
  | { readonly kind: 'time'; readonly value: WallTime }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string };

export const scheduleCell = (column: ScheduleColumn, entry: ExportEntry, model: ExportModel): Cell | null =>
  cells[column](entry, model);

const text = (value: string): Cell | null => (value === '' ? null : { kind: 'text', value });

const cells: Readonly<Record<ScheduleColumn, (entry: ExportEntry, model: ExportModel) => Cell | null>> = {
  date: ({ placement }) => (placement.day === null ? null : { kind: 'day', value: placement.day }),
  time: ({ placement }) => (placement.time === null ? null : { kind: 'time', value: placement.time }),
  zone: ({ placement }) => text(placement.zone),
  platform: (entry, model) => text(`${platformName(model, entry)} · ${formatName(model, entry)}`),
  account: ({ account }) => text(account?.name ?? ''),
  persona: ({ persona }) => text(persona?.name ?? ''),
  kind: ({ piece }, { lang }) => text(say(kindWords, lang, `kind.${piece.kind}`)),
  title: ({ piece }) => text(piece.title),
  state: ({ piece }, { lang }) => text(say(kindWords, lang, `state.${piece.state}`)),
  outcome: ({ placement }, { lang }) => text(say(kindWords, lang, `outcome.${placement.outcome}`)),
  link: ({ placement, piece }) => text(placement.liveLink || piece.link),
  campaign: ({ campaign }) => text(campaign ?? ''),
  length: (entry) => {
    const value = lengthOf(entry);
    return value === null ? null : { kind: 'number', value };
  },
  findings: (entry, { lang }) => text(findingLines(entry, lang).join('\n')),
};

/** The table as people read it, the header first; at most so many placements of it. */
export function scheduleTable(model: ExportModel, limit = Number.POSITIVE_INFINITY): readonly (readonly string[])[] {
  const header = scheduleColumns.map((column) => say(exporterWords, model.lang, `column.${column}`));
  const rows = sortEntries(model.entries)
    .slice(0, limit)
    .map((entry) => scheduleColumns.map((column) => `${scheduleCell(column, entry, model)?.value ?? ''}`));
  return [header, ...rows];
}

/** How long the text is, as its platform counts; the posts of a thread together. Null for what was not written. */
export function lengthOf({ variant, blocked }: ExportEntry): number | null {
  if (blocked) return null;
  const counted = variant.counts.filter(({ field }) => field === 'body' || field.startsWith('part '));
  // A text with two limits is counted in two units; its first is the one people know.
  const alike = counted.filter(({ unit }) => unit === counted[0]?.unit);
  return alike.length === 0 ? null : alike.reduce((sum, { value }) => sum + value, 0);
}
