import { createRequire } from 'node:module';
import Database from 'better-sqlite3';
import { refuse } from '../../core/result';

/** A handle that may only read, and one that may write: a function's signature says which it needs. */
export type ReadDb = Pick<Database.Database, 'prepare'>;
export type WriteDb = Database.Database;

/** "Juzh" as a 32-bit number: marks the file as ours (`PRAGMA application_id`). */
export const APPLICATION_ID = 0x4a757a68;

/** SQLite before 3.51.3 can corrupt a WAL database when two connections checkpoint at once. */
const LEAST_SQLITE = [3, 51, 3] as const;

/**
 * Loads the native addon that fits the running Node. The package's prebuilt one needs Node-API 10 and kills an older
 * process instead of throwing, so the choice comes before the first load.
 */
function nativeBinding(compat: string | null): object | undefined {
  if (Number(process.versions.napi) >= 10) return undefined;
  if (compat === null) {
    throw new Error(
      'This Node needs the compatibility build of better-sqlite3: start through `npm start` or `npm test`.',
    );
  }
  return createRequire(import.meta.url)(compat) as object;
}

type OpenOptions = { readonly binding: string | null; readonly readonly?: boolean };

/** Opens a file (or `:memory:`) with every safety setting explicit and read back. Throws what SQLite throws. */
export function openDatabase(file: string, { binding, readonly = false }: OpenOptions): Database.Database {
  const addon = nativeBinding(binding);
  const db = new Database(file, {
    readonly,
    ...(addon === undefined ? {} : { nativeBinding: addon as unknown as string }),
  });
  try {
    if (!readonly) {
      // One writer per workspace: a second process is refused at once, and the lock dies with its process.
      db.pragma('locking_mode = EXCLUSIVE');
      db.pragma('journal_mode = WAL');
      // FULL, because "saved" must survive a power cut: NORMAL only survives a killed process.
      db.pragma('synchronous = FULL');
      // Moving the log into the file costs as much as a bulk edit itself, so it waits for a quiet moment (`settleLog`);
      // only a log of 16 MB is moved inside a commit.
      db.pragma('wal_autocheckpoint = 4000');
    }
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    requireVersion(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function requireVersion(db: ReadDb): void {
  const { version } = db.prepare('SELECT sqlite_version() AS version').get() as { version: string };
  const parts = version.split('.').map(Number);
  for (const [index, least] of LEAST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least)
      throw new Error(`SQLite ${version} has known corruption faults; ${LEAST_SQLITE.join('.')} is the least.`);
  }
}

/** Whether the file is ours, empty, or somebody else's. Reads one page. */
export function requireOurs(db: Database.Database, file: string): 'ours' | 'empty' {
  const id = db.pragma('application_id', { simple: true });
  if (id === APPLICATION_ID) {
    // We make neither; in a file of ours they could only have been put there to run with our writes.
    const planted = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type IN ('trigger', 'view')").get();
    return (planted as { n: number }).n === 0 ? 'ours' : refuse('database_foreign', { file });
  }
  const tables = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table'").get() as { n: number };
  if (id === 0 && tables.n === 0) return 'empty';
  return refuse('database_foreign', { file });
}

/** Page-level check of the whole file; the first complaint, or null. Costs about 0.1 s per 10,000 pieces. */
export function complaintOf(db: Database.Database): string | null {
  const rows = db.pragma('quick_check(1)') as { quick_check: string }[];
  const first = rows[0]?.quick_check ?? 'no answer';
  return first === 'ok' ? null : first;
}

/** Pages of the log from which it is worth a quiet moment to move them into the file: 4 MB. */
const LOG_PAGES = 1_000;

/** Moves a grown log into the file, so that no edit has to wait for it. Says whether there was anything to move. */
export function settleLog(db: WriteDb): boolean {
  const waiting = db.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[];
  if ((waiting[0]?.log ?? 0) - (waiting[0]?.checkpointed ?? 0) < LOG_PAGES) return false;
  db.pragma('wal_checkpoint(PASSIVE)');
  return true;
}

/**
 * One transaction over rows that are made from others, without waiting for the disk. A power cut may take it back whole,
 * with the marks that its work is due; what was acknowledged before lies earlier in the log and stays.
 */
export function unsynced(db: WriteDb, work: () => void): void {
  if (db.inTransaction) {
    work();
    return;
  }
  db.pragma('synchronous = NORMAL');
  try {
    db.transaction(work)();
  } finally {
    db.pragma('synchronous = FULL');
  }
}

const statements = new WeakMap<object, Map<string, Database.Statement>>();

/** A prepared statement, kept per handle by its text. SQL in this folder is constant text with bound values. */
export function prepared(db: ReadDb, sql: string): Database.Statement {
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}
