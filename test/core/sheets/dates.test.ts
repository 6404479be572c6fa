import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DateHints,
  dateStyleOf,
  dayOfWeek,
  decideDay,
  weekdayOfDay,
} from '../../../src/core/sheets/values/dateColumn';
import { readDay } from '../../../src/core/sheets/values/dates';
import { readTime } from '../../../src/core/sheets/values/times';
import { wallInZone } from '../../../src/core/sheets/values/wallInZone';
import { addDays, type WallDate } from '../../../src/core/time/wallDate';

const today = '2026-11-22' as WallDate;
const hints: DateHints = { around: [], chinese: false, today, from1904: false };

/** A column of cells as it would be planned: `day time`, `a or b` where it is open, `?` where it is no date. */
function column(cells: readonly string[], more: Partial<DateHints> = {}): readonly string[] {
  const all = { ...hints, ...more };
  const style = dateStyleOf(cells, all);
  let before: WallDate | null = null;
  return cells.map((cell) => {
    const read = readDay(cell, all);
    if (read === null) return '?';
    if (read.kind === 'instant') {
      const wall = wallInZone(read.at, 'Asia/Shanghai');
      return `${wall?.day} ${wall?.time}`;
    }
    const decided = decideDay(read, style, before, today);
    if (decided.kind === 'impossible') return '?';
    before = decided.day;
    const day = decided.kind === 'unclear' ? `${decided.day} or ${decided.other}` : decided.day;
    return read.time === null ? day : `${day} ${read.time}`;
  });
}

