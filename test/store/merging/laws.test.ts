import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { readPlanFile } from '../../../src/core/plan/file/read';
import { readView } from '../../../src/main/store/rows';
import { visibleOf } from '../../helpers/visible';
import { Desk } from './desks';

const DAY = 24 * 60 * 60_000;
const desks: Desk[] = [];
const kept = (desk: Desk): Desk => {
  desks.push(desk);
  return desk;
};
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

const set = (id: string, register: string, value: string | boolean) => ({
  kind: 'set',
  type: 'piece',
  id,
  register,
  value,
});
const make = (desk: Desk, ...ops: readonly unknown[]) =>
  desk.ask('change.make', { label: { code: 'piece_edit' }, ops });
const piece = (id: string, title: string) => ({
  kind: 'create',
  type: 'piece',
  id,
  draft: { registers: { title, state: 'idea' }, sets: {} },
});
const changes = (desk: Desk): number => desk.db.prepare('SELECT total_changes() AS n').pluck().get() as number;
const steps = (desk: Desk): number => desk.db.prepare('SELECT count(*) FROM change').pluck().get() as number;

function seenIn(desk: Desk): string {
  const read = readPlanFile(desk.bytes(), 'a.juzhen');
  if (!read.ok) throw new Error(read.error.code);
  return visibleOf(read.value.states);
}

/** Machines that hold the same workspace, each under a node of its own. */
async function sharing(count: number, ...ops: readonly unknown[]): Promise<readonly Desk[]> {
  let first = await Desk.open(Desk.home());
  if (ops.length > 0) await make(first, ...ops);
  first.bytes();
  const others: Desk[] = [];
  for (let copy = 1; copy < count; copy += 1) {
    others.push(kept(await first.copy()));
    first = await first.again();
  }
  return [kept(first), ...others];
}

