/**
 * Plan files and exports at 1,000, 10,000 and 100,000 pieces, each against its reference in the same run (A B B A), and
 * how time grows over the sizes (t = a·n^b by least squares of the logarithms; linear means b ≤ 1.05).
 *
 * P7a: a folder of files, all or nothing, / `writeFile` of the same bytes and names.
 * P7b: the same as one zip / deflate at the same level, and one write.
 * P8a: a plan file from content to disk / JSON.stringify of the same value, deflate at the same level, write, fsync, rename.
 * P8b: merging a copy in which every hundredth piece changed, in memory / JSON.parse of that copy.
 * P8c: the whole import of it: read, check, compare, one change with history, commit, index / read, inflate, parse, raw
 *      insert of the changed rows with full text and one commit. And the same file again, which writes nothing / its parse.
 *      Both sides take the same hundredth of the pieces and wait for the disk once; the reference neither checks, compares
 *      nor keeps history, splits words at spaces alone, and leaves the old words in its index.
 * P8d: bytes of plan.json / plain JSON of what is visible, exact.
 *
 * `JUZHEN_BENCH_PIECES=1000,10000` measures smaller ones, `JUZHEN_BENCH_ONLY=P8a,P8c` some measures; `--pairs N` for the
 * smallest size (larger ones take fewer). The reference inflates, hashes nothing, and parses by Node's own functions.
 * Behind each size stands the most memory the process had so far (reference, subject and both copies of the plan).
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { inflateRawSync } from 'node:zlib';
import { deflateSync } from 'fflate';
import { load } from './lib/bundle.mjs';
import { fillWith } from './lib/filled.mjs';
import { paired, report } from './lib/paired.mjs';

// Reference and subject together hold several copies of the largest plan.
setFlagsFromString('--max-old-space-size=6144');
const SIZES = (process.env.JUZHEN_BENCH_PIECES ?? '1000,10000,100000').split(',').map(Number);
const PAIRS = Number(process.argv[process.argv.indexOf('--pairs') + 1]) || 41;
/** Beyond this many pieces there is one pair, after sizes that have warmed everything up. */
const LARGE = 10_000;
const ONLY = process.env.JUZHEN_BENCH_ONLY?.split(',') ?? null;
const binding = process.env.JUZHEN_SQLITE_BINDING ?? null;
const surface = await load('bench/lib/plan-surface.ts');
const home = mkdtempSync(join(tmpdir(), 'juzhen-bench-plan-'));
/** Median milliseconds of ours by measure, one per size. */
const grown = new Map();

try {
  for (const size of SIZES) {
    const begun = Date.now();
    await measure(size, pairsFor(size));
    console.log(`took ${Math.round((Date.now() - begun) / 1000)} s`);
  }
  if (SIZES.length > 1)
    for (const [what, times] of grown) {
      const b = exponent(SIZES, times);
      console.log(`growth ${what.padEnd(28)} b = ${b.toFixed(3)}  bar 1.05  ${b <= 1.05 ? 'pass' : 'FAIL'}`);
    }
} finally {
  rmSync(home, { recursive: true, force: true });
}

/**
 * The largest plan is written and packed anew for every import that is measured, which takes several times longer than
 * importing it: one pair of each there, so that P8a to P8d of all three sizes took 7.5 minutes
 * (2026-11-23, two cores at load 5).
 */
function pairsFor(size) {
  return size > LARGE ? 1 : Math.max(3, Math.round(PAIRS / Math.log10(size / 100) ** 3));
}