describe('a day in a cell', () => {
  const shapes: readonly (readonly [string, string])[] = [
    ['2026-11-22', '2026-11-22'],
    ['2026/11/22', '2026-11-22'],
    ['2026.11.22', '2026-11-22'],
    ['2026/1/2', '2026-01-02'],
    ['2026年11月22日', '2026-11-22'],
    ['2026年11月22日 20:30', '2026-11-22 20:30'],
    ['２０２６年１１月２２日　２０：３０', '2026-11-22 20:30'],
    ['26年11月22日', '2026-11-22'],
    ['2026-11-22 20:30:00', '2026-11-22 20:30'],
    ['2026-11-22 8:30 PM', '2026-11-22 20:30'],
    ['2026-11-22 下午8点半', '2026-11-22 20:30'],
    ['2026-11-22T20:30', '2026-11-22 20:30'],
    ['2026-11-22T12:30:00Z', '2026-11-22 20:30'],
    ['2026-11-22T12:30:00.000+00:00', '2026-11-22 20:30'],
    ['2026-11-22 12:30 UTC', '2026-11-22 20:30'],
    ['2026-11-22T20:30:00-0500', '2026-11-23 09:30'],
    ['20261122', '2026-11-22'],
    ['202611222030', '2026-11-22 20:30'],
    ['20261122T203000', '2026-11-22 20:30'],
    ['46348', '2026-11-22'],
    ['46348.854166', '2026-11-22 20:30'],
    ['1795350600', '2026-11-22 20:30'],
    ['1795350600000', '2026-11-22 20:30'],
    ['Nov 22, 2026', '2026-11-22'],
    ['November 22nd, 2026 8:30 pm', '2026-11-22 20:30'],
    ['22 Nov 2026', '2026-11-22'],
    ['22-Nov-2026', '2026-11-22'],
    ['Sun, 22 Nov 2026 20:30', '2026-11-22 20:30'],
    ['11月22日', '2026-11-22'],
    ['11月22号（周日）', '2026-11-22'],
    ['周日 11月22日 晚8点', '2026-11-22 20:00'],
    ['十一月二十二日', '2026-11-22'],
    ['Nov 22', '2026-11-22'],
    ['22/11/2026', '2026-11-22'],
    ['11/22/2026', '2026-11-22'],
    ['22.11.2026', '2026-11-22'],
    ['11/22', '2026-11-22'],
    ['11-22', '2026-11-22'],
    ['11.22', '2026-11-22'],
    ['22/11/26', '2026-11-22 or 2022-11-26'],
    ['31/12/26', '2026-12-31 or 2031-12-26'],
  ];
  it.each(shapes)('%s is %s', (written, meant) => {
    expect(column([written])).toEqual([meant]);
  });

  it('is none where there is none', () => {
    const no = [
      '',
      '待定',
      '2026-02-30',
      '13/13/2026',
      '11月31日',
      '32/1',
      '12',
      '100000',
      '99999999',
      'Nov',
      '周三',
      '2026',
      '20:30',
      'x2026-11-22',
      '2026-11-22x',
      '1e5',
      '12345678901234567890',
    ];
    expect(column(no)).toEqual(no.map(() => '?'));
  });

  it('says when a cell holds more than one day', () => {
    expect([
      readDay('11.22-11.24')?.more,
      readDay('2026-11-22 至 2026-11-24')?.more,
      readDay('11月22日-11月24日')?.more,
      readDay('2026-11-22')?.more,
    ]).toEqual([true, true, true, false]);
  });

  it('reads back every day of four years in every shape that is whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1460 }), fc.nat(1439), (days, minute) => {
        const day = addDays('2025-01-01' as WallDate, days);
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const [y, m, d] = day.split('-').map(Number);
        const shapes2 = [
          `${day} ${time}`,
          `${y}/${m}/${d} ${time}`,
          `${y}年${m}月${d}日${time}`,
          `${y}.${m}.${d} ${time}:00`,
        ];
        expect(column(shapes2)).toEqual(shapes2.map(() => `${day} ${time}`));
        expect(weekdayOfDay(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a column of days', () => {
  it('decides all its cells by one that leaves no choice', () => {
    expect(column(['01/02/2026', '13/02/2026'])).toEqual(['2026-02-01', '2026-02-13']);
    expect(column(['01/02/2026', '02/13/2026'])).toEqual(['2026-01-02', '2026-02-13']);
    expect(column(['26.1.2', '26.11.30'])).toEqual(['2026-01-02', '2026-11-30']);
    expect(column(['31/12/26', '05/01/27'])).toEqual(['2026-12-31', '2027-01-05']);
  });

  it('leaves open what no cell decides, and what cells decide against each other', () => {
    expect(column(['01/02/2026', '03/04/2026'])).toEqual(['2026-01-02 or 2026-02-01', '2026-03-04 or 2026-04-03']);
    expect(column(['13/02/2026', '02/13/2026', '01/02/2026'])).toEqual([
      '2026-02-13',
      '2026-02-13',
      '2026-01-02 or 2026-02-01',
    ]);
    expect(column(['05/05/2026'])).toEqual(['2026-05-05']);
  });

  it('is open only where a cell can be two days', () => {
    const open = (cells: readonly string[], more: Partial<DateHints> = {}) =>
      dateStyleOf(cells, { ...hints, ...more }).isOpen;
    expect([
      open(['01/02/2026']),
      open(['01/02/2026', '13/02/2026']),
      open(['05/05/2026']),
      open(['2026-01-02']),
      open(['01/02/2026'], { order: 'dmy' }),
      open(['13/02/2026', '02/13/2026', '01/02/2026']),
    ]).toEqual([true, false, false, false, false, true]);
  });

  it('follows the program that made the sheet, and the user over everything', () => {
    expect(column(['01/02/2026'], { dialectOrder: 'mdy' })).toEqual(['2026-01-02']);
    expect(column(['13/02/2026', '01/02/2026'], { dialectOrder: 'mdy' })).toEqual(['2026-02-13', '2026-02-01']);
    expect(column(['01/02/2026'], { order: 'dmy' })).toEqual(['2026-02-01']);
    expect(column(['13/02/2026'], { order: 'mdy' })).toEqual(['?']);
  });

  it('takes the year from the title, the file, its own cells, or today, in this order', () => {
    expect(column(['11/22', '12/01'], { around: ['2025 年 11 月排期'] })).toEqual(['2025-11-22', '2025-12-01']);
    expect(column(['11月22日'], { around: ['', '排期-2027.xlsx'] })).toEqual(['2027-11-22']);
    expect(column(['2024-11-20', '11月22日'])).toEqual(['2024-11-20', '2024-11-22']);
    expect(column(['1月5日', '11月22日'])).toEqual(['2027-01-05', '2026-11-22']);
    expect(column(['11月22日'], { around: ['电话 02012345678'] })).toEqual(['2026-11-22']);
  });

  it('goes on into the next year', () => {
    expect(column(['12月30日', '12月31日', '1月2日', '1月3日'], { around: ['2026'] })).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-02',
      '2027-01-03',
    ]);
  });

  it('takes month and day for Chinese headers, and asks where a spreadsheet may have eaten a zero', () => {
    expect(column(['1/2', '3/4'], { chinese: true })).toEqual(['2027-01-02', '2027-03-04']);
    expect(column(['1/2', '3/4'])[0]).toMatch(/ or /);
    expect(column(['11.2', '11.19'], { chinese: true })).toEqual(['2026-11-02 or 2026-11-20', '2026-11-19']);
    expect(column(['11.2', '11.20'], { chinese: true })).toEqual(['2026-11-02', '2026-11-20']);
  });

  it('finds a weekday in its week', () => {
    const style = dateStyleOf([], hints);
    const day = (week: string, weekday: number) => dayOfWeek(week, weekday, style, today);
    expect([
      day('第47周', 3),
      day('W47', 1),
      day('2026-W53', 7),
      day('11.16-11.22', 5),
      day('2026/11/18', 7),
      day('11月16日-22日', 1),
    ]).toEqual(['2026-11-18', '2026-11-16', '2027-01-03', '2026-11-20', '2026-11-22', null]);
  });
});

describe('a time in a cell', () => {
  it.each([
    ['20:30', '20:30'],
    ['８：０５', '08:05'],
    ['8:30 PM', '20:30'],
    ['8pm', '20:00'],
    ['12 am', '00:00'],
    ['12:15 p.m.', '12:15'],
    ['20h30', '20:30'],
    ['2030', '20:30'],
    ['20点', '20:00'],
    ['20点30分', '20:30'],
    ['下午8点半', '20:30'],
    ['晚上八点一刻', '20:15'],
    ['晚 8:30', '20:30'],
    ['上午十点', '10:00'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['凌晨12点', '00:00'],
    ['早上7点三刻', '07:45'],
    ['0.854166', '20:30'],
    ['20:30-21:00', '20:30'],
    ['晚上8点至9点', '20:00'],
  ])('%s is %s', (written, meant) => {
    expect(readTime(written)?.time).toBe(meant);
  });

  it('is none where there is none, however long', () => {
    for (const no of [
      '',
      '待定',
      '25:00',
      '8:60',
      '13pm',
      '8',
      '99',
      '全天',
      '24:00',
      '上午',
      '-',
      '-'.repeat(50_000),
      '1:'.repeat(20_000),
    ])
      expect(readTime(no), no.slice(0, 20)).toBeNull();
    expect([readTime('20:30:15')?.more, readTime('20:30-21:00')?.more, readTime('20:30:00')?.more]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
