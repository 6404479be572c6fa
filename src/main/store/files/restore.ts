import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { recordTypes } from '../../../core/model/records';
import { refuse } from '../../../core/result';
import type { StoreContext } from '../context';
import { complaintOf, openDatabase, requireOurs } from '../database';
import { historyState } from '../history/undo';
import { requireKnownVersion } from '../migrations';
import { closeWorkspace, DATABASE, openWorkspace, renewNode } from '../workspace';
import { backupPath, makeBackup } from './backups';

/**
 * Puts a backup in the database's place. The present is saved and verified first, the chosen copy is checked before
 * anything is touched, and the database goes on under a new node: its past now differs from what others may have seen.
 */
export async function restoreBackup(store: StoreContext, name: string): Promise<null> {
  const source = backupPath(store.folder, name) ?? refuse('file_missing', { file: name });
  requireSound(source, name, store.binding);
  await makeBackup(store.db, store.folder, 'before_restore', store.clock.now(), store.binding);

  const live = join(store.folder, DATABASE);
  const incoming = `${live}.part`;
  copyFileSync(source, incoming);
  closeWorkspace(store.db);
  // A log that belongs to the old file must not be replayed into the new one.
  for (const side of ['-wal', '-shm']) rmSync(live + side, { force: true });
  renameSync(incoming, live);

  const renewed = openDatabase(live, { binding: store.binding });
  renewNode(renewed);
  closeWorkspace(renewed);
  const opened = await openWorkspace({ folder: store.folder, binding: store.binding, now: store.clock.now });
  store.db = opened.db;
  store.clock = opened.clock;
  store.reports.clear();
  store.lists.clear();
  store.tellAll('restore', recordTypes, historyState(store.db));
  return null;
}

function requireSound(file: string, name: string, binding: string | null): void {
  const copy = openDatabase(file, { binding, readonly: true });
  try {
    if (complaintOf(copy) !== null) refuse('database_damaged', { file: name });
    if (requireOurs(copy, name) === 'empty') refuse('database_foreign', { file: name });
    requireKnownVersion(copy);
  } finally {
    copy.close();
  }
}
