import fc from 'fast-check';
import type { Doc } from '../../../src/core/model/doc';
import type { Json } from '../../../src/core/model/json';
import { laterStamp, makeStamp, type NodeId, nextStamp, type Stamp } from '../../../src/core/model/stamp';
import { headsOf, keyOf, mergeStates, planHorizon } from '../../../src/core/plan/merge';
import { applyOp, createOp, type Op } from '../../../src/core/plan/ops';
import { type BodyVersion, emptyState, isAlive, type RecordState } from '../../../src/core/plan/state';

/** A universe small enough that everything collides: 3 nodes, 4 records, 5 registers, 6 instants. */
export const nodes = ['000000000000000a', '000000000000000b', '000000000000000c'] as NodeId[];
export const recordIds = ['p1', 'p2', 'p3', 'p4'];
export const registerNames = ['title', 'notes', 'product', 'brief.place', 'fromTheFuture'];
export const instants = [1000, 1001, 1002, 1003, 1004, 1005];
export const tags = ['夜景', '手机', '__proto__', 'constructor'];

export const stampArb = fc
  .record({ millis: fc.constantFrom(...instants), node: fc.constantFrom(...nodes) })
  .map(({ millis, node }) => makeStamp({ millis, counter: 0, node }));

const valueArb: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom('甲', '乙', '丙', ''),
  fc.integer({ min: 0, max: 3 }),
  fc.constant(null),
  fc.constant({ kind: 'new', of: [1, { deep: true }] }),
);

export const docOf = (words: string): Doc => ({
  type: 'doc',
  content: [
    { type: 'paragraph', attrs: { id: 'b1' }, ...(words === '' ? {} : { content: [{ type: 'text', text: words }] }) },
  ],
});

const horizonArb = fc
  .uniqueArray(stampArb, { maxLength: 3, selector: (stamp) => stamp.slice(18) })
  .map((stamps) => [...stamps].sort());

const versionArb: fc.Arbitrary<BodyVersion> = fc.record({
  id: fc.oneof(stampArb, fc.constantFrom('a'.repeat(64), 'b'.repeat(64))),
  replaces: horizonArb,
  doc: fc.constantFrom('一', '二', '三').map((words) => docOf(words) as unknown as Json),
});

/** Any state at all, also such as no history makes: what merging must be lawful on. */
export function stateArb(type = 'piece', id = 'p1'): fc.Arbitrary<RecordState> {
  return fc
    .record({
      registers: fc.dictionary(fc.constantFrom(...registerNames), fc.tuple(valueArb, stampArb), {
        noNullPrototype: true,
      }),
      sets: fc.dictionary(
        fc.constantFrom('tags', 'unknownSet'),
        fc.uniqueArray(fc.tuple(fc.constantFrom(...tags), horizonArb, horizonArb), {
          selector: ([name]) => name,
          maxLength: 4,
        }),
        { noNullPrototype: true },
      ),
      versions: fc.uniqueArray(versionArb, { selector: ({ id }) => id, maxLength: 3 }),
      deleted: fc.option(fc.record({ at: stampArb, seen: horizonArb })),
    })
    .map(({ registers, sets, versions, deleted }) => {
      const byId = Object.fromEntries(versions.map((version) => [version.id, version]));
      return {
        ...emptyState(type, id),
        registers: Object.fromEntries(Object.entries(registers).map(([name, [value]]) => [name, value])),
        stamps: Object.fromEntries(Object.entries(registers).map(([name, [, stamp]]) => [name, stamp])),
        sets: Object.fromEntries(
          Object.entries(sets).map(([set, elements]) => [
            set,
            Object.fromEntries(elements.map(([name, adds, removes]) => [name, { adds, removes }])),
          ]),
        ),
        versions: byId,
        heads: headsOf(byId),
        deleted,
      };
    });
}

/** A plan of up to four records, one of them of a type that this version does not know. */
export const planArb: fc.Arbitrary<readonly RecordState[]> = fc
  .tuple(stateArb('piece', 'p1'), stateArb('piece', 'p2'), stateArb('hologram', 'h1'), stateArb('piece', '__proto__'))
  .chain((states) => fc.subarray(states));

