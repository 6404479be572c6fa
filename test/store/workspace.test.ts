import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOp } from '../../src/core/plan/ops';
import { Refusal } from '../../src/core/result';
import { APPLICATION_ID, openDatabase, prepared } from '../../src/main/store/database';
import { backupPath, listBackups, makeBackup, rowDigest } from '../../src/main/store/files/backups';
import { repairWorkspace } from '../../src/main/store/files/repair';
import { makeChange } from '../../src/main/store/history/changes';
import { LATEST, migrate, migrations, readMeta, versionOf } from '../../src/main/store/migrations';
import { listViews, readView } from '../../src/main/store/rows';
import { closeWorkspace, DATABASE, openWorkspace, startBlank } from '../../src/main/store/workspace';

const binding = process.env.JUZHEN_SQLITE_BINDING ?? null;
const now = () => 1_760_000_000_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juzhen-workspace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, DATABASE);
const open = () => openWorkspace({ folder, binding, now });
const digest = () => createHash('sha256').update(readFileSync(file())).digest('hex');
const refusal = async (action: () => Promise<unknown>): Promise<string> => {
  try {
    await action();
  } catch (error) {
    if (error instanceof Refusal) return error.failure.code;
    throw error;
  }
  return 'nothing was refused';
};
async function filled(): Promise<void> {
  const { db, clock } = await open();
  startBlank(db, clock, '星野', 'zh', 'Asia/Shanghai');
  makeChange(db, clock, { code: 'piece_create', params: {} }, [createOp('piece', 'p1', { title: '末班渡船' })]);
  closeWorkspace(db);
}

