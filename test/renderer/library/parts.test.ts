import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepTo } from '../../../src/renderer/features/library/board/board';
import { isFiltered, isNarrowed, printSetup, readSetup } from '../../../src/renderer/features/library/setup';
import { libraryLayouts, noFilter } from '../../../src/renderer/state/library';
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

describe('the setup of a saved view', () => {
  it('is read back as it was kept', () => {
    const text = fc.string({ maxLength: 60 }).filter((one) => one.isWellFormed());
    fc.assert(
      fc.property(
        text,
        fc.subarray(['scene', 'story', 'interactive'] as const),
        fc.array(text, { maxLength: 4 }),
        fc.boolean(),
        fc.constantFrom(...libraryLayouts),
        (query, kinds, tags, behind, layout) => {
          const setup = { filter: { ...noFilter, query, kinds, tags, behind }, layout };
          expect(readSetup(printSetup(setup))).toEqual(setup);
        },
      ),
    );
  });

  it('leaves out what it cannot read, and never opens the trash', () => {
    expect(readSetup('{"kinds":["story"],"states":["nonsense"],"moods":["glad"],"trashed":true}')).toEqual({
      filter: { ...noFilter, kinds: ['story'] },
      layout: 'list',
    });
    for (const broken of ['', 'null', '[]', '{', '"x"']) expect(readSetup(broken).filter).toEqual(noFilter);
  });

  it('the sort order, the trash and words alone are no filter', () => {
    expect(isNarrowed({ ...noFilter, sort: 'title', trashed: true })).toBe(false);
    expect(isNarrowed({ ...noFilter, query: ' ' })).toBe(false);
    expect([isFiltered({ ...noFilter, query: '灯' }), isNarrowed({ ...noFilter, query: '灯' })]).toEqual([false, true]);
    expect(isFiltered({ ...noFilter, tags: ['夜景'] })).toBe(true);
  });
});

it('a carried piece stays on the board', () => {
  expect([stepTo(0, -1, 5), stepTo(0, 1, 5), stepTo(4, 1, 5)]).toEqual([0, 1, 4]);
});
