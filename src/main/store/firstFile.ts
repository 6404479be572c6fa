import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WallDate } from '../../core/time/wallDate';

/**
 * What the first screen of a workspace showed when it was closed, kept beside the database: the next start shows it at
 * once, while the database is still being opened. It is a copy and never a source:
 *
 *   closed cleanly   → written, with the latest stamp of the database
 *   first change     → removed before anybody hears of the change
 *   opened           → compared with the database's latest stamp; when they differ the screens read everything again
 *
 * So it exists only while it is true, and even a file put there by hand is shown for no longer than the opening takes.
 */
const NAME = 'first-screen.json';
const FORMAT = 1;

export type FirstFile = {
  /** The studio that wrote it: another version may show other things. */
  readonly app: string;
  /** Today as it was: another day has other days in view. */
  readonly today: WallDate;
  /** Latest stamp of the database. */
  readonly stamp: string;
  readonly name: string;
  readonly zone: string;
  /** A `FirstScreen` as JSON. */
  readonly screen: string;
};
type Head = Omit<FirstFile, 'screen'> & { readonly format: number; readonly sum: string };

/** The file of a workspace folder; null when there is none, or when a byte of it is not as it was written. */
export function readFirst(folder: string): FirstFile | null {
  const text = textOf(join(folder, NAME));
  const end = text.indexOf('\n');
  if (end < 0) return null;
  const screen = text.slice(end + 1);
  const head = headOf(text.slice(0, end));
  return head !== null && head.format === FORMAT && head.sum === sumOf(screen) ? { ...head, screen } : null;
}

/** Written whole or not at all. Nothing waits for the disk: what a power cut spoils fails its checksum. */
export function writeFirst(folder: string, { screen, ...facts }: FirstFile): void {
  const head: Head = { ...facts, format: FORMAT, sum: sumOf(screen) };
  const path = join(folder, NAME);
  const fresh = `${path}.${randomBytes(6).toString('hex')}.part`;
  writeFileSync(fresh, `${JSON.stringify(head)}\n${screen}`, { mode: 0o600 });
  renameSync(fresh, path);
}

export const dropFirst = (folder: string): void => rmSync(join(folder, NAME), { force: true });

const sumOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function headOf(line: string): Head | null {
  try {
    return JSON.parse(line) as Head;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
