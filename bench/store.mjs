/**
 * P3a: reading through the repository against the same rows by raw prepared statements, JSON parsed.
 * P3b: an acknowledged edit (row, stamps, history, one synced commit) against a raw one-row transaction under FULL.
 * 10,000 pieces of 1.3 kB; 101 pairs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './lib/bundle.mjs';
import { fillWith } from './lib/filled.mjs';
import { paired, report } from './lib/paired.mjs';

const PIECES = 10_000;
const PAIRS = 101;
const binding = process.env.JUZHEN_SQLITE_BINDING ?? null;

const surface = await load('bench/lib/store-surface.ts');
const folder = mkdtempSync(join(tmpdir(), 'juzhen-bench-'));
const rawFolder = mkdtempSync(join(tmpdir(), 'juzhen-bench-raw-'));
try {
  const open = await surface.openWorkspace({ folder, binding, now: Date.now });
  surface.startBlank(open.db, open.clock, 'bench', 'zh', 'Asia/Shanghai');
  await fillWith(surface, open, PIECES);
  const { db, clock } = open;
  const idOf = (index) => `p_${String((index * 7919) % PIECES).padStart(6, '0')}`;

  console.log(`store: ${PIECES.toLocaleString('en')} pieces, ${PAIRS} pairs, A B B A`);

  const get = db.prepare('SELECT id, registers, sets FROM piece WHERE id = ? AND alive = 1');
  const parsed = (row) => ({ ...JSON.parse(row.registers), sets: JSON.parse(row.sets) });
  let at = 0;
  report(
    'P3a',
    'get 200 pieces',
    1.25,
    'ms',
    await paired({
      pairs: PAIRS,
      reference: () => {
        for (let n = 0; n < 200; n += 1) parsed(get.get(idOf(at++)));
      },
      subject: () => {
        for (let n = 0; n < 200; n += 1) surface.readView(db, 'piece', idOf(at++));
      },
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

  const raw = surface.openDatabase(join(rawFolder, 'raw.db'), { binding });
  raw.exec('CREATE TABLE piece (id TEXT PRIMARY KEY, registers TEXT NOT NULL) STRICT');
  const insert = raw.prepare('INSERT INTO piece VALUES (?, ?)');
  raw.transaction(() => {
    for (const row of db.prepare('SELECT id, registers FROM piece').iterate()) insert.run(row.id, row.registers);
  })();
  const registersOf = db.prepare('SELECT registers FROM piece WHERE id = ?');
  const update = raw.prepare('UPDATE piece SET registers = ? WHERE id = ?');
  let edit = 0;
  report(
    'P3b',
    'acknowledged edit of one field, 20 of them',
    2,
    'ms',
    await paired({
      pairs: PAIRS,
      reference: () => {
        for (let n = 0; n < 20; n += 1) {
          const id = idOf(edit++);
          const registers = JSON.parse(registersOf.get(id).registers);
          update.run(JSON.stringify({ ...registers, title: `标题 ${edit}` }), id);
        }
      },
      subject: () => {
        for (let n = 0; n < 20; n += 1) {
          const id = idOf(edit++);
          surface.makeChange(db, clock, { code: 'piece_edit', params: {} }, [
            { kind: 'set', type: 'piece', id, register: 'title', value: `标题 ${edit}` },
          ]);
        }
      },
    }),
  );
  raw.close();
  surface.closeWorkspace(db);
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(rawFolder, { recursive: true, force: true });
}
