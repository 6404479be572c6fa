import { digestBytes } from '../../../src/core/model/ids';
import { makeStamp, type NodeId } from '../../../src/core/model/stamp';
import type { PlanContent } from '../../../src/core/plan/file/content';
import { mergeStates } from '../../../src/core/plan/merge';
import { applyOp, createOp, type Op } from '../../../src/core/plan/ops';
import { emptyState, type RecordState } from '../../../src/core/plan/state';
import { docOf } from './universe';

/**
 * One plan with everything format 1 can hold: later fields, removed tags, two heads, a merged version, a tombstone,
 * unknown types and members, a picture. `test/fixtures/plan/format-1.juzhen` is this plan as first released.
 */
const at = (millis: number, node: string) =>
  makeStamp({ millis: 1_790_000_000_000 + millis, counter: millis % 3, node: node.padStart(16, '0') as NodeId });
const edit = (state: RecordState | null, op: Op, millis: number, node = 'aa'): RecordState =>
  applyOp(state, op, at(millis, node))?.state as RecordState;

const target = { type: 'piece', id: 'p1' } as const;
const first = edit(
  null,
  createOp(
    'piece',
    'p1',
    { title: '夜里十一点的桥', kind: 'story', tags: ['夜景', '手机'], brief: { place: '老桥' } },
    docOf('一'),
  ),
  0,
);
const mine = edit(
  edit(first, { kind: 'set', ...target, register: 'title', value: '夜里十一点' }, 1),
  { kind: 'write', ...target, doc: docOf('二') },
  2,
);
const theirs = edit(
  edit(first, { kind: 'remove', ...target, set: 'tags', element: '手机' }, 3, 'bb'),
  { kind: 'write', ...target, doc: docOf('三') },
  4,
  'bb',
);

const merged = 'c'.repeat(64);
const settled: RecordState = {
  ...edit(null, createOp('template', 't1', { name: '故事' }), 5),
  heads: [merged],
  versions: {
    [merged]: { id: merged, replaces: [at(5, 'aa'), at(6, 'bb'), 'd'.repeat(64)], doc: docOf('合') as never },
  },
};
const gone = edit(
  edit(null, createOp('account', 'a1', { name: '旧账号' }), 7),
  { kind: 'delete', type: 'account', id: 'a1' },
  8,
  'bb',
);
const unknown: RecordState = {
  ...emptyState('hologram', 'h1'),
  registers: { depth: { nested: [1, null, true, '界'] }, 单位: '全息' },
  stamps: { depth: at(9, 'cc'), 单位: at(10, 'cc') },
};
const picture = Uint8Array.from({ length: 64 }, (_, index) => (index * 37) % 251);

export const everyFeature: PlanContent = {
  workspaceId: 'night',
  states: [unknown, gone, settled, mergeStates(mine, theirs)],
  assets: new Map([[`${digestBytes(picture)}.png`, picture]]),
  more: { tomorrow: { works: true } },
};
