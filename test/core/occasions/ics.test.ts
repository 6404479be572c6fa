import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readIcs } from '../../../src/core/occasions/ics/readIcs';
import { daysOfRule, readRule } from '../../../src/core/occasions/ics/rrule';
import { takeIcs } from '../../../src/core/occasions/ics/takeIcs';
import { addDays, type WallDate, wallDate } from '../../../src/core/time/wall';

const today = wallDate('2026-10-10');
const read = (...events: readonly string[]) => readIcs(calendar(...events), { zone: 'Asia/Shanghai', today });
const calendar = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.map(eventOf), 'END:VCALENDAR', ''].join('\r\n');
const eventOf = (lines: string) => `BEGIN:VEVENT\r\n${lines.trim().split(/\n\s*/).join('\r\n')}\r\nEND:VEVENT`;

describe('a calendar file', () => {
  it('gives whole days, the last one included, with folded and escaped text whole', () => {
    const fair = `UID:fair@team
      SUMMARY:城市影像周\\, 第三届\\n江边
      DESCRIPTION:先到
      DTSTART;VALUE=DATE:20261017
      DTEND;VALUE=DATE:20261020
      URL:https://example.org/fair`;
    const folded = calendar(fair).replace('DESCRIPTION:先到', 'DESCRIPTION:先到\r\n 先得');
    expect(readIcs(folded, { zone: 'Asia/Shanghai', today })).toEqual({
      found: [
        {
          uid: 'fair@team',
          name: '城市影像周, 第三届 江边',
          start: '2026-10-17',
          end: '2026-10-19',
          repeat: 'none',
          note: '先到先得',
          link: 'https://example.org/fair',
        },
      ],
      messages: [],
    });
  });

  it('puts a moment on its day in the workspace: by the name of its zone, by its description, and from UTC', () => {
    const [named, utc, floating] = [
      'UID:1\nSUMMARY:a\nDTSTART;TZID=America/New_York:20261010T200000',
      'UID:2\nSUMMARY:b\nDTSTART:20261010T170000Z',
      'UID:3\nSUMMARY:c\nDTSTART:20261010T235900',
    ];
    expect(read(named, utc, floating).found.map(({ start }) => start)).toEqual([
      '2026-10-11',
      '2026-10-11',
      '2026-10-10',
    ]);
    const zone = `BEGIN:VTIMEZONE\r\nTZID:办公室\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0800\r\nEND:STANDARD\r\nEND:VTIMEZONE`;
    const own = calendar('UID:4\nSUMMARY:d\nDTSTART;TZID=办公室:20261010T180000').replace(
      'BEGIN:VEVENT',
      `${zone}\r\nBEGIN:VEVENT`,
    );
    expect(readIcs(own, { zone: 'Asia/Shanghai', today }).found[0]?.start).toBe('2026-10-11');
  });

  it('keeps a birthday as a rule, and writes other rules out as days without those taken out, moved or cancelled', () => {
    expect(read('UID:y\nSUMMARY:店庆\nDTSTART;VALUE=DATE:20200501\nRRULE:FREQ=YEARLY').found).toMatchObject([
      { uid: 'y', start: '2020-05-01', repeat: 'yearly' },
    ]);
    const weekly =
      'UID:w\nSUMMARY:例会\nDTSTART;VALUE=DATE:20261005\nRRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;VALUE=DATE:20261012';
    const moved = 'UID:w\nSUMMARY:例会改期\nRECURRENCE-ID;VALUE=DATE:20261019\nDTSTART;VALUE=DATE:20261020';
    const gone =
      'UID:w\nSUMMARY:例会\nSTATUS:CANCELLED\nRECURRENCE-ID;VALUE=DATE:20261026\nDTSTART;VALUE=DATE:20261026';
    for (const order of [
      [weekly, moved, gone],
      [gone, moved, weekly],
    ])
      expect(
        read(...order)
          .found.map(({ uid, name, start }) => `${uid} ${name} ${start}`)
          .sort(),
      ).toEqual(['w#2026-10-05 例会 2026-10-05', 'w#2026-10-19 例会改期 2026-10-20', 'w#2026-11-02 例会 2026-11-02']);
  });

  it('says what it leaves out and why, and takes the rest', () => {
    const { found, messages } = readIcs(
      `${calendar('UID:a\nSUMMARY:好的\nDTSTART;VALUE=DATE:20261010', 'UID:b\nSUMMARY:没日子', 'UID:c\nDTSTART;VALUE=DATE:20261010', 'SUMMARY:无名\nDTSTART;VALUE=DATE:20261010', 'UID:d\nSUMMARY:取消\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20261010', 'UID:e\nSUMMARY:每秒\nDTSTART;VALUE=DATE:20261010\nRRULE:FREQ=SECONDLY', 'UID:f\nSUMMARY:30 Feb\nDTSTART;VALUE=DATE:20260230')}BEGIN:VEVENT\r\nUID:g\r\n`,
      { zone: 'Asia/Shanghai', today },
    );
    expect(found.map(({ name }) => name)).toEqual(['好的', '每秒']);
    expect(messages.map(({ code }) => code)).toEqual([
      'no_day',
      'no_name',
      'no_uid',
      'cancelled',
      'rule',
      'no_day',
      'broken',
    ]);
  });

  it('of many years gives its room to what comes: what was over a year ago is counted and left out, what repeats is not', () => {
    const past = Array.from(
      { length: 2_500 },
      (_, at) => `UID:p${at}\nSUMMARY:旧会\nDTSTART;VALUE=DATE:201901${10 + (at % 18)}`,
    );
    const kept = [
      'UID:r\nSUMMARY:每年\nDTSTART;VALUE=DATE:20190105\nRRULE:FREQ=YEARLY',
      'UID:l\nSUMMARY:长展\nDTSTART;VALUE=DATE:20240101\nDTEND;VALUE=DATE:20270101',
      'UID:z\nSUMMARY:例会\nDTSTART;TZID=Asia/Shanghai:20261010T100000',
    ];
    const { found, messages } = read(...past, ...kept);
    expect(found.map(({ name }) => name)).toEqual(['每年', '长展', '例会']);
    expect(messages).toEqual([{ code: 'old', line: 3, name: '', count: 2_500 }]);
    expect(read(...past.slice(0, 3)).found).toHaveLength(3);
  });

  it('is taken in once: the same file a second time asks for nothing, another name for one edit', () => {
    const file = read(
      'UID:a\nSUMMARY:发布会\nDTSTART;VALUE=DATE:20261010',
      'UID:b\nSUMMARY:展览\nDTSTART;VALUE=DATE:20261011',
    );
    const first = takeIcs(file, [], 'team.ics', () => 'o_1');
    expect(first.ops.map(({ kind }) => kind)).toEqual(['create', 'create']);
    const there = file.found.map(
      (found, index) =>
        ({ ...found, id: `o_${index}`, kind: 'own', source: 'team.ics', campaignId: null, peak: null }) as const,
    );
    expect(takeIcs(file, there, 'team.ics', () => 'o_9')).toMatchObject({
      ops: [],
      file: { same: 2, added: [], changed: [] },
    });
    const renamed = {
      ...file,
      found: file.found.map((found) => (found.uid === 'a' ? { ...found, name: '新品发布会' } : found)),
    };
    expect(takeIcs(renamed, there, 'team.ics', () => 'o_9').ops).toEqual([
      { kind: 'set', type: 'occasion', id: 'o_0', register: 'name', value: '新品发布会' },
    ]);
  });

  it('survives anything: random lines, huge rules, and never gives more than its bounds', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VTIMEZONE',
        'END:VTIMEZONE',
        'UID:1',
        'SUMMARY:x',
        'DTSTART:20261010T101010Z',
        ' fold',
      ),
      fc.constantFrom(
        'RRULE:FREQ=DAILY;INTERVAL=999999999',
        'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
        'RRULE:FREQ=YEARLY;COUNT=999999999',
      ),
      fc.string({ maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const { found } = readIcs(lines.join('\n'), { zone: 'Asia/Shanghai', today });
        for (const { start, end, name } of found) expect(start <= end && name.length <= 200).toBe(true);
      }),
    );
  });
});

