import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { BackupFile } from '../../../contract';
import { recordTypes } from '../../../core/model/records';
import { keptBackups, madeAtOf } from '../../../core/plan/backupRotation';
import { complaintOf, openDatabase, prepared } from '../database';

/**
 * Copies of the database, made through SQLite's own backup (never by reading the live file, which would drop its
 * locks), opened again, checked page by page and compared row by row before they count.
 *
 *   backups/20261122T120000123Z.timer.db            copy
 *   backups/20261122T120000123Z.timer.db.verified   the row digest it was compared by
 */
export type BackupReason = BackupFile['reason'];

const folderOf = (workspace: string): string => join(workspace, 'backups');
const shape = /^(\d{8}T\d{9}Z)\.(timer|migration|before_restore|before_import|before_repair|manual)\.db$/;

/** Digest of every row of every record table: equal for equal content, whatever the pages look like. */
export function rowDigest(db: Database.Database): string {
  const hash = createHash('sha256');
  const tables = [...recordTypes, 'body_version', 'change', 'piece_log', 'meta', 'carried_record'];
  for (const table of tables) {
    const exists = prepared(db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table);
    if (exists === undefined) continue;
    hash.update(`\n${table}\n`);
    for (const row of db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).iterate()) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}

const stampOf = (millis: number): string => new Date(millis).toISOString().replaceAll(/[-:.]/g, '');

/** Makes and verifies one copy, then drops the oldest beyond the rotation. A copy that fails its check is removed. */
export async function makeBackup(
  db: Database.Database,
  workspace: string,
  reason: BackupReason,
  now: number,
  binding: string | null,
): Promise<BackupFile> {
  const folder = folderOf(workspace);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `${stampOf(now)}.${reason}.db`;
  const target = join(folder, name);
  const temporary = `${target}.part`;
  const expected = rowDigest(db);
  await db.backup(temporary);
  makeSingleFile(temporary, binding);
  const found = verify(temporary, binding);
  // An edit during the copy restarts it, so the digest may be of the newer state: that one is asked again.
  if (found !== expected && found !== rowDigest(db)) {
    rmSync(temporary, { force: true });
    throw new Error('The backup does not equal the database it was made from.');
  }
  syncFile(temporary);
  renameSync(temporary, target);
  closeSync(openSync(`${target}.verified`, 'w', 0o600));
  rotate(workspace);
  return describe(folder, name);
}

/** Takes the copy out of write-ahead mode, so that it is one file which reading never grows by others. */
function makeSingleFile(file: string, binding: string | null): void {
  const copy = openDatabase(file, { binding });
  copy.pragma('journal_mode = DELETE');
  copy.close();
}

/** Opens a copy on its own, checks every page, and answers its row digest; throws with SQLite's complaint. */
function verify(file: string, binding: string | null): string {
  const copy = openDatabase(file, { binding, readonly: true });
  try {
    const complaint = complaintOf(copy);
    if (complaint !== null) throw new Error(complaint);
    return rowDigest(copy);
  } finally {
    copy.close();
  }
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

export function listBackups(workspace: string): readonly BackupFile[] {
  const folder = folderOf(workspace);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => shape.test(name))
    .sort()
    .reverse()
    .map((name) => describe(folder, name));
}

function describe(folder: string, name: string): BackupFile {
  const reason = shape.exec(name)?.[2] as BackupReason;
  return {
    name,
    madeAt: madeAtOf(name),
    bytes: statSync(join(folder, name)).size,
    reason,
    verified: existsSync(join(folder, `${name}.verified`)),
  };
}

function rotate(workspace: string): void {
  const all = listBackups(workspace);
  const kept = new Set(keptBackups(all));
  for (const { name } of all) {
    if (kept.has(name)) continue;
    const file = join(folderOf(workspace), name);
    rmSync(file, { force: true });
    rmSync(`${file}.verified`, { force: true });
  }
}

/** The checked path of a named copy; null when there is none of that name. */
export function backupPath(workspace: string, name: string): string | null {
  return shape.test(name) && existsSync(join(folderOf(workspace), name)) ? join(folderOf(workspace), name) : null;
}

/** Sweeps what a kill left behind. */
export function sweepParts(workspace: string): void {
  for (const folder of [folderOf(workspace), join(workspace, 'assets'), workspace]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder))
      if (name.endsWith('.part')) rmSync(join(folder, name), { force: true, recursive: true });
  }
}
