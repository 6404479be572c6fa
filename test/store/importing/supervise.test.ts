import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { ImportRow } from '../../../src/core/importing/model';
import type { SheetWorld } from '../../../src/core/sheets/sheetRows';
import type { FromReader } from '../../../src/main/store/importing/protocol';
import { spawnFrom } from '../../../src/main/store/importing/spawn';
import { superviseReading } from '../../../src/main/store/importing/supervise';

const reader = join(import.meta.dirname, '../../fixtures/worker/runaway.mjs');
const small = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 8 };
const world = {} as SheetWorld;

/** Reads files by a real thread that goes wrong by their names; answers the rows and how it ended. */
function reading(paths: readonly string[]): Promise<{ readonly rows: readonly ImportRow[]; readonly end: FromReader }> {
  return new Promise((ended) => {
    const rows: ImportRow[] = [];
    const hear = (message: FromReader): void => {
      if (message.kind === 'rows') rows.push(...message.rows);
      if (message.kind === 'done' || message.kind === 'failed') ended({ rows, end: message });
    };
    superviseReading(spawnFrom(reader, small), { paths, staging: '', world, choices: [], remembered: {} }, hear, 1_500);
  });
}

describe('a reader that runs away', () => {
  it('is ended when it takes too much memory, too long, or breaks; the file is refused by name and the rest is read', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { rows, end } = await reading(['a.txt', 'memory.txt', 'b.txt', 'loop.txt', 'crash.txt', 'c.txt']);
    complaints.mockRestore();
    const told = rows.map(({ source, verdict, messages }) => [
      source.file,
      verdict,
      messages[0]?.code,
      messages[0]?.params,
    ]);
    const stopped = (file: string) => [file, 'refused', 'reading_stopped', { file }];
    const read = (file: string) => [file, 'new', undefined, undefined];
    expect(told).toEqual([
      read('a.txt'),
      stopped('memory.txt'),
      read('b.txt'),
      stopped('loop.txt'),
      stopped('crash.txt'),
      read('c.txt'),
    ]);
    expect(end).toEqual({ kind: 'done' });
  });
});
