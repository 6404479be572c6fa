import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { scheduleCell, scheduleColumns } from '../../../src/core/export/columns';
import { sortEntries } from '../../../src/core/export/entries';
import { usualOptions } from '../../../src/core/export/options';
import type { ExportModel } from '../../../src/core/export/types';
import { runXlsx } from '../../../src/core/export/xlsx';
import type { SheetContent } from '../../../src/core/export/xlsx/sheet';
import { writeWorkbook } from '../../../src/core/export/xlsx/workbook';
import { readSheet } from '../../../src/core/sheets/readSheet';
import { wallDate } from '../../../src/core/time/wall';
import { converted, NO_OFFICE, office } from '../../helpers/office';
import { decode } from '../sheets/decoding';
import { readCsv } from './readCsv';
import { a, aModel, anEntry, smallPlan } from './smallPlan';

const bytesOf = (model: ExportModel, sheets: 'platform' | 'one' = 'platform'): Uint8Array =>
  runXlsx(model, { ...usualOptions.xlsx, sheets })[0]?.content as Uint8Array;

/** What a person sees in the cells of the plan's rows of one platform. */
const rowsOf = (model: ExportModel, platform: string): readonly (readonly string[])[] =>
  sortEntries(model.entries)
    .filter(({ variant }) => variant.platform === platform)
    .map((entry) => scheduleColumns.map((column) => `${scheduleCell(column, entry, model)?.value ?? ''}`));

const iso = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));
const day = (value: unknown): string => iso(value).slice(0, 10);
const clock = (value: unknown): string => iso(value).slice(11, 16);

/** The tables of a workbook by our own reader of strangers' files, without their headers. */
function tables(bytes: Uint8Array): ReadonlyMap<string, readonly (readonly string[])[]> {
  const read = readSheet(bytes, 'schedule.xlsx', { decode });
  if (!read.ok) throw new Error(read.error.code);
  return new Map(
    read.value.tables.map(({ name, rows }) => [
      name,
      rows.map(({ cells }) => scheduleColumns.map((_, at) => cells[at] ?? '')),
    ]),
  );
}

