import type { Op } from '../../../../src/core/plan/ops';
import type { BodyVersion, RecordState } from '../../../../src/core/plan/state';
import { meantRecord, visibleOf } from '../../../helpers/visible';
import { Dice, docOf, NOW } from './dice';
import { asStored, byMail, E, type Law, must, type Statement, same } from './law';
import { Machine, nodeAt, play } from './machine';

const p1 = { type: 'piece', id: 'p1' } as const;
const write = (lines: Readonly<Record<string, string>>): Op => ({ kind: 'write', ...p1, doc: docOf(lines) });
const start = { b1: '一', b2: '二', b3: '三', b4: '四' } as const;

const beginnings = new WeakMap<Law, Machine>();

/** Machines that hold the same piece. Nothing in a state is ever changed, so one beginning serves every case. */
function sharing(law: Law, count: number): readonly Machine[] {
  let first = beginnings.get(law);
  if (first === undefined) {
    first = new Machine(law, nodeAt(0));
    first.edit(law.createOp('piece', 'p1', { title: '题', tags: ['夜景'] }, docOf(start)), NOW);
    beginnings.set(law, first);
  }
  const begun = first;
  return Array.from({ length: count }, (_, at) => Machine.copyOf(begun, nodeAt(at)));
}

const libraries = new WeakMap<Law, Map<number, Machine>>();

/** The machine of somebody with so many pieces. */
function owning(law: Law, count: number): Machine {
  const bySize = libraries.get(law) ?? new Map<number, Machine>();
  libraries.set(law, bySize);
  let owner = bySize.get(count);
  if (owner === undefined) {
    owner = new Machine(law, nodeAt(0));
    for (let at = 0; at < count; at += 1) owner.edit(law.createOp('piece', `p${at}`, { title: `p${at}` }), NOW);
    bySize.set(count, owner);
  }
  return Machine.copyOf(owner, nodeAt(0));
}

