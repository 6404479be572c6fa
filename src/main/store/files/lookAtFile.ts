import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileLook } from '../../../contract';
import { fileHeadOf, isZip, MAX_MARKS } from '../../../core/plan/file/fileKind';
import { folderHeadOf } from '../../../core/plan/folder/head';
import { HEAD_PATH } from '../../../core/plan/folder/layout';
import { refuse } from '../../../core/result';
import { folderView, isPlanFolder, planFolder } from '../../../disk/folderView';
import type { StoreContext } from '../context';
import { workspaceIdOf } from '../workspace';

/** Larger files are no plan the studio would read, in bytes; as `MAX_PLAN` has it. */
const MAX_LOOKED_AT = 512 * 1024 * 1024;
const MAX_HEAD = 1024 * 1024;

/** Tells by content what was chosen. Refuses `file_missing`, and `file_unreadable` for what cannot be opened. */
export function lookAtFile({ db }: StoreContext, path: string): FileLook {
  const name = basename(path);
  if (!existsSync(path)) refuse('file_missing', { file: name });
  const folder = planFolder(path);
  const head = folder === null ? headOfFile(path, name) : isPlanFolder(folder) ? headOfFolder(folder) : null;
  return { name, kind: head?.kind ?? null, mine: head?.workspace === workspaceIdOf(db) };
}

const headOfFolder = (folder: string): ReturnType<typeof folderHeadOf> =>
  folderHeadOf(folderView(folder, basename(folder)).read(HEAD_PATH, MAX_HEAD));

function headOfFile(path: string, name: string): ReturnType<typeof fileHeadOf> {
  const handle = opened(path, name);
  try {
    const facts = fstatSync(handle);
    if (!facts.isFile()) return null;
    const first = new Uint8Array(4);
    readSync(handle, first, 0, first.length, 0);
    return facts.size > (isZip(first) ? MAX_LOOKED_AT : MAX_MARKS) ? null : fileHeadOf(readFileSync(handle));
  } finally {
    closeSync(handle);
  }
}

/** Without waiting: a pipe with nobody at its other end would hold the thread for ever. */
function opened(path: string, name: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return refuse('file_unreadable', { file: name, place: (error as NodeJS.ErrnoException).code ?? '?' });
  }
}
