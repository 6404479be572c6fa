import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulkChange } from '../../../src/renderer/features/library/bulk';
import { stretches } from '../../../src/renderer/features/library/highlight';
import { isNarrowed, noFilter } from '../../../src/renderer/features/library/libraryView';
import { windowOf } from '../../../src/renderer/ui/useWindowing';

describe('windowing', () => {
  it('draws every row in sight and never more than a screenful with its margin', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 6_000_000 }),
        fc.integer({ min: 100, max: 2_000 }),
        (count, scrollTop, height) => {
          const { first, last } = windowOf(scrollTop, height, 56, count);
          expect(last - first).toBeLessThanOrEqual(Math.ceil(height / 56) + 14);
          const top = Math.floor(scrollTop / 56);
          if (top < count) expect(first <= top && top < last).toBe(true);
        },
      ),
    );
  });
});

describe('highlighting', () => {
  it('marks every place of every word, and the stretches are the text again', () => {
    expect(
      stretches('灯下的灯 Night night', '灯 night')
        .map(({ text, hit }) => (hit ? `[${text}]` : text))
        .join(''),
    ).toBe('[灯]下的[灯] [Night] [night]');
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, query) => {
        expect(
          stretches(text, query)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('bulk acts', () => {
  it('are one change whose name says how many', () => {
    const pieces = [
      { id: 'a', title: '一' },
      { id: 'b', title: '二' },
    ];
    expect(bulkChange(pieces, { kind: 'trash' })).toEqual({
      label: { code: 'piece_trash', params: { count: 2 } },
      ops: pieces.map(({ id }) => ({ kind: 'set', type: 'piece', id, register: 'trashed', value: true })),
    });
    expect(bulkChange(pieces.slice(0, 1), { kind: 'tag', tag: '夜景' }).label).toEqual({
      code: 'piece_edit',
      params: { count: 1, title: '一' },
    });
  });
});

it('the sort order and the trash alone do not count as narrowing', () => {
  expect(isNarrowed({ ...noFilter, sort: 'title', trashed: true })).toBe(false);
  expect(isNarrowed({ ...noFilter, query: ' ' })).toBe(false);
  expect(isNarrowed({ ...noFilter, tags: ['夜景'] })).toBe(true);
});
