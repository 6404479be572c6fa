import { createHash } from 'node:crypto';
import type { Json } from '../../../../src/core/model/json';
import { canonical } from '../../../../src/core/plan/canonical';
import type { PlanContent, PlanEntry } from '../../../../src/core/plan/file/content';
import type { RecordState } from '../../../../src/core/plan/state';
import { anyPlan, Dice, docOf, NOW } from './dice';
import { E, must, readBack, type Statement, same } from './law';
import { Machine, nodeAt } from './machine';

const text = new TextDecoder();
const encoder = new TextEncoder();
const bytesOf = (words: string): Uint8Array => encoder.encode(words);
const trueDigest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Pictures that plans of a case choose from, under the names they have in a file. */
const pictures = [1, 2, 3, 4, 5].map((size): [string, Uint8Array] => {
  const bytes = new Uint8Array(70 + size).fill(size * 40);
  return [`${trueDigest(bytes)}.png`, bytes];
});
/** What somebody writes: 40 paragraphs of other lengths. */
const paragraphs = Array.from({ length: 40 }, (_, at) =>
  '夜航船在江上慢慢地走，灯一盏一盏亮起来。'.repeat(8 + (at % 8)).slice(at % 5),
);

/** Plans as files: the same bytes, no more of them than need be, and none that could break a merge. */
export const files = {
  M15: {
    title: 'a file read and written again is the same file, whatever order its records and pictures were put in',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const assets = dice.shuffled(pictures).slice(dice.n(4));
      const content: PlanContent = { workspaceId: 'w1', states: anyPlan(dice), assets: new Map(assets) };
      const mixed = {
        ...content,
        states: dice.shuffled(content.states).map((state) => backwards(state)),
        assets: new Map(dice.shuffled(assets)),
      };
      const entries = law.encodePlan(content);
      sameFiles(law.encodePlan(mixed), entries, 'in any order');
      const file = law.packPlan(entries);
      if (dice.one(8)) must(Buffer.compare(law.packPlan(dice.shuffled(entries)), file) === 0, 'packed in any order');
      const read = law.readPlanFile(file, 'a.juzhen');
      must(read.ok, 'it opens');
      sameFiles(law.encodePlan(read.value), entries, 'E(import(E(s))) and E(s)');
    },
  },
  M16: {
    title: 'after 20 edits of every field a file is at most a quarter larger than what is seen, as plain JSON',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      // One piece: the head of the file weighs most where there is least beside it.
      const first = new Machine(law, nodeAt(0));
      const words = (): string => paragraphs[dice.n(paragraphs.length)] as string;
      first.edit(law.createOp('piece', 'p1', { title: words().slice(0, 40), notes: words() }), NOW);
      const machines = [first, Machine.copyOf(first, nodeAt(1)), Machine.copyOf(first, nodeAt(2))] as const;
      let edits = 0;
      for (const register of ['title', 'notes', 'product', 'link', 'state'] as const)
        for (let edit = 0; edit < 20; edit += 1)
          if (dice.of(...machines).edit({ kind: 'set', type: 'piece', id: 'p1', register, value: words() }, NOW + edit))
            edits += 1;
      must(edits > 80, `${edits} of 100 edits changed anything`);
      const states = machines.reduce<readonly RecordState[]>((plan, one) => law.mergePlans(plan, one.plan()), []);
      const seen = Object.fromEntries(states.map((state) => [state.id, state.registers]));
      const ratio = bytesOf(E(law, states)).length / bytesOf(JSON.stringify({ piece: seen })).length;
      must(ratio <= 1.25, `${ratio.toFixed(3)} of the visible state`);
    },
  },
  M21: {
    title: 'whole numbers to 2^53-1 and decimals as text come back exactly; fractions are refused',
    runs: 2_000,
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
  M22: {
    title: 'every well-formed text comes back in the same code units, composed and decomposed apart',
    runs: 2_000,
    holds: (law, seed) => {
      const dice = new Dice(seed);
      const signs = Array.from({ length: 1 + dice.n(12) }, () => anySign(dice));
      const title = signs.join('');
      const [composed, apart] = [title.normalize('NFC'), title.normalize('NFD')];
      const made = law.applyOp(
        null,
        law.createOp('piece', 'p1', { title, notes: composed, product: apart, tags: [title] }, docOf({ b1: title })),
        law.makeStamp({ millis: NOW, counter: 0, node: nodeAt(0) }),
      );
      must(made !== null, 'it is made');
      const [back] = readBack(law, { workspaceId: 'w1', states: [made.state], assets: new Map() }).states;
      must(back !== undefined, 'it is there');
      const { registers } = back;
      must(registers.title === title && registers.notes === composed && registers.product === apart, 'unit by unit');
      must(law.elementsOf(back, 'tags')[0] === title, 'so is a tag');
      same(canonical(law.shownVersion(back)?.doc), canonical(docOf({ b1: title })), 'so is the text');
    },
  },
  M23: {
    title: 'a file with something changed in it is refused, or merges as lawfully as any other',
    runs: 2_000,
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
      const both = merge(a, b);
      const said = E(law, both);
      same(said, E(law, merge(b, a)), 'M1');
      same(said, E(law, merge(both, a)), 'M3');
      same(E(law, merge(both, c)), E(law, merge(a, merge(b, c))), 'M2');
      const content = { workspaceId: 'w1', states: a, assets: new Map() };
      sameFiles(law.encodePlan(readBack(law, content)), law.encodePlan(content), 'M15');
    },
  },
} as const satisfies Record<string, Statement>;

/** Signs that tools have lost before, and any other that is no half of a pair. */
function anySign(dice: Dice): string {
  if (dice.one(2))
    return dice.of('é', 'e\u0301', '가', '\u1100\u1161', '\ufeff', '\u2028', '👨‍👩‍👧', '\0', '\ufffd', '\uffff', '𠮷');
  const code = dice.n(0x110000 - 0x800);
  return String.fromCodePoint(code < 0xd800 ? code : code + 0x800);
}

/** Byte for byte, under the same names in the same order. */
function sameFiles(some: readonly PlanEntry[], others: readonly PlanEntry[], what: string): void {
  const differs = others.find(
    ({ path, bytes }, at) => some[at]?.path !== path || Buffer.compare(bytes, some[at].bytes) !== 0,
  );
  must(some.length === others.length && differs === undefined, `${what}: ${differs?.path ?? some.length}`);
}

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
    const how = dice.n(4);
    if (how === 0) delete (at as Record<string, Json>)[key];
    else if (how === 1) put(at, key, dice.of<Json>(0, 1, 2, 3, '一', null, [], {}));
    else if (how === 2) put(at, key, taken(other.at, other.key));
    else put(at, dice.of('at', 'later', 'body', 'deleted', 'sets', 'replaces', 'x'), taken(at, key));
  }
  return canonical(plan);
}

/** Own members only, `__proto__` among them: what was taken out a moment ago must not be found in what objects are born with. */
const taken = (at: object, key: string): Json =>
  structuredClone((Object.getOwnPropertyDescriptor(at, key)?.value ?? null) as Json);
const put = (at: object, key: string, value: Json): void => {
  Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
};
