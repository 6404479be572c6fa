/**
 * The library at 1,000, 10,000 and 100,000 pieces of 1.3 kB (see `lib/library-pieces.mjs`); ratios of pairs, A B B A.
 *
 *   P3a   reading through the repository / the same rows by raw prepared statements
 *   P3b   an acknowledged edit / a raw one-row transaction under FULL; statements of one edit
 *   P3c   editing 500 pieces at once / the same rows in one raw transaction
 *   P4    first 50 of a search / the same terms ranked by the index itself (bm25), and against the size of the library
 *
 * Filling and indexing 100,000 pieces takes one to two minutes; `JUZHEN_BENCH_PIECES=1000,10000` measures smaller ones.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './lib/bundle.mjs';
import { fillWith } from './lib/filled.mjs';
import { libraryMaker } from './lib/library-pieces.mjs';
import { paired, report } from './lib/paired.mjs';

const SIZES = (process.env.JUZHEN_BENCH_PIECES ?? '1000,10000,100000').split(',').map(Number);
/** The size at which reading and editing are measured; searching is at the largest. */
const PLAIN = 10_000;
const PAIRS = 101;
/** Ranking every hit takes up to a second at the largest size; what is asked is whether we are far below it. */
const SEARCH_PAIRS = 15;
const SEARCH_TERMS = 2;
const binding = process.env.JUZHEN_SQLITE_BINDING ?? null;
const surface = await load('bench/lib/store-surface.ts');
const shown = (millis) => (millis >= 10 ? millis.toFixed(0) : millis.toPrecision(2));
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const filterOf = (part) => ({ ...surface.emptyFilter, ...part });

/** A filled workspace of its own folder, opened as the studio opens it. */
async function library(pieces) {
  const folder = mkdtempSync(join(tmpdir(), `juzhen-library-${pieces}-`));
  const bytes = () => statSync(join(folder, 'juzhen.db')).size;
  const open = await surface.openWorkspace({ folder, binding, now: Date.now });
  surface.startBlank(open.db, open.clock, 'bench', 'zh', 'Asia/Shanghai');
  const maker = libraryMaker();
  const start = performance.now();
  await fillWith(surface, open, pieces, maker);
  const spent = performance.now() - start;
  console.log(
    `\n${pieces.toLocaleString('en')} pieces: ${(bytes() / 1e6).toFixed(1)} MB with text and index; ` +
      `filled and indexed in ${(spent / 1000).toFixed(1)} s, ${((spent * 1000) / pieces).toFixed(0)} µs a piece`,
  );
  surface.closeWorkspace(open.db);
  const store = await surface.createStore({
    folder,
    seed: { kind: 'blank', name: 'bench', lang: 'zh' },
    resources: join(process.cwd(), 'resources'),
    today: '2026-10-09',
    binding,
    changed: () => {},
    trouble: () => {},
  });
  return { pieces, folder, store, maker, db: store.context.db };
}

