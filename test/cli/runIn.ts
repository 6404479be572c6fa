import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Io } from '../../src/cli/io';
import { run } from '../../src/cli/run';

export const fixtures = resolve(import.meta.dirname, '../fixtures');

export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'juzhen-cli-'));

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs one command line in a folder, its streams caught. */
export async function runIn(cwd: string, argv: readonly string[], stdin = ''): Promise<Ran> {
  let out = '';
  let err = '';
  const io: Io = {
    cwd,
    resources: resolve(import.meta.dirname, '../../resources'),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isWatched: false,
    stdin: async () => stdin,
    today: () => '2026-10-11',
    now: () => Date.UTC(2026, 9, 11),
  };
  return { code: await run(argv, io), out, err };
}
