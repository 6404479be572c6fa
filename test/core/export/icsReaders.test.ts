import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { calendar } from '../../../src/core/export/ics';
import type { ExportModel } from '../../../src/core/export/types';
import { instantOf } from '../../../src/core/time/instant';
import { addDays, type WallTime, wallDate } from '../../../src/core/time/wall';
import { a, aModel, anEntry, smallPlan } from './smallPlan';

/** What a calendar program knows of a post; `start` is a moment, or a day alone. */
type Event = { readonly uid: string; readonly summary: string; readonly place: string; readonly start: string };

const inOrder = (events: readonly Event[]): readonly Event[] =>
  [...events].sort((x, y) => (x.uid < y.uid ? -1 : x.uid > y.uid ? 1 : 0));

/** Mozilla's reader, which takes the zones the file describes. */
function byIcalJs(text: string): readonly Event[] {
  const root = new ICAL.Component(ICAL.parse(text));
  const zones = root.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  return root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const { startDate } = event;
    const tzid = component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
    const zone = zones.find((one) => one.tzid === tzid);
    if (zone !== undefined) startDate.zone = zone;
    return {
      uid: event.uid,
      summary: event.summary,
      place: event.location ?? '',
      start: startDate.isDate ? startDate.toString() : new Date(startDate.toUnixTime() * 1000).toISOString(),
    };
  });
}

/** A reader of another origin, which goes by the names of the zones. */
const byNodeIcal = (text: string): readonly Event[] =>
  Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    const at = event.start;
    const two = (value: number): string => String(value).padStart(2, '0');
    const start =
      event.datetype === 'date'
        ? `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
        : at.toISOString();
    return [{ uid: event.uid, summary: `${event.summary}`, place: `${event.location ?? ''}`, start }];
  });

/** What was planned, by the studio's own reckoning. */
const planned = ({ entries }: ExportModel): readonly Event[] =>
  entries.flatMap(({ placement, piece, account, variant }) => {
    const { day, time, zone } = placement;
    if (day === null) return [];
    const platform = variant.platform === 'bird' ? '小鸟' : '书信';
    return [
      {
        uid: `${placement.id}@placement.juzhen`,
        summary: `${platform} · ${piece.title}`,
        place: account?.name ?? '',
        start: time === null ? day : new Date(instantOf({ day, time }, zone)).toISOString(),
      },
    ];
  });

const titles = fc.oneof(
  fc.constantFrom(
    '逗号，分号；',
    'a,b;c\\d',
    '夜'.repeat(60),
    '👨‍👩‍👧‍👦'.repeat(12),
    '行\n行',
    '\\n',
    ':;,"',
    'x'.repeat(200),
  ),
  fc.stringMatching(/^[ -~]{1,80}$/).map((text) => text.trim() || 'x'),
);
const plans = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z0-9]{4,12}$/),
      day: fc.integer({ min: 0, max: 700 }).map((days) => addDays(wallDate('2026-01-01'), days)),
      time: fc.option(fc.constantFrom('00:00', '07:30', '12:05', '20:00', '23:59')),
      zone: fc.constantFrom(
        'Asia/Shanghai',
        'Europe/Berlin',
        'America/New_York',
        'Australia/Sydney',
        'Asia/Kolkata',
        'UTC',
      ),
      title: titles,
      name: fc.constantFrom('小满', 'Lamp, Ltd; \\ Co', ''),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
  )
  .map((list) =>
    aModel({
      entries: list.map(({ id, day, time, zone, title, name }) =>
        anEntry({
          placement: { ...anEntry().placement, id, day, time: time as WallTime | null, zone },
          piece: { ...anEntry().piece, title },
          account: a('account', { id: 'ac1', platform: 'bird', name }),
        }),
      ),
    }),
  );

/** node-ical takes an escaped backslash before an n for a line end; its other signs it reads well. */
const withoutBackslashes = (model: ExportModel): ExportModel => ({
  ...model,
  entries: model.entries.map((entry) => ({
    ...entry,
    piece: { ...entry.piece, title: entry.piece.title.replaceAll('\\', '/') },
    account: entry.account === null ? null : { ...entry.account, name: entry.account.name.replaceAll('\\', '/') },
  })),
});

describe('I15: the schedule as a calendar is read as it was planned', () => {
  const readers = { 'ical.js': byIcalJs, 'node-ical': byNodeIcal } as const;
  for (const [name, read] of Object.entries(readers)) {
    it(`by ${name}, the small plan`, () => {
      expect(inOrder(read(calendar(smallPlan)))).toEqual(inOrder(planned(smallPlan)));
    });

    it(`by ${name}, whatever the texts, zones and seasons`, () => {
      fc.assert(
        fc.property(plans, (model) => {
          const meant = name === 'node-ical' ? withoutBackslashes(model) : model;
          expect(inOrder(read(calendar(meant)))).toEqual(inOrder(planned(meant)));
        }),
        { numRuns: 60 },
      );
    });
  }
});
