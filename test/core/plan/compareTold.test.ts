import { expect, test } from 'vitest';
import type { Json } from '../../../src/core/model/json';
import { makeStamp, type NodeId, type Stamp } from '../../../src/core/model/stamp';
import { comparePlans } from '../../../src/core/plan/comparing/compare';
import { emptyState, type RecordState } from '../../../src/core/plan/state';

const NODE = '00000000000000aa' as NodeId;
const at = (millis: number): Stamp => makeStamp({ millis, counter: 0, node: NODE });
const record = (type: string, registers: Record<string, Json>, millis = 1): RecordState => ({
  ...emptyState(type, 'r_1'),
  registers,
  stamps: Object.fromEntries(Object.keys(registers).map((name) => [name, at(millis)])),
});
const told = (mine: RecordState, theirs: RecordState) =>
  comparePlans({ states: [mine], seen: [at(9)] }, { states: [theirs], seen: [at(9)] }, { now: 10 });

test('a value whose members come in another order is the same value: no profile was copied', () => {
  const one = record('campaign', { rule: { from: 1, to: 2 } });
  const other = record('campaign', { rule: { to: 2, from: 1 } });
  expect(told(one, other).summary.copied).toBe(0);
  expect(told(one, record('campaign', { rule: { from: 1, to: 3 } })).summary.copied).toBe(1);
});

test('a piece that goes to the trash is told among what is deleted, as the count of deletions has it', () => {
  const piece = record('piece', { title: '灯', trashed: false });
  const gone: RecordState = { ...piece, ...record('piece', { title: '灯', trashed: true }, 2) };
  expect(told(piece, gone).records.map(({ group }) => group)).toEqual(['deleted']);
  // One that is in the trash already only changes there.
  const renamed = record('piece', { title: '灯下', trashed: true }, 3);
  expect(told(gone, renamed).records.map(({ group }) => group)).toEqual(['changed']);
});
