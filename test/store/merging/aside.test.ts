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
const make = (desk: Desk, ...ops: readonly unknown[]) =>
  desk.ask('change.make', { label: { code: 'piece_edit' }, ops });
const write = (...lines: readonly string[]) => ({ kind: 'write', type: 'piece', id: 'p1', doc: doc(...lines) });
const body = { kind: 'body', type: 'piece', id: 'p1' } as const;
const life = { ...body, kind: 'life' } as const;
const text = async (desk: Desk): Promise<string> => JSON.stringify((await desk.ask('piece.open', { id: 'p1' })).doc);
const waits = async (desk: Desk): Promise<readonly string[]> =>
  (await desk.ask('plan.conflicts', {})).map(({ kind }) => kind);
const texts = async (desk: Desk): Promise<readonly string[]> =>
  (await desk.ask('plan.conflict', body)).texts.map((one) => JSON.stringify(one.doc).match(/灯.|雪./)?.[0] ?? '');

/** Two machines of which each wrote its own ending, met at the first one. `late` is who wrote last. */
async function apart(late: 'mine' | 'theirs' = 'mine'): Promise<Desk> {
  const first = await Desk.open(Desk.home());
  await make(first, {
    kind: 'create',
    type: 'piece',
    id: 'p1',
    draft: { registers: { title: '夜航' }, sets: {} },
    doc: doc('天黑了', '灯零'),
  });
  first.bytes();
  const theirs = kept(await first.copy());
  const mine = kept(await first.again());
  mine.wait(late === 'mine' ? 120_000 : 60_000);
  theirs.wait(late === 'mine' ? 60_000 : 120_000);
  await make(mine, write('天黑了', '灯甲'));
  await make(theirs, write('天黑了', '灯乙'));
  await mine.merge(theirs.mail());
  mine.wait(120_000);
  return mine;
}

describe('two texts that wait', () => {
  it.each(['mine', 'theirs'] as const)('go on waiting while %s, the one that shows, is written on', async (late) => {
    const mine = await apart(late);
    expect(await waits(mine)).toEqual(['body']);
    const shown = late === 'mine' ? '灯甲' : '灯乙';
    const other = late === 'mine' ? '灯乙' : '灯甲';
    for (const line of [`${shown}！`, `${shown}！！`]) {
      const { version } = await mine.ask('piece.open', { id: 'p1' });
      await mine.ask('piece.write', { id: 'p1', doc: doc('天黑了', line), base: version, session: 's' });
    }
    expect(await waits(mine)).toEqual(['body']);
    expect(await texts(mine)).toEqual([shown, other]);
    const { base, texts: both } = await mine.ask('plan.conflict', body);
    expect(JSON.stringify(base?.doc)).toContain('灯零');
    await mine.ask('plan.resolve', { ...body, choice: { how: 'text', version: both[1]?.version } });
    expect(await text(mine)).toContain(other);
    expect(await waits(mine)).toEqual([]);
    await mine.ask('history.undo', {});
    expect(await text(mine)).toContain(`${shown}！！`);
    expect(await waits(mine)).toEqual(['body']);
  });

  it('wait again when settling them is undone, for as long as it is undone', async () => {
    const mine = await apart();
    const { texts: both } = await mine.ask('plan.conflict', body);
    await mine.ask('plan.resolve', { ...body, choice: { how: 'text', version: both[0]?.version } });
    expect(await waits(mine)).toEqual([]);
    await mine.ask('history.undo', {});
    expect(await texts(mine)).toEqual(['灯甲', '灯乙']);
    await mine.ask('history.redo', {});
    expect(await waits(mine)).toEqual([]);
    await mine.ask('history.undo', {});
    await make(mine, { kind: 'set', type: 'piece', id: 'p1', register: 'title', value: '夜航船' });
    expect(await texts(mine)).toEqual(['灯甲', '灯乙']);
    const again = await mine.ask('plan.conflict', body);
    const versions = again.texts.map(({ version }) => version);
    await mine.ask('plan.resolve', { ...body, choice: { how: 'doc', doc: doc('天黑了', '灯甲', '灯乙'), versions } });
    expect(await text(mine)).toMatch(/灯甲.*灯乙/);
    expect(await waits(mine)).toEqual([]);
  });

  it('wait no longer once the merge that brought one of them is undone', async () => {
    const mine = await apart();
    const { version } = await mine.ask('piece.open', { id: 'p1' });
    await mine.ask('piece.write', { id: 'p1', doc: doc('天黑了', '灯甲！'), base: version, session: 's' });
    await mine.ask('history.undo', {});
    expect(await waits(mine)).toEqual(['body']);
    await mine.ask('history.undo', {});
    expect(await waits(mine)).toEqual([]);
    expect(await text(mine)).toContain('灯甲');
  });
});