describe('the schedule as a workbook', () => {
  it('has a sheet for each platform in the order of the rule packs, and our own reader finds every row again', () => {
    const read = tables(bytesOf(smallPlan));
    expect([...read.keys()]).toEqual(['小鸟', '书信']);
    expect(read.get('小鸟')?.slice(1)).toEqual(rowsOf(smallPlan, 'bird'));
    expect(read.get('书信')?.slice(1)).toEqual(rowsOf(smallPlan, 'letter'));
  });

  it('is read by an independent reader with days and times as what they are, numbers as numbers, and nothing that runs', async () => {
    const sheets = await readXlsx(Buffer.from(bytesOf(smallPlan)));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['小鸟', '书信']);
    const [bird, letter] = sheets.map(({ data }) => data);
    const at = (name: (typeof scheduleColumns)[number]): number => scheduleColumns.indexOf(name);
    expect(bird?.[0]?.slice(0, 4)).toEqual(['日期', '时间', '时区', '平台']);
    expect(bird?.slice(1).map((row) => day(row[at('date')]))).toEqual(['2026-10-11', '2026-10-13']);
    expect(clock(bird?.[1]?.[at('time')])).toBe('20:00');
    expect(bird?.[1]?.[at('length')]).toBe(31);
    expect(letter?.slice(1).map((row) => row[at('title')])).toEqual(['=SUM(灯)', '夜里十一点的桥']);
  });

  it('may be one sheet, and has its header where nothing is planned', () => {
    expect([...tables(bytesOf(smallPlan, 'one')).values()].map((rows) => rows.length)).toEqual([5]);
    expect([...tables(bytesOf(aModel())).keys()]).toEqual(['排期']);
  });

  it('gives the same bytes for the same plan', () => {
    const turned = { ...smallPlan, entries: [...smallPlan.entries].reverse() };
    expect(Buffer.from(bytesOf(turned)).equals(bytesOf(smallPlan))).toBe(true);
  });

  it('I13: gives back whatever was written, signs no XML can hold included', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '=1+1',
        '-5',
        '_x0041_',
        '_x005F_x0041_',
        '\u0001\u0008\u001f',
        'a\r\nb\rc',
        ' 前后 ',
        '<&">',
        '￾',
        '\t',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 10, maxLength: 20 }), (texts) => {
        const entries = texts.map(([title, name], at) =>
          anEntry({
            placement: { ...anEntry().placement, id: `pl${String(at).padStart(3, '0')}` },
            piece: { ...anEntry().piece, title: title.toWellFormed() },
            account: a('account', { id: 'a1', name: name.toWellFormed() }),
          }),
        );
        const rows =
          tables(bytesOf(aModel({ entries })))
            .get('小鸟')
            ?.slice(1) ?? [];
        const read = rows.map((row) => [
          row[scheduleColumns.indexOf('title')],
          row[scheduleColumns.indexOf('account')],
        ]);
        const meant = sortEntries(entries).map(({ piece, account }) => [piece.title, account?.name]);
        expect(read).toEqual(meant);
      }),
      { numRuns: 10 },
    );
  });

  it('gives every sheet a name a workbook allows', () => {
    const names = ['', 'History', "'a'", 'a/b\\c[d]*?:', '很长'.repeat(30), '很长'.repeat(30), 'A', 'a', '\u0001'];
    const sheets = names.map((name): SheetContent => ({ name, header: ['x'], rows: [[{ kind: 'number', value: 1 }]] }));
    const read = readSheet(writeWorkbook('t', sheets), 'n.xlsx', { decode });
    const given = read.ok ? read.value.tables.map(({ name }) => name) : [];
    expect(given).toHaveLength(names.length);
    expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of given) expect(name).toMatch(/^(?!')(?!history$)[^[\]:*?/\\]{1,31}(?<!')$/i);
  });

  it('keeps a day no workbook can count as its text', () => {
    const sheet: SheetContent = { name: 'a', header: ['d'], rows: [[{ kind: 'day', value: wallDate('1899-12-31') }]] };
    const read = readSheet(writeWorkbook('t', [sheet]), 'n.xlsx', { decode });
    expect(read.ok ? read.value.tables[0]?.rows[1]?.cells : null).toEqual(['1899-12-31']);
  });

  it('opens clean in LibreOffice, which writes back every cell of every sheet', { timeout: 180_000 }, (context) => {
    if (office === null) {
      console.log(NO_OFFICE);
      context.skip();
      return;
    }
    // 44 , 34 " UTF-8, cells as shown, all sheets, each a file of its own.
    const files = converted(
      'schedule.xlsx',
      bytesOf(smallPlan),
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1',
    );
    const sheet = (name: string) =>
      readCsv(
        files
          .get(`schedule-${name}.csv`)
          ?.toString('utf8')
          .replaceAll(/\r?\n(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '\r\n') ?? '',
      ).slice(1);
    expect([...files.keys()].sort()).toEqual(['schedule-书信.csv', 'schedule-小鸟.csv']);
    expect(sheet('小鸟')).toEqual(rowsOf(smallPlan, 'bird'));
    expect(sheet('书信')).toEqual(rowsOf(smallPlan, 'letter'));
  });

  it('is a zip of well-formed XML by another language’s readers', (context) => {
    if (spawnSync('python3', ['-c', '']).status !== 0) {
      console.log('not run: python3 is not installed');
      context.skip();
      return;
    }
    const script = [
      'import sys, io, zipfile, xml.dom.minidom',
      'z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))',
      'assert z.testzip() is None',
      'for n in z.namelist(): xml.dom.minidom.parseString(z.read(n)); print(n)',
    ].join('\n');
    const ran = spawnSync('python3', ['-c', script], { input: bytesOf(smallPlan), encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(ran.stdout.trim().split('\n')[0]).toBe('[Content_Types].xml');
  });
});
