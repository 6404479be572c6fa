import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readStamp, type Stamp } from '../../../core/model/stamp';
import { dueBefore } from '../../../core/plan/trash';
import { openDatabase, prepared, type ReadDb } from '../database';
import { backupPath, listBackups } from '../files/backups';
import { keptDigests } from '../files/newerPlan';
import { assetFolder } from './assets';

const DAY = 86_400_000;
const shape = /^([0-9a-f]{64})\.[a-z0-9]{2,8}$/;

/**
 * Removes files that nobody can want back: their record was deleted more than 30 days ago, or there never was one and
 * the file is that old, and no backup that could be restored still shows them. A backup that cannot be opened keeps
 * everything: it may be repaired by hand. Answers the names that went.
 */
export function sweepAssets(db: ReadDb, folder: string, now: number, binding: string | null): readonly string[] {
  const place = assetFolder(folder);
  if (!existsSync(place)) return [];
  dropHalves(place, now);
  const deleted = deletionsOf(db);
  const living = new Set([...livingHashes(db), ...keptDigests(db)]);
  const old = readdirSync(place).filter((name) => {
    const hash = shape.exec(name)?.[1];
    if (hash === undefined || living.has(hash)) return false;
    return (deleted.get(hash) ?? statSync(join(place, name)).mtimeMs) < dueBefore(now);
  });
  if (old.length === 0) return [];
  const wanted = hashesOfBackups(folder, binding);
  if (wanted === null) return [];
  const gone = old.filter((name) => !wanted.has(name.slice(0, 64)));
  for (const name of gone) rmSync(join(place, name), { force: true });
  return gone;
}

/** Copies that were cut short by a crash: nothing names them, and nothing takes a day to copy. */
function dropHalves(place: string, now: number): void {
  for (const name of readdirSync(place))
    if (/^incoming\.[0-9a-f]{12}\.part$/.test(name) && statSync(join(place, name)).mtimeMs < now - DAY)
      rmSync(join(place, name), { force: true });
}

const livingHashes = (db: ReadDb): ReadonlySet<string> =>
  new Set(
    (
      prepared(db, "SELECT json_extract(registers, '$.hash') AS hash FROM asset WHERE alive = 1").all() as {
        hash: string;
      }[]
    ).map(({ hash }) => hash),
  );

/** When each deleted asset was deleted, in milliseconds since 1970, by the hash of its file. */
function deletionsOf(db: ReadDb): ReadonlyMap<string, number> {
  const rows = prepared(
    db,
    "SELECT json_extract(registers, '$.hash') AS hash, deleted FROM asset WHERE alive = 0 AND deleted IS NOT NULL",
  ).all() as { hash: string; deleted: string }[];
  return new Map(rows.map(({ hash, deleted }) => [hash, readStamp((JSON.parse(deleted) as { at: Stamp }).at).millis]));
}

/** Every file some backup still shows; null when one of them cannot say. */
function hashesOfBackups(folder: string, binding: string | null): ReadonlySet<string> | null {
  const all = new Set<string>();
  for (const { name } of listBackups(folder)) {
    const path = backupPath(folder, name);
    if (path === null) continue;
    try {
      const copy = openDatabase(path, { binding, readonly: true });
      try {
        for (const hash of livingHashes(copy)) all.add(hash);
      } finally {
        copy.close();
      }
    } catch {
      // What a damaged copy names is unknown, so nothing is thrown away while it lies there.
      return null;
    }
  }
  return all;
}