async function measure(size, pairs) {
  console.log(`plan: ${size.toLocaleString('en')} pieces`);
  const say = async (id, what, bar, run, options = {}) => {
    if (ONLY !== null && !ONLY.includes(id)) return;
    const found = await paired({ pairs, warmUp: size > LARGE ? 0 : 3, ...run, ...options });
    report(id, what, bar, 'ms', found);
    grown.set(`${id} ${what}`, [...(grown.get(`${id} ${what}`) ?? []), found.subject]);
  };
  const folder = join(home, `workspace-${size}`);
  const open = {
    ...(await surface.openWorkspace({ folder, binding, now: Date.now })),
    folder,
    newId: (prefix) => `${prefix}_bench`,
  };
  surface.startBlank(open.db, open.clock, 'bench', 'zh', 'Asia/Shanghai');
  await fillWith(surface, open, size);
  const content = surface.planContent(open.db, folder);

  await exportsOf(open, size, say);

  const target = join(home, 'plan.juzhen');
  const text = surface.planJson(content);
  const value = JSON.parse(text);
  await say('P8a', 'plan file', 1.5, {
    reference: () => {
      const packed = deflateSync(Buffer.from(JSON.stringify(value)), { level: 6 });
      const file = openSync(`${target}.raw.part`, 'w');
      writeFileSync(file, packed);
      fsyncSync(file);
      closeSync(file);
      renameSync(`${target}.raw.part`, `${target}.raw`);
    },
    subject: () => surface.writeWhole(target, surface.packPlan(surface.encodePlan(content))),
  });

  const visible = JSON.stringify(visibleOf(content.states));
  const ratio = Buffer.byteLength(text) / Buffer.byteLength(visible);
  console.log(
    `P8d   bytes of plan.json / visible state            ratio ${ratio.toFixed(3)}  bar 1.10  ${ratio <= 1.1 ? 'pass' : 'FAIL'}`,
  );

  const theirs = changed(content, 1);
  const theirText = surface.planJson(theirs);
  const mineSide = { states: content.states, seen: surface.seenByPlan(content.states) };
  const theirSide = { states: theirs.states, seen: surface.seenByPlan(theirs.states) };
  const parse = () => void JSON.parse(theirText);
  await say('P8b', 'merging in memory', 0.5, {
    reference: parse,
    subject: () => void surface.mergePlans(content.states, theirs.states),
  });
  await say('P8b', 'merging with its dry run', 0.5, {
    reference: parse,
    subject: () => void surface.comparePlans(mineSide, theirSide, { now: Date.now() }),
  });

  await importing(open, content, say, Math.min(pairs, 15), size > LARGE ? 0 : 2);
  surface.closeWorkspace(open.db);
  rmSync(folder, { recursive: true, force: true });
  console.log(`memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most so far`);
}

/** A copy in which every hundredth piece got another title, by another machine, later than anything before. */
function changed(content, round) {
  let at = 0;
  const states = content.states.map((state) => {
    if (state.type !== 'piece') return state;
    at += 1;
    if (at % 100 !== 0) return state;
    const stamp = surface.makeStamp({
      millis: Date.parse('2026-11-01') + round * 1000,
      counter: at % 65_000,
      node: 'bbbbbbbbbbbbbbbb',
    });
    const op = { kind: 'set', type: 'piece', id: state.id, register: 'title', value: `改 ${round} ${at}` };
    return surface.applyOp(state, op, stamp).state;
  });
  return { ...content, states };
}

async function exportsOf(store, size, say) {
  const body = '江边夜拍从来不是一件容易的事，灯光、快门、三脚架，每一样都要提前想好。'.repeat(12);
  const files = Array.from({ length: size }, (_, index) => ({
    path: `2026-10-${String(1 + (index % 28)).padStart(2, '0')}/微博/${Math.floor(index / 100)}/${index}.txt`,
    content: `${index} ${body}`,
  }));
  const pace = { step: async () => {} };
  const place = () => mkdtempSync(join(home, 'export-'));
  const clean = (parent) => rmSync(parent, { recursive: true, force: true });
  await say('P7a', 'folder of n files', 1.8, {
    reference: timed(place, clean, (parent) => {
      for (const { path, content } of files) {
        const to = join(parent, 'raw', path);
        mkdirSync(dirname(to), { recursive: true });
        writeFileSync(to, content);
      }
    }),
    subject: timed(place, clean, (parent) => surface.writeFolder(store, parent, 'out', files, pace)),
  });
  await say('P7b', 'one zip of n files', 1.25, {
    reference: timed(place, clean, (parent) => {
      const parts = files.map(({ content }) => deflateSync(Buffer.from(content), { level: 6 }));
      writeFileSync(join(parent, 'raw.bin'), Buffer.concat(parts));
    }),
    subject: timed(place, clean, (parent) =>
      surface.writeFolder(
        store,
        parent,
        'out',
        files.map((file) => ({ ...file, zip: 'all.zip' })),
        pace,
      ),
    ),
  });
}

