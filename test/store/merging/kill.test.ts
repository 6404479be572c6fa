import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { complaintOf } from '../../../src/main/store/database';
import { listViews } from '../../../src/main/store/rows';
import { closeWorkspace, openWorkspace } from '../../../src/main/store/workspace';
import { Desk } from './desks';

const root = resolve(import.meta.dirname, '../../..');
const PIECES = 600;
/** After how many milliseconds; the soak asks for as many more in between (`npm run soak -- kill`). */
const more = Number(process.env.JUZHEN_KILL_CYCLES ?? 0);
const kills = [0, 60, 120, 200, 300, ...Array.from({ length: more }, (_, at) => (400 * (at + 0.5)) / more)];

/** Merges in a process of its own that is killed so many milliseconds after it began; null waits for its end. */
async function mergeAndKill(folder: string, plan: string, millis: number | null): Promise<void> {
  const victim = join(root, 'test/fixtures/worker/merger.mjs');
  const child = spawn(process.execPath, [victim, join(root, 'out/main/store.js'), folder, plan], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (said: string) => {
    if (said.includes('done')) child.kill('SIGKILL');
    else if (millis !== null) setTimeout(() => child.kill('SIGKILL'), millis);
  });
  await new Promise((gone) => child.once('close', gone));
}

it('M17: a merge that is killed leaves the old plan or the new one, never between, and can be done again', async () => {
  // The victim runs by the machine's own clock.
  const first = await Desk.open(Desk.home(), undefined, Date.now());
  const other = await first.copy();
  const ids = Array.from({ length: PIECES }, (_, at) => `p${at}`);
  const create = (id: string) => ({ kind: 'create', type: 'piece', id, draft: { registers: { title: id }, sets: {} } });
  await other.ask('change.make', { label: { code: 'piece_create' }, ops: ids.map(create) });
  const plan = other.mail();
  other.close();
  const counts: number[] = [];
  for (const millis of [...kills, null]) {
    const folder = join(Desk.home(), 'victim');
    cpSync(first.folder, folder, { recursive: true });
    await mergeAndKill(folder, plan, millis);
    const opened = await openWorkspace({ folder, binding: process.env.JUZHEN_SQLITE_BINDING ?? null, now: Date.now });
    const { db } = opened;
    expect(complaintOf(db)).toBeNull();
    const pieces = listViews(db, 'piece').length;
    // History, the list of merges and what was seen are of the same transaction.
    const [merges, steps] = ['plan_merge', "change WHERE label LIKE '%plan_merge%'"].map((from) =>
      db.prepare(`SELECT count(*) FROM ${from}`).pluck().get(),
    );
    expect([pieces, merges, steps]).toEqual(pieces === 0 ? [0, 0, 0] : [PIECES, 1, 1]);
    counts.push(pieces);
    closeWorkspace(db);
    const again = await Desk.open(folder);
    expect(await again.merge(plan)).toMatchObject({ phase: 'done', result: { changed: pieces === 0 ? PIECES : 0 } });
    again.close();
    rmSync(folder, { recursive: true, force: true });
  }
  // Killed at once nothing was taken, left alone everything: both ends were really reached.
  expect([counts[0], counts.at(-1)]).toEqual([0, PIECES]);
  first.store.close();
  rmSync(first.folder, { recursive: true, force: true });
});
