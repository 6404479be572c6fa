import type { NodeId, Stamp } from '../../../../src/core/model/stamp';
import type { Op } from '../../../../src/core/plan/ops';
import type { BodyVersion, RecordState } from '../../../../src/core/plan/state';
import { type Dice, docOf, ids, instants, registers, tags } from './dice';
import type { Law } from './law';

/** One machine with its copy of a plan, its clock, and every text it ever held. */
export class Machine {
  readonly states = new Map<string, RecordState>();
  readonly kept = new Map<string, BodyVersion[]>();
  /** Every edit this machine acknowledged, with the text it saw before where it wrote one. */
  readonly acked: { readonly op: Op; readonly stamp: Stamp }[] = [];
  last: Stamp | null = null;

  constructor(
    readonly law: Law,
    readonly node: NodeId,
  ) {}

  /** Another machine with a copy of the folder: it holds the same, shared and not read anew. */
  static copyOf(other: Machine, node: NodeId): Machine {
    const copy = new Machine(other.law, node);
    for (const [key, state] of other.states) copy.states.set(key, state);
    for (const [key, versions] of other.kept) copy.kept.set(key, versions);
    copy.last = other.last;
    return copy;
  }

  /** Whether the edit changed anything. */
  edit(op: Op, now: number): boolean {
    const { law } = this;
    const before = this.states.get(law.keyOf(op)) ?? null;
    if (op.kind === 'create' ? before !== null && law.isAlive(before) : before === null) return false;
    const stamp = law.nextStamp(this.last, now, this.node);
    const applied = law.applyOp(before, op, stamp);
    if (applied === null) return false;
    this.last = stamp;
    this.keep(applied.state);
    this.acked.push({ op, stamp });
    return true;
  }

  /** Merges a copy, as from a file; `settle` lays texts of other blocks together as the studio does. */
  receive(states: readonly RecordState[], settle = false): void {
    const { law } = this;
    for (const theirs of states) {
      const ours = this.states.get(law.keyOf(theirs));
      const merged = ours === undefined ? theirs : law.mergeStates(ours, theirs);
      this.keep(theirs);
      this.keep(settle ? law.settleBody(merged, this.kept.get(law.keyOf(theirs)) ?? []) : merged);
    }
    this.last = law.clockAfter(this.last, states);
  }

  private keep(state: RecordState): void {
    const key = this.law.keyOf(state);
    this.states.set(key, state);
    const known = this.kept.get(key) ?? [];
    const more = Object.values(state.versions).filter(({ id }) => !known.some((one) => one.id === id));
    if (more.length > 0) this.kept.set(key, [...known, ...more]);
  }

  plan(): readonly RecordState[] {
    return [...this.states.values()];
  }

  of(id: string): RecordState {
    return this.states.get(this.law.keyOf({ type: 'piece', id })) as RecordState;
  }
}

export const nodeAt = (index: number): NodeId => `${index + 10}`.padStart(16, '0') as NodeId;

export function anyOp(dice: Dice, law: Law): Op {
  const target = { type: 'piece' as const, id: dice.of(...ids) };
  const words = dice.of('一', '二', '三', '四');
  const kind = dice.of('create', 'create', 'set', 'set', 'set', 'add', 'remove', 'write', 'write', 'delete', 'revive');
  if (kind === 'create')
    return law.createOp('piece', target.id, { title: words, tags: [dice.of(...tags)] }, docOf({ b1: words, b2: '同' }));
  if (kind === 'set') return { kind, ...target, register: dice.of(...registers), value: dice.of('甲', '乙', '丙') };
  if (kind === 'add' || kind === 'remove') return { kind, ...target, set: 'tags', element: dice.of(...tags) };
  if (kind === 'write')
    return { kind, ...target, doc: docOf(dice.one(2) ? { b1: words, b2: '同' } : { b1: '一', b2: words }) };
  return { kind: kind as 'delete' | 'revive', ...target };
}

/**
 * Machines that edit apart under clocks that jump, and mail each other parts of their plans, late, twice or never.
 * `carry` is how a plan travels: as it is, or through a file.
 */
export function play(
  law: Law,
  dice: Dice,
  count: number,
  { carry = (states: readonly RecordState[]) => states, settle = false, steps = 24 } = {},
): readonly Machine[] {
  const machines = Array.from({ length: count }, (_, index) => new Machine(law, nodeAt(index)));
  const late: (() => void)[] = [];
  for (let step = 0; step < steps; step += 1) {
    const who = dice.of(...machines);
    if (!dice.one(4)) {
      who.edit(anyOp(dice, law), dice.of(...instants));
      continue;
    }
    const to = dice.of(...machines);
    const chosen = carry(who.plan().filter(() => !dice.one(4)));
    const deliver = () => to.receive(chosen, settle);
    if (dice.one(3)) late.unshift(deliver);
    else deliver();
    if (dice.one(5)) deliver();
  }
  for (const deliver of late) deliver();
  return machines;
}

/** Everyone gets everyone's copy, each in an order of its own. */
export function exchange(
  machines: readonly Machine[],
  dice: Dice,
  carry = (states: readonly RecordState[]) => states,
  settle = false,
): void {
  const copies = machines.map((machine) => carry(machine.plan()));
  for (const machine of machines) for (const copy of dice.shuffled(copies)) machine.receive(copy, settle);
}
