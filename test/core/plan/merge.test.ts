import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/core/model/json';
import { covers, makeStamp, type Stamp } from '../../../src/core/model/stamp';
import { canonical } from '../../../src/core/plan/canonical';
import { planJson } from '../../../src/core/plan/file/write';
import { lineageOf } from '../../../src/core/plan/lineage';
import { headsOf, mergePlans, mergeStates } from '../../../src/core/plan/merge';
import { applyOp, createOp, type Op } from '../../../src/core/plan/ops';
import { type BodyVersion, elementsOf, isAlive, type RecordState, shownVersion } from '../../../src/core/plan/state';
import { throughFile } from './carried';
import { docOf, nodes, planArb, play, Replica, stateArb, stepsArb } from './universe';

const RUNS = { numRuns: 600 };
const E = (states: readonly RecordState[]): string => planJson({ workspaceId: 'w1', states });

describe('merging is a join', () => {
  it('M1: whichever side comes first, the result is the same', () => {
    fc.assert(
      fc.property(planArb, planArb, (a, b) => {
        expect(E(mergePlans(a, b))).toBe(E(mergePlans(b, a)));
      }),
      RUNS,
    );
  });

  it('M2: however three copies are grouped, the result is the same', () => {
    fc.assert(
      fc.property(planArb, planArb, planArb, (a, b, c) => {
        expect(E(mergePlans(mergePlans(a, b), c))).toBe(E(mergePlans(a, mergePlans(b, c))));
        expect(E(mergePlans(mergePlans(c, b), a))).toBe(E(mergePlans(mergePlans(b, a), c)));
      }),
      RUNS,
    );
  });

  it('M3: merging a copy of itself changes nothing', () => {
    fc.assert(
      fc.property(planArb, planArb, (a, b) => {
        expect(E(mergePlans(a, structuredClone(a) as RecordState[]))).toBe(E(a));
        const merged = mergePlans(a, b);
        expect(E(mergePlans(merged, b))).toBe(E(merged));
        expect(E(mergePlans(b, merged))).toBe(E(merged));
      }),
      RUNS,
    );
  });

  it('M5: nothing goes down: no stamp, no mark of a set, no tombstone', () => {
    const marksOf = (state: RecordState): ReadonlyMap<string, readonly Stamp[]> =>
      new Map<string, readonly Stamp[]>([
        ...Object.entries(state.stamps).map(([name, stamp]) => [`register ${name}`, [stamp]] as const),
        ...Object.entries(state.sets).flatMap(([set, elements]) =>
          Object.entries(elements).flatMap(([name, { adds, removes }]) => [
            [`${set} ${name} added`, adds] as const,
            [`${set} ${name} removed`, removes] as const,
          ]),
        ),
        ['deleted', state.deleted === null ? [] : [state.deleted.at]],
        ['seen', state.deleted?.seen ?? []],
      ]);
    fc.assert(
      fc.property(stateArb(), stateArb(), (a, b) => {
        const merged = marksOf(mergeStates(a, b));
        for (const side of [a, b])
          for (const [name, marks] of marksOf(side)) {
            const after = merged.get(name) ?? [];
            for (const mark of marks)
              expect(
                name.startsWith('register') || name === 'deleted' ? (after[0] ?? '') >= mark : covers(after, mark),
              ).toBe(true);
          }
      }),
      RUNS,
    );
  });

  it('M11: equal stamps with different values are decided by the larger value, on both sides', () => {
    const stamp = makeStamp({ millis: 1, counter: 0, node: nodes[0] as never });
    const side = (value: Json): RecordState => ({
      ...(applyOp(null, createOp('piece', 'p1', {}), stamp)?.state as RecordState),
      registers: { title: value },
      stamps: { title: stamp },
    });
    for (const [small, large] of [['甲', '乙'].sort(), [1, 2], ['', 'a']] as [Json, Json][]) {
      expect(mergeStates(side(small), side(large)).registers).toEqual({ title: large });
      expect(mergeStates(side(large), side(small)).registers).toEqual({ title: large });
    }
  });

  it('refuses to merge two different records', () => {
    fc.assert(
      fc.property(stateArb('piece', 'p1'), stateArb('piece', 'p2'), (a, b) => {
        expect(() => mergeStates(a, b)).toThrow('two records');
      }),
      { numRuns: 5 },
    );
  });
});

