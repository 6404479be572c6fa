import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckon } from '../../../src/core/campaign/reckon';
import { axisOf, dayAt, labelledDays, placeOf, timelineLanes } from '../../../src/core/campaign/timeline';
import { daysBetween } from '../../../src/core/time/wall';
import { anAccount, aPlan, aWave, TODAY, workspace } from './plan';

const rowsOf = (minutes: readonly number[]) =>
  reckon(
    aPlan({
      waves: [
        aWave('w1', { rule: { kind: 'lead', time: '20:00' as never } }),
        ...minutes.map((count, index) =>
          aWave(`w${index + 2}`, {
            accountId: index % 2 === 0 ? 'douyin' : 'weibo',
            rule: { kind: 'minutes', minutes: count },
          }),
        ),
      ],
    }),
    workspace,
  ).rows;

describe('the drawing of a campaign', () => {
  it('never lays two waves of an account over each other, nor one outside of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20_000, max: 20_000 }), { maxLength: 40 }),
        fc.integer({ min: 200, max: 1_600 }),
        (minutes, width) => {
          const rows = rowsOf(minutes);
          const axis = axisOf(rows, [], null, TODAY, width);
          const lanes = timelineLanes(rows, [anAccount('douyin'), anAccount('weibo')], axis, () => 90);
          expect(lanes.flatMap(({ markers }) => markers)).toHaveLength(rows.length);
          for (const { markers, lines } of lanes)
            for (const one of markers) {
              expect(one.left >= 0 && one.left + one.width <= axis.width && one.line < lines).toBe(true);
              for (const other of markers)
                if (other !== one && other.line === one.line)
                  expect(other.left >= one.left + one.width || one.left >= other.left + other.width).toBe(true);
            }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds the day under a point again', () => {
    const rows = rowsOf([90, 5_000]);
    const axis = axisOf(rows, [], null, TODAY, 700);
    for (const day of labelledDays(axis, 1)) expect(dayAt(axis, placeOf(axis, { day, time: null }) + 1)).toBe(day);
    expect(dayAt(axis, -50)).toBe(axis.from);
    expect(daysBetween(axis.from, dayAt(axis, 99_999))).toBe(axis.days - 1);
  });

  it('keeps room at the left for waves without a moment, and says today’s fortnight without any date', () => {
    const [row] = rowsOf([]);
    if (row === undefined) throw new Error('there is a wave');
    const open = { ...row, moment: null };
    const axis = axisOf([open], [], null, TODAY, 700);
    expect(axis).toMatchObject({ from: TODAY, days: 14 });
    const [lane] = timelineLanes([open], [anAccount('douyin')], axis, () => 90);
    expect(lane?.markers[0]).toMatchObject({ left: 0, line: 0 });
    expect((lane?.markers[0]?.width ?? 999) < axis.gutter).toBe(true);
  });
});
