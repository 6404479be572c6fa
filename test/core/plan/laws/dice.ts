import type { Doc } from '../../../../src/core/model/doc';
import type { Json } from '../../../../src/core/model/json';
import { makeStamp, type NodeId, type Stamp } from '../../../../src/core/model/stamp';
import { headsOf } from '../../../../src/core/plan/lineage';
import { type BodyVersion, emptyState, type RecordState, type SetElement } from '../../../../src/core/plan/state';

/**
 * A universe so small that everything collides (3 nodes, 4 records, 5 registers, 6 instants), thrown by dice from one
 * number: a case costs microseconds, so a law can be asked thousands of times, and a failure is named by its number.
 */
export class Dice {
  constructor(private seed: number) {
    this.seed = (seed ^ 0x9e3779b9) >>> 0;
  }

  /** 0 to `below` - 1. */
  n(below: number): number {
    this.seed = (this.seed + 0x6d2b79f5) >>> 0;
    let t = this.seed;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }

  /** True one time in `times`. */
  one(times: number): boolean {
    return this.n(times) === 0;
  }

  of<T>(...list: readonly T[]): T {
    return list[this.n(list.length)] as T;
  }

  some<T>(list: readonly T[]): readonly T[] {
    return list.filter(() => this.one(2));
  }

  shuffled<T>(list: readonly T[]): T[] {
    const left = [...list];
    return list.map(() => left.splice(this.n(left.length), 1)[0] as T);
  }
}

export const nodes = ['000000000000000a', '000000000000000b', '000000000000000c'] as NodeId[];
export const ids = ['p1', 'p2', 'p3', 'p4'] as const;
export const registers = ['title', 'notes', 'product', 'brief.place', 'fromTheFuture'] as const;
export const tags = ['夜景', '手机', '__proto__', 'constructor'] as const;
/** Without names that objects are born with: those are written the slow way, and one plan in three has them. */
const plainTags = tags.slice(0, 2);
export const NOW = 1_800_000_000_000;
export const instants = [0, 1, 2, 3, 4, 5].map((more) => NOW + more);

export const stamp = (dice: Dice): Stamp =>
  makeStamp({
    // One time in three the same instant as everybody: equal stamps with other values are what a copied profile makes.
    millis: dice.one(3) ? NOW : dice.of(...instants),
    counter: dice.one(4) ? 1 : 0,
    node: dice.of(...nodes),
  });

export const value = (dice: Dice): Json =>
  dice.of<Json>('甲', '乙', '', 0, 2 ** 53 - 1, null, { of: [1, { deep: true }] });

/** A text of up to four blocks, each known by its id. */
export const docOf = (lines: Readonly<Record<string, string>>): Doc => ({
  type: 'doc',
  content: Object.entries(lines).map(([id, text]) => ({
    type: 'paragraph',
    attrs: { id },
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  })),
});

const horizon = (dice: Dice): readonly Stamp[] =>
  nodes
    .filter(() => dice.one(2))
    .map((node) => makeStamp({ millis: dice.of(...instants), counter: dice.n(2), node }))
    .sort();

/** Any state, also such as no history makes. What a version says hangs on its id, as it does for everybody honest. */
export function anyState(dice: Dice, type = 'piece', id = 'p1'): RecordState {
  const state = { ...emptyState(type, id), registers: {} as Record<string, Json>, stamps: {} as Record<string, Stamp> };
  for (const name of dice.some(registers)) {
    state.registers[name] = value(dice);
    state.stamps[name] = stamp(dice);
  }
  const sets: Record<string, Record<string, SetElement>> = {};
  for (const set of dice.some(['tags', 'unknownSet'])) {
    const elements = dice.some(dice.one(3) ? tags : plainTags).map((name): [string, SetElement] => {
      const adds = horizon(dice);
      return [name, { adds: adds.length === 0 ? [stamp(dice)] : adds, removes: horizon(dice) }];
    });
    if (elements.length > 0) sets[set] = Object.fromEntries(elements);
  }
  const versions = Object.fromEntries(
    dice
      .some([0, 1, 2])
      .map(() => anyVersion(dice))
      .map((one) => [one.id, one]),
  );
  const deleted = dice.one(3) ? { at: stamp(dice), seen: horizon(dice) } : null;
  return { ...state, sets, versions, heads: headsOf(versions), deleted };
}

function anyVersion(dice: Dice): BodyVersion {
  const id = dice.one(5) ? dice.of('a'.repeat(64), 'b'.repeat(64)) : stamp(dice);
  const said = new Dice([...id].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0, 7));
  return { id, replaces: horizon(said), doc: docOf({ b1: said.of('一', '二', '三') }) as unknown as Json };
}

/** A record, or some: one of a type this version does not know, one named as objects are born. */
export const anyPlan = (dice: Dice): readonly RecordState[] =>
  (dice.one(3) ? dice.some(named) : [dice.of(...named)]).map(([type, id]) => anyState(dice, type, id));

const named: readonly (readonly [type: string, id: string])[] = [
  ['piece', 'p1'],
  ['piece', 'p2'],
  ['hologram', 'h1'],
  ['piece', '__proto__'],
];
