import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaOf } from '../../../src/core/schedule/agenda';
import { cellsOf } from '../../../src/core/schedule/cells';
import { daysOf, periodOf, weeksAround, zooms } from '../../../src/core/schedule/days';
import { judgeDrop } from '../../../src/core/schedule/move';
import { accountsById } from '../../../src/core/schedule/planned';
import { fromInstant, instantOf, isShown } from '../../../src/core/time/instant';
import { addDays, type WallTime, wallDate, weekday } from '../../../src/core/time/wall';
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