describe('an opened database', () => {
  it('has every safety setting on, read back from SQLite', async () => {
    const { db } = await open();
    const pragma = (name: string) => db.pragma(name, { simple: true });
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      foreign: pragma('foreign_keys'),
      trusted: pragma('trusted_schema'),
      cells: pragma('cell_size_check'),
      mmap: pragma('mmap_size'),
      id: pragma('application_id'),
      version: pragma('user_version'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      foreign: 1,
      trusted: 0,
      cells: 1,
      mmap: 0,
      id: APPLICATION_ID,
      version: LATEST,
    });
    closeWorkspace(db);
  });

  it('keeps its files to the user alone', async () => {
    await filled();
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('has only STRICT tables, and no trigger or view', async () => {
    const { db } = await open();
    const tables = db
      .prepare("SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'")
      .all() as { name: string; type: string; strict: number }[];
    // The index of tokens is a virtual table and brings tables of its own, which cannot be STRICT.
    expect(tables.filter(({ type, strict }) => type === 'table' && strict === 0)).toEqual([]);
    expect(tables.filter(({ type }) => type === 'virtual').map(({ name }) => name)).toEqual(['piece_tokens']);
    expect(tables.length).toBeGreaterThan(20);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')").all()).toEqual([]);
    closeWorkspace(db);
  });

  it('answers its hot queries from an index', async () => {
    const { db } = await open();
    const plan = (sql: string) =>
      (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail).join(' · ');
    expect(plan("SELECT id FROM placement WHERE alive = 1 AND day BETWEEN '2026-10-01' AND '2026-10-31'")).toContain(
      'placement_by_day',
    );
    expect(plan("SELECT id FROM variant WHERE piece_id = 'p' AND alive = 1")).toContain('variant_by_piece');
    const lists = 'SELECT c.n FROM piece_card c WHERE c.shelf = 0';
    expect(plan(`${lists} ORDER BY c.touched DESC, c.id LIMIT 50`)).toBe(
      'SEARCH c USING COVERING INDEX card_by_touch (shelf=?)',
    );
    expect(plan(`${lists} AND c.state = 'idea' ORDER BY c.touched DESC, c.id LIMIT 50`)).toBe(
      'SEARCH c USING COVERING INDEX card_by_state (shelf=? AND state=?)',
    );
    expect(plan(`${lists} ORDER BY c.title, c.id LIMIT 50`)).toContain('card_by_title');
    expect(plan('SELECT n FROM piece_card WHERE text_due = 1 ORDER BY touched DESC')).toContain('card_text_due');
    expect(plan('SELECT id FROM piece_card WHERE facts_due = 1 ORDER BY touched DESC')).toContain('card_facts_due');
    closeWorkspace(db);
  });
});

describe('a database that cannot be opened', () => {
  it('from a newer version is refused and keeps every byte', async () => {
    await filled();
    const future = openDatabase(file(), { binding });
    future.pragma(`user_version = ${LATEST + 10}`);
    future.close();
    const before = digest();
    expect(await refusal(open)).toBe('database_future');
    expect(digest()).toBe(before);
  });

  it('of another program is refused and keeps every byte', async () => {
    const other = openDatabase(file(), { binding });
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    const before = digest();
    expect(await refusal(open)).toBe('database_foreign');
    expect(digest()).toBe(before);
  });

  it('into which somebody planted a trigger is refused and keeps every byte', async () => {
    await filled();
    const planted = openDatabase(file(), { binding });
    planted.exec('CREATE TRIGGER planted AFTER UPDATE ON piece BEGIN DELETE FROM piece; END');
    planted.close();
    const before = digest();
    expect(await refusal(open)).toBe('database_foreign');
    expect(digest()).toBe(before);
  });

  it('whose header is destroyed is refused and kept', async () => {
    await filled();
    const bytes = readFileSync(file());
    bytes.fill(0x58, 0, 16);
    writeFileSync(file(), bytes);
    expect(await refusal(open)).toBe('database_damaged');
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });

  it('with a damaged page is refused after an unclean end, before anything is written', async () => {
    const { db, clock } = await open();
    startBlank(db, clock, '星野', 'zh', 'Asia/Shanghai');
    makeChange(
      db,
      clock,
      { code: 'piece_create', params: {} },
      Array.from({ length: 400 }, (_, n) =>
        createOp('piece', `p${n}`, { title: `第 ${n} 篇`, notes: '字'.repeat(300) }),
      ),
    );
    // Closed without the mark of a clean end, as after a crash.
    db.close();
    const bytes = readFileSync(file());
    const page = 4096;
    for (let at = page * 40; at < page * 60; at += page) bytes.fill(0xff, at, at + 64);
    writeFileSync(file(), bytes);
    expect(await refusal(open)).toBe('database_damaged');
  });

  it('because another process holds it says so', async () => {
    const { db } = await open();
    const script = `
      const Database = require('better-sqlite3');
      const addon = ${binding === null ? 'undefined' : `require(${JSON.stringify(binding)})`};
      try {
        const db = new Database(${JSON.stringify(file())}, { timeout: 50, ...(addon ? { nativeBinding: addon } : {}) });
        db.pragma('user_version = 11');
        console.log('wrote');
      } catch (error) { console.log(error.code); }`;
    const second = spawnSync(process.execPath, ['-e', script], { cwd: process.cwd(), encoding: 'utf8' });
    expect(second.stdout.trim()).toMatch(/^SQLITE_BUSY/);
    closeWorkspace(db);
  });
});

describe('migrations', () => {
  it('are numbered by tens, each greater than the one before, and each has a name', () => {
    const numbers = migrations.map(({ version }) => version);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers.every((number) => number % 10 === 0 && number > 0)).toBe(true);
    expect(migrations.every(({ name }) => name !== '')).toBe(true);
  });

  it('run twice change nothing the second time', async () => {
    const { db } = await open();
    const before = db.prepare('SELECT group_concat(sql) AS sql FROM sqlite_schema').get();
    migrate(db);
    expect(versionOf(db)).toBe(LATEST);
    expect(db.prepare('SELECT group_concat(sql) AS sql FROM sqlite_schema').get()).toEqual(before);
    closeWorkspace(db);
  });

  it('make one table per record type', async () => {
    const { db } = await open();
    const { recordTypes } = await import('../../src/core/model/records');
    for (const type of recordTypes) expect(listViews(db, type)).toEqual([]);
    closeWorkspace(db);
  });
});

