import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createOp } from '../../src/core/plan/ops';
import { makeChange } from '../../src/main/store/history/changes';
import { bridge } from '../helpers/bridge';

test('a log that a large change has filled is moved into the file by quiet work, not by the next edits', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-log-'));
  const studio = await bridge({ memory: false, folder });
  const { db, clock } = studio.store.context;
  const waiting = () => {
    const [{ log, checkpointed } = { log: 0, checkpointed: 0 }] = db.pragma('wal_checkpoint(NOOP)') as {
      log: number;
      checkpointed: number;
    }[];
    return log - checkpointed;
  };
  const titles = Array.from({ length: 1_500 }, (_, n) =>
    createOp('piece', `p${n}`, { title: `${n} ${'长'.repeat(900)}` }),
  );
  makeChange(db, clock, { code: 'piece_create', params: {} }, titles);
  expect(waiting()).toBeGreaterThan(1_000);
  while (await studio.store.idle()) expect(waiting()).toBeLessThan(4_000 + 1_000);
  expect(waiting()).toBeLessThan(1_000);
  studio.close();
  rmSync(folder, { recursive: true });
});