/** Deletions, concurrent texts, and one of each laid together. */
export const recordLaws = {
  M12: {
    title:
      'delete and edit in each causal order: deleted by who saw the edit; there when the edit did not know, or knew better',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const [one, two] = sharing(law, 2) as [Machine, Machine];
      const edit: Op = dice.of<Op>(
        { kind: 'set', ...p1, register: 'title', value: '改过' },
        { kind: 'add', ...p1, set: 'tags', element: '新' },
        write({ ...start, b1: '改过' }),
      );
      const remove: Op = { kind: 'delete', ...p1 };
      // Nine cases: three kinds of edit by three orders. Clocks say nothing: they are thrown.
      const order = dice.of('edit, then delete', 'delete, then edit', 'both at once');
      const clock = () => NOW + dice.n(5);
      const [first, second] = order === 'delete, then edit' ? [remove, edit] : [edit, remove];
      one.edit(first, clock());
      if (order !== 'both at once') two.receive(asStored(one.plan()));
      two.edit(second, clock());
      const merged = law.mergePlans(asStored(one.plan()), asStored(two.plan()))[0] as RecordState;
      same(E(law, [merged]), E(law, law.mergePlans(two.plan(), one.plan())), 'in both directions');
      must(law.isAlive(merged) === (order !== 'edit, then delete'), `${order}: ${law.isAlive(merged)}`);
      if (order === 'both at once') must(merged.deleted?.at === two.last, 'both facts are known');
      const absent = law.mergePlans(one.plan(), []);
      same(E(law, absent), E(law, one.plan()), 'absence deletes nothing');
    },
  },
  'M12 tags': {
    title: 'a tag taken out by some and put in again by one who did not know stays',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const [one, two, three] = sharing(law, 3) as [Machine, Machine, Machine];
      const tag = (kind: 'add' | 'remove', element = '夜景'): Op => ({ kind, ...p1, set: 'tags', element });
      one.edit(tag('remove'), NOW + dice.n(5));
      if (dice.one(2)) two.edit(tag('remove'), NOW + dice.n(5));
      two.edit(tag('remove'), NOW + dice.n(5));
      two.edit(tag('add'), NOW + dice.n(5));
      three.edit(tag('add', '手机'), NOW + dice.n(5));
      const merged = dice
        .shuffled([one, two, three])
        .reduce<readonly RecordState[]>((plan, machine) => law.mergePlans(plan, machine.plan()), []);
      same(law.elementsOf(merged[0] as RecordState, 'tags').join(), ['夜景', '手机'].sort().join(), 'both tags');
    },
  },
  M18: {
    title:
      'two concurrent texts: other blocks become one text under one id on both sides; the same block keeps both until one choice settles it everywhere',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const [one, two] = sharing(law, 2) as [Machine, Machine];
      const blocks = dice.shuffled(['b1', 'b2', 'b3', 'b4']);
      const overlap = dice.one(2);
      const [mine, theirs] = [blocks[0] as string, blocks[overlap ? 0 : 1] as string];
      for (let edits = dice.n(3); edits >= 0; edits -= 1)
        one.edit(write({ ...start, [mine]: `甲${edits}` }), NOW + dice.n(5));
      for (let edits = dice.n(3); edits >= 0; edits -= 1)
        two.edit(write({ ...start, [theirs]: `乙${edits}` }), NOW + dice.n(5));
      const copies = [one, two].map((machine) => asStored(machine.plan()));
      one.receive(copies[1] ?? [], true);
      two.receive(copies[0] ?? [], true);
      same(E(law, one.plan()), E(law, two.plan()), 'both sides');
      if (!overlap) {
        must(one.of('p1').heads.length === 1, 'one text');
        const said = JSON.stringify(law.shownVersion(one.of('p1'))?.doc);
        must(said === JSON.stringify(docOf({ ...start, [mine]: '甲0', [theirs]: '乙0' })), said);
        return;
      }
      must(one.of('p1').heads.length === 2, 'both texts stand');
      one.edit(write({ ...start, b1: '合' }), NOW);
      two.receive(asStored(one.plan()), true);
      must(two.of('p1').heads.length === 1 && one.of('p1').heads.length === 1, 'the choice settles it everywhere');
      // A late copy of either text brings nothing back.
      for (const copy of copies) one.receive(copy, true);
      same(E(law, one.plan()), E(law, two.plan()), 'and late copies bring nothing back');
    },
  },
  'M18 beginnings': {
    title: 'texts are laid together from what both had seen, never from what only one of them had',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const [one, two] = sharing(law, 2) as [Machine, Machine];
      // One goes on from a text of its own that nobody else has seen; what it changed there is its change.
      one.edit(write({ ...start, b1: '甲' }), NOW + dice.n(5));
      one.edit(write({ ...start, b1: '甲', b2: '乙' }), NOW + dice.n(5));
      two.edit(write({ ...start, b1: '丙' }), NOW + dice.n(5));
      const kept = [...(one.kept.get(law.keyOf(p1)) ?? []), ...(two.kept.get(law.keyOf(p1)) ?? [])];
      const [a, b] = [one, two].map((machine) => law.shownVersion(machine.of('p1')) as BodyVersion) as [
        BodyVersion,
        BodyVersion,
      ];
      const base = law.ancestorOf(
        a,
        b,
        dice.shuffled([...new Map(kept.map((version) => [version.id, version])).values()]),
      );
      must(JSON.stringify(base?.doc) === JSON.stringify(docOf(start)), 'the text both began from');
      one.receive(asStored(two.plan()), true);
      must(one.of('p1').heads.length === 2, 'both changed the first block: nothing is decided for them');
    },
  },
  M19: {
    title: 'a text laid together on 2 to 4 machines and then merged is that text once, not several times',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const machines = sharing(law, dice.of(2, 2, 3, 4));
      for (const [at, machine] of machines.entries())
        machine.edit(write({ ...start, [`b${at + 1}`]: `改${at}` }), NOW + dice.n(5));
      const copies = machines.map((machine) => asStored(machine.plan()));
      for (const machine of machines) for (const copy of dice.shuffled(copies)) machine.receive(copy, true);
      const settled = machines.map((machine) => machine.of('p1'));
      must(
        settled.every(({ heads }) => heads.length === 1),
        'one text each',
      );
      must(new Set(settled.map(({ heads }) => heads[0])).size === 1, 'under one id, whatever order they came in');
      const merged = law.mergePlans(settled.slice(0, 1), settled.slice(1, 2))[0] as RecordState;
      must(merged.heads.length === 1, 'merging them is that text');
    },
  },
  M14: {
    title: 'in whatever order copies come, none may remove more than 10 and a fifth of the pieces unasked',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      // Few enough that the ten count, or so many that the fifth does.
      const count = dice.one(16) ? 51 + dice.n(9) : 11 + dice.n(9);
      const owner = owning(law, count);
      const ids = owner.plan().map(({ id }) => id);
      const senders = [1, 2, 3].map((at) => {
        const machine = Machine.copyOf(owner, nodeAt(at));
        const share = dice.of(3, 3, 10);
        for (const id of ids)
          if (dice.n(10) < share)
            machine.edit(
              dice.one(3)
                ? { kind: 'set', type: 'piece', id, register: 'trashed', value: true }
                : { kind: 'delete', type: 'piece', id },
              NOW + 1,
            );
        return machine;
      });
      const shown = (): number =>
        owner.plan().filter((state) => law.isAlive(state) && state.registers.trashed !== true).length;
      for (const sender of dice.shuffled(senders)) {
        const before = shown();
        const { merged, summary } = law.comparePlans(
          { states: owner.plan(), seen: law.seenByPlan(owner.plan()) },
          { states: sender.plan(), seen: law.seenByPlan(sender.plan()) },
          { now: NOW + 2 },
        );
        owner.receive(merged);
        const gone = before - shown();
        const asks = gone > Math.max(10, before * 0.2);
        must((summary.mass !== null) === asks, `${gone} of ${before}: asked ${summary.mass !== null}`);
        if (summary.mass !== null) must(summary.mass.count === gone && summary.mass.total === before, 'by its number');
      }
    },
  },
  M20: {
    title: 'what a merge did is taken back by its own ops: seen is what was seen before, and no stamp goes down',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const [mine, theirs] = play(law, dice, 2, { steps: 16 }) as [Machine, Machine];
      const before = mine.plan();
      const { merged } = law.comparePlans(
        { states: before, seen: law.seenByPlan(before) },
        { states: asStored(theirs.plan()), seen: law.seenByPlan(theirs.plan()) },
        { now: NOW },
      );
      const undone = new Machine(law, mine.node);
      undone.receive(merged);
      undone.last = law.clockAfter(mine.last, merged);
      for (const state of merged)
        for (const op of law.asOps(mine.states.get(law.keyOf(state)) ?? null, state).inverse) undone.edit(op, NOW);
      const there = (states: readonly RecordState[]) => visibleOf(states, meantRecord);
      same(there(undone.plan()), there(before), 'before and after');
      for (const state of merged)
        for (const [name, at] of Object.entries(state.stamps))
          must((undone.of(state.id).stamps[name] ?? '') >= at, `${name} of ${state.id} is not below ${at}`);
    },
  },
  M13: {
    title: 'what this version does not know survives a file, an edit and a merge; an older value never overwrites it',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const [later, older] = [0, 1].map((at) => new Machine(law, nodeAt(at))) as [Machine, Machine];
      const future = (register: string, value: never): Op => ({ kind: 'set', ...p1, register, value });
      later.edit(law.createOp('piece', 'p1', { title: '题' }), NOW);
      later.edit(future('fromTheFuture', { of: [1, { deep: dice.n(9) }] } as never), NOW);
      later.edit({ kind: 'add', ...p1, set: 'unknownSet', element: '远' }, NOW);
      // A value the older version cannot read, beside one it can.
      later.edit(future('kind', 'hologram' as never), NOW);
      const carry = byMail(law);
      older.receive(carry(later.plan()));
      older.edit({ kind: 'set', ...p1, register: 'title', value: '改' }, NOW + dice.n(3));
      later.edit(future('fromTheFuture', '新' as never), NOW + dice.n(3));
      const [ours, theirs] = [carry(older.plan()), carry(later.plan())];
      const merged = (dice.one(2) ? law.mergePlans(ours, theirs) : law.mergePlans(theirs, ours))[0] as RecordState;
      must(merged.registers.fromTheFuture === '新', 'the newer value of an unknown field stands');
      must(law.elementsOf(merged, 'unknownSet').join() === '远', 'so does an unknown set');
      must(merged.registers.kind === 'hologram' && merged.registers.title === '改', 'and the rest beside it');
      const view = law.viewOf('piece', merged);
      must(view.title === '改' && view.kind === 'scene', 'one unreadable value hides no other');
    },
  },
} as const satisfies Record<string, Statement>;
