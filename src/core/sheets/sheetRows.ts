import { told } from '../importing/draft';
import type { ImportRow, RowMessage } from '../importing/model';
import type { Lang } from '../model/vocabulary';
import type { PlatformPack } from '../platforms/pack';
import type { Encoding, TextRead } from '../text/encoding';
import type { WallDate } from '../time/wallDate';
import { type MappingChoice, proposeMapping, type SheetMapping } from './recognise/mapping';
import { readRows, type SheetPlace } from './recognise/readRows';
import type { Delimiter, SheetFile, SheetTable } from './table';
import { accountNames, type KnownAccount } from './values/accounts';
import { platformNames } from './values/platforms';

/** What recognition needs to know of the world it reads into. */
export type SheetWorld = {
  readonly packs: readonly PlatformPack[];
  /** Accounts of the workspace, so that names are told from lists of names; may be empty. */
  readonly accounts: readonly KnownAccount[];
  /** The plan's zone, into which moments with a zone of their own are turned. */
  readonly zone: string;
  readonly today: WallDate;
  /** The language in which notes name what stood in the sheet. */
  readonly lang: Lang;
};

export type SheetChoice = MappingChoice & {
  /** Whether this sheet is read at all; left out, sheets that look like plans are. */
  readonly take?: boolean;
  /** The user's word about the whole text file; null or left out leaves it to the bytes. */
  readonly encoding?: Encoding | null;
  readonly delimiter?: Delimiter | null;
};

/** How a text file was taken apart, and what of it the user said. */
export type SheetText = TextRead & { readonly delimiter: Delimiter; readonly delimiterChosen: boolean };

/** What can be said otherwise of a text file; null for the rest: JSON is always UTF-8 and has no delimiter. */
export const sheetText = (
  { encoding, guessed, delimiter }: SheetFile,
  said: Pick<SheetChoice, 'encoding' | 'delimiter'>,
): SheetText | null =>
  encoding === null || delimiter === null
    ? null
    : {
        encoding,
        guessed,
        chosen: (said.encoding ?? null) !== null,
        delimiter,
        delimiterChosen: (said.delimiter ?? null) !== null,
      };

export type SheetReading = {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly taken: boolean;
  readonly mapping: SheetMapping;
  /** Empty when the sheet is not taken. */
  readonly rows: readonly ImportRow[];
};

/**
 * The sheets of a file as candidates, each with the mapping by which it was read. `choices` by the name of the sheet
 * (empty for text files) hold what the user said, or what was remembered of a sheet with these headers.
 */
export function sheetRows(
  { tables, guessed, encoding }: SheetFile,
  place: SheetPlace,
  world: SheetWorld,
  choices: ReadonlyMap<string, SheetChoice> = new Map(),
): readonly SheetReading[] {
  const names = platformNames(world.packs);
  const context = { ...world, names, accounts: accountNames(world.accounts), file: place.file, from1904: false };
  const read = tables.map((table) => {
    const choice = choices.get(table.name) ?? {};
    return { table, choice, mapping: proposeMapping(table, context, choice) };
  });
  const planned = read.filter(({ table, mapping }) => !table.hidden && looksPlanned(mapping));
  const usual =
    planned.length > 0 ? planned : read.filter(({ table }) => !table.hidden && table.rows.length > 0).slice(0, 1);
  const isTaken = (one: (typeof read)[number]): boolean => one.choice.take ?? usual.includes(one);
  const readings = read.map((one): SheetReading => {
    const { table, mapping } = one;
    const taken = isTaken(one);
    const rows = taken ? readRows(table, mapping, context, place) : [];
    return { sheet: table.name, hidden: table.hidden, taken, mapping, rows };
  });
  const about: RowMessage[] = guessed ? [told('guessed_encoding', { encoding: encoding?.toUpperCase() ?? '?' })] : [];
  const left = readings
    .filter(({ taken }, at) => !taken && (tables[at] as SheetTable).rows.length > 0)
    .map(({ sheet }) => sheet);
  if (left.length > 0) about.push(told('sheets_left', { names: left.join('、') }));
  return withFirst(readings, about);
}

/** Two columns that are known, one of them a title or text: a list of contacts or a legend has none. */
const looksPlanned = ({ columns }: SheetMapping): boolean => {
  const known = columns.filter(({ reason, field }) => reason !== 'unknown' && reason !== 'cells' && field !== 'notes');
  return known.length >= 2 && known.some(({ field }) => field === 'title' || field === 'body');
};

/** What concerns the whole file stands with its first row. */
function withFirst(readings: readonly SheetReading[], about: readonly RowMessage[]): readonly SheetReading[] {
  const at = readings.findIndex(({ rows }) => rows.length > 0);
  if (at < 0 || about.length === 0) return readings;
  return readings.map((reading, index) => {
    const [first, ...rest] = reading.rows;
    return index !== at || first === undefined
      ? reading
      : { ...reading, rows: [{ ...first, messages: [...about, ...first.messages] }, ...rest] };
  });
}
