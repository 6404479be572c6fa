import { afterEach, describe, expect, it } from 'vitest';
import type { Doc } from '../../../src/core/model/doc';
import { readView } from '../../../src/main/store/rows';
import { Desk } from './desks';

const desks: Desk[] = [];
const kept = (desk: Desk): Desk => {
  desks.push(desk);
  return desk;
};
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

const doc = (...lines: readonly string[]): Doc => ({
  type: 'doc',
  content: lines.map((text, at) => ({ type: 'paragraph', attrs: { id: `b${at}` }, content: [{ type: 'text', text }] })),
});
const set = (register: string, value: string, id = 'p1') => ({ kind: 'set', type: 'piece', id, register, value });
const write = (...lines: readonly string[]) => ({ kind: 'write', type: 'piece', id: 'p1', doc: doc(...lines) });
const make = (desk: Desk, ...ops: readonly unknown[]) =>
  desk.ask('change.make', { label: { code: 'piece_edit' }, ops });

/** Two machines with the same piece. */
async function two(): Promise<readonly [Desk, Desk]> {
  const first = await Desk.open(Desk.home());
  await make(first, {
    kind: 'create',
    type: 'piece',
    id: 'p1',
    draft: { registers: { title: '夜航', notes: '初稿' }, sets: { tags: ['江'] } },
    doc: doc('一', '二', '三'),
  });
  first.bytes();
  const other = await first.copy();
  return [kept(await first.again()), kept(other)];
}

describe('a received plan', () => {
  it('is compared, merged after a safety copy, and taken back by one undo', async () => {
    const [mine, theirs] = await two();
    theirs.wait(60_000);
    await make(theirs, set('title', '夜航船'), { kind: 'add', type: 'piece', id: 'p1', set: 'tags', element: '船' });
    const path = theirs.mail();
    const ready = await mine.compare(path);
    expect(ready).toMatchObject({
      phase: 'ready',
      name: '收到.juzhen',
      summary: { counts: { changed: 1, needs_you: 0 } },
    });
    const { items } = await mine.ask('plan.compared', { job: ready.job, limit: 10, offset: 0 });
    expect(items).toMatchObject([
      {
        type: 'piece',
        id: 'p1',
        name: '夜航船',
        group: 'changed',
        sets: [{ set: 'tags', added: ['船'], removed: [] }],
      },
    ]);
    expect(readView(mine.db, 'piece', 'p1')?.title).toBe('夜航');
    const done = await mine.merge(path);
    expect(done).toMatchObject({ phase: 'done', result: { changed: 1, waiting: 0 } });
    expect((await mine.ask('backup.list', {})).map(({ reason, verified }) => [reason, verified])).toEqual([
      ['before_import', true],
    ]);
    expect(readView(mine.db, 'piece', 'p1')).toMatchObject({ title: '夜航船', tags: ['江', '船'].sort() });
    await mine.ask('history.undo', {});
    expect(readView(mine.db, 'piece', 'p1')).toMatchObject({ title: '夜航', tags: ['江'] });
  });
});

describe('a received part of a plan', () => {
  it('changes what is in it, and says nothing about what its author had seen elsewhere', async () => {
    const [mine, theirs] = await two();
    await make(mine, { kind: 'create', type: 'piece', id: 'p2', draft: { registers: { title: '灯' }, sets: {} } });
    await theirs.merge(mine.mail());
    await make(theirs.wait(5_000), set('title', '路灯', 'p2'));
    await make(theirs.wait(5_000), set('title', '夜航船'));
    const part = theirs.mailPart('p1');
    expect(await mine.compare(part)).toMatchObject({ phase: 'ready', part: true });
    expect(await mine.merge(part)).toMatchObject({ phase: 'done', result: { changed: 1 } });
    expect(readView(mine.db, 'piece', 'p1')?.title).toBe('夜航船');
    expect(readView(mine.db, 'piece', 'p2')?.title).toBe('灯');
    await make(mine.wait(30_000), set('title', '街灯', 'p2'));
    // Nobody here knew of 「路灯」, though a later edit of the same machine had come.
    expect(await mine.merge(theirs.mail())).toMatchObject({ summary: { counts: { also_changed: 1 } } });
    expect(await mine.ask('plan.also_changed', { type: 'piece', id: 'p2' })).toHaveLength(1);
    expect(readView(mine.db, 'piece', 'p2')?.title).toBe('街灯');
  });
});

describe('two texts', () => {
  it('of other blocks are laid together alone, under one id on both machines', async () => {
    const [mine, theirs] = await two();
    await make(mine, write('一改', '二', '三'));
    await make(theirs.wait(5_000), write('一', '二', '三改'));
    const [fromMine, fromTheirs] = [mine.mail(), theirs.mail()];
    expect(await mine.merge(fromTheirs)).toMatchObject({ phase: 'done', result: { changed: 1, waiting: 0 } });
    expect(await theirs.merge(fromMine)).toMatchObject({ phase: 'done', result: { changed: 1, waiting: 0 } });
    const [here, there] = await Promise.all([mine, theirs].map((desk) => desk.ask('piece.open', { id: 'p1' })));
    expect(here?.doc).toEqual(doc('一改', '二', '三改'));
    expect([here?.heads, here?.version]).toEqual([1, there?.version]);
    expect(mine.bytes()).toEqual(theirs.bytes());
  });

  it('of the same block wait with both texts until somebody chooses, and one choice settles it everywhere', async () => {
    const [mine, theirs] = await two();
    await make(mine, write('一甲', '二', '三'));
    await make(theirs.wait(5_000), write('一乙', '二', '三'));
    const [fromMine, fromTheirs] = [mine.mail(), theirs.mail()];
    expect(await mine.merge(fromTheirs)).toMatchObject({
      result: { waiting: 1 },
      summary: { counts: { needs_you: 1 } },
    });
    await theirs.merge(fromMine);
    expect(mine.bytes()).toEqual(theirs.bytes());
    const detail = await mine.ask('plan.conflict', { type: 'piece', id: 'p1', kind: 'body' });
    expect(detail.texts.map(({ mine: own, doc: text }) => [own, text])).toEqual([
      [false, doc('一乙', '二', '三')],
      [true, doc('一甲', '二', '三')],
    ]);
    expect(detail.base?.doc).toEqual(doc('一', '二', '三'));
    const version = detail.texts[1]?.version;
    expect(
      await mine.ask('plan.resolve', { type: 'piece', id: 'p1', kind: 'body', choice: { how: 'text', version } }),
    ).toEqual({ waiting: 0 });
    expect(await theirs.ask('plan.conflicts', {})).toMatchObject([{ kind: 'body', name: '夜航' }]);
    await theirs.merge(mine.mail());
    expect(await theirs.ask('plan.conflicts', {})).toEqual([]);
    expect(theirs.bytes()).toEqual(mine.bytes());
  });
});
