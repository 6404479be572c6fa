import { describe, expect, it } from 'vitest';
import { cellKey, cellsOf } from '../../../src/core/schedule/cells';
import type { WallTime } from '../../../src/core/time/wall';
import { aPlacement, TODAY } from './plan';

const at = (id: string, time: string | null) => aPlacement({ id, time: time as WallTime | null });

describe('placements in cells', () => {
  it('stand in time order, those without a time last', () => {
    const cells = cellsOf([at('c', null), at('b', '21:00'), at('a', '08:30')]);
    expect(cells.get(cellKey('weibo', TODAY))?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('keep their array while nothing in the cell changed, and only then', () => {
    const [still, moved] = [at('still', '09:00'), { ...at('moved', '10:00'), accountId: 'douyin' }];
    const before = cellsOf([still, moved]);
    const after = cellsOf([still, { ...moved, time: '11:00' as WallTime }], before);
    expect(after.get(cellKey('weibo', TODAY))).toBe(before.get(cellKey('weibo', TODAY)));
    expect(after.get(cellKey('douyin', TODAY))).not.toBe(before.get(cellKey('douyin', TODAY)));
  });

  it('leave out what has no account or no day', () => {
    expect(cellsOf([aPlacement({ id: 'a', accountId: null }), aPlacement({ id: 'b', day: null })]).size).toBe(0);
  });
});