/** The call as the screens make it; lists are forgotten first, so that every call pays for its own search. */
async function list({ store }, part, page = { limit: 50, offset: 0 }) {
  store.context.lists.clear();
  const answer = await store.call('piece.list', { filter: filterOf(part), ...page }, null);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

/** Terms of a length, from the words of the library: the commonest, and a spread of the others. */
function termsOf({ maker, db }, length, common) {
  const exists = db.prepare('SELECT 1 FROM piece_tokens WHERE piece_tokens MATCH ? LIMIT 1').pluck();
  const han = maker.words.filter((word) => /^\p{Script=Han}+$/u.test(word));
  const from = common ? han.slice(0, 60) : han.slice(400, 6_000).filter((_, index) => index % 47 === 0);
  const terms = from.map((word) =>
    [...word, ...(common ? [] : (han[(word.codePointAt(0) ?? 0) % 900] ?? ''))].slice(0, length).join(''),
  );
  const known = [...new Set(terms)].filter((term) => [...term].length === length);
  return known.filter((term) => exists.get(surface.matchOf([{ text: term, not: false }]).whole) === 1).slice(0, 40);
}

const match = (term) => surface.matchOf([{ text: term, not: false }]).whole;

async function reading(lib) {
  const { db, pieces } = lib;
  const idOf = (index) => `p_${String((index * 7919) % pieces).padStart(6, '0')}`;
  const get = db.prepare('SELECT id, registers, sets FROM piece WHERE id = ? AND alive = 1');
  const parsed = (row) => ({ ...JSON.parse(row.registers), sets: JSON.parse(row.sets) });
  let at = 0;
  const repeat = (times, run) => () => {
    for (let n = 0; n < times; n += 1) run(idOf(at++));
  };
  report(
    'P3a',
    'get 200 pieces',
    1.25,
    'ms',
    await paired({
      pairs: PAIRS,
      reference: repeat(200, (id) => parsed(get.get(id))),
      subject: repeat(200, (id) => surface.readView(db, 'piece', id)),
    }),
  );
  const month = db.prepare(
    "SELECT id, registers, sets FROM placement WHERE alive = 1 AND day BETWEEN ? AND ? ORDER BY day, json_extract(registers, '$.time'), id",
  );
  report(
    'P3a',
    'placements of a month',
    1.25,
    'ms',
    await paired({
      pairs: PAIRS,
      reference: () => void month.all('2026-10-01', '2026-10-31').map(parsed),
      subject: () => void surface.placementsBetween(db, '2026-10-01', '2026-10-31'),
    }),
  );
  // The rows a card is made of, in the same order, with the same numbers beside them.
  const card = `c.*, x.excerpt,
    (SELECT count(*) FROM placement l WHERE l.piece_id = c.id AND l.alive = 1 AND l.outcome <> 'skipped') AS placements,
    (SELECT min(l.day) FROM placement l WHERE l.piece_id = c.id AND l.alive = 1 AND l.outcome <> 'skipped') AS next_day`;
  const raw = (where, values) => {
    const rows = db.prepare(
      `SELECT ${card} FROM piece_card c LEFT JOIN piece_text x ON x.n = c.n WHERE c.shelf = 0 AND ${where} ORDER BY c.touched DESC, c.id LIMIT 50`,
    );
    const total = db.prepare(`SELECT count(*) FROM piece_card c WHERE c.shelf = 0 AND ${where}`);
    const living = db.prepare('SELECT count(*) FROM piece_card WHERE shelf = 0');
    return () =>
      void [rows.all(values).map((row) => ({ ...row, tags: JSON.parse(row.tags) })), total.get(values), living.get()];
  };
  report(
    'P3a',
    'board column: 50 of a state',
    1.25,
    'ms',
    await paired({
      pairs: PAIRS,
      reference: raw('c.state = @state', { state: 'drafting' }),
      subject: () => list(lib, { states: ['drafting'] }).then(() => undefined),
    }),
  );
  report(
    'P3a',
    'filter: kind, persona, campaign',
    1.25,
    'ms',
    await paired({
      pairs: PAIRS,
      reference: raw('c.kind = @kind AND c.persona_id = @persona AND c.campaign_id = @campaign', {
        kind: 'story',
        persona: 'n_3',
        campaign: 'g_7',
      }),
      subject: () => list(lib, { kinds: ['story'], personaIds: ['n_3'], campaignIds: ['g_7'] }).then(() => undefined),
    }),
  );
}

async function editing(lib) {
  const { db, store, pieces } = lib;
  const { clock } = store.context;
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-library-raw-'));
  const raw = surface.openDatabase(join(folder, 'raw.db'), { binding });
  raw.exec('CREATE TABLE piece (id TEXT PRIMARY KEY, registers TEXT NOT NULL) STRICT');
  const insert = raw.prepare('INSERT INTO piece VALUES (?, ?)');
  raw.transaction(() => {
    for (const row of db.prepare('SELECT id, registers FROM piece').iterate()) insert.run(row.id, row.registers);
  })();
  const idOf = (index) => `p_${String((index * 7919) % pieces).padStart(6, '0')}`;
  const read = raw.prepare('SELECT registers FROM piece WHERE id = ?');
  const update = raw.prepare('UPDATE piece SET registers = ? WHERE id = ?');
  const set = (id, title) => ({ kind: 'set', type: 'piece', id, register: 'title', value: title });
  let at = 0;
  // The same facts as ours, plainly: the row with its stamps, its line of history, and one change for all.
  raw.exec(`CREATE TABLE fact (id TEXT PRIMARY KEY, registers TEXT NOT NULL, stamps TEXT NOT NULL, sets TEXT NOT NULL, touched TEXT NOT NULL) STRICT;
    CREATE TABLE log (seq INTEGER PRIMARY KEY, piece TEXT NOT NULL, stamp TEXT NOT NULL, label TEXT NOT NULL, inverse TEXT NOT NULL) STRICT;
    CREATE INDEX log_by_piece ON log (piece, seq);
    CREATE TABLE change (seq INTEGER PRIMARY KEY, stamp TEXT NOT NULL, ops TEXT NOT NULL, inverse TEXT NOT NULL) STRICT;`);
  const insertFact = raw.prepare('INSERT INTO fact VALUES (?, ?, ?, ?, ?)');
  raw.transaction(() => {
    for (const row of db.prepare('SELECT id, registers, stamps, sets, touched FROM piece').iterate())
      insertFact.run(row.id, row.registers, row.stamps, row.sets, row.touched);
  })();
  const readFact = raw.prepare('SELECT registers, stamps FROM fact WHERE id = ?');
  const updateFact = raw.prepare('UPDATE fact SET registers = ?, stamps = ?, touched = ? WHERE id = ?');
  const insertLog = raw.prepare('INSERT INTO log (piece, stamp, label, inverse) VALUES (?, ?, ?, ?)');
  const insertChange = raw.prepare('INSERT INTO change (stamp, ops, inverse) VALUES (?, ?, ?)');
  const rawFacts = raw.transaction((ops) => {
    const stamp = surface.makeStamp({ millis: Date.now(), counter: at % 60_000, node: clock.node });
    const inverse = ops.map((op) => {
      const row = readFact.get(op.id);
      const registers = JSON.parse(row.registers);
      const before = { ...op, value: registers[op.register] };
      registers[op.register] = op.value;
      const stamps = { ...JSON.parse(row.stamps), [op.register]: stamp };
      updateFact.run(JSON.stringify(registers), JSON.stringify(stamps), stamp, op.id);
      insertLog.run(op.id, stamp, '{"code":"piece_edit"}', JSON.stringify([before]));
      return before;
    });
    insertChange.run(stamp, JSON.stringify(ops), JSON.stringify(inverse));
  });
  const rawEdit = (id) =>
    update.run(JSON.stringify({ ...JSON.parse(read.get(id).registers), title: `标题 ${at}` }), id);
  const edit = (ops) => surface.makeChange(db, clock, { code: 'piece_edit', params: {} }, ops);
  report(
    'P3b',
    'acknowledged edit, 20 of them',
    2,
    'ms',
    await paired({
      pairs: PAIRS,
      reference: () => {
        for (let n = 0; n < 20; n += 1) rawEdit(idOf(at++));
      },
      subject: () => {
        for (let n = 0; n < 20; n += 1) edit([set(idOf(at++), `标题 ${at}`)]);
      },
    }),
  );
  console.log(
    `P3b   statements of one edit: ${statementsOf(db, () => edit([set(idOf(1), `标题 ${at++}`)]))} and one commit`,
  );
  report(
    'P3c',
    'bulk edit of 500 pieces',
    2,
    'ms',
    await paired({
      pairs: 41,
      reference: () => {
        raw.transaction(() => {
          for (let n = 0; n < 500; n += 1) rawEdit(idOf(at++));
        })();
      },
      subject: () => {
        const from = at;
        at += 500;
        edit(Array.from({ length: 500 }, (_, n) => set(idOf(from + n), `标题 ${from + n}`)));
      },
    }),
  );
  const bulk = (run) => () => {
    const from = at;
    at += 500;
    run(Array.from({ length: 500 }, (_, n) => set(idOf(from + n), `标题 ${from + n}`)));
  };
  report(
    'P3c',
    'bulk edit of 500 / the same facts by hand',
    2,
    'ms',
    await paired({ pairs: 41, reference: bulk(rawFacts), subject: bulk(edit) }),
  );
  raw.close();
  rmSync(folder, { recursive: true, force: true });
  await surface.refreshSearch(db);
}

function statementsOf(db, run) {
  const proto = Object.getPrototypeOf(db.prepare('SELECT 1'));
  const kept = { run: proto.run, get: proto.get, all: proto.all };
  let count = 0;
  for (const name of ['run', 'get', 'all'])
    proto[name] = function (...given) {
      count += /^(BEGIN|COMMIT)/.test(this.source) ? 0 : 1;
      return kept[name].apply(this, given);
    };
  run();
  Object.assign(proto, kept);
  return count;
}

async function searching(lib) {
  const { db } = lib;
  const ranked = db.prepare('SELECT rowid FROM piece_tokens WHERE piece_tokens MATCH ? ORDER BY rank LIMIT 50').pluck();
  const over = (terms, run) => async () => {
    for (const term of terms) await run(term);
  };
  const ids = (term) => {
    const asked = {
      conditions: surface.conditionsOf(filterOf({})),
      order: 'c.touched DESC, c.id',
      sort: 'updated',
      trashed: false,
    };
    return surface.searchRows(db, { ...asked, terms: [{ text: term, not: false }] }, null).page(0, 50);
  };
  const common = Object.fromEntries(
    [1, 2, 3, 4].map((length) => [length, termsOf(lib, length, true).slice(0, SEARCH_TERMS)]),
  );
  for (const [length, terms] of Object.entries(common)) {
    if (terms.length === 0) continue;
    const what = `${length}-character common terms (${terms.length})`;
    const reference = over(terms, (term) => ranked.all(match(term)));
    const pairs = SEARCH_PAIRS;
    report(
      'P4',
      `first 50, newest first: ${what}`,
      0.3,
      'ms',
      await paired({ pairs, reference, subject: over(terms, ids) }),
    );
    report(
      'P4',
      `whole answer, cards and total: ${what}`,
      1.2,
      'ms',
      await paired({
        pairs,
        reference,
        subject: over(terms, async (query) => void (await list(lib, { query }))),
      }),
    );
  }
  const [one, two] = common[2];
  report(
    'P4',
    `two common words, titles first: ${one} ${two}`,
    1.2,
    'ms',
    await paired({
      pairs: SEARCH_PAIRS,
      reference: () => void ranked.all(`${match(one)} AND ${match(two)}`),
      subject: async () => void (await list(lib, { query: `${one} ${two}`, sort: 'best' })),
    }),
  );
}

/** The first ten of "titles first, newest first", found by looking at every piece. */
function overlap(lib, terms, answers) {
  const titles = lib.db
    .prepare(
      'SELECT c.id FROM piece_card c JOIN piece_text x ON x.n = c.n WHERE instr(x.text, ?) > 0 ORDER BY instr(lower(c.title), ?) = 0, c.touched DESC, c.id LIMIT 10',
    )
    .pluck();
  const shares = terms.map((term, index) => {
    const wanted = titles.all(term, term);
    return wanted.length === 0 ? 1 : answers[index].filter((id) => wanted.includes(id)).length / wanted.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

async function time(run, rounds = 15) {
  const spent = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await run();
    spent.push(performance.now() - start);
  }
  return median(spent);
}

const figures = new Map();
const libs = [];
try {
  for (const pieces of SIZES) {
    const lib = await library(pieces);
    libs.push(lib);
    if (pieces === PLAIN || SIZES.length === 1) {
      await reading(lib);
      await editing(lib);
    }
    if (pieces === SIZES.at(-1)) await searching(lib);
    const spread = [1, 2, 3, 4].flatMap((length) => termsOf(lib, length, false).slice(0, 12));
    const best = [];
    for (const term of spread)
      best.push((await list(lib, { query: term, sort: 'best' }, { limit: 10, offset: 0 })).items.map(({ id }) => id));
    console.log(
      `P4    top-10 of titles first against a look at every piece: overlap ${overlap(lib, spread, best).toFixed(2)} over ${spread.length} terms`,
    );
    const rows = {};
    for (const length of [1, 2, 3, 4]) {
      const terms = termsOf(lib, length, false).slice(0, 12);
      if (terms.length > 0)
        rows[`search, ${length} character${length > 1 ? 's' : ''}, usual`] =
          (await time(async () => {
            for (const query of terms) await list(lib, { query });
          })) / terms.length;
    }
    const common = termsOf(lib, 2, true)[0];
    rows['search, commonest word'] = await time(() => list(lib, { query: common }));
    rows['search, pinyin initials'] = await time(() => list(lib, { query: 'zg' }));
    rows['search, a Latin beginning'] = await time(() => list(lib, { query: 'ba' }));
    rows['search, punctuation'] = await time(() => list(lib, { query: '，' }));
    rows['search, commonest word in one kind'] = await time(() => list(lib, { query: common, kinds: ['story'] }));
    rows['search, by title'] = await time(() => list(lib, { query: common, sort: 'title' }));
    rows['list, first page'] = await time(() => list(lib, {}));
    rows['list, last page, first time'] = await time(() => list(lib, {}, { limit: 50, offset: pieces - 50 }));
    rows['list, a page in the middle, again'] = await time(() =>
      lib.store.call('piece.list', { filter: filterOf({}), limit: 50, offset: pieces >> 1 }, null),
    );
    rows['list by title'] = await time(() => list(lib, { sort: 'title' }));
    rows['list, not planned'] = await time(() => list(lib, { unplannedOnly: true }));
    rows['counts, no filter'] = await time(() => {
      lib.store.context.lists.clear();
      return lib.store.call('piece.counts', { filter: filterOf({}) }, null);
    });
    rows['counts, state and a query'] = await time(() => {
      lib.store.context.lists.clear();
      return lib.store.call('piece.counts', { filter: filterOf({ states: ['idea'], query: common }) }, null);
    });
    rows.tray = await time(() => lib.store.call('piece.tray', {}, null));
    figures.set(pieces, rows);
  }
  console.log(
    `\nmedian milliseconds, ${SIZES.map((size) => size.toLocaleString('en')).join(' / ')} pieces; b of t = a·n^b`,
  );
  for (const what of Object.keys(figures.get(SIZES.at(-1)) ?? {})) {
    const values = SIZES.map((size) => figures.get(size)?.[what] ?? Number.NaN);
    const b = Math.log(values.at(-1) / values[0]) / Math.log(SIZES.at(-1) / SIZES[0]);
    console.log(
      `P4    ${what.padEnd(38)} ${values.map(shown).join(' / ').padEnd(22)} ×${(values.at(-1) / values[0]).toFixed(1)}  b ${b.toFixed(2)}`,
    );
  }
} finally {
  for (const { store, folder } of libs) {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
