import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../../../core/result';
import { complaintOf, openDatabase } from '../database';
import { closeWorkspace, DATABASE, renewNode } from '../workspace';
import { backupPath, listBackups } from './backups';

/**
 * Brings a workspace whose database cannot be opened back to its newest sound backup. The damaged files are kept beside
 * it under the time of the repair, byte for byte. Answers when the backup was made, in milliseconds since 1970; refuses
 * `database_damaged` when there is no sound backup, having changed nothing.
 */
export function repairWorkspace(folder: string, binding: string | null, now: number): number {
  const sound = listBackups(folder).find(
    ({ name, verified }) => verified && isSound(backupPath(folder, name), binding),
  );
  if (sound === undefined) return refuse('database_damaged', { file: DATABASE });
  const live = join(folder, DATABASE);
  const incoming = `${live}.part`;
  copyFileSync(backupPath(folder, sound.name) ?? '', incoming);
  for (const side of ['', '-wal', '-shm'])
    if (existsSync(live + side)) renameSync(live + side, `${live}${side}.damaged-${now}`);
  renameSync(incoming, live);
  const db = openDatabase(live, { binding });
  renewNode(db);
  closeWorkspace(db);
  return sound.madeAt;
}

function isSound(file: string | null, binding: string | null): boolean {
  if (file === null) return false;
  try {
    const copy = openDatabase(file, { binding, readonly: true });
    try {
      return complaintOf(copy) === null;
    } finally {
      copy.close();
    }
  } catch {
    // A copy that cannot even be opened is not sound; the next older one is asked.
    return false;
  }
}
