import { covers, readStamp, type Stamp } from '../../../../src/core/model/stamp';
import type { BodyVersion, RecordState } from '../../../../src/core/plan/state';
import { Dice, docOf, NOW, nodes, stamp } from './dice';
import { asStored, E, type Law, must, type Statement, same } from './law';
import { exchange, Machine, nodeAt, play } from './machine';

const HOUR = 3_600_000;
const YEAR = 8_766 * HOUR;
const title = (words: string, id = 'p1') =>
  ({ kind: 'set', type: 'piece', id, register: 'title', value: words }) as const;

/** Who came after whom, and what becomes of edits nobody sees any more. */
export const clocks = {
  M6: {
    title: 'every acknowledged edit is visible, or a text that stands, or what replaced it can be named',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const machines = play(law, dice, 3);
      const all = new Map(
        machines
          .reduce<readonly RecordState[]>((plan, one) => law.mergePlans(plan, one.plan()), [])
          .map((one) => [one.id, one]),
      );
      for (const { op, stamp: at } of machines.flatMap(({ acked }) => acked)) {
        const state = all.get(op.id) as RecordState;
        if (op.kind === 'set') {
          const now = state.stamps[op.register] as Stamp;
          must(now > at || (now === at && state.registers[op.register] === op.value), `${op.register} of ${at}`);
        }
        if (op.kind === 'write')
          must(
            state.heads.some((head) => covers(law.lineageOf(state.versions[head] as BodyVersion), at)),
            `the text of ${at}`,
          );
        if (op.kind === 'add')
          must(
            covers(Object.entries(state.sets.tags ?? {}).find(([name]) => name === op.element)?.[1].adds ?? [], at),
            `the tag of ${at}`,
          );
        if (op.kind === 'delete') must(state.deleted !== null && state.deleted.at >= at, `the deletion of ${at}`);
      }
    },
  },
  'M6 told': {
    title: 'a value that a concurrent edit replaced is told with both authors, and one that was known is not',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const [one, two] = [new Machine(law, nodeAt(0)), new Machine(law, nodeAt(1))];
      one.edit(law.createOp('piece', 'p1', { title: '原' }), NOW);
      two.receive(one.plan());
      const knew = dice.one(2);
      const mine = one.edit(title('甲'), NOW + dice.n(5));
      if (knew) two.receive(one.plan());
      const theirs = two.edit(title('乙'), NOW + dice.n(5));
      must(mine && theirs, 'both edits are made');
      const [a, b] = [one.of('p1'), two.of('p1')];
      const { records } = law.comparePlans(
        { states: [a], seen: law.seenByPlan([a]) },
        { states: [b], seen: law.seenByPlan([b], knew ? [a.stamps.title as Stamp] : []) },
        { now: NOW },
      );
      const [field] = records[0]?.fields ?? [];
      const wins = (b.stamps.title as Stamp) > (a.stamps.title as Stamp);
      must(field !== undefined, 'the title is told');
      must(
        field.fate === (knew ? 'taken' : wins ? 'mine_lost' : 'theirs_lost'),
        `${field.fate}, knew ${knew}, wins ${wins}`,
      );
      must(field.mineBy?.node === one.node && field.theirsBy.node === two.node, 'with both authors');
      must(records[0]?.group === (knew ? 'changed' : 'also_changed'), 'in its group');
    },
  },
  M7: {
    title: 'an edit made after seeing another beats it under any skew from 10 years back to 24 hours ahead',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const skew = dice.one(4) ? -dice.n(10) * YEAR : dice.one(2) ? dice.n(24) * HOUR : -dice.n(1_000);
      const [one, two] = [new Machine(law, nodeAt(dice.n(2) * 2)), new Machine(law, nodeAt(1))];
      one.edit(law.createOp('piece', 'p1', { title: '原' }, docOf({ b1: '一' })), NOW);
      for (let edits = dice.n(3); edits >= 0; edits -= 1) one.edit(title(`第${edits}`), NOW);
      two.receive(asStored(one.plan()));
      two.edit(title('后'), NOW + skew);
      two.edit({ kind: 'write', type: 'piece', id: 'p1', doc: docOf({ b1: '后' }) }, NOW + skew);
      one.receive(asStored(two.plan()));
      must(one.of('p1').registers.title === '后', 'the later title shows');
      must(one.of('p1').heads.length === 1, 'and the later text alone');
      const { lawful, future } = law.withoutFuture(two.of('p1'), NOW);
      must(future === null && lawful !== null, 'within a day nothing is held back');
    },
  },
  M8: {
    title: 'with its clock set back a day a machine’s later edits still win over its earlier ones',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const machine = new Machine(law, nodeAt(0));
      machine.edit(law.createOp('piece', 'p1', { title: '原' }), NOW);
      const copies: (readonly RecordState[])[] = [machine.plan()];
      for (let edit = 0; edit < 4; edit += 1) {
        machine.edit(title(`第${edit}`), NOW - dice.n(2) * 24 * HOUR - dice.n(3));
        copies.push(machine.plan());
      }
      const all = dice.shuffled(copies).reduce<readonly RecordState[]>((plan, copy) => law.mergePlans(plan, copy), []);
      must(all[0]?.registers.title === '第3', `the last edit shows, not ${String(all[0]?.registers.title)}`);
    },
  },
  M9: {
    title:
      'edits from more than 24 hours ahead stay outside, pull no clock, and are everywhere once they were taken or repaired',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const ahead = 25 * HOUR + dice.n(80) * YEAR;
      const [author, reader, third] = [0, 1, 2].map((at) => new Machine(law, nodeAt(at))) as [
        Machine,
        Machine,
        Machine,
      ];
      author.edit(law.createOp('piece', 'p1', { title: '原', tags: ['江'] }, docOf({ b1: '一' })), NOW);
      for (const other of [reader, third]) other.receive(author.plan());
      const lawfulLast = author.last;
      author.edit(title('明年'), NOW + ahead);
      author.edit({ kind: 'write', type: 'piece', id: 'p1', doc: docOf({ b1: '明年' }) }, NOW + ahead);
      if (dice.one(2)) author.edit({ kind: 'add', type: 'piece', id: 'p1', set: 'tags', element: '远' }, NOW + ahead);
      const before = E(law, reader.plan());
      const { merged, held, summary } = law.comparePlans(
        { states: reader.plan(), seen: law.seenByPlan(reader.plan()) },
        { states: asStored(author.plan()), seen: law.seenByPlan(author.plan()) },
        { now: NOW },
      );
      same(E(law, merged), before, 'nothing of it is merged');
      must(held.length === 1 && summary.held === 1, 'it waits beside the plan');
      reader.receive(merged);
      must(reader.last === null || readStamp(reader.last).millis <= NOW + 10, 'the clock does not follow');
      must(reader.edit(title('今天'), NOW + 1), 'editing goes on');
      // The reader takes it: as an edit of its own, under a clock of its own.
      if (dice.one(2)) reader.edit(title('明年'), NOW + 2);
      // The author's clock is right again, and its own machine writes the edits anew.
      const mended = law.repaired(author.plan(), { node: author.node, now: NOW + 3, last: lawfulLast });
      author.states.clear();
      author.last = mended.last;
      author.receive(mended.states);
      must(law.withoutFuture(author.of('p1'), NOW + 3).future === null, 'nothing lies ahead any more');
      exchange([author, reader, third], dice);
      const exports = new Set([author, reader, third].map((one) => E(law, one.plan())));
      must(exports.size === 1, 'after both everyone agrees');
      const text = law.shownVersion(third.of('p1'))?.doc;
      must(JSON.stringify(text).includes('明年'), 'and the author’s text arrived');
    },
  },
  M10: {
    title: 'edits in one frozen millisecond have strictly rising stamps, however many there are',
    runs: 70_000,
    holds: (() => {
      const last = new WeakMap<Law, Stamp>();
      return (law: Law) => {
        const before = last.get(law) ?? null;
        const next = law.nextStamp(before, NOW, nodes[0] as never);
        must(before === null || next > before, `${next} after ${before}`);
        last.set(law, next);
      };
    })(),
  },
  M24: {
    title: 'stamps are ordered as Evolu and Actual order theirs, and so are the values that win by them',
    runs: 10_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const [a, b] = [stamp(dice), stamp(dice)];
      must(order(a, b) === byEvolu(a, b), `Evolu orders ${a} and ${b} otherwise`);
      must(order(a, b) === order(byActual(a), byActual(b)), `Actual orders ${a} and ${b} otherwise`);
      const side = (at: Stamp, title: string): RecordState => ({
        ...law.emptyState('piece', 'p1'),
        registers: { title },
        stamps: { title: at },
      });
      const wins = law.mergeStates(side(a, '甲'), side(b, '乙')).registers.title;
      if (a !== b) must(wins === (byEvolu(a, b) > 0 ? '甲' : '乙'), `the later of ${a} and ${b} wins`);
      // Without messages all three clocks give the same reading: the wall clock, or one more than the last.
      const now = NOW - 2 + dice.n(5);
      const { millis, counter } = readStamp(a);
      const expected = now > millis ? [now, 0] : [millis, counter + 1];
      const next = readStamp(law.nextStamp(a, now, nodes[0] as never));
      must(next.millis === expected[0] && next.counter === expected[1], `after ${a} at ${now}`);
    },
  },
} as const satisfies Record<string, Statement>;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Evolu compares milliseconds, then counter, then node (its `Timestamp` documentation, August 2026). */
function byEvolu(a: Stamp, b: Stamp): number {
  const [x, y] = [readStamp(a), readStamp(b)];
  return Math.sign(x.millis - y.millis) || Math.sign(x.counter - y.counter) || order(x.node, y.node);
}

/** Actual writes a stamp as ISO time, counter in four capital hex digits and node, and compares the text (`timestamp.ts`). */
function byActual(stamp: Stamp): string {
  const { millis, counter, node } = readStamp(stamp);
  return [new Date(millis).toISOString(), counter.toString(16).toUpperCase().padStart(4, '0'), node].join('-');
}
