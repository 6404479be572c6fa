import { describe, expect, it } from 'vitest';
import { wallDate } from '../../../src/core/time/wall';
import {
  choiceOf,
  type ExportView,
  saySize,
  treeOf,
  wrongWith,
} from '../../../src/renderer/features/export/exportView';

const today = wallDate('2026-10-14');
const view: ExportView = {
  range: 'week',
  campaignId: 'c1',
  from: wallDate('2026-10-01'),
  to: wallDate('2026-10-03'),
  platforms: ['weibo'],
  kinds: ['copy_pack', 'ics'],
  lang: 'zh',
};

describe('what is asked for', () => {
  it.each([
    ['campaign', 1, { from: null, to: null, campaignIds: ['c1'] }],
    ['week', 1, { from: '2026-10-12', to: '2026-10-18', campaignIds: [] }],
    ['week', 7, { from: '2026-10-11', to: '2026-10-17', campaignIds: [] }],
    ['two_weeks', 1, { from: '2026-10-12', to: '2026-10-25', campaignIds: [] }],
    ['custom', 1, { from: '2026-10-01', to: '2026-10-03', campaignIds: [] }],
  ] as const)('%s with a week from day %i', (range, weekStart, expected) => {
    expect(choiceOf({ ...view, range }, today, weekStart)).toEqual({
      ...expected,
      platforms: ['weibo'],
      kinds: ['copy_pack', 'ics'],
      lang: 'zh',
    });
  });

  it('is nothing while the end stands before the start, or nothing is to be written', () => {
    expect(wrongWith({ ...view, range: 'custom', from: view.to, to: view.from })).toBe('range.backwards');
    expect(wrongWith({ ...view, kinds: [] })).toBe('empty.kinds');
    expect(wrongWith(view)).toBeNull();
  });
});

it('the tree names each folder once, before what it holds, with the size of all of it', () => {
  const files = [
    { path: 'plan.csv', bytes: 5 },
    { path: 'pack/b/2.txt', bytes: 20 },
    { path: 'pack/a/1.txt', bytes: 10 },
    { path: 'pack/index.html', bytes: 1 },
  ];
  expect(
    treeOf(files).map(({ path, depth, folder, bytes }) => `${'  '.repeat(depth)}${path}${folder ? '/' : ''} ${bytes}`),
  ).toEqual([
    'pack/ 31',
    '  pack/a/ 10',
    '    pack/a/1.txt 10',
    '  pack/b/ 20',
    '    pack/b/2.txt 20',
    '  pack/index.html 1',
    'plan.csv 5',
  ]);
});

it.each([
  [999, '999 B'],
  [1_240, '1.2 KB'],
  [999_949, '999.9 KB'],
  [3_400_000, '3.4 MB'],
])('%i bytes are said as %s', (bytes, said) => {
  expect(saySize(bytes)).toBe(said);
});
