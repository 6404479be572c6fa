import type { Horizon, Stamp } from '../../../../src/core/model/stamp';
import type { RecordState } from '../../../../src/core/plan/state';
import { anyPlan, anyState, Dice, NOW, nodes, value } from './dice';
import { asStored, byMail, E, type Law, must, type Statement, same } from './law';
import { exchange, play } from './machine';

/** Merging is a join: M1 to M5, and what follows from it. */
export const joins = {
  M1: {
    title: 'whichever side comes first, the result is the same',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const [a, b] = [anyPlan(dice), anyPlan(dice)];
      same(E(law, law.mergePlans(a, b)), E(law, law.mergePlans(b, a)), 'a + b and b + a');
    },
  },
  M2: {
    title: 'however three copies are grouped, in memory or by what is stored of them, the result is the same',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const [a, b, c] = [anyPlan(dice), anyPlan(dice), anyPlan(dice)];
      const merge = law.mergePlans;
      const all = E(law, merge(merge(a, b), c));
      same(all, E(law, merge(a, merge(b, c))), '(a + b) + c and a + (b + c)');
      // A store and a file keep the heads of bodies only: what was replaced must not be missed.
      same(all, E(law, merge(asStored(merge(asStored(b), asStored(c))), asStored(a))), 'the same through stores');
    },
  },
  M3: {
    title: 'merging what was merged changes nothing, and that nothing changes is known beforehand',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const [a, b] = [anyPlan(dice), anyPlan(dice)];
      same(E(law, law.mergePlans(a, structuredClone(a) as RecordState[])), E(law, a), 'a + a and a');
      const merged = law.mergePlans(a, b);
      same(E(law, law.mergePlans(merged, b)), E(law, merged), '(a + b) + b and a + b');
      const [one, other] = [anyState(dice), anyState(dice)];
      const isSame = E(law, [law.mergeStates(one, other)]) === E(law, [one]);
      must(law.isWithin(other, one) === isSame, `isWithin says ${!isSame}`);
    },
  },
  M4: {
    title: '2 to 5 machines that edit apart and mail each other parts agree byte for byte after one full exchange',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const machines = play(law, dice, 2 + dice.n(4));
      exchange(machines, dice);
      agree(law, machines);
    },
  },
  'M4 by mail': {
    title: 'the same when every copy travels as a plan file',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const machines = play(law, dice, dice.of(2, 2, 3), { carry: byMail(law), steps: 10 });
      exchange(machines, dice, byMail(law));
      agree(law, machines);
    },
  },
  'M4 with texts laid together': {
    title: 'the same when texts of other blocks are laid together on the way, and everyone has heard of that',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const machines = play(law, dice, 2 + dice.n(3), { settle: true });
      exchange(machines, dice, undefined, true);
      // What somebody laid together is itself news: those who kept another beginning hear of it in the next round.
      exchange(machines, dice);
      agree(law, machines);
    },
  },
  M5: {
    title: 'nothing goes down: no stamp, no mark of a set, no tombstone',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const [a, b] = [anyState(dice), anyState(dice)];
      const merged = law.mergeStates(a, b);
      for (const side of [a, b]) {
        for (const [name, at] of Object.entries(side.stamps))
          must((merged.stamps[name] ?? '') >= at, `${name} is not below ${at}`);
        for (const [set, elements] of Object.entries(side.sets))
          for (const [name, { adds, removes }] of Object.entries(elements)) {
            const after = Object.entries(merged.sets[set] ?? {}).find(([other]) => other === name)?.[1];
            must(after !== undefined && coversAll(after.adds, adds), `${set} ${name} stays added`);
            must(coversAll(after.removes, removes), `${set} ${name} stays removed`);
          }
        if (side.deleted === null) continue;
        must(merged.deleted !== null && merged.deleted.at >= side.deleted.at, 'the deletion stays');
        must(coversAll(merged.deleted.seen, side.deleted.seen), 'and what it had seen');
      }
    },
  },
  M11: {
    title: 'equal stamps with different values are decided by the value, on both sides, and noticed',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const at = law.makeStamp({ millis: NOW, counter: 0, node: dice.of(...nodes) });
      const side = (): RecordState => ({
        ...law.emptyState('piece', 'p1'),
        registers: { title: value(dice) },
        stamps: { title: at },
      });
      const [a, b] = [side(), side()];
      same(E(law, [law.mergeStates(a, b)]), E(law, [law.mergeStates(b, a)]), 'a + b and b + a');
      const { summary } = law.comparePlans(sideOf(law, [a]), sideOf(law, [b]), { now: NOW });
      must(summary.copied === (E(law, [a]) === E(law, [b]) ? 0 : 1), 'a copied profile is noticed');
    },
  },
} as const satisfies Record<string, Statement>;

const coversAll = (seen: Horizon, marks: readonly Stamp[]): boolean =>
  marks.every((mark) => seen.some((other) => other.slice(18) === mark.slice(18) && other >= mark));

function agree(law: Law, machines: ReturnType<typeof play>): void {
  const exports = new Set(machines.map((machine) => E(law, machine.plan())));
  must(exports.size === 1, `${exports.size} exports\n  ${[...exports].join('\n  ')}`);
}

export const sideOf = (law: Law, states: readonly RecordState[]) => ({ states, seen: law.seenByPlan(states) });