it('waits in the workspace of whoever opens the plan on its own, too', async () => {
  const mine = await apart();
  const opened = kept(await Desk.open(Desk.home(), { kind: 'plan', path: mine.mail() }));
  expect(await waits(opened)).toEqual(['body']);
  expect([...(await texts(opened))].sort()).toEqual(['灯乙', '灯甲'].sort());
});

describe('what one deleted and another edited', () => {
  it.each(['keep', 'delete'] as const)('asks again, with all it told, when "%s" is undone', async (how) => {
    const first = await Desk.open(Desk.home());
    await make(first, { kind: 'create', type: 'piece', id: 'p1', draft: { registers: { title: '夜航' }, sets: {} } });
    first.bytes();
    const theirs = kept(await first.copy());
    const mine = kept(await first.again());
    theirs.wait(60_000);
    await make(theirs, { kind: 'delete', type: 'piece', id: 'p1' });
    mine.wait(120_000);
    await make(mine, { kind: 'set', type: 'piece', id: 'p1', register: 'title', value: '夜航船' });
    await mine.merge(theirs.mail());
    const before = await mine.ask('plan.conflict', life);
    await mine.ask('plan.resolve', { ...life, choice: { how } });
    expect(await waits(mine)).toEqual([]);
    await mine.ask('history.undo', {});
    expect(await mine.ask('plan.conflict', life)).toEqual(before);
    expect(readView(mine.db, 'piece', 'p1')?.title).toBe('夜航船');
    await mine.ask('plan.resolve', { ...life, choice: { how } });
    expect(await waits(mine)).toEqual([]);
    expect(readView(mine.db, 'piece', 'p1') === null).toBe(how === 'delete');
  });
});

describe('edits from a clock that runs ahead', () => {
  it('wait again when taking them is undone, and are told gone when they are left', async () => {
    const first = await Desk.open(Desk.home());
    await make(first, { kind: 'create', type: 'piece', id: 'p1', draft: { registers: { title: '夜航' }, sets: {} } });
    first.bytes();
    const theirs = kept(await first.copy());
    const mine = kept(await first.again());
    theirs.wait(3 * 86_400_000);
    await make(theirs, { kind: 'set', type: 'piece', id: 'p1', register: 'title', value: '夜航船' });
    mine.wait(60_000);
    await mine.merge(theirs.mail());
    expect(await waits(mine)).toEqual(['held']);
    await mine.ask('plan.resolve', { ...body, kind: 'held', choice: { how: 'take' } });
    expect(await waits(mine)).toEqual([]);
    expect(readView(mine.db, 'piece', 'p1')?.title).toBe('夜航船');
    await mine.ask('history.undo', {});
    expect(readView(mine.db, 'piece', 'p1')?.title).toBe('夜航');
    expect(await waits(mine)).toEqual(['held']);
    await mine.ask('plan.resolve', { ...body, kind: 'held', choice: { how: 'leave' } });
    expect(await waits(mine)).toEqual([]);
  });
});