/** One machine with its copy of the plan and its clock. */
export class Replica {
  readonly states = new Map<string, RecordState>();
  /** Every body version and register edit this machine acknowledged. */
  readonly acked: { readonly op: Op; readonly stamp: Stamp }[] = [];
  last: Stamp | null = null;

  constructor(readonly node: NodeId) {}

  apply(op: Op, now: number): boolean {
    const before = this.states.get(keyOf(op)) ?? null;
    if (op.kind === 'create' ? before !== null && isAlive(before) : before === null) return false;
    const stamp = nextStamp(this.last, now, this.node);
    const applied = applyOp(before, op, stamp);
    if (applied === null) return false;
    this.last = stamp;
    this.states.set(keyOf(op), applied.state);
    this.acked.push({ op, stamp });
    return true;
  }

  /** Reads a copy of some records, as from a file; the clock moves past everything seen. */
  receive(states: readonly RecordState[]): void {
    for (const theirs of states) {
      const ours = this.states.get(keyOf(theirs));
      this.states.set(keyOf(theirs), ours === undefined ? theirs : mergeStates(ours, theirs));
    }
    for (const stamp of planHorizon(states)) this.last = this.last === null ? stamp : laterStamp(this.last, stamp);
  }

  plan(): readonly RecordState[] {
    return [...this.states.values()];
  }
}

export type Step =
  | { readonly kind: 'edit'; readonly who: number; readonly op: Op; readonly now: number }
  | {
      readonly kind: 'send';
      readonly from: number;
      readonly to: number;
      readonly only: readonly string[];
      readonly late: boolean;
    };

const opArb: fc.Arbitrary<Op> = fc
  .record({
    id: fc.constantFrom(...recordIds),
    kind: fc.constantFrom('create', 'set', 'set', 'add', 'remove', 'write', 'write', 'delete', 'revive'),
    register: fc.constantFrom(...registerNames),
    value: fc.constantFrom('甲', '乙', '丙'),
    element: fc.constantFrom(...tags),
    words: fc.constantFrom('一', '二', '三', '四'),
  })
  .map(({ id, kind, register, value, element, words }): Op => {
    const target = { type: 'piece' as const, id };
    if (kind === 'create') return createOp('piece', id, { title: value, tags: [element] }, docOf(words));
    if (kind === 'set') return { kind, ...target, register, value };
    if (kind === 'add' || kind === 'remove') return { kind, ...target, set: 'tags', element };
    if (kind === 'write') return { kind, ...target, doc: docOf(words) };
    return { kind: kind as 'delete' | 'revive', ...target };
  });

/** What several machines did, with clocks that jump back and forth, and mails that arrive late, twice or never. */
export const stepsArb = (replicas: number): fc.Arbitrary<readonly Step[]> => {
  const who = fc.integer({ min: 0, max: replicas - 1 });
  const edit = fc.record({ kind: fc.constant('edit' as const), who, op: opArb, now: fc.constantFrom(...instants) });
  const send = fc.record({
    kind: fc.constant('send' as const),
    from: who,
    to: who,
    only: fc.subarray(recordIds, { minLength: 1 }),
    late: fc.boolean(),
  });
  return fc.array(fc.oneof({ weight: 3, arbitrary: edit }, { weight: 1, arbitrary: send }), {
    minLength: 1,
    maxLength: 24,
  });
};

/** Plays the steps. `carry` is how a plan travels: as it is, or through a file. */
export function play(
  count: number,
  steps: readonly Step[],
  carry: (states: readonly RecordState[]) => readonly RecordState[] = (states) => states,
): readonly Replica[] {
  const replicas = Array.from({ length: count }, (_, index) => new Replica(nodeAt(index)));
  const mail: (() => void)[] = [];
  for (const step of steps) {
    if (step.kind === 'edit') replicas[step.who]?.apply(step.op, step.now);
    else {
      const chosen = carry((replicas[step.from]?.plan() ?? []).filter(({ id }) => step.only.includes(id)));
      const deliver = () => replicas[step.to]?.receive(chosen);
      if (step.late) mail.unshift(deliver);
      else deliver();
    }
  }
  for (const deliver of mail) deliver();
  return replicas;
}

export const nodeAt = (index: number): NodeId => `${index + 10}`.padStart(16, '0') as NodeId;
