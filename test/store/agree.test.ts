import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unguardCell } from '../../src/core/export/csv';
import { pieceStates } from '../../src/core/model/records';
import { createOp, type Op } from '../../src/core/plan/ops';
import { addDays, type WallTime } from '../../src/core/time/wall';
import { eventsOf, property, readCalendar, textOf } from '../core/export/readCalendar';
import { readCsv } from '../core/export/readCsv';
import { bridge, TODAY, value } from '../helpers/bridge';

/** Numbers that look like chance, the same every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const PIECES = 40;
const PLACEMENTS = 160;
const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];

it('F29: one plan is the same on the board, in the month, in the calendar file and in the table, and after a day drag again', async () => {
  const studio = await bridge();
  try {
    const next = numbers(20_261_123);
    const account = createOp('account', 'account-f29', { platform: 'weibo', name: '汀岸', lang: 'zh' });
    const pieces = Array.from({ length: PIECES }, (_, index) => {
      const state = pieceStates[next(4)] ?? 'idea';
      return { id: `p-f29-${index}`, title: `第 ${index} 篇`, state };
    });
    const made = Array.from({ length: PLACEMENTS }, (_, index) => ({
      id: `l-f29-${index}`,
      pieceId: pieces[next(PIECES - 4)]?.id ?? '',
      accountId: 'account-f29',
      format: 'weibo/post',
      day: next(12) === 0 ? null : addDays(TODAY, next(60) - 20),
      time:
        next(6) === 0
          ? null
          : (`${String(next(24)).padStart(2, '0')}:${String(next(60)).padStart(2, '0')}` as WallTime),
      zone: zones[next(zones.length)] ?? 'UTC',
    }));
    const ops: readonly Op[] = [
      account,
      ...pieces.map(({ id, ...draft }) => createOp('piece', id, { ...draft, kind: 'scene', lang: 'zh' })),
      ...made.map(({ id, ...draft }) => createOp('placement', id, draft)),
    ];
    value(await studio.call('change.make', { label: { code: 'sample' }, ops: [...ops] }));

    const agree = async (): Promise<number> => {
      const whole = { from: addDays(TODAY, -60), to: addDays(TODAY, 120) };
      const cards = value(await studio.call('placement.range', whole));
      const said = (title: string, day: string, time: string | null, zone: string) =>
        `${title} ${day} ${time === null ? 'all day' : `${time} ${zone}`}`;
      const wanted = cards.map(({ title, day, time, zone }) => said(title, day ?? '', time, zone)).sort();

      // The board: every piece in the column of its state, with its next day and how often it is planned.
      const columns = await Promise.all(
        pieceStates.map(async (state) => {
          const list = value(await studio.call('piece.list', { filter: { states: [state] }, limit: 200, offset: 0 }));
          return list.items.map((card) => [state, card] as const);
        }),
      );
      const slips = columns.flat();
      expect(slips.map(([, { id }]) => id).sort()).toEqual(pieces.map(({ id }) => id).sort());
      for (const [column, slip] of slips) {
        expect(pieces.find(({ id }) => id === slip.id)?.state).toBe(column);
        const days = cards.flatMap(({ pieceId, day }) => (pieceId === slip.id && day !== null ? [day] : [])).sort();
        expect(slip.nextDay).toBe(days.find((day) => day >= TODAY) ?? days.at(-1) ?? null);
        expect(slip.placements).toBe(made.filter(({ pieceId }) => pieceId === slip.id).length);
      }

      const written = async (kind: 'ics' | 'csv') => {
        const choice = { kinds: [kind] };
        const { folder } = value(await studio.call('export.write', { choice, token: studio.choose(studio.folder) }));
        return readFileSync(join(folder, `schedule.${kind}`), 'utf8');
      };
      const events = eventsOf(readCalendar(await written('ics'))).map((event) => {
        const { value: start, params } = property(event, 'DTSTART');
        const [, y, m, d, hour, minute] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)00)?$/.exec(start) ?? [];
        const title = textOf(property(event, 'SUMMARY').value).split(' · ').at(-1) ?? '';
        return said(
          title,
          `${y}-${m}-${d}`,
          hour === undefined ? null : `${hour}:${minute}`,
          params.slice(';TZID='.length),
        );
      });
      expect(events.sort()).toEqual(wanted);
      const [head = [], ...table] = readCsv((await written('csv')).replace(/^\ufeff/, ''));
      const rows = table.map((row) => {
        const cell = (name: string) => unguardCell(row[head.indexOf(name)] ?? '');
        return said(cell('标题'), cell('日期'), cell('时间') || null, cell('时区'));
      });
      // What waits for a day is in no calendar, and stands behind the days in a table, each once.
      const waiting = rows.splice(cards.length);
      expect(rows.sort()).toEqual(wanted);
      const dayless = made.filter(({ day }) => day === null);
      const titles = new Map(pieces.map(({ id, title }) => [id, title]));
      expect(waiting.sort()).toEqual(
        dayless.map(({ pieceId, time, zone }) => said(titles.get(pieceId) ?? '', '', time, zone)).sort(),
      );
      return wanted.length;
    };

    const before = await agree();
    expect(before).toBeGreaterThan(120);
    const dragged = made.filter(({ day }) => day !== null && day > TODAY).slice(0, 30);
    value(
      await studio.call('placement.move', {
        moves: dragged.map(({ id, day }) => ({ id, day: addDays(day ?? TODAY, 3) })),
      }),
    );
    expect(await agree()).toBe(before);
  } finally {
    studio.close();
  }
});
