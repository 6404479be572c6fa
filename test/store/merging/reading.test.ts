import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { digestBytes } from '../../../src/core/model/ids';
import { encodePlan, packPlan } from '../../../src/core/plan/file/write';
import { createOp } from '../../../src/core/plan/ops';
import { planContent } from '../../../src/main/store/files/planFiles';
import { makeChange } from '../../../src/main/store/history/changes';
import { planReaderFrom } from '../../../src/main/store/merging/reading';
import { readView } from '../../../src/main/store/rows';
import { Desk } from './desks';

/** The thread as it is built (`electron-vite build`). */
const reader = join(process.cwd(), 'out/main/reader.js');
const spawn = planReaderFrom(reader);

const desks: Desk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

/** Two machines with one plan; mine reads what it receives by `how`, theirs has pieces and pictures besides. */
async function two(pieces: number, pictures: number, how = spawn) {
  const first = await Desk.open(Desk.home());
  const folder = first.folder;
  const theirs = await first.copy();
  const mine = await Desk.open(folder, undefined, undefined, how);
  desks.push(mine, theirs);
  const { db, clock } = theirs.wait(5_000).store.context;
  const text = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '江边的灯。'.repeat(40) }] }],
  };
  makeChange(
    db,
    clock,
    { code: 'piece_create', params: {} },
    Array.from({ length: pieces }, (_, at) => createOp('piece', `p${at}`, { title: `第${at}篇` }, text as never)),
  );
  const assets = new Map(
    Array.from({ length: pictures }, (_, at) => {
      const bytes = new Uint8Array(200_000).fill(at + 1);
      return [`${digestBytes(bytes)}.png`, bytes] as const;
    }),
  );
  const path = theirs.mail('收到.juzhen', packPlan(encodePlan({ ...planContent(db, theirs.folder), assets })));
  return { mine, path, names: [...assets.keys()].sort() };
}

const waiting = (desk: Desk): readonly string[] => readdirSync(desk.folder).filter((name) => name.endsWith('.part'));
const pictures = (desk: Desk): readonly string[] => {
  const folder = join(desk.folder, 'assets');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};
const asked = { token: '0'.repeat(32) };

describe('a large received plan', () => {
  it('is read while calls are answered, its pictures wait on the disk, and all of it is merged', async () => {
    const { mine, path, names } = await two(800, 3);
    const { job } = await mine.ask('plan.compare', asked, path);
    let answered = 0;
    for (let state = await mine.ask('plan.merge_state', {}); state?.phase === 'reading' && state.total === 0; ) {
      answered += 1;
      await new Promise((next) => setImmediate(next));
      state = await mine.ask('plan.merge_state', {});
    }
    // Read in the store itself, the first of these would have waited until the file was read.
    expect(answered).toBeGreaterThan(3);
    const ready = await mine.ended(job, 'reading');
    expect(ready).toMatchObject({ phase: 'ready', summary: { counts: { added: 800 } } });
    expect(pictures(mine)).toEqual([]);
    expect(
      waiting(mine)
        .flatMap((folder) => readdirSync(join(mine.folder, folder)))
        .sort(),
    ).toEqual(names);
    await mine.ask('plan.merge', { job, deletions: null });
    expect(await mine.ended(job, 'applying')).toMatchObject({ phase: 'done', result: { changed: 800, assets: 3 } });
    expect([pictures(mine), waiting(mine)]).toEqual([names, []]);
    expect(readView(mine.db, 'piece', 'p799')?.title).toBe('第799篇');
  });

  it('is given up without a trace, while it is read and when it has been', async () => {
    const { mine, path } = await two(800, 3);
    const before = mine.words();
    const first = await mine.ask('plan.compare', asked, path);
    await mine.ask('plan.merge_cancel', { job: first.job });
    const second = await mine.ask('plan.compare', asked, path);
    expect(await mine.ended(second.job, 'reading')).toMatchObject({ phase: 'ready' });
    expect(waiting(mine)).toHaveLength(1);
    await mine.ask('plan.merge_cancel', { job: second.job });
    for (let tries = 0; waiting(mine).length > 0 && tries < 500; tries += 1)
      await new Promise((next) => setTimeout(next, 5));
    expect([waiting(mine), pictures(mine), mine.words()]).toEqual([[], [], before]);
  });

  it('that is damaged behind its pictures leaves none of them', async () => {
    const { mine, path } = await two(1, 2);
    const whole = packPlan([
      ...encodePlan({ ...planContent(mine.db, mine.folder), assets: new Map() }),
      { path: `assets/${'0'.repeat(64)}.png`, bytes: new Uint8Array(9) },
    ]);
    writeFileSync(path, whole);
    const { job } = await mine.ask('plan.compare', asked, path);
    expect(await mine.ended(job, 'reading')).toMatchObject({ phase: 'failed', failure: { code: 'file_damaged' } });
    expect(waiting(mine)).toEqual([]);
  });

  it('that is too much for the memory of its thread is refused, and the store goes on', async () => {
    const small = planReaderFrom(reader, {
      maxOldGenerationSizeMb: 8,
      maxYoungGenerationSizeMb: 1,
      stackSizeMb: 4,
    });
    const { mine, path } = await two(800, 0, small);
    const { job } = await mine.ask('plan.compare', asked, path);
    expect(await mine.ended(job, 'reading')).toMatchObject({ phase: 'failed', failure: { code: 'reading_stopped' } });
    expect((await mine.ask('plan.merge_state', {}))?.job).toBe(job);
  });
});

describe('a plan that was merged before', () => {
  it('is known by its bytes: nothing of it is read again, and nothing is written', async () => {
    const { mine, path, names } = await two(3, 1);
    expect(await mine.merge(path)).toMatchObject({ phase: 'done', result: { changed: 3, assets: 1 } });
    // The cards of what came are brought up to date by the next call.
    await mine.ask('plan.merge_state', {});
    const writes = mine.db.prepare('SELECT total_changes()').pluck();
    const before = writes.get();
    expect(await mine.compare(path)).toMatchObject({ phase: 'ready', total: 0 });
    expect(await mine.merge(path)).toMatchObject({ phase: 'done', result: { changed: 0, backup: null } });
    expect(writes.get()).toBe(before);
    // A picture that was lost since comes back all the same.
    rmSync(join(mine.folder, 'assets', names[0] ?? ''));
    expect(await mine.merge(path)).toMatchObject({ phase: 'done', result: { changed: 0, assets: 1 } });
    expect(pictures(mine)).toEqual(names);
  });
});
