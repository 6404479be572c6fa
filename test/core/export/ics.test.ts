import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar } from '../../../src/core/export/ics';
import { exporters } from '../../../src/core/export/registry';
import { onsetsOf } from '../../../src/core/export/zones';
import { outcomes } from '../../../src/core/model/records';
import { addDays, wallDate } from '../../../src/core/time/wall';
import { type Component, eventsOf as events, instantOf, property, readCalendar, textOf } from './readCalendar';
import { a, aModel, anEntry, smallPlan } from './smallPlan';

/** The wall time of a moment in a zone, by the runtime's own table. */
const wallIn = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/St_Johns',
  'Africa/Casablanca',
  'Europe/Dublin',
  'Pacific/Apia',
  'UTC',
];
const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays(wallDate('2026-01-01'), days));
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${`${h}`.padStart(2, '0')}:${`${m}`.padStart(2, '0')}`);
const entryArb = fc
  .record({
    id: fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/),
    day,
    time: fc.option(time),
    zone: fc.constantFrom(...zones),
    outcome: fc.constantFrom(...outcomes),
    title: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('逗号，分号；', 'a,b;c\\d', '行\n行\r\n行\r', '夜'.repeat(60), '👨‍👩‍👧‍👦'.repeat(12)),
    ),
  })
  .map(({ title, id, ...rest }) =>
    anEntry({
      placement: a('placement', { id, pieceId: 'p1', format: 'bird/post', accountId: 'ac1', ...(rest as object) }),
      piece: { ...anEntry().piece, title: title.toWellFormed() },
    }),
  );
const planArb = fc
  .uniqueArray(entryArb, { selector: ({ placement }) => placement.id, maxLength: 12 })
  .map((entries) => aModel({ entries }));

describe('the schedule as a calendar', () => {
  it('is the small plan, event by event', async () => {
    const [file] = exporters.ics.run(smallPlan);
    expect(file?.path).toBe('schedule.ics');
    await expect(file?.content).toMatchFileSnapshot('../../fixtures/export/schedule.ics');
  });

  it('I15: keeps to RFC 5545 octet by octet, and gives back what was planned', () => {
    fc.assert(
      fc.property(planArb, (model) => {
        const root = readCalendar(calendar(model));
        expect(root.name).toBe('VCALENDAR');
        expect(property(root, 'VERSION').value).toBe('2.0');
        expect(events(root)).toHaveLength(model.entries.length);
        for (const { placement, piece } of model.entries) {
          const event = events(root).find(
            (one) => property(one, 'UID').value === `${placement.id}@placement.juzhen`,
          ) as Component;
          const title = piece.title
            .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
            .replaceAll(/(?![\n\t])\p{Cc}/gu, '');
          expect(textOf(property(event, 'SUMMARY').value)).toBe(`小鸟 · ${title}`);
          expect(property(event, 'DTSTAMP').value).toMatch(/^\d{8}T\d{6}Z$/);
          const start = property(event, 'DTSTART');
          if (placement.time === null) {
            expect(start).toMatchObject({ params: ';VALUE=DATE', value: placement.day?.replaceAll('-', '') });
            expect(property(event, 'DTEND').value).toBe(addDays(placement.day as never, 1).replaceAll('-', ''));
          } else {
            expect(start.params).toBe(`;TZID=${placement.zone}`);
            expect(start.value).toBe(`${placement.day?.replaceAll('-', '')}T${placement.time.replace(':', '')}00`);
            expect(property(event, 'DURATION').value).toBe('PT30M');
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('I15: explains its zones so that every wall time means the moment it means there, summer time included', () => {
    let compared = 0;
    fc.assert(
      fc.property(planArb, (model) => {
        const root = readCalendar(calendar(model));
        for (const { placement } of model.entries) {
          if (placement.time === null) continue;
          const event = events(root).find(
            (one) => property(one, 'UID').value === `${placement.id}@placement.juzhen`,
          ) as Component;
          const wall = `${placement.day}T${placement.time}`;
          const at = instantOf(root, property(event, 'DTSTART'));
          // A wall time that does not exist (an hour skipped in spring) has no moment to compare.
          if (
            wallIn(placement.zone, at) !== wall &&
            [-60, -30, 30, 60].some((minutes) => wallIn(placement.zone, at + minutes * 60_000) === wall)
          )
            throw new Error(`${wall} ${placement.zone}`);
          if (wallIn(placement.zone, at) === wall) compared += 1;
        }
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(300);
  });

  it('knows the changes of offset, and zones without any', () => {
    expect(onsetsOf('Asia/Shanghai', 2026, 2027)).toEqual([
      { from: '19700101T000000', before: 480, after: 480, summer: false },
    ]);
    expect(onsetsOf('Europe/Berlin', 2026, 2026)).toEqual([
      { from: '19700101T000000', before: 60, after: 60, summer: false },
      { from: '20260329T020000', before: 60, after: 120, summer: true },
      { from: '20261025T030000', before: 120, after: 60, summer: false },
    ]);
    expect(onsetsOf('Australia/Lord_Howe', 2026, 2026)?.map(({ after }) => after)).toEqual([660, 630, 660]);
    expect(onsetsOf('Not/AZone', 2026, 2026)).toBeNull();
  });

  it('is the same bytes for the same plan, in whatever order it comes', () => {
    expect(calendar({ ...smallPlan, entries: [...smallPlan.entries].reverse() })).toBe(calendar(smallPlan));
  });

  it('never lets a blocked text out', () => {
    expect(calendar(smallPlan)).not.toContain('绝不能');
  });

  it('leaves out what has no day', () => {
    const entry = anEntry({ placement: { ...anEntry().placement, day: null } });
    expect(events(readCalendar(calendar(aModel({ entries: [entry] }))))).toEqual([]);
  });

  it('I15: is read the same by an independent parser (python3-vobject)', (context) => {
    const script = [
      'import sys, json, vobject',
      'cal = vobject.readOne(sys.stdin.read())',
      'print(json.dumps([{"uid": e.uid.value, "summary": e.summary.value, "start": e.dtstart.value.isoformat()} for e in cal.vevent_list], ensure_ascii=False))',
    ].join('\n');
    const python = ['/usr/bin/python3', 'python3'].find(
      (name) => spawnSync(name, ['-c', 'import vobject']).status === 0,
    );
    if (python === undefined) {
      console.log('not run: python3-vobject is not installed (apt-get install python3-vobject)');
      context.skip();
      return;
    }
    const result = spawnSync(python, ['-c', script], {
      input: calendar(smallPlan),
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONUTF8: '1' },
    });
    expect(result.stderr).toBe('');
    expect(JSON.parse(result.stdout)).toEqual([
      { uid: 'pl1@placement.juzhen', summary: '小鸟 · 夜里十一点的桥', start: '2026-10-11T20:00:00+08:00' },
      { uid: 'pl3@placement.juzhen', summary: '书信 · =SUM(灯)', start: '2026-10-12' },
      { uid: 'pl2@placement.juzhen', summary: '书信 · 夜里十一点的桥', start: '2026-10-12T07:30:00+02:00' },
      { uid: 'pl4@placement.juzhen', summary: '小鸟 · 写不下的一篇', start: '2026-10-13' },
    ]);
  });
});
