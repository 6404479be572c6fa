import { exporterWords } from '../words/exporters';
import { say } from '../words/say';
import { scheduleCell, scheduleColumns } from './columns';
import { platformName, sortEntries } from './entries';
import type { ExportOptions } from './options';
import type { ExportEntry, ExportFile, ExportModel } from './types';
import type { SheetContent } from './xlsx/sheet';
import { writeWorkbook } from './xlsx/workbook';

/** The schedule as a workbook: a sheet for each platform, or one for all; days, times and lengths as what they are. */
export const runXlsx = (model: ExportModel, options: ExportOptions['xlsx']): readonly ExportFile[] => [
  { path: 'schedule.xlsx', content: writeWorkbook(model.title, sheetsOf(model, options)) },
];

function sheetsOf(model: ExportModel, { sheets }: ExportOptions['xlsx']): readonly SheetContent[] {
  const entries = sortEntries(model.entries);
  const header = scheduleColumns.map((column) => say(exporterWords, model.lang, `column.${column}`));
  const sheet = (name: string, chosen: readonly ExportEntry[]): SheetContent => ({
    name,
    header,
    rows: chosen.map((entry) => scheduleColumns.map((column) => scheduleCell(column, entry, model))),
  });
  const all = say(exporterWords, model.lang, 'schedule.heading');
  if (sheets === 'one' || entries.length === 0) return [sheet(all, entries)];
  // In the order of the rule packs, as everywhere; one that is unknown here comes last.
  const known = model.packs.map(({ id }) => id);
  const rank = (id: string): number => (known.indexOf(id) + known.length + 1) % (known.length + 1);
  const platforms = [...new Set(entries.map(({ variant }) => variant.platform))].sort(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  return platforms.map((platform) => {
    const chosen = entries.filter(({ variant }) => variant.platform === platform);
    const [first] = chosen;
    return sheet(first === undefined ? platform : platformName(model, first), chosen);
  });
}