/** Only the work itself counts, not making and clearing the place for it. */
function timed(place, clean, work) {
  return async () => {
    const parent = place();
    const start = process.hrtime.bigint();
    await work(parent);
    const spent = Number(process.hrtime.bigint() - start) / 1e6;
    clean(parent);
    return spent;
  };
}

async function importing(open, content, say, pairs, warmUp) {
  let round = 1;
  const path = join(home, 'incoming.juzhen');
  const fresh = () => {
    round += 1;
    writeFileSync(path, surface.packPlan(surface.encodePlan(changed(content, round))));
  };
  fresh();
  const raw = surface.openDatabase(join(home, `raw-${content.states.length}.db`), { binding });
  raw.exec(
    'CREATE TABLE piece (id TEXT PRIMARY KEY, registers TEXT NOT NULL) STRICT; CREATE VIRTUAL TABLE text USING fts5(id, body)',
  );
  const insert = raw.prepare('INSERT OR REPLACE INTO piece VALUES (?, ?)');
  const index = raw.prepare('INSERT INTO text VALUES (?, ?)');
  const parsed = () => JSON.parse(inflateRawSync(packedPlan(readFileSync(path))).toString('utf8'));
  const clocked = async (work) => {
    const start = process.hrtime.bigint();
    await work();
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  await say(
    'P8c',
    'import with commit and index',
    1.6,
    {
      reference: () =>
        clocked(() => {
          const pieces = Object.entries(parsed().records.piece).filter((_, at) => at % 100 === 99);
          raw.transaction(() => {
            for (const [id, record] of pieces) {
              insert.run(id, JSON.stringify(record));
              index.run(id, JSON.stringify(record.body));
            }
          })();
        }),
      subject: async () => {
        fresh();
        return clocked(async () => {
          take(open, path);
          await surface.refreshSearch(open.db);
        });
      },
    },
    { pairs, warmUp },
  );
  const writes = open.db.prepare('SELECT total_changes()').pluck();
  const before = writes.get();
  await say(
    'P8c',
    'the same file again',
    1.3,
    { reference: () => clocked(() => void parsed()), subject: () => clocked(() => void take(open, path)) },
    { pairs, warmUp: Math.min(warmUp, 1) },
  );
  console.log(`P8c   rows written by it: ${writes.get() - before}`);
  raw.close();
}

/** The deflated bytes of plan.json: what any reader has to find before it can inflate and parse. */
function packedPlan(zip) {
  for (let at = 0; ; ) {
    const [packed, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const from = at + 30 + name + zip.readUInt16LE(at + 28);
    if (zip.toString('latin1', at + 30, at + 30 + name) === 'plan.json') return zip.subarray(from, from + packed);
    at = from + packed;
  }
}

/** As the merge desk does it, without pauses and without the safety copy. Answers how many records were written. */
function take({ db, clock, folder, newId }, path) {
  const store = { db, clock, folder, newId };
  const incoming = surface.readIncoming(surface.planTask(store, path));
  const run = ended(surface.comparing(store, incoming));
  if (run.taken.length === 0) return 0;
  const { made } = db.transaction(() =>
    ended(surface.applying(store, incoming, run, { authors: '[]', backup: null })),
  )();
  clock.last = made.stamp;
  return run.taken.length;
}

function ended(steps) {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

/** What the records show: fields, sets, text; no clocks. */
function visibleOf(states) {
  const shown = states.filter((state) => surface.isAlive(state) && surface.isRecordType(state.type));
  return shown.map((state) => ({
    type: state.type,
    id: state.id,
    ...state.registers,
    ...Object.fromEntries(Object.entries(state.sets).map(([set, elements]) => [set, Object.keys(elements)])),
    body: surface.bodyOf(state) ?? undefined,
  }));
}

/** The b of t = a·n^b, by least squares over the logarithms. */
function exponent(sizes, times) {
  const points = sizes.map((size, at) => [Math.log(size), Math.log(times[at])]);
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return over / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