describe('a node', () => {
  it('stays the same from start to start, and is new for a copied folder', async () => {
    await filled();
    const first = await open();
    const node = first.clock.node;
    closeWorkspace(first.db);
    const second = await open();
    expect(second.clock.node).toBe(node);
    closeWorkspace(second.db);
    const copy = mkdtempSync(join(tmpdir(), 'juzhen-copy-'));
    cpSync(folder, copy, { recursive: true });
    const copied = await openWorkspace({ folder: copy, binding, now });
    expect(copied.clock.node).not.toBe(node);
    closeWorkspace(copied.db);
    rmSync(copy, { recursive: true });
  });
});

describe('a backup', () => {
  it('is verified and opens with the same rows', async () => {
    await filled();
    const { db } = await open();
    const made = await makeBackup(db, folder, 'manual', now(), binding);
    expect(made.verified).toBe(true);
    const copy = openDatabase(backupPath(folder, made.name) ?? '', { binding, readonly: true });
    expect(rowDigest(copy)).toBe(rowDigest(db));
    expect(readView(copy, 'piece', 'p1')?.title).toBe('末班渡船');
    copy.close();
    expect(readdirSync(join(folder, 'backups')).sort()).toEqual([made.name, `${made.name}.verified`]);
    closeWorkspace(db);
  });

  it('left half-made by a kill is swept at the next start, and never listed', async () => {
    await filled();
    const { db } = await open();
    await makeBackup(db, folder, 'manual', now(), binding);
    closeWorkspace(db);
    writeFileSync(join(folder, 'backups', '20261009T000000000Z.timer.db.part'), 'half');
    expect(listBackups(folder)).toHaveLength(1);
    closeWorkspace((await open()).db);
    expect(readdirSync(join(folder, 'backups')).some((name) => name.endsWith('.part'))).toBe(false);
  });

  it('has no path for a name that leads elsewhere', () => {
    expect(backupPath(folder, '../juzhen.db')).toBeNull();
    expect(backupPath(folder, 'juzhen.db')).toBeNull();
  });
});

describe('repairing a damaged workspace', () => {
  it('goes back to the newest sound backup and keeps the damaged file beside it', async () => {
    await filled();
    const { db } = await open();
    await makeBackup(db, folder, 'manual', now() - 60_000, binding);
    await makeBackup(db, folder, 'manual', now(), binding);
    closeWorkspace(db);
    const [newest] = listBackups(folder);
    writeFileSync(join(folder, 'backups', newest?.name ?? ''), 'rotten');
    const bytes = readFileSync(file());
    bytes.fill(0x58, 0, 16);
    writeFileSync(file(), bytes);
    expect(await refusal(open)).toBe('database_damaged');
    expect(repairWorkspace(folder, binding, now())).toBe(now() - 60_000);
    const repaired = await open();
    expect(readView(repaired.db, 'piece', 'p1')?.title).toBe('末班渡船');
    closeWorkspace(repaired.db);
    expect(readFileSync(`${file()}.damaged-${now()}`).equals(bytes)).toBe(true);
  });

  it('without a backup changes nothing and says so', async () => {
    await filled();
    writeFileSync(file(), 'rotten');
    expect(await refusal(async () => repairWorkspace(folder, binding, now()))).toBe('database_damaged');
    expect(readFileSync(file(), 'utf8')).toBe('rotten');
  });
});

describe('the store’s reading', () => {
  it('prepares each statement once', async () => {
    const { db } = await open();
    const sql = 'SELECT id FROM piece';
    expect(prepared(db, sql)).toBe(prepared(db, sql));
    expect(readMeta(db, 'nothing')).toBeNull();
    closeWorkspace(db);
  });
});
