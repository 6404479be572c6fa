import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Lang, Workspace } from '../../core/model/records';
import type { NodeId } from '../../core/model/stamp';
import { createOp } from '../../core/plan/ops';
import { refuse } from '../../core/result';
import { complaintOf, openDatabase, requireOurs, type WriteDb } from './database';
import { makeBackup, sweepParts } from './files/backups';
import { makeChange } from './history/changes';
import { endWriting } from './history/recovery';
import type { Clock } from './history/transaction';
import { ensureCards } from './library/derived';
import { LATEST, migrate, readMeta, requireKnownVersion, versionOf, writeMeta } from './migrations';
import { latestStamp, listViews } from './rows';

/**
 * A workspace is one folder with one database:
 *
 *   juzhen.db (-wal)    the plan, its history and undo
 *   assets/             pictures, named by the hash of their bytes
 *   backups/            verified copies of the database
 */
export const DATABASE = 'juzhen.db';

export type OpenWorkspace = { readonly db: WriteDb; readonly clock: Clock; readonly fresh: boolean };

type Opening = {
  readonly folder: string;
  readonly binding: string | null;
  readonly now: () => number;
  /** Tests keep the database in memory; assets stay real files. */
  readonly memory?: boolean | undefined;
};

/** Opens, checks and migrates. Refuses `database_*`; what it refuses it leaves untouched. */
export async function openWorkspace({ folder, binding, now, memory }: Opening): Promise<OpenWorkspace> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  sweepParts(folder);
  const file = memory === true ? ':memory:' : join(folder, DATABASE);
  const db = openChecked(file, binding, memory !== true && existsSync(file));
  try {
    const before = versionOf(db);
    if (before > 0 && before < LATEST) await makeBackup(db, folder, 'migration', now(), binding);
    migrate(db);
    ensureCards(db);
    const clock: Clock = { node: nodeOf(db, folder), now, last: latestStamp(db) };
    return { db, clock, fresh: before === 0 };
  } catch (error) {
    db.close();
    throw error;
  }
}

function openChecked(file: string, binding: string | null, existing: boolean): WriteDb {
  if (existing) requireReadable(file, binding);
  let db: WriteDb;
  try {
    db = openDatabase(file, { binding });
  } catch (error) {
    throw worded(error, file);
  }
  try {
    // A clean end marks itself; only after anything else is the whole file read before use.
    if (existing && readMetaSafely(db, 'closed') !== 'clean') {
      const complaint = complaintOf(db);
      if (complaint !== null) refuse('database_damaged', { file, message: complaint });
    }
    if (existing) writeMeta(db, 'closed', 'open');
    return db;
  } catch (error) {
    db.close();
    throw worded(error, file);
  }
}

/** Looks at the header through a read-only handle, so that a foreign or newer file keeps every byte. */
function requireReadable(file: string, binding: string | null): void {
  let db: WriteDb;
  try {
    db = openDatabase(file, { binding, readonly: true });
  } catch (error) {
    throw worded(error, file);
  }
  try {
    requireOurs(db, file);
    requireKnownVersion(db);
  } catch (error) {
    throw worded(error, file);
  } finally {
    db.close();
  }
}

const readMetaSafely = (db: WriteDb, key: string): string | null => {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'meta'").get();
  return table === undefined ? null : readMeta(db, key);
};

/** SQLite's own codes as failures with a remedy; anything else stays what it was. */
export function worded(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const name = file.split('/').slice(-2).join('/');
  try {
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) refuse('database_damaged', { file: name, message: error.code });
    if (/^SQLITE_BUSY/.test(error.code)) refuse('database_busy', { file: name });
    if (/^SQLITE_FULL/.test(error.code)) refuse('disk_full');
    if (/^SQLITE_(READONLY|CANTOPEN|IOERR|PERM)/.test(error.code)) refuse('read_only', { file: name });
  } catch (refusal) {
    return refusal;
  }
  return error;
}

/**
 * The node that stamps edits made here. A folder that was copied to another place or machine, or restored from an
 * older copy, gets a new one: two writers under one node would break the merge law without anyone noticing.
 */
function nodeOf(db: WriteDb, folder: string): NodeId {
  const home = createHash('sha256')
    .update(`${hostname()}\n${realpathSync(folder)}`)
    .digest('hex');
  const known = readMeta(db, 'node');
  if (known !== null && readMeta(db, 'home') === home) return known as NodeId;
  const node = newNode();
  db.transaction(() => {
    writeMeta(db, 'node', node);
    writeMeta(db, 'home', home);
  })();
  return node;
}

const newNode = (): NodeId => randomBytes(8).toString('hex') as NodeId;

/** Gives the database a new node, after a restore. */
export function renewNode(db: WriteDb): void {
  writeMeta(db, 'home', '');
}

/** Marks a clean end and closes; SQLite folds the log into the file on the way. */
export function closeWorkspace(db: WriteDb): void {
  if (!db.open) return;
  writeMeta(db, 'closed', 'clean');
  endWriting(db);
  db.pragma('optimize');
  db.close();
}

export const workspaceIdOf = (db: WriteDb): string =>
  readMeta(db, 'workspace') ?? refuse('database_damaged', { file: DATABASE });

/** The workspace's own record: one per database, made with it. */
export function workspaceOf(db: WriteDb): Workspace {
  return listViews(db, 'workspace')[0] ?? refuse('database_damaged', { file: DATABASE });
}

/** Fills an empty database with a workspace of the given name and its first member, the person at this machine. */
export function startBlank(db: WriteDb, clock: Clock, name: string, lang: Lang, zone: string): void {
  writeMeta(db, 'workspace', `w_${randomBytes(9).toString('hex')}`);
  const member = createOp('member', `m_${clock.node}`, { name: lang === 'zh' ? '我' : 'Me', nodes: [clock.node] });
  makeChange(db, clock, label(name), [workspaceOp(name, lang, zone), member], { status: 'fixed' });
}

/** A plan file may hold pieces only; the workspace it opens as is then called after the file. */
export function nameIfNameless(db: WriteDb, clock: Clock, name: string, lang: Lang, zone: string): void {
  if (listViews(db, 'workspace').length > 0) return;
  makeChange(db, clock, label(name), [workspaceOp(name, lang, zone)], { status: 'fixed' });
}

const label = (title: string) => ({ code: 'workspace_edit', params: { title } }) as const;
const workspaceOp = (name: string, lang: Lang, zone: string) =>
  createOp('workspace', 'workspace', { name, lang, zone, weekStart: 1 });
