import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What may be written down. Codes and figures only: never text, titles, names or paths of the user (E37). */
export type LogEvent =
  | { readonly kind: 'started'; readonly app: string; readonly electron: string; readonly node: string }
  | { readonly kind: 'left' }
  | { readonly kind: 'workspace_opened'; readonly millis: number }
  | { readonly kind: 'workspace_refused'; readonly code: string }
  | { readonly kind: 'studio_file_set_aside' }
  | { readonly kind: 'call_broke'; readonly call: string; readonly error: string; readonly trace: readonly string[] }
  | { readonly kind: 'shell_broke'; readonly error: string; readonly trace: readonly string[] }
  | { readonly kind: 'stranger_refused' }
  | { readonly kind: 'blocked'; readonly what: string }
  | { readonly kind: 'store_restarted' }
  | { readonly kind: 'store_lost' }
  | { readonly kind: 'page_gone'; readonly reason: string; readonly code: number }
  | { readonly kind: 'reminded'; readonly what: 'rang' | 'shown' | 'failed'; readonly count: number }
  | { readonly kind: 'tray'; readonly there: boolean }
  | { readonly kind: 'leaving_slow'; readonly waitedFor: string };

export type Log = (event: LogEvent) => void;

const MAX_BYTES = 1_000_000;
const KEPT = 3;

/** A line of JSON per event in `logs/studio.log`, at most four files of a megabyte. */
export function openLog(folder: string, now: () => number = Date.now): Log {
  const logs = join(folder, 'logs');
  const path = join(logs, 'studio.log');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  return (event) => {
    try {
      if (sizeOf(path) > MAX_BYTES) rotate(path);
      const line = JSON.stringify({ at: new Date(now()).toISOString(), ...event });
      appendFileSync(path, `${line}\n`, { mode: 0o600 });
    } catch (error) {
      // A log that cannot be written (full disk) must not take the studio down; the terminal still hears of it.
      process.stderr.write(`log: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}\n`);
    }
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function rotate(path: string): void {
  for (let n = KEPT; n >= 1; n--) {
    const from = n === 1 ? path : `${path}.${n - 1}`;
    if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, `${path}.${n}`);
  }
}

/** The kind of an error and the lines of our code it passed; its message may quote what the user wrote. */
export function traceOf(error: unknown): { readonly error: string; readonly trace: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, trace: [] };
  const code = (error as NodeJS.ErrnoException).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: code === undefined ? error.name : `${error.name} ${code}`,
    trace: frames.slice(0, 8).map((line) => {
      const place = /\(?([^()\s]+:\d+:\d+)\)?$/.exec(line.trim())?.[1] ?? '';
      return basename(place);
    }),
  };
}