describe('machines that edit apart and mail each other copies', () => {
  for (const [how, carry] of [
    ['as they are', (states: readonly RecordState[]) => states],
    ['through plan files', throughFile],
  ] as const)
    it(`M4: agree byte for byte once everyone has everything, carried ${how}`, () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 2, max: 5 }).chain((count) => fc.tuple(fc.constant(count), stepsArb(count), fc.nat())),
          ([count, steps, seed]) => {
            const replicas = play(count, steps, carry);
            const copies = replicas.map((replica) => carry(replica.plan()));
            for (const [index, replica] of replicas.entries())
              for (let step = 0; step < count; step += 1) replica.receive(copies[(index + step + seed) % count] ?? []);
            const exports = replicas.map((replica) => E(replica.plan()));
            expect(new Set(exports).size).toBe(1);
          },
        ),
        RUNS,
      );
    });

  it('M6: every acknowledged edit is visible, or what replaced it can be named', () => {
    fc.assert(
      fc.property(stepsArb(3), (steps) => {
        const replicas = play(3, steps, throughFile);
        const all = new Map(
          replicas
            .map((replica) => replica.plan())
            .reduce((a, b) => mergePlans(a, b), [])
            .map((state) => [state.id, state]),
        );
        for (const { op, stamp } of replicas.flatMap(({ acked }) => acked)) {
          const state = all.get(op.id) as RecordState;
          if (op.kind === 'set') {
            const now = state.stamps[op.register] as Stamp;
            expect(now >= stamp).toBe(true);
            if (now === stamp) expect(state.registers[op.register]).toEqual(op.value);
          }
          if (op.kind === 'write')
            expect(
              state.heads.includes(stamp) ||
                state.heads.some((head) => covers(lineageOf(state.versions[head] as BodyVersion), stamp)),
            ).toBe(true);
          if (op.kind === 'add') expect(covers(state.sets.tags?.[op.element]?.adds ?? [], stamp)).toBe(true);
          if (op.kind === 'delete') expect(state.deleted !== null && state.deleted.at >= stamp).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('M7: an edit made after seeing another beats it, whatever the clocks say', () => {
    fc.assert(
      fc.property(fc.integer({ min: -315_360_000, max: 86_400 }), fc.constantFrom('甲', '乙'), (skew, value) => {
        const now = 1_800_000_000_000;
        const [one, two] = [new Replica(nodes[0] as never), new Replica(nodes[1] as never)];
        one.apply(createOp('piece', 'p1', { title: '原来' }, docOf('一')), now);
        two.receive(one.plan());
        two.apply({ kind: 'set', type: 'piece', id: 'p1', register: 'title', value }, now + skew * 1000);
        two.apply({ kind: 'write', type: 'piece', id: 'p1', doc: docOf('二') }, now + skew * 1000);
        one.receive(two.plan());
        expect(one.plan()[0]?.registers.title).toBe(value);
        expect(shownVersion(one.plan()[0] as RecordState)?.doc).toEqual(docOf('二'));
        expect(one.plan()[0]?.heads).toHaveLength(1);
      }),
      RUNS,
    );
  });

  it('M8: with the clock set back a day, later edits still win over earlier ones', () => {
    const one = new Replica(nodes[0] as never);
    one.apply(createOp('piece', 'p1', { title: '早' }), 1_800_000_000_000);
    const early = one.plan();
    one.apply({ kind: 'set', type: 'piece', id: 'p1', register: 'title', value: '晚' }, 1_800_000_000_000 - 86_400_000);
    expect(mergePlans(early, one.plan())[0]?.registers.title).toBe('晚');
    expect(mergePlans(one.plan(), early)[0]?.registers.title).toBe('晚');
  });

  it('M18: two concurrent texts are both kept on both sides, and a choice removes both everywhere', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (shared, ours, theirs) => {
          const [one, two] = [new Replica(nodes[0] as never), new Replica(nodes[1] as never)];
          const write = (who: Replica, words: string) =>
            who.apply({ kind: 'write', type: 'piece', id: 'p1', doc: docOf(words) }, 1000);
          one.apply(createOp('piece', 'p1', {}, docOf('零')), 1000);
          for (let step = 0; step < shared; step += 1) write(one, `同${step}`);
          two.receive(throughFile(one.plan()));
          for (let step = 0; step < ours; step += 1) write(one, `我${step}`);
          for (let step = 0; step < theirs; step += 1) write(two, `你${step}`);
          const sent = throughFile(one.plan());
          one.receive(throughFile(two.plan()));
          two.receive(sent);
          for (const side of [one, two]) {
            const state = side.plan()[0] as RecordState;
            expect(state.heads).toHaveLength(2);
            expect(new Set(state.heads.map((head) => canonical(state.versions[head]?.doc)))).toEqual(
              new Set([canonical(docOf(`我${ours - 1}`)), canonical(docOf(`你${theirs - 1}`))]),
            );
          }
          write(two, '合');
          one.receive(throughFile(two.plan()));
          expect(E(one.plan())).toBe(E(two.plan()));
          expect((one.plan()[0] as RecordState).heads).toHaveLength(1);
          expect(shownVersion(one.plan()[0] as RecordState)?.doc).toEqual(docOf('合'));
        },
      ),
      RUNS,
    );
  });

  it('a copy that missed the versions in between is not taken for a conflict', () => {
    const [one, two] = [new Replica(nodes[0] as never), new Replica(nodes[1] as never)];
    one.apply(createOp('piece', 'p1', {}, docOf('一')), 1000);
    two.receive(throughFile(one.plan()));
    const old = throughFile(one.plan());
    for (const words of ['二', '三', '四'])
      two.apply({ kind: 'write', type: 'piece', id: 'p1', doc: docOf(words) }, 1001);
    one.receive(throughFile(two.plan()));
    expect((one.plan()[0] as RecordState).heads).toEqual([two.last]);
    one.receive(old);
    expect((one.plan()[0] as RecordState).heads).toEqual([two.last]);
  });

  it('a forged circle of versions hides no text', () => {
    const [a, b] = [1, 2].map((millis) => makeStamp({ millis, counter: 0, node: nodes[0] as never })) as [Stamp, Stamp];
    const versions = { [a]: { id: a, replaces: [b], doc: null }, [b]: { id: b, replaces: [a], doc: null } };
    expect(headsOf(versions)).toEqual([a, b]);
  });
});

describe('deleting and editing, in each causal order (M12)', () => {
  const edits: readonly (readonly [string, Op])[] = [
    ['a field', { kind: 'set', type: 'piece', id: 'p1', register: 'title', value: '改过' }],
    ['a tag', { kind: 'add', type: 'piece', id: 'p1', set: 'tags', element: '新' }],
    ['the text', { kind: 'write', type: 'piece', id: 'p1', doc: docOf('改过') }],
  ];
  const remove: Op = { kind: 'delete', type: 'piece', id: 'p1' };
  const pair = (): readonly [Replica, Replica] => {
    const [one, two] = [new Replica(nodes[0] as never), new Replica(nodes[1] as never)];
    one.apply(createOp('piece', 'p1', { title: '题', tags: ['夜景'] }, docOf('一')), 1000);
    two.receive(one.plan());
    return [one, two];
  };
  const bothAlive = (one: Replica, two: Replica): readonly boolean[] => [
    isAlive(mergePlans(one.plan(), two.plan())[0] as RecordState),
    isAlive(mergePlans(two.plan(), one.plan())[0] as RecordState),
  ];

  for (const [what, edit] of edits) {
    it(`${what} edited, then deleted by someone who saw it: deleted`, () => {
      const [one, two] = pair();
      one.apply(edit, 1001);
      two.receive(one.plan());
      two.apply(remove, 1002);
      expect(bothAlive(one, two)).toEqual([false, false]);
    });
    it(`${what} edited while another deletes: the edit wins, and both facts are known`, () => {
      const [one, two] = pair();
      one.apply(edit, 1001);
      two.apply(remove, 1002);
      expect(bothAlive(one, two)).toEqual([true, true]);
      expect(mergePlans(one.plan(), two.plan())[0]?.deleted?.at).toBe(two.last);
    });
    it(`deleted, then ${what} edited by someone who saw that: there again`, () => {
      const [one, two] = pair();
      one.apply(remove, 1001);
      two.receive(one.plan());
      two.apply(edit, 1002);
      expect(bothAlive(one, two)).toEqual([true, true]);
    });
  }

  it('absence in a copy deletes nothing', () => {
    const [one] = pair();
    expect(mergePlans(one.plan(), [])).toEqual(one.plan());
    expect(mergePlans([], one.plan())).toEqual(one.plan());
  });

  it('a tag removed by one and added again by another, unseen, stays', () => {
    const [one, two] = pair();
    one.apply({ kind: 'remove', type: 'piece', id: 'p1', set: 'tags', element: '夜景' }, 1001);
    two.apply({ kind: 'remove', type: 'piece', id: 'p1', set: 'tags', element: '夜景' }, 1001);
    two.apply({ kind: 'add', type: 'piece', id: 'p1', set: 'tags', element: '夜景' }, 1002);
    for (const merged of [mergePlans(one.plan(), two.plan()), mergePlans(two.plan(), one.plan())])
      expect(elementsOf(merged[0] as RecordState, 'tags')).toEqual(['夜景']);
  });
});