describe('real stores and files', () => {
  it('M4: three diverged copies of the sample plan, merged in every order, come to the same bytes', async () => {
    let sample = await Desk.open(Desk.home(), { kind: 'sample', edition: 'zh', today: '2026-10-14' as never });
    sample.bytes();
    const others: Desk[] = [];
    for (let copy = 0; copy < 2; copy += 1) {
      others.push(await sample.copy());
      sample = await sample.again();
    }
    const copies = [sample, ...others] as [Desk, Desk, Desk];
    const pieces = sample.db.prepare('SELECT id FROM piece WHERE alive = 1 ORDER BY id').pluck().all() as string[];
    for (const [at, desk] of copies.entries()) {
      desk.wait(at * 1_000);
      await make(
        desk,
        set(pieces[0] as string, 'title', `题 ${at}`),
        set(pieces[at + 1] as string, 'notes', '只有这里改'),
      );
      await make(desk, { kind: 'add', type: 'piece', id: pieces[0], set: 'tags', element: `签${at}` });
      await make(desk, { kind: 'delete', type: 'piece', id: pieces[5 + at] });
      const { doc, version } = await desk.ask('piece.open', { id: pieces[4] });
      const content = [
        ...(doc?.content ?? []),
        { type: 'paragraph', attrs: { id: `new${at}` }, content: [{ type: 'text', text: `尾${at}` }] },
      ];
      await desk.ask('piece.write', { id: pieces[4], doc: { type: 'doc', content }, base: version, session: `s${at}` });
    }
    const mails = copies.map((desk) => desk.mail('a.juzhen', desk.words()));
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const results = new Set<string>();
    for (const desk of copies) desk.store.close();
    for (const [index, order] of orders.entries()) {
      const desk = kept(await Desk.openCopy(copies[index % 3] as Desk));
      for (const at of order) if (at !== index % 3) expect((await desk.merge(mails[at] as string)).phase).toBe('done');
      results.add(Buffer.from(desk.words()).toString('base64'));
    }
    for (const { folder } of copies) rmSync(folder, { recursive: true, force: true });
    expect(results.size).toBe(1);
  });

  it('M3: the same file again writes nothing: no row, no step of undo, no copy, the same bytes', async () => {
    const [mine, theirs] = (await sharing(2, piece('p1', '夜航'))) as [Desk, Desk];
    await make(theirs.wait(1_000), set('p1', 'title', '夜航船'), piece('p2', '新'));
    const path = theirs.mail();
    await mine.merge(path);
    const [bytes, backups, undo] = [mine.bytes(), await mine.ask('backup.list', {}), steps(mine)];
    const before = changes(mine);
    expect(await mine.merge(path)).toMatchObject({ phase: 'done', result: { changed: 0, backup: null } });
    expect(changes(mine) - before).toBe(0);
    expect([steps(mine), await mine.ask('backup.list', {})]).toEqual([undo, backups]);
    expect(mine.bytes()).toEqual(bytes);
  });

  it('M6: what a concurrent edit replaced is kept with both authors, on both sides, and told once', async () => {
    const [mine, theirs] = (await sharing(2, piece('p1', '夜航'))) as [Desk, Desk];
    await make(mine, set('p1', 'title', '我的'));
    await make(theirs.wait(5_000), set('p1', 'title', '他的'));
    const [fromMine, fromTheirs] = [mine.mail(), theirs.mail()];
    expect(await mine.merge(fromTheirs)).toMatchObject({ summary: { counts: { also_changed: 1 } } });
    await theirs.merge(fromMine);
    expect(readView(mine.db, 'piece', 'p1')?.title).toBe('他的');
    const [here, there] = [
      await mine.ask('plan.also_changed', { type: 'piece', id: 'p1' }),
      await theirs.ask('plan.also_changed', {}),
    ];
    expect(here).toMatchObject([{ register: 'title', lost: '我的', mine: true }]);
    expect(there).toMatchObject([{ register: 'title', lost: '我的', mine: false }]);
    expect(here[0]?.lostBy.node).toBe(there[0]?.lostBy.node);
    // Now both know of both: what is written over it next is no loss.
    await make(mine.wait(60_000), set('p1', 'title', '定了'));
    expect(await theirs.merge(mine.mail())).toMatchObject({ summary: { counts: { changed: 1, also_changed: 0 } } });
    expect(await theirs.ask('plan.also_changed', {})).toHaveLength(1);
  });

  it('M9: edits from a clock that is a year ahead wait outside the plan, and pull no clock along', async () => {
    const [mine, theirs] = (await sharing(2, piece('p1', '夜航'))) as [Desk, Desk];
    await make(theirs.wait(365 * DAY), set('p1', 'title', '明年'), piece('p2', '明年的'));
    const before = mine.bytes();
    const clock = mine.store.context.clock.last;
    expect(await mine.merge(theirs.mail())).toMatchObject({
      phase: 'done',
      summary: { held: 2 },
      result: { changed: 0 },
    });
    expect(mine.bytes()).toEqual(before);
    expect(mine.store.context.clock.last).toBe(clock);
    expect((await mine.ask('plan.conflicts', {})).map(({ kind, id, name }) => [kind, id, name])).toEqual([
      ['held', 'p1', '夜航'],
      ['held', 'p2', '明年的'],
    ]);
    const held = (id: string, how: string) =>
      mine.ask('plan.resolve', { type: 'piece', id, kind: 'held', choice: { how } });
    await held('p1', 'take');
    expect(await held('p2', 'leave')).toEqual({ waiting: 0 });
    expect(readView(mine.db, 'piece', 'p1')?.title).toBe('明年');
    expect(readView(mine.db, 'piece', 'p2')).toBeNull();
    await mine.ask('history.undo', {});
    expect(readView(mine.db, 'piece', 'p1')?.title).toBe('夜航');
  });

  it('M9: what was held back comes along by itself once its day is near', async () => {
    const [mine, theirs] = (await sharing(2, piece('p1', '夜航'))) as [Desk, Desk];
    await make(theirs.wait(3 * DAY), set('p1', 'title', '后天'));
    const path = theirs.mail();
    await mine.merge(path);
    expect(await mine.ask('plan.conflicts', {})).toHaveLength(1);
    await mine.wait(3 * DAY).merge(path);
    expect(readView(mine.db, 'piece', 'p1')?.title).toBe('后天');
    expect(await mine.ask('plan.conflicts', {})).toEqual([]);
  });

  it('M14: a mass deletion is refused until somebody names its number, in parts or whole', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `p${at}`);
    const [mine, theirs] = (await sharing(2, ...ids.map((id) => piece(id, id)))) as [Desk, Desk];
    await make(theirs.wait(1_000), ...ids.slice(0, 20).map((id) => ({ kind: 'delete', type: 'piece', id })));
    const path = theirs.mail();
    const before = mine.bytes();
    const ready = await mine.compare(path);
    expect(ready.summary?.mass).toEqual({ type: 'piece', count: 20, total: 30 });
    for (const deletions of [null, 19, 30])
      await expect(mine.ask('plan.merge', { job: ready.job, deletions })).rejects.toThrow('merge_deletes');
    expect(mine.bytes()).toEqual(before);
    expect(await mine.merge(path, 20)).toMatchObject({ phase: 'done', result: { changed: 20 } });
    expect(mine.db.prepare('SELECT count(*) FROM piece WHERE alive = 1').pluck().get()).toBe(10);
    await mine.ask('history.undo', {});
    expect(mine.db.prepare('SELECT count(*) FROM piece WHERE alive = 1').pluck().get()).toBe(30);
  });

  it('M20: one undo gives back everything that was seen before, and redo what was merged', async () => {
    const [mine, theirs] = (await sharing(2, piece('p1', '夜航'), piece('p2', '桥'), piece('p3', '灯'))) as [
      Desk,
      Desk,
    ];
    await make(mine, set('p1', 'notes', '我这里'));
    await make(
      theirs.wait(1_000),
      set('p1', 'title', '夜航船'),
      set('p2', 'title', '要删的桥'),
      { kind: 'delete', type: 'piece', id: 'p2' },
      { kind: 'add', type: 'piece', id: 'p3', set: 'tags', element: '新' },
      {
        ...piece('p4', '新的一篇'),
        doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '正文' }] }] },
      },
    );
    const before = seenIn(mine);
    await mine.merge(theirs.mail());
    const after = seenIn(mine);
    expect(after).not.toBe(before);
    await mine.ask('history.undo', {});
    expect(seenIn(mine)).toBe(before);
    expect((await mine.ask('plan.merges', {}))[0]).toMatchObject({ name: '收到.juzhen', changed: 4, undone: true });
    await mine.ask('history.redo', {});
    expect(seenIn(mine)).toBe(after);
  });

  it('M12: what one deleted and another edited stays, asks, and is settled once for both', async () => {
    const [mine, theirs] = (await sharing(2, piece('p1', '夜航'))) as [Desk, Desk];
    await make(mine, { kind: 'delete', type: 'piece', id: 'p1' });
    await make(theirs.wait(1_000), set('p1', 'title', '夜航船'));
    const [fromMine, fromTheirs] = [mine.mail(), theirs.mail()];
    expect(await mine.merge(fromTheirs)).toMatchObject({
      summary: { counts: { needs_you: 1 } },
      result: { waiting: 1 },
    });
    await theirs.merge(fromMine);
    for (const desk of [mine, theirs])
      expect(await desk.ask('plan.conflicts', {})).toMatchObject([{ kind: 'life', id: 'p1', name: '夜航船' }]);
    await mine.wait(9_000).ask('plan.resolve', { type: 'piece', id: 'p1', kind: 'life', choice: { how: 'keep' } });
    await theirs.merge(mine.mail());
    for (const desk of [mine, theirs]) {
      expect(await desk.ask('plan.conflicts', {})).toEqual([]);
      expect(readView(desk.db, 'piece', 'p1')?.title).toBe('夜航船');
    }
    expect(mine.bytes()).toEqual(theirs.bytes());
  });

  it('a plan of another workspace is not merged, and says so', async () => {
    const [mine] = (await sharing(1, piece('p1', '夜航'))) as [Desk];
    const stranger = kept(await Desk.open(Desk.home()));
    const before = mine.bytes();
    expect(await mine.compare(stranger.mail())).toMatchObject({
      phase: 'failed',
      failure: { code: 'file_other_workspace', params: { file: '收到.juzhen' } },
    });
    expect(mine.bytes()).toEqual(before);
  });
});
