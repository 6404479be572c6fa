import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../disk/durable';

/** What was written last from a workspace: of this machine and no part of the plan. */
export type LastExport = {
  /** The chosen folder, which holds the written one. */
  readonly folder: string;
  /** The folder that was written. */
  readonly wrote: string;
  /** What was chosen, as the export screen keeps it. */
  readonly setup: string;
};

const FILE = 'last-export.json';

/** Beside the workspace's plan. Null when nothing was written yet, or the note of it cannot be read. */
export function readLastExport(workspace: string): LastExport | null {
  const path = join(workspace, FILE);
  if (!existsSync(path)) return null;
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isLastExport(found) ? { folder: found.folder, wrote: found.wrote, setup: found.setup } : null;
  } catch {
    // Only a convenience is lost: a folder is asked for, and the note is written anew.
    return null;
  }
}

const isLastExport = (found: unknown): found is LastExport =>
  typeof found === 'object' &&
  found !== null &&
  ['folder', 'wrote', 'setup'].every((name) => typeof (found as Record<string, unknown>)[name] === 'string');

/** Never throws: a disk too full for the note must not fail an export that is written. */
export function keepLastExport(workspace: string, last: LastExport): void {
  try {
    writeDurably(join(workspace, FILE), `${JSON.stringify(last, null, 2)}\n`);
  } catch {
    // The note of before stands; what was exported is done either way.
  }
}

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
