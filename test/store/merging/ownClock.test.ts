import { afterEach, describe, expect, it } from 'vitest';
import { readStamp, type Stamp } from '../../../src/core/model/stamp';
import { readView } from '../../../src/main/store/rows';
import { Desk, START } from './desks';

const DAY = 24 * 60 * 60_000;
const desks: Desk[] = [];
const kept = (desk: Desk): Desk => {
  desks.push(desk);
  return desk;
};
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

const piece = (id: string, title: string) => ({
  kind: 'create',
  type: 'piece',
  id,
  draft: { registers: { title, state: 'idea' }, sets: { tags: ['江'] } },
  doc: doc('一'),
});
const doc = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: 'b1' }, content: [{ type: 'text', text }] }],
});
const set = (id: string, register: string, value: string) => ({ kind: 'set', type: 'piece', id, register, value });
const make = (desk: Desk, ...ops: readonly unknown[]) =>
  desk.ask('change.make', { label: { code: 'piece_edit' }, ops });
const waiting = async (desk: Desk) => (await desk.ask('plan.conflicts', {})).map(({ kind }) => kind);
const clock = { type: 'workspace', id: 'workspace', kind: 'clock' } as const;
const repair = (desk: Desk) => desk.ask('plan.resolve', { ...clock, choice: { how: 'repair' } });
const millisOf = (desk: Desk): number => readStamp(desk.store.context.clock.last as Stamp).millis;
const textOf = async (desk: Desk, id: string) => (await desk.ask('piece.open', { id })).doc;

/** Two machines with the same pieces; the first wrote for a while with its clock a year ahead, and has set it right. */
async function author(): Promise<readonly [author: Desk, reader: Desk]> {
  const first = await Desk.open(Desk.home());
  await make(first, piece('p1', '夜航'), piece('p2', '桥'));
  first.bytes();
  const reader = kept(await first.copy());
  const mine = kept(await first.again());
  mine.wait(365 * DAY);
  await make(mine, set('p1', 'title', '明年'));
  await make(mine, { kind: 'write', type: 'piece', id: 'p1', doc: doc('二') });
  await make(mine, { kind: 'write', type: 'piece', id: 'p1', doc: doc('三') });
  await make(mine, { kind: 'remove', type: 'piece', id: 'p1', set: 'tags', element: '江' });
  await make(mine, { kind: 'delete', type: 'piece', id: 'p2' });
  mine.wait(-365 * DAY + 60_000);
  await make(mine, piece('p3', '今天写的'));
  return [mine, reader.wait(60_000)];
}

describe('the clock of one’s own machine ran ahead (M9)', () => {
  it('is told in the tray as one thing, with the time it reached', async () => {
    const [mine] = await author();
    expect(await waiting(mine)).toEqual(['clock']);
    const { ahead } = await mine.ask('plan.conflict', clock);
    // What was written after the clock was right again stands behind the rest, and is held back like it.
    expect(ahead).toMatchObject({ records: 3, others: 0, until: { node: mine.store.context.clock.node } });
    expect(ahead?.until.at).toBeGreaterThanOrEqual(START + 365 * DAY);
  });

  it('is repaired after a backup: nothing seen changes, colleagues merge it, and the machine’s clock is right', async () => {
    const [mine, reader] = await author();
    // That a tag was taken out carries no clock of its own, so it comes along at once.
    expect(await reader.merge(mine.mail())).toMatchObject({ result: { changed: 1 }, summary: { held: 3 } });
    expect(await waiting(reader)).toEqual(['held', 'held', 'held']);
    const before = await textOf(mine, 'p1');
    const history = await mine.ask('history.state', {});
    expect(await repair(mine)).toEqual({ waiting: 0 });
    expect(await waiting(mine)).toEqual([]);
    expect((await mine.ask('backup.list', {})).map(({ reason }) => reason)).toEqual(['before_repair']);
    expect(readView(mine.db, 'piece', 'p1')).toMatchObject({ title: '明年', tags: [] });
    expect(readView(mine.db, 'piece', 'p2')).toBeNull();
    expect(await textOf(mine, 'p1')).toEqual(before);
    expect(millisOf(mine)).toBeLessThan(mine.store.context.clock.now() + DAY);
    expect(await mine.ask('history.state', {})).toEqual(history);
    expect(await reader.merge(mine.mail())).toMatchObject({ phase: 'done', summary: { counts: { needs_you: 0 } } });
    // What was held back is here now, under its new clocks: nothing is left to decide.
    expect(await waiting(reader)).toEqual([]);
    expect(readView(reader.db, 'piece', 'p1')).toMatchObject({ title: '明年', tags: [] });
    expect(readView(reader.db, 'piece', 'p3')?.title).toBe('今天写的');
    expect(await textOf(reader, 'p1')).toEqual(before);
  });

  it('what was done before is undone as before, and opening again finds the clock where it was left', async () => {
    const [mine] = await author();
    await repair(mine);
    for (let step = 0; step < 5; step += 1) await mine.ask('history.undo', {});
    expect(readView(mine.db, 'piece', 'p3')).toBeNull();
    expect(readView(mine.db, 'piece', 'p2')?.title).toBe('桥');
    expect(await textOf(mine, 'p1')).toEqual(doc('一'));
    expect(readView(mine.db, 'piece', 'p1')).toMatchObject({ title: '明年', tags: ['江'] });
    const { folder } = mine;
    mine.store.close();
    desks.splice(desks.indexOf(mine), 1);
    const again = kept(await Desk.open(folder, undefined, mine.store.context.clock.now()));
    expect(millisOf(again)).toBeLessThan(again.store.context.clock.now() + DAY);
    expect(await waiting(again)).toEqual([]);
  });

  it('is not repaired while others’ edits lie ahead too: then it is this machine’s date that is wrong', async () => {
    const [first, other] = await author();
    await repair(first);
    // A year later by everybody’s clock they merge; then this machine’s clock falls back to where it was.
    other.wait(365 * DAY);
    await make(other, set('p1', 'notes', '同事写的'));
    await first.wait(365 * DAY).merge(other.mail());
    await make(first, set('p1', 'title', '我也写了'));
    first.wait(-365 * DAY);
    await make(other.wait(1_000), piece('p9', '新的'));
    const bytes = first.bytes();
    const { ahead } = await first.ask('plan.conflict', clock);
    expect(ahead?.others).toBe(0);
    first.wait(365 * DAY);
    await first.merge(other.mail());
    first.wait(-365 * DAY);
    expect((await first.ask('plan.conflict', clock)).ahead).toMatchObject({ others: 1 });
    const whole = first.bytes();
    await expect(repair(first)).rejects.toThrow('clock_others');
    expect(first.bytes()).toEqual(whole);
    expect(bytes).not.toEqual(whole);
  });
});
