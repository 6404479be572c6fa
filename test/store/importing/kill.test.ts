import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { complaintOf } from '../../../src/main/store/database';
import { listViews } from '../../../src/main/store/rows';
import { closeWorkspace, openWorkspace } from '../../../src/main/store/workspace';
import { png } from '../../helpers/documents';

const root = resolve(import.meta.dirname, '../../..');
const built = (name: string) => join(root, 'out/main', name);
const FILES = 300;

/** Imports in a process of its own that is killed so many milliseconds after it began to take the rows. */
async function importAndKill(folder: string, source: string, millis: number): Promise<void> {
  const victim = join(root, 'test/fixtures/worker/importer.mjs');
  const child = spawn(process.execPath, [victim, built('store.js'), built('reader.js'), folder, source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), millis));
  await new Promise((gone) => child.once('close', gone));
}

describe('an import killed while it is taken', () => {
  it('leaves the old workspace or the new one, never between', async () => {
    const home = mkdtempSync(join(tmpdir(), 'juzhen-import-kill-'));
    const source = join(home, '稿');
    mkdirSync(source);
    writeFileSync(join(source, '点.png'), png);
    for (let n = 0; n < FILES; n += 1) writeFileSync(join(source, `${n}.md`), `# 篇 ${n}\n\n正文。\n\n![](点.png)\n`);
    const counts: number[] = [];
    for (const millis of [0, 15, 40, 80, 140, 1_500]) {
      const folder = join(home, `w${millis}`);
      await importAndKill(folder, source, millis);
      const { db } = await openWorkspace({ folder, binding: process.env.JUZHEN_SQLITE_BINDING ?? null, now: Date.now });
      expect(complaintOf(db)).toBeNull();
      const pieces = listViews(db, 'piece').length;
      expect([`${pieces} pieces, ${listViews(db, 'asset').length} pictures`]).toEqual([
        pieces === 0 ? '0 pieces, 0 pictures' : `${FILES} pieces, 1 pictures`,
      ]);
      counts.push(pieces);
      closeWorkspace(db);
    }
    // Killed at once nothing was taken, killed late everything: both ends were really reached.
    expect([counts[0], counts.at(-1)]).toEqual([0, FILES]);
    rmSync(home, { recursive: true, force: true });
  });
});