describe('a recurrence rule over days', () => {
  const from = wallDate('2026-01-01');
  const to = wallDate('2028-12-31');
  const days = (rule: string, start: string) => {
    const parsed = readRule(rule);
    return parsed === null ? null : daysOfRule(parsed, wallDate(start), from, to, 40);
  };

  it('means the days it says, and none where there are none', () => {
    expect(days('FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', '2026-01-30')).toEqual(['2026-01-30', '2026-02-27', '2026-03-27']);
    expect(days('FREQ=MONTHLY;COUNT=3', '2026-01-31')).toEqual(['2026-01-31', '2026-03-31', '2026-05-31']);
    expect(days('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2024-02-29')).toEqual(['2028-02-29']);
    expect(days('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2026-01-31')).toEqual(['2026-01-31']);
    expect(days('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20260301', '2026-01-30')).toEqual([
      '2026-01-30',
      '2026-02-27',
    ]);
    expect(days('FREQ=DAILY;INTERVAL=0', '2026-01-31')).toBeNull();
    expect(days('FREQ=HOURLY', '2026-01-31')).toBeNull();
  });

  it('agrees with ical.js on rules that people write', () => {
    const weekdays = fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), {
      minLength: 1,
      maxLength: 4,
    });
    const end = fc.integer({ min: 1, max: 30 }).map((count) => `;COUNT=${count}`);
    const rule = fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 9 }), end).map(([each, stop]) => `FREQ=DAILY;INTERVAL=${each}${stop}`),
      fc
        .tuple(fc.integer({ min: 1, max: 4 }), weekdays, end)
        .map(([each, on, stop]) => `FREQ=WEEKLY;INTERVAL=${each};BYDAY=${on.join(',')}${stop}`),
      fc
        .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 28 }), end)
        .map(([each, day, stop]) => `FREQ=MONTHLY;INTERVAL=${each};BYMONTHDAY=${day}${stop}`),
      fc
        .tuple(fc.constantFrom('1', '2', '4', '-1'), fc.constantFrom('MO', 'WE', 'SU'), end)
        .map(([nth, on, stop]) => `FREQ=MONTHLY;BYDAY=${nth}${on}${stop}`),
    );
    const start = fc.integer({ min: 0, max: 700 }).map((offset) => addDays(from, offset));
    fc.assert(
      fc.property(rule, start, (text, day) => {
        const ours = days(text, day);
        const theirs = icalDays(text, day);
        // The library leaves a first day out that its rule does not mean; the standard counts it as the first.
        if (theirs[0] !== day) return;
        expect(ours).toEqual(theirs.filter((other) => other <= to).slice(0, 40));
      }),
    );
  });
});

function icalDays(rule: string, start: WallDate): readonly string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
  const found: string[] = [];
  for (let next = iterator.next(); next && found.length < 60; next = iterator.next())
    found.push(next.toString().slice(0, 10));
  return found;
}
