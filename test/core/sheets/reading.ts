import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportRow } from '../../../src/core/importing/model';
import { docText } from '../../../src/core/model/docText';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { readSheet } from '../../../src/core/sheets/readSheet';
import { type SheetChoice, type SheetReading, type SheetWorld, sheetRows } from '../../../src/core/sheets/sheetRows';
import type { WallDate } from '../../../src/core/time/wallDate';
import { decode, utf8 } from './decoding';

export const aWorld: SheetWorld = {
  packs: shippedPacks(),
  accounts: [],
  zone: 'Asia/Shanghai',
  today: '2026-11-22' as WallDate,
  lang: 'zh',
};

export function readBytes(
  bytes: Uint8Array,
  file: string,
  choices: Readonly<Record<string, SheetChoice>> = {},
  world: SheetWorld = aWorld,
): readonly SheetReading[] {
  const read = readSheet(bytes, file, { decode, ...saidOf(choices['']) });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return sheetRows(read.value, { file, path: file }, world, new Map(Object.entries(choices)));
}

const saidOf = ({ encoding = null, delimiter = null }: SheetChoice = {}) => ({ encoding, delimiter });

export const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(join('test', 'fixtures', 'sheets', name)));

/** The only sheet of a text. */
export function readText(
  text: string,
  choice: SheetChoice = {},
  file = 'a.csv',
  world: SheetWorld = aWorld,
): SheetReading {
  const [reading] = readBytes(utf8(text), file, { '': choice }, world);
  if (reading === undefined) throw new Error('no sheet');
  return reading;
}

/** `5 new 标题 | 2026-11-22 20:30 douyin:汀岸:douyin/video | code code`: what a row became, in one line. */
export function inOneLine(row: ImportRow): string {
  const placements = row.placements.map(({ day, time, platform, account, format, outcome }) =>
    [
      [day ?? '-', time].filter((part) => part !== null).join(' '),
      [platform, account, format].join(':').replace(/:+$/, ''),
      ...(outcome === undefined || outcome === 'planned' ? [] : [outcome]),
    ].join(' '),
  );
  const codes = row.messages.map(({ code }) => code);
  return [`${row.source.line} ${row.verdict} ${row.piece?.title ?? ''}`, placements.join(', '), codes.join(' ')].join(
    ' | ',
  );
}

/** Field by column name. */
export const fields = ({ mapping }: SheetReading): Readonly<Record<string, string>> =>
  Object.fromEntries(mapping.columns.map(({ name, field }) => [name, field]));

/** Everything a row says anywhere, as one text. */
export const everythingSaid = ({ piece, placements, messages }: ImportRow): string =>
  JSON.stringify([piece === null ? null : { ...piece, body: docText(piece.body) }, placements, messages]);
