import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleCsv, unguardCell } from '../../../src/core/export/csv';
import { calendar } from '../../../src/core/export/ics';
import { agendaOf } from '../../../src/core/schedule/agenda';
import { cellsOf } from '../../../src/core/schedule/cells';
import { daysOf, periodOf, weeksAround, zooms } from '../../../src/core/schedule/days';
import { judgeDrop } from '../../../src/core/schedule/move';
import { accountsById } from '../../../src/core/schedule/planned';
import { fromInstant, instantOf, isShown } from '../../../src/core/time/instant';
import { addDays, daysBetween, type WallTime, wallDate, weekday } from '../../../src/core/time/wall';
import { eventsOf, instantOf as instantIn, property, readCalendar, textOf } from '../export/readCalendar';
import { readCsv } from '../export/readCsv';
import { aModel, anEntry } from '../export/smallPlan';
import { anAccount, aPlacement } from './plan';

/** The views of a plan agree whatever the zone, the season and the first day of the week. */

const zones = [
  'Asia/Shanghai',
  'UTC',
  'America/New_York',
  'America/St_Johns',
  'Europe/Paris',
  'Europe/London',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Pacific/Chatham',
] as const;
const FIRST = wallDate('2026-01-01');
const pad = (value: number) => String(value).padStart(2, '0');
const times = fc
  .integer({ min: 0, max: 1_439 })
  .map((minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}` as WallTime);
const plans = fc.array(
  fc.record({ offset: fc.integer({ min: 0, max: 400 }), time: fc.option(times, { nil: null }), row: fc.nat(2) }),
  { maxLength: 40 },
);
const rows = ['weibo', 'weibo-2', 'douyin'] as const;
const accounts = accountsById(rows.map((id) => anAccount({ id, platform: id.slice(0, 5) })));
const cardsOf = (plan: readonly { offset: number; time: WallTime | null; row: number }[]) =>
  plan.map(({ offset, time, row }, index) =>
    aPlacement({ id: `p${index}`, day: addDays(FIRST, offset), time, accountId: rows[row] ?? 'weibo' }),
  );

/** Days on which clocks are moved somewhere, and any others; hours in which they are, and any others. */
const changes = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'].map((day) =>
  daysBetween(FIRST, wallDate(day)),
);
const usual = anEntry();
const zonedPlans = fc.uniqueArray(
  fc.record({
    offset: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constantFrom(...changes)),
    time: fc.oneof(
      fc.option(times, { nil: null }),
      fc.constantFrom('01:30', '02:15', '02:45', '03:30') as typeof times,
    ),
    row: fc.nat(2),
    zone: fc.constantFrom(...zones),
    title: fc.oneof(
      fc
        .string({ unit: 'grapheme', maxLength: 12 })
        .map((text) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '').trim()),
      fc.constantFrom('逗号，分号；', 'a,b;c\\d', '"引号"', '=1+1', '夜'.repeat(60)),
    ),
  }),
  { maxLength: 8, selector: ({ title }) => title },
);

/**
 * The instant of a wall time by the runtime's own table: of the offsets in force the day before and the day after, the first
 * under which the clocks of the zone show it. Null for one they leave out. Shares nothing with the studio's reckoning.
 */
const clocks = new Map<string, Intl.DateTimeFormat>(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
);
const shownAt = (zone: string, instant: number): number =>
  Date.parse(`${clocks.get(zone)?.format(instant).replace(' ', 'T')}:00Z`);
const offsets = new Map<string, readonly number[]>();
function at(day: string, time: string, zone: string): number | null {
  const key = `${day} ${zone}`;
  const noon = Date.parse(`${day}T12:00:00Z`);
  const around =
    offsets.get(key) ?? [noon - 30 * 3_600_000, noon + 30 * 3_600_000].map((one) => shownAt(zone, one) - one);
  offsets.set(key, around);
  const wall = Date.parse(`${day}T${time}:00Z`);
  const found = around.map((offset) => wall - offset).filter((instant) => shownAt(zone, instant) === wall);
  return found.length === 0 ? null : Math.min(...found);
}

describe('the views of a plan', () => {
  it('show the same placements at the same wall times, at every zoom and from every first day of the week', () => {
    fc.assert(
      fc.property(
        plans,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(...zooms),
        fc.constantFrom(1, 2, 6, 7),
        (plan, anchor, zoom, weekStart) => {
          const cards = cardsOf(plan);
          const period = periodOf(zoom, addDays(FIRST, anchor), weekStart);
          const days = daysOf(period);
          const around = weeksAround(zoom, addDays(FIRST, anchor), weekStart);
          expect(around.from <= period.from && period.to <= around.to).toBe(true);
          expect(weekday(around.from)).toBe(weekStart);
          const cells = cellsOf(cards);
          const inMatrix = days.flatMap((day) => rows.flatMap((row) => cells.get(`${row} ${day}`) ?? []));
          const inList = agendaOf(cards).filter(({ day }) => day >= period.from && day <= period.to);
          const said = (list: readonly { id: string; day: unknown; time: unknown }[]) =>
            list.map(({ id, day, time }) => `${id} ${day} ${time}`).sort();
          expect(said(inMatrix)).toEqual(said(inList));
          // Within a cell time never goes back.
          for (const cell of cells.values())
            for (let at = 1; at < cell.length; at += 1)
              expect((cell[at - 1]?.time ?? '99:99') <= (cell[at]?.time ?? '99:99')).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('F29: show in matrix, list, calendar file and table the same pieces at the same instants, whatever the zones and the season', () => {
    const seen = { plans: 0, placements: 0, shifted: 0 };
    fc.assert(
      fc.property(zonedPlans, (plan) => {
        const entries = plan.map(({ offset, time, row, zone, title }, index) => {
          const account = accounts.get(rows[row] ?? 'weibo') ?? null;
          const at = { id: `p${index}`, day: addDays(FIRST, offset), time, zone, accountId: account?.id ?? null };
          const piece = { ...usual.piece, id: `s${index}`, title };
          return { ...usual, placement: { ...usual.placement, ...at, pieceId: piece.id }, piece, account };
        });
        const model = aModel({ entries });
        const cards = entries.map(({ placement, piece }) => ({
          ...aPlacement({ ...placement, pieceId: piece.id, title: piece.title }),
          zone: placement.zone,
        }));
        // A placement is named by its title and where it stands; a title says which piece, as in the table.
        const named = (title: string, day: string, time: string | null, zone: string) =>
          time === null ? `${title} ${day} all day` : `${title} ${day} ${time} ${zone} ${at(day, time, zone)}`;
        const wanted = plan
          .map(({ title, offset, time, zone }) => named(title, addDays(FIRST, offset), time, zone))
          .sort();
        const told = (list: typeof cards) =>
          list.map(({ title, day, time, zone }) => named(title, day ?? '', time, zone)).sort();
        expect(told([...cellsOf(cards).values()].flat())).toEqual(wanted);
        expect(told([...agendaOf(cards)] as typeof cards)).toEqual(wanted);

        const root = readCalendar(calendar(model));
        const inFile = eventsOf(root).map((event) => {
          const start = property(event, 'DTSTART');
          const [, y, m, d, hour, minute] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)00)?$/.exec(start.value) ?? [];
          const title = textOf(property(event, 'SUMMARY').value).split(' · ').slice(1).join(' · ');
          if (hour === undefined) return `${title} ${y}-${m}-${d} all day`;
          const zone = start.params.slice(';TZID='.length);
          const wall = { day: wallDate(`${y}-${m}-${d}`), time: `${hour}:${minute}` as WallTime };
          // By the file's own table of offsets, which a reader has nothing else than.
          const instant = at(wall.day, wall.time, zone);
          if (instant === null) seen.shifted += 1;
          else expect(instantIn(root, start)).toBe(instant);
          return named(title, wall.day, wall.time, zone);
        });
        expect(inFile.sort()).toEqual(wanted);

        const [head = [], ...table] = readCsv(scheduleCsv(model, { bom: false }));
        const column = (name: string) => head.indexOf(name);
        const inTable = table.map((row) => {
          const cell = (name: string) => unguardCell(row[column(name)] ?? '');
          return named(cell('标题'), cell('日期'), cell('时间') === '' ? null : cell('时间'), cell('时区'));
        });
        expect(inTable.sort()).toEqual(wanted);
        seen.plans += 1;
        seen.placements += plan.length;
      }),
      { numRuns: 2_000 },
    );
    expect(seen.plans).toBe(2_000);
    expect(seen.placements).toBeGreaterThan(5_000);
    // Some of them stand in the hour that clocks leave out.
    expect(seen.shifted).toBeGreaterThan(0);
  });

  it('mean the same instant in every zone, and a day drag keeps the wall time through changes of clocks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        times,
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 30 }),
        (offset, time, zone, distance) => {
          const moment = { day: addDays(FIRST, offset), time };
          if (isShown(moment, zone)) expect(fromInstant(instantOf(moment, zone), zone)).toEqual(moment);
          const card = aPlacement({ id: 'a', ...moment });
          const target = { accountId: 'weibo', day: addDays(moment.day, distance) };
          const verdict = judgeDrop([card], card, target, accounts, FIRST, false);
          // The move names the day and nothing else: the clock time is not touched.
          const move = { kind: 'move', moves: [{ id: 'a', day: target.day }], rowsKept: false };
          expect(verdict).toEqual(distance === 0 ? { kind: 'nothing' } : move);
        },
      ),
      { numRuns: 500 },
    );
  });
});
