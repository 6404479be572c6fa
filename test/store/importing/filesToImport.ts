import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { ImportChoiceInput, ImportState } from '../../../src/contract';
import { listViews } from '../../../src/main/store/rows';
import { bridge, type TestBridge, value } from '../../helpers/bridge';

/** The studio that imports, and the folder its files lie in. */
export let studio: TestBridge;
export let home: string;

/** Before each test of the file: an empty studio and an empty folder. */
export function withFilesToImport(): void {
  beforeEach(async () => {
    studio = await bridge();
    home = mkdtempSync(join(tmpdir(), 'juzhen-import-'));
  });
  afterEach(() => {
    studio.close();
    rmSync(home, { recursive: true, force: true });
  });
}

export const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(join(home, path, '..'), { recursive: true });
  writeFileSync(join(home, path), content);
};

/** Waits until an import is in one of these phases. */
export const reach = (...phases: readonly ImportState['phase'][]): Promise<ImportState> =>
  new Promise((done) => {
    const stop = studio.on('importing', ({ state }) => {
      if (!phases.includes(state.phase)) return;
      stop();
      done(state);
    });
  });

export async function read(path: string): Promise<ImportState> {
  const ended = reach('ready', 'failed');
  value(await studio.call('import.start', { token: studio.choose(path) }));
  return ended;
}
export const rowsOf = async ({ job }: ImportState) =>
  value(await studio.call('import.rows', { job, limit: 500, offset: 0 })).items;

export const usual: ImportChoiceInput['usual'] = { new: 'new', same: 'skip', changed: 'skip', unclear: 'skip' };
export async function take({ job }: ImportState, choice: Partial<ImportChoiceInput> = {}): Promise<ImportState> {
  const ended = reach('done', 'failed');
  value(await studio.call('import.apply', { job, choice: { usual, ...choice } }));
  return ended;
}
export const pieces = () => listViews(studio.store.context.db, 'piece').filter(({ trashed }) => !trashed);
export const open = async (title: string) => {
  const piece = pieces().find((one) => one.title === title);
  return value(await studio.call('piece.open', { id: piece?.id ?? '' }));
};
