import { digestBytes as trueDigest } from '../../../../src/core/model/ids';
import type { Json } from '../../../../src/core/model/json';
import { canonical } from '../../../../src/core/plan/canonical';
import type { PlanContent, PlanEntry } from '../../../../src/core/plan/file/content';
import type { RecordState } from '../../../../src/core/plan/state';
import { anyPlan, Dice, NOW } from './dice';
import { E, must, readBack, type Statement, same } from './law';
import { Machine, nodeAt } from './machine';

const text = new TextDecoder();
const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

/** Plans as files: the same bytes, no more of them than need be, and none that could break a merge. */
export const files = {
  M15: {
    title: 'a file read and written again is the same file, whatever order its records and pictures were put in',
    runs: 250,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const pictures = [1, 2, 3].map((size) => new Uint8Array(70 + size).fill(dice.n(200)));
      const assets = pictures.map((bytes): [string, Uint8Array] => [`${trueDigest(bytes)}.png`, bytes]);
      const content: PlanContent = { workspaceId: 'w1', states: anyPlan(dice), assets: new Map(assets) };
      const mixed = {
        ...content,
        states: dice.shuffled(content.states).map((state) => backwards(state)),
        assets: new Map(dice.shuffled(assets)),
      };
      const packed = (plan: PlanContent): string => Buffer.from(law.packPlan(law.encodePlan(plan))).toString('base64');
      same(packed(content), packed(mixed), 'in any order');
      const read = law.readPlanFile(law.packPlan(law.encodePlan(content)), 'a.juzhen');
      must(read.ok, 'it opens');
      same(packed(read.value), packed(content), 'E(import(E(s))) and E(s)');
    },
  },
  M16: {
    title: 'after 20 edits of every field a file is at most a quarter larger than what is seen, as plain JSON',
    runs: 20,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const machines = [0, 1, 2].map((at) => new Machine(law, nodeAt(at)));
      const words = (): string => '夜航船在江上慢慢地走，灯一盏一盏亮起来。'.repeat(8 + dice.n(8));
      const fields = ['title', 'notes', 'product', 'link', 'lang', 'state'] as const;
      for (const id of ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8']) {
        (machines[0] as Machine).edit(law.createOp('piece', id, { title: words().slice(0, 40), notes: words() }), NOW);
        for (const machine of machines.slice(1)) machine.receive((machines[0] as Machine).plan());
        for (const register of fields)
          for (let edit = 0; edit < 20; edit += 1)
            dice
              .of(...machines)
              .edit(
                { kind: 'set', type: 'piece', id, register, value: register === 'lang' ? 'zh' : words() },
                NOW + edit,
              );
      }
      const states = machines.reduce<readonly RecordState[]>((plan, one) => law.mergePlans(plan, one.plan()), []);
      const seen = Object.fromEntries(states.map((state) => [state.id, state.registers]));
      const ratio = bytesOf(E(law, states)).length / bytesOf(JSON.stringify({ piece: seen })).length;
      must(ratio <= 1.25, `${ratio.toFixed(3)} of the visible state`);
    },
  },
  M21: {
    title: 'whole numbers to 2^53-1 and decimals as text come back exactly; fractions are refused',
    runs: 250,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const exact = dice.of<Json>(2 ** 53 - 1, -(2 ** 53 - 1), 0, dice.n(2 ** 31), '0.1', '12.500000', '-0.000001');
      const state: RecordState = {
        ...law.emptyState('metric', 'm1'),
        registers: { fromTheFuture: exact },
        stamps: { fromTheFuture: law.makeStamp({ millis: NOW, counter: 0, node: nodeAt(0) }) },
      };
      const content = { workspaceId: 'w1', states: [state], assets: new Map() };
      must(Object.is(readBack(law, content).states[0]?.registers.fromTheFuture, exact), `${String(exact)} as it was`);
      const broken = retouched(law.encodePlan(content), (plan) =>
        plan.replace(JSON.stringify(exact), dice.of('0.5', '1e400', '-0')),
      );
      must(!law.readPlanEntries(broken, 'a.juzhen').ok, 'a fraction is refused');
    },
  },
  M23: {
    title: 'a file with something changed in it is refused, or merges as lawfully as any other',
    runs: 600,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const plan = anyPlan(dice);
      const entries = law.encodePlan({ workspaceId: 'w1', states: plan, assets: new Map() });
      // Not made right again, a changed file is known by its digest.
      const file = entries.find(({ path }) => path === 'plan.json') as PlanEntry;
      const at = dice.n(file.bytes.length);
      const torn = entries.map((one) =>
        one === file ? { ...one, bytes: file.bytes.with(at, (file.bytes[at] as number) ^ 1) } : one,
      );
      must(!law.readPlanEntries(torn, 'a.juzhen').ok, 'another byte is noticed');
      // Made right again, it is whatever it says: members dropped, doubled, exchanged, numbers and words swapped.
      const changed = retouched(entries, (json) => mutated(json, dice));
      const read = law.readPlanEntries(changed, 'a.juzhen');
      if (!read.ok) return;
      const [a, b, c] = [read.value.states, plan, anyPlan(dice)];
      const merge = law.mergePlans;
      same(E(law, merge(a, b)), E(law, merge(b, a)), 'M1');
      same(E(law, merge(merge(a, b), c)), E(law, merge(a, merge(b, c))), 'M2');
      same(E(law, merge(merge(a, b), a)), E(law, merge(a, b)), 'M3');
      const again = readBack(law, { workspaceId: 'w1', states: a, assets: new Map() });
      same(E(law, again.states), E(law, a), 'M15');
    },
  },
} as const satisfies Record<string, Statement>;

