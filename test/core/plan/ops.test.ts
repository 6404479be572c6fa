import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeStamp, type NodeId, type Stamp } from '../../../src/core/model/stamp';
import { applyOp, createOp, type Op, opSchema, traceOf } from '../../../src/core/plan/ops';
import { bodyOf, elementsOf, isAlive, type RecordState, viewOf } from '../../../src/core/plan/state';
import { docOf, play, registerNames, stepsArb, tags } from './universe';

const node = '00000000000000aa' as NodeId;
const at = (millis: number): Stamp => makeStamp({ millis: 10_000 + millis, counter: 0, node });

/** What a person sees of a record; a body that was emptied again reads as none. */
const seen = (state: RecordState) => {
  const body = bodyOf(state);
  return {
    alive: isAlive(state),
    piece: isAlive(state) ? viewOf('piece', state) : null,
    // Undoing the first writing of a field writes its default; the field is then written, and reads the same.
    future: state.registers.fromTheFuture ?? null,
    body: body === null || body.content.length === 0 ? null : body,
  };
};

const opArb: fc.Arbitrary<Op> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    type: fc.constant('piece' as const),
    id: fc.constant('p1'),
    register: fc.constantFrom(...registerNames.filter((name) => name !== 'fromTheFuture'), 'brief.__proto__'),
    value: fc.constantFrom('甲', '乙', ''),
  }),
  fc.record({
    kind: fc.constantFrom('add' as const, 'remove' as const),
    type: fc.constant('piece' as const),
    id: fc.constant('p1'),
    set: fc.constant('tags'),
    element: fc.constantFrom(...tags),
  }),
  fc.record({
    kind: fc.constant('write' as const),
    type: fc.constant('piece' as const),
    id: fc.constant('p1'),
    doc: fc.constantFrom('一', '二').map(docOf),
  }),
  fc.record({
    kind: fc.constantFrom('delete' as const, 'revive' as const),
    type: fc.constant('piece' as const),
    id: fc.constant('p1'),
  }),
);

/** A record with a history on two machines, with its conflicts. Only reviving is offered where it is deleted. */
const historyArb = stepsArb(2).map((steps) => {
  const [one, two] = play(2, [
    { kind: 'edit', who: 0, op: createOp('piece', 'p1', { title: '题' }), now: 900 },
    ...steps,
  ]);
  two?.receive(one?.plan() ?? []);
  return two?.plan().find(({ id }) => id === 'p1') as RecordState;
});

const caseArb = fc.tuple(historyArb, opArb).filter(([state, op]) => isAlive(state) || op.kind === 'revive');

describe('undo as data', () => {
  it('an op and then its inverse give back what was seen', () => {
    fc.assert(
      fc.property(caseArb, ([state, op]) => {
        const done = applyOp(state, op, at(1));
        if (done === null) return;
        // Writing settles a conflict; taking it back shows the text that was shown, without the conflict.
        const undone = applyOp(done.state, done.inverse, at(2));
        expect(seen(undone?.state ?? done.state)).toEqual(seen(state));
        expect(traceOf(undone?.state ?? done.state, done.inverse)).not.toEqual(undefined);
      }),
      { numRuns: 600 },
    );
  });

  it('an inverse can be taken back in turn', () => {
    fc.assert(
      fc.property(caseArb, ([state, op]) => {
        const done = applyOp(state, op, at(1));
        if (done === null) return;
        const undone = applyOp(done.state, done.inverse, at(2));
        if (undone === null) return;
        const again = applyOp(undone.state, undone.inverse, at(3));
        expect(seen(again?.state ?? undone.state)).toEqual(seen(done.state));
      }),
      { numRuns: 600 },
    );
  });

  it('an op that changes nothing answers null, so that nothing grows', () => {
    fc.assert(
      fc.property(caseArb, ([state, op]) => {
        const done = applyOp(state, op, at(1));
        if (done !== null && isAlive(done.state)) expect(applyOp(done.state, op, at(2))).toBeNull();
      }),
      { numRuns: 600 },
    );
  });

  it('making a record is undone by deleting it', () => {
    const made = applyOp(null, createOp('piece', 'p1', { title: '题', tags: ['夜景'] }, docOf('一')), at(1));
    expect(made?.inverse).toEqual({ kind: 'delete', type: 'piece', id: 'p1' });
    const gone = applyOp(made?.state as RecordState, made?.inverse as Op, at(2));
    expect(isAlive(gone?.state as RecordState)).toBe(false);
    const back = applyOp(gone?.state as RecordState, gone?.inverse as Op, at(3));
    expect(viewOf('piece', back?.state as RecordState)).toEqual(viewOf('piece', made?.state as RecordState));
  });
});

describe('records made again', () => {
  it('keep what was removed before, so that nothing a copy knows goes down', () => {
    const first = applyOp(null, createOp('piece', 'p1', { tags: ['夜景'] }), at(1))?.state as RecordState;
    const without = applyOp(first, { kind: 'remove', type: 'piece', id: 'p1', set: 'tags', element: '夜景' }, at(2))
      ?.state as RecordState;
    const gone = applyOp(without, { kind: 'delete', type: 'piece', id: 'p1' }, at(3))?.state as RecordState;
    const again = applyOp(gone, createOp('piece', 'p1', { tags: ['手机', '夜景'] }), at(4))?.state as RecordState;
    expect(elementsOf(again, 'tags')).toEqual(['夜景', '手机'].sort());
    expect(again.sets.tags?.夜景).toEqual({ adds: [at(4)], removes: [at(1)] });
    expect(again.deleted).toEqual(gone.deleted);
  });

  it('throw when they are there, and other ops throw when they are not', () => {
    const state = applyOp(null, createOp('piece', 'p1', {}), at(1))?.state as RecordState;
    expect(() => applyOp(state, createOp('piece', 'p1', {}), at(2))).toThrow('already');
    expect(() => applyOp(null, { kind: 'delete', type: 'piece', id: 'p1' }, at(2))).toThrow('no piece p1');
  });
});

describe('ops at the door', () => {
  const refused = (op: unknown) => opSchema.safeParse(op).success === false;

  it('refuse what the record does not have or cannot hold', () => {
    const set = { kind: 'set', type: 'piece', id: 'p1' };
    expect(refused({ ...set, register: 'nonsense', value: 'x' })).toBe(true);
    expect(refused({ ...set, register: 'constructor', value: 'x' })).toBe(true);
    expect(refused({ ...set, register: 'title', value: 5 })).toBe(true);
    expect(refused({ ...set, register: 'title', value: 'half \ud83d' })).toBe(true);
    expect(refused({ ...set, type: 'ghost', register: 'title', value: 'x' })).toBe(true);
    expect(refused({ kind: 'write', type: 'account', id: 'a1', doc: docOf('一') })).toBe(true);
    expect(refused({ kind: 'add', type: 'piece', id: 'p1', set: '__proto__', element: 'x' })).toBe(true);
    expect(refused({ ...set, register: 'title', value: '题' })).toBe(false);
  });

  it('take any word as a tag, also the names objects are born with', () => {
    let state = applyOp(null, createOp('piece', 'p1', {}), at(1))?.state as RecordState;
    for (const [index, element] of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].entries())
      state = applyOp(state, { kind: 'add', type: 'piece', id: 'p1', set: 'tags', element }, at(2 + index))
        ?.state as RecordState;
    expect(elementsOf(state, 'tags')).toEqual(['__proto__', 'constructor', 'hasOwnProperty', 'toString']);
    expect(({} as Record<string, unknown>).adds).toBeUndefined();
  });
});
