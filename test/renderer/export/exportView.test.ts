import { describe, expect, it } from 'vitest';
import { exportChoice } from '../../../src/contract';
import { noFilter } from '../../../src/core/schedule/filter';
import { wallDate } from '../../../src/core/time/wall';
import {
  choiceOf,
  type ExportView,
  nothingSeen,
  rangeKinds,
  type Seen,
  saySize,
  treeOf,
  wrongWith,
} from '../../../src/renderer/features/export/exportView';
import { printPreset, readPreset } from '../../../src/renderer/features/export/presets';

const today = wallDate('2026-10-14');
const view: ExportView = {
  range: 'week',
  campaignId: 'c1',
  from: wallDate('2026-10-01'),
  to: wallDate('2026-10-03'),
  platforms: ['weibo'],
  kinds: ['copy_pack', 'ics'],
  options: { csv: { bom: false } },
  plan: { part: 'all', pictures: true, notes: true },
  look: 'month',
  lang: 'zh',
  kept: null,
};
const usual = { ...view, range: 'campaign', kinds: ['copy_pack'], options: {}, look: 'matrix' } as const;
const seen: Seen = {
  filter: { ...noFilter, kinds: ['story'], platforms: ['x'], findings: ['error'] },
  placementIds: ['pl1', 'pl2'],
  pieces: { kind: 'ids', ids: ['p1'] },
  period: { from: wallDate('2026-11-01'), to: wallDate('2026-11-14') },
};
const all = {
  from: null,
  to: null,
  campaignIds: [],
  platforms: ['weibo'],
  personaIds: [],
  pieceKinds: [],
  states: [],
  outcomes: [],
  findings: [],
  placementIds: [],
  pieces: null,
  look: 'month',
  kinds: ['copy_pack', 'ics'],
  options: { csv: { bom: false } },
  plan: { part: 'all', pictures: true, notes: true },
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
    expect(choiceOf({ ...view, range }, today, weekStart, seen)).toEqual({ ...all, ...expected });
  });

  it.each([
    ['shown', { from: '2026-11-01', to: '2026-11-14', pieceKinds: ['story'], findings: ['error'] }],
    ['picked', { placementIds: ['pl1', 'pl2'] }],
    ['library', { pieces: { kind: 'ids', ids: ['p1'] } }],
  ] as const)('%s: what the other screens show or hold', (range, expected) => {
    expect(choiceOf({ ...view, range }, today, 1, seen)).toEqual({ ...all, ...expected });
  });

  it('of the matrix names its platforms too, unless some were chosen here', () => {
    expect(choiceOf({ ...view, range: 'shown', platforms: [] }, today, 1, seen).platforms).toEqual(['x']);
  });

  it('is nothing while the end stands before the start, or nothing is to be written', () => {
    expect(wrongWith({ ...view, range: 'custom', from: view.to, to: view.from }, seen)).toBe('range.backwards');
    expect(wrongWith({ ...view, kinds: [] }, seen)).toBe('empty.kinds');
    expect(wrongWith(view, seen)).toBeNull();
    expect(wrongWith({ ...view, range: 'picked' }, nothingSeen)).toBe('empty.picked');
    expect(wrongWith({ ...view, range: 'picked' }, seen)).toBeNull();
  });
});

describe('a preset', () => {
  it.each(rangeKinds)('%s gives back the choice it was made of, whatever the screens show later', (range) => {
    const chosen = { ...view, range };
    const json = printPreset(chosen, seen);
    const read = readPreset(json, usual, nothingSeen);
    const later: Seen = { ...nothingSeen, period: seen.period };
    expect(exportChoice.parse(choiceOf(read, today, 1, later))).toEqual(
      exportChoice.parse(choiceOf(chosen, today, 1, seen)),
    );
    expect(printPreset(read, later)).toBe(json);
  });

  it('that is broken, or of a newer version, is the usual choice as far as it cannot be read', () => {
    for (const json of [
      '',
      '[]',
      '{',
      '{"range":"moon","kinds":["scroll"],"from":"later","options":{"csv":{"bom":1}}}',
    ])
      expect(choiceOf(readPreset(json, usual, nothingSeen), today, 1, seen)).toMatchObject({
        ...choiceOf({ ...usual, platforms: [] }, today, 1, { ...nothingSeen, period: seen.period }),
        options: {},
      });
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
