/**
 * 10,000 entries of history on one piece: opening it against opening the same piece with none (bar 1.2), and reading the
 * first page of its history. 101 pairs, A B B A.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './lib/bundle.mjs';
import { fillWith } from './lib/filled.mjs';
import { paired, report } from './lib/paired.mjs';

const ENTRIES = 10_000;
const binding = process.env.JUZHEN_SQLITE_BINDING ?? null;

const surface = await load('bench/lib/store-surface.ts');
const folder = mkdtempSync(join(tmpdir(), 'juzhen-bench-'));
try {
  const open = await surface.openWorkspace({ folder, binding, now: Date.now });
  surface.startBlank(open.db, open.clock, 'bench', 'zh', 'Asia/Shanghai');
  await fillWith(surface, open, 200);
  const { db, clock } = open;
  const [plain, old] = ['p_000003', 'p_000004'];
  const { doc } = surface.openPiece(db, old);
  const log = db.prepare(
    "INSERT INTO piece_log (piece, stamp, at, step, label, inverse, version, session) VALUES (?, ?, ?, 'edit', ?, '[]', ?, NULL)",
  );
  db.transaction(() => {
    const base = Date.parse('2025-01-01T00:00:00Z');
    for (let index = 0; index < ENTRIES; index += 1) {
      const stamp = surface.makeStamp({ millis: base + index * 60_000, counter: 0, node: clock.node });
      surface.writeVersion(db, old, { id: stamp, replaces: [], doc });
      log.run(old, stamp, base + index * 60_000, '{"code":"piece_write","params":{}}', stamp);
    }
  })();
  console.log(`history: ${ENTRIES.toLocaleString('en')} entries on one of two like pieces`);
  const openTimes = (id) => () => {
    for (let n = 0; n < 40; n += 1) surface.openPiece(db, id);
  };
  report(
    'D4',
    'open a piece with 10,000 entries, 40 times',
    1.2,
    'ms',
    await paired({ pairs: 101, reference: openTimes(plain), subject: openTimes(old) }),
  );
  const start = process.hrtime.bigint();
  const page = surface.pieceHistory(db, clock.node, { id: old, after: null, limit: 100 });
  console.log(
    `      first page of the history: ${page.points.length} of ${page.total} points in ${(Number(process.hrtime.bigint() - start) / 1e6).toFixed(1)} ms`,
  );
  surface.closeWorkspace(db);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
