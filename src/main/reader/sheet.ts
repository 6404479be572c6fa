import type { ReadDocument } from '../../core/importing/draft';
import { type Looked, pathsToLookFor, withPictures } from '../../core/importing/images';
import type { ImportRow } from '../../core/importing/model';
import { Refusal } from '../../core/result';
import { readSheet } from '../../core/sheets/readSheet';
import { type SheetChoice, type SheetReading, type SheetText, sheetRows, sheetText } from '../../core/sheets/sheetRows';
import type { FileRef, ReadTask, SheetSeen } from '../store/importing/protocol';
import { decode } from './decode';
import type { Pictures } from './pictures';

/** A table's rows, and how each of its sheets was understood. */
export type SheetRead = { readonly rows: readonly ImportRow[]; readonly sheets: readonly SheetSeen[] };

export async function readSheets(
  file: FileRef,
  name: string,
  bytes: Uint8Array,
  { world, choices, remembered }: Pick<ReadTask, 'world' | 'choices' | 'remembered'>,
  pictures: Pictures,
): Promise<SheetRead> {
  const chosen = new Map<string, SheetChoice>(
    choices.filter(({ path }) => path === file.shown).map(({ sheet, choice }) => [sheet, choice]),
  );
  const { encoding = null, delimiter = null } = chosen.get('') ?? {};
  const read = readSheet(bytes, name, { decode, encoding, delimiter });
  if (!read.ok) throw new Refusal(read.error);
  const place = { file: name, path: file.shown };
  const text = sheetText(read.value, { encoding, delimiter });
  const proposed = sheetRows(read.value, place, world, chosen);
  // What was kept for these headers is known only once the headers are.
  const kept = new Map(chosen);
  for (const { sheet, mapping } of proposed) {
    const fields = Object.hasOwn(remembered, mapping.fingerprint) ? remembered[mapping.fingerprint] : undefined;
    if (fields !== undefined) kept.set(sheet, { ...chosen.get(sheet), remembered: fields });
  }
  const readings =
    kept.size === chosen.size && [...kept].every(([sheet, choice]) => chosen.get(sheet) === choice)
      ? proposed
      : sheetRows(read.value, place, world, kept);
  const rows: ImportRow[] = [];
  for (const row of readings.flatMap((reading) => reading.rows)) rows.push(await withFound(row, file, pictures));
  return { rows, sheets: readings.map((reading) => seen(reading, file, text)) };
}

const seen = (
  { sheet, hidden, taken, mapping }: SheetReading,
  { shown }: FileRef,
  text: SheetText | null,
): SheetSeen => ({ path: shown, sheet, hidden, taken, mapping, text });

/** Pictures that a cell names by path lie beside the sheet. */
async function withFound(row: ImportRow, file: FileRef, pictures: Pictures): Promise<ImportRow> {
  if (row.verdict === 'refused' || row.piece.images.length === 0) return row;
  const read: ReadDocument = { piece: row.piece, messages: row.messages, inlined: new Map() };
  const found = new Map<string, Looked>();
  for (const path of pathsToLookFor(read)) found.set(path, await pictures.beside(file, path));
  return { ...row, ...withPictures(read, found) };
}
