import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/core/schedule/cells';
import { noFilter } from '../../../src/core/schedule/filter';
import { cellAt, columnsOf, rowEdges, rowsOf, stackHeight, touching } from '../../../src/core/schedule/geometry';
import { lanesOf } from '../../../src/core/schedule/lanes';
import { addDays, daysFrom, wallDate } from '../../../src/core/time/wall';
import { anAccount, aPlacement, TODAY } from './plan';

const monday = wallDate('2026-10-05');
const lanes = lanesOf(
  Array.from({ length: 12 }, (_, index) =>
    anAccount({ id: `a${index}`, role: index < 7 ? 'traffic' : 'niche', order: String(index).padStart(3, '0') }),
  ),
  undefined,
  noFilter,
);
const none: ReadonlySet<string> = new Set();

describe('columns', () => {
  it('of two weeks shrink the days gone by and share the rest, five Han wide at least', () => {
    const columns = columnsOf(daysFrom(monday, 14), 'fortnight', 'normal', TODAY, 910);
    const widths = columns.edges.slice(1).map((edge, index) => edge - (columns.edges[index] ?? 0));
    expect(widths).toEqual([50, 50, 50, 50, ...Array.from({ length: 10 }, () => 71)]);
    expect(columns.sizes).toEqual([
      ...Array.from({ length: 4 }, () => 'compact'),
      ...Array.from({ length: 10 }, () => 'normal'),
    ]);
  });

  it('fill the width there is', () => {
    const columns = columnsOf(daysFrom(monday, 7), 'week', 'normal', TODAY, 1400);
    expect(columns.edges.at(-1)).toBe(1400);
  });

  it('show less in each tile the farther one looks', () => {
    const size = (zoom: 'week' | 'month' | 'quarter') =>
      columnsOf(daysFrom(monday, 30), zoom, 'comfortable', TODAY, 900).sizes.at(-1);
    expect([size('week'), size('month'), size('quarter')]).toEqual(['comfortable', 'normal', 'compact']);
  });
});

describe('rows', () => {
  const columns = columnsOf(daysFrom(monday, 14), 'fortnight', 'normal', TODAY, 910);
  const four = cellsOf(
    Array.from({ length: 5 }, (_, index) => aPlacement({ id: `p${index}`, accountId: 'a1', day: addDays(monday, 6) })),
  );

  it('are 57 high with one tile, as the design says', () => {
    expect(stackHeight(1, 'normal', false)).toBe(57);
  });

  it('are as high as their fullest cell: three tiles and a fold, or all when opened', () => {
    const height = (opened: ReadonlySet<string>) =>
      rowsOf(lanes, columns, four, none, opened).rows.find((row) => row.kind === 'account' && row.accountId === 'a1')
        ?.height;
    expect(height(none)).toBe(stackHeight(5, 'normal', false));
    expect(height(new Set(['a1']))).toBe(stackHeight(5, 'normal', true));
  });

  it('of a folded lane are gone, its line stays', () => {
    const rows = rowsOf(lanes, columns, four, new Set(['traffic']), none).rows;
    expect(rows.map((row) => (row.kind === 'lane' ? row.lane.role : row.accountId))).toEqual([
      'traffic',
      'niche',
      ...['a7', 'a8', 'a9', 'a10', 'a11'],
    ]);
  });

  it('and columns name the cell under every point that lies in one', () => {
    const rows = rowsOf(lanes, columns, four, none, none);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 909 }), fc.integer({ min: 0, max: rows.height - 1 }), (x, y) => {
        const cell = cellAt(x, y, columns, rows);
        const row = rows.rows.find(({ top, height }) => y >= top && y < top + height);
        if (row?.kind !== 'account') {
          expect(cell).toBeNull();
          return;
        }
        const column = columns.days.indexOf(cell?.day ?? monday);
        expect(cell?.accountId).toBe(row.accountId);
        expect(x).toBeGreaterThanOrEqual(columns.edges[column] ?? 0);
        expect(x).toBeLessThan(columns.edges[column + 1] ?? 0);
      }),
    );
    expect(cellAt(-1, 30, columns, rows)).toBeNull();
    expect(cellAt(30, rows.height, columns, rows)).toBeNull();
  });
});

describe('the window over a long plan', () => {
  it('holds everything that is in view and little more, however long the plan is', () => {
    const widths = fc.array(fc.integer({ min: 20, max: 120 }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(
        widths,
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 100, max: 1_500 }),
        (given, from, size) => {
          const edges = [0];
          for (const width of given) edges.push((edges.at(-1) ?? 0) + width);
          const [first, end] = touching(edges, from, from + size);
          for (let index = 0; index < given.length; index += 1) {
            const inView = (edges[index] ?? 0) < from + size && (edges[index + 1] ?? 0) > from;
            if (inView) expect(index >= first && index < end).toBe(true);
          }
          expect(end - first).toBeLessThanOrEqual(Math.ceil(size / 20) + 4);
        },
      ),
    );
  });

  it('counts rows by their edges', () => {
    const rows = rowsOf(lanes, columnsOf(daysFrom(monday, 7), 'week', 'normal', TODAY, 900), new Map(), none, none);
    expect(rowEdges(rows)).toHaveLength(rows.rows.length + 1);
  });
});