/** The same record with every table written in the other order. */
function backwards(state: RecordState): RecordState {
  const turned = <T>(table: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(table).reverse());
  return {
    ...state,
    registers: turned(state.registers),
    stamps: turned(state.stamps),
    sets: turned(state.sets),
    versions: turned(state.versions),
  };
}

/** `plan.json` changed as text, and the manifest made right for it. */
function retouched(entries: readonly PlanEntry[], change: (json: string) => string): readonly PlanEntry[] {
  const bytes = bytesOf(change(text.decode(entries.find(({ path }) => path === 'plan.json')?.bytes)));
  const manifest = {
    entries: [{ bytes: bytes.length, path: 'plan.json', sha256: trueDigest(bytes) }],
    format: 'juzhen',
    version: 1,
    workspace: 'w1',
  };
  return [
    { path: 'manifest.json', bytes: bytesOf(canonical(manifest)) },
    { path: 'plan.json', bytes },
  ];
}

/** One to three things in a plan exchanged for others of it, as a careless tool or a stranger would. */
function mutated(json: string, dice: Dice): string {
  const plan = JSON.parse(json) as Json;
  const places: { readonly at: Record<string, Json> | Json[]; readonly key: string }[] = [];
  const walk = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      places.push({ at: value as Record<string, Json>, key });
      walk(inner);
    }
  };
  walk((plan as { readonly records: Json }).records);
  for (let change = dice.n(3); change >= 0 && places.length > 0; change -= 1) {
    const { at, key } = dice.of(...places);
    const other = dice.of(...places);
    const table = at as Record<string, Json>;
    const how = dice.n(4);
    if (how === 0) delete table[key];
    else if (how === 1) table[key] = dice.of<Json>(0, 1, 2, 3, '一', null, [], {});
    else if (how === 2) table[key] = structuredClone((other.at as Record<string, Json>)[other.key] ?? null);
    else
      table[dice.of('at', 'later', 'body', 'deleted', 'sets', 'replaces', 'x')] = structuredClone(table[key] ?? null);
  }
  return canonical(plan);
}
