import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Alarm,
  type AlarmRules,
  afterQuiet,
  missedBetween,
  nextRing,
  ringsAt,
  toldKey,
} from '../../../src/core/desk/alarms';
import { wallAt } from '../../../src/core/desk/clock';
import { MINUTE } from '../../../src/core/time/instant';
import type { WallTime } from '../../../src/core/time/wall';

const at = (text: string): number => Date.parse(`2026-10-${text}:00+08:00`);
const alarm = (id: string, due: string, snoozed: string | null = null): Alarm => ({
  id,
  title: `标题 ${id}`,
  account: '微博·陆川',
  due: at(due),
  snoozedUntil: snoozed === null ? null : at(snoozed),
});
const quiet = { from: '22:00' as WallTime, to: '08:00' as WallTime, zone: 'Asia/Shanghai' };
const rules = (change: Partial<AlarmRules> = {}): AlarmRules => ({
  lead: 10,
  quiet: null,
  pausedUntil: null,
  ...change,
});
const none: ReadonlySet<string> = new Set();

describe('reminders', () => {
  it('ring so many minutes before a post is due, those of one minute together', () => {
    const alarms = [alarm('b', '09T18:30'), alarm('c', '09T20:00'), alarm('a', '09T18:30')];
    const ring = nextRing(alarms, rules(), { now: at('09T12:00'), since: at('09T12:00'), told: none });
    expect(ring?.at).toBe(at('09T18:20'));
    expect(ring?.alarms.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('wait for the end of quiet hours over midnight, whose last minute is not quiet', () => {
    expect(ringsAt(alarm('a', '09T22:30'), rules({ quiet }))).toBe(at('10T08:00'));
    expect(ringsAt(alarm('a', '10T07:59'), rules({ quiet }))).toBe(at('10T08:00'));
    expect(afterQuiet(at('10T08:00'), quiet)).toBe(at('10T08:00'));
    expect(afterQuiet(at('09T21:59'), quiet)).toBe(at('09T21:59'));
    expect(afterQuiet(at('09T12:30'), { ...quiet, from: '12:00' as WallTime, to: '14:00' as WallTime })).toBe(
      at('09T14:00'),
    );
    expect(afterQuiet(at('09T23:00'), { ...quiet, to: '22:00' as WallTime })).toBe(at('09T23:00'));
  });

  it('wait for the end of a pause, and then still for quiet hours', () => {
    expect(ringsAt(alarm('a', '09T18:30'), rules({ pausedUntil: at('09T19:00') }))).toBe(at('09T19:00'));
    expect(ringsAt(alarm('a', '09T18:30'), rules({ quiet, pausedUntil: at('09T22:10') }))).toBe(at('10T08:00'));
  });

  it('ring at the time somebody asked for instead', () => {
    expect(ringsAt(alarm('a', '09T18:30', '09T19:15'), rules())).toBe(at('09T19:15'));
  });

  it('ring once after the machine slept over them, and not again', () => {
    const alarms = [alarm('a', '09T18:30'), alarm('b', '09T21:00')];
    const slept = { now: at('09T20:00'), since: at('09T18:00'), told: none };
    const ring = nextRing(alarms, rules(), slept);
    expect(ring).toEqual({ at: slept.now, alarms: [alarms[0]] });
    const told = new Set([toldKey(alarm('a', '09T18:30'), rules())]);
    expect(nextRing(alarms, rules(), { ...slept, told })?.alarms.map(({ id }) => id)).toEqual(['b']);
  });

  it('ring at once for what was planned within their lead, and not for what was planned into the past', () => {
    const now = at('09T18:25');
    expect(nextRing([alarm('a', '09T18:30')], rules(), { now, since: now, told: none })?.at).toBe(now);
    expect(nextRing([alarm('a', '09T18:20')], rules(), { now, since: now, told: none })).toBe(null);
  });

  it('list what came due while nobody looked, oldest first', () => {
    const alarms = [alarm('b', '09T18:30'), alarm('a', '09T09:00'), alarm('c', '09T23:00'), alarm('z', '08T09:00')];
    expect(missedBetween(alarms, rules(), at('08T20:00'), at('09T20:00')).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('never ring in quiet hours, never before they were wished for, and every one exactly once', () => {
    const time = fc
      .integer({ min: 0, max: 1_439 })
      .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}` as WallTime);
    const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York');
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 25 }),
        fc.record({ from: time, to: time, zone }),
        fc.integer({ min: 0, max: 120 }),
        (dues, hours, lead) => {
          const start = Date.parse('2026-10-23T00:00:00Z');
          const alarms = dues.map((minutes, index) => ({
            ...alarm(`${index}`, '09T09:00'),
            due: start + (minutes + lead) * MINUTE,
          }));
          const given = rules({ quiet: hours, lead });
          const told = new Set<string>();
          const rung: string[] = [];
          let now = start;
          let since = start;
          for (;;) {
            const ring = nextRing(alarms, given, { now, since, told });
            if (ring === null) break;
            expect(ring.at).toBeGreaterThanOrEqual(now);
            since = now;
            now = ring.at;
            for (const one of ring.alarms) {
              expect(now).toBeGreaterThanOrEqual(one.due - lead * MINUTE - MINUTE);
              told.add(toldKey(one, given));
              rung.push(one.id);
            }
            const { time: shown } = wallAt(now, hours.zone);
            const { from, to } = hours;
            const isQuiet = from < to ? shown >= from && shown < to : from > to && (shown >= from || shown < to);
            expect(isQuiet).toBe(false);
          }
          expect(rung.toSorted()).toEqual(alarms.map(({ id }) => id).toSorted());
        },
      ),
      { numRuns: 200 },
    );
  });
});
