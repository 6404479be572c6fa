import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import readXlsx from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { type Schedule, scheduleJsonSchema } from '../../src/core/export/json/schema';
import { bridge, TODAY, value } from '../helpers/bridge';
import { converted, NO_OFFICE, office } from '../helpers/office';

/** One post as a table tells of it. */
type Told = readonly [day: string, time: string, account: string, title: string];
const sorted = (list: readonly Told[]): readonly string[] => list.map((told) => told.join(' | ')).sort();
const two = (value: number): string => String(value).padStart(2, '0');

it('the whole sample leaves in every form, and independent readers find the same posts in each', {
  timeout: 240_000,
}, async () => {
  const studio = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
  const out = mkdtempSync(join(tmpdir(), 'juzhen-forms-'));
  try {
    const kinds = ['csv', 'xlsx', 'ics', 'json', 'markdown'] as const;
    const choice = { kinds: [...kinds] };
    const { folder } = value(await studio.call('export.write', { choice, token: studio.choose(out) }));
    const file = (name: string): Buffer => readFileSync(join(folder, name));

    const schedule: Schedule = JSON.parse(file('schedule.json').toString('utf8'));
    const valid = new Ajv2020({ strict: true }).compile(scheduleJsonSchema());
    expect(valid(schedule), JSON.stringify(valid.errors)).toBe(true);
    const planned = schedule.placements.map(
      ({ day, time, account, piece }): Told => [day ?? '', time ?? '', account?.name ?? '', piece.title],
    );
    expect(planned.length).toBeGreaterThan(80);

    const rows: Readonly<Record<string, string>>[] = parse(file('schedule.csv'), { bom: true, columns: true });
    expect(sorted(rows.map((row) => [row.日期 ?? '', row.时间 ?? '', row.账号 ?? '', row.标题 ?? '']))).toEqual(
      sorted(planned),
    );

    const sheets = await readXlsx(file('schedule.xlsx'));
    const cells = sheets.flatMap(({ data }) =>
      data.slice(1).map((row): Told => {
        const [day, time, , , account, , , title] = row;
        const iso = (one: unknown): string => (one instanceof Date ? one.toISOString() : '');
        return [iso(day).slice(0, 10), iso(time).slice(11, 16), `${account ?? ''}`, `${title ?? ''}`];
      }),
    );
    expect(sorted(cells)).toEqual(sorted(planned));
    expect(sheets.map(({ sheet }) => sheet)).toHaveLength(
      new Set(schedule.placements.map(({ platform }) => platform.id)).size,
    );

    const text = file('schedule.ics').toString('utf8');
    const component = new ICAL.Component(ICAL.parse(text));
    const events = component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const titleOf = (summary: string): string => summary.split(' · ').slice(1).join(' · ');
    const told = events.map(({ startDate, location, summary }): Told => {
      const day = `${startDate.year}-${two(startDate.month)}-${two(startDate.day)}`;
      return [
        day,
        startDate.isDate ? '' : `${two(startDate.hour)}:${two(startDate.minute)}`,
        location ?? '',
        titleOf(summary),
      ];
    });
    expect(sorted(told)).toEqual(sorted(planned));
    const uids = Object.values(nodeIcal.sync.parseICS(text)).flatMap((one) =>
      one?.type === 'VEVENT' ? [one.uid] : [],
    );
    expect(uids.sort()).toEqual(schedule.placements.map(({ id }) => `${id}@placement.juzhen`).sort());

    const table = file('markdown/schedule.md')
      .toString('utf8')
      .split('\n')
      .filter((line) => line.startsWith('| 20'));
    expect(table).toHaveLength(planned.length);

    if (office === null) console.log(NO_OFFICE);
    else {
      const files = converted(
        'schedule.xlsx',
        file('schedule.xlsx'),
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1',
      );
      const read = [...files.values()].flatMap(
        (bytes) => parse(bytes, { columns: true }) as Readonly<Record<string, string>>[],
      );
      expect(sorted(read.map((row) => [row.日期 ?? '', row.时间 ?? '', row.账号 ?? '', row.标题 ?? '']))).toEqual(
        sorted(planned),
      );
    }
  } finally {
    studio.close();
    rmSync(out, { recursive: true, force: true });
  }
});
