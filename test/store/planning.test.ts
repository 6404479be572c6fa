import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonical } from '../../src/core/plan/canonical';
import { addDays, type WallTime } from '../../src/core/time/wall';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

/** Planning through the contract, on real SQLite. */
let studio: TestBridge;
beforeEach(async () => {
  studio = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
});
afterEach(() => studio.close());

const later = addDays(TODAY, 40);
const there = async () => value(await studio.call('placement.range', { from: later, to: addDays(later, 7) }));

describe('planning several at once', () => {
  it('is one step of undo, named by how many', async () => {
    const [first, second] = value(await studio.call('piece.tray', {}));
    const plans = [first, second].map((piece, index) => ({
      pieceId: piece?.id ?? '',
      accountId: 'account-weibo',
      format: null,
      day: addDays(later, index),
      time: '20:00' as WallTime,
    }));
    const { ids } = value(await studio.call('placement.plan_all', { plans }));
    expect((await there()).map(({ id }) => id)).toEqual(ids);
    const { label } = value(await studio.call('history.undo', {}));
    expect(label).toEqual({ code: 'placement_plan', params: { title: '', count: 2 } });
    expect(await there()).toEqual([]);
    value(await studio.call('history.redo', {}));
    expect((await there()).map(({ id, pieceId }) => [id, pieceId])).toEqual(
      ids.map((id, index) => [id, plans[index]?.pieceId]),
    );
  });

  it('plans none of them when one cannot be', async () => {
    const [piece] = value(await studio.call('piece.tray', {}));
    const plan = { pieceId: piece?.id ?? '', format: null, day: later, time: null };
    const answer = await studio.call('placement.plan_all', {
      plans: [
        { ...plan, accountId: 'account-weibo' },
        { ...plan, accountId: 'account-that-is-gone' },
      ],
    });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'not_found' } });
    expect(await there()).toEqual([]);
  });

  it('makes a new piece and its placement as one step', async () => {
    const place = { accountId: 'account-weibo', format: null, day: later, time: null };
    const { id } = value(await studio.call('piece.create', { kind: 'scene', title: '夜航', lang: 'zh', place }));
    expect((await there()).map(({ pieceId, time }) => [pieceId, time])).toEqual([[id, '18:00']]);
    value(await studio.call('history.undo', {}));
    expect(await there()).toEqual([]);
    expect((await studio.call('piece.open', { id })).ok).toBe(false);
  });
});

describe('finding placements', () => {
  it('by the words of their pieces, the nearest to today first', async () => {
    const found = value(await studio.call('placement.search', { query: '面包师傅', limit: 20 }));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ title }) => title.includes('面包师傅'))).toBe(true);
    const away = found.map(({ day }) => Math.abs(Date.parse(day ?? '') - Date.parse(TODAY)));
    expect(away).toEqual([...away].sort((a, b) => a - b));
    expect(value(await studio.call('placement.search', { query: '哪里都没有写过的话' }))).toEqual([]);
  });

  it('by name, and leaves out those that are gone', async () => {
    const [first] = value(await studio.call('placement.search', { query: '面包师傅' }));
    const cards = value(await studio.call('placement.cards', { ids: [first?.id ?? '', 'gone'] }));
    expect(cards).toEqual([first]);
  });
});

describe('undo and redo in any order', () => {
  it('lead back to the first state, and forward to the last', async () => {
    const state = async () =>
      canonical(value(await studio.call('placement.range', { from: TODAY, to: addDays(TODAY, 60) })) as never);
    const before = await state();
    const cards = value(await studio.call('placement.range', { from: TODAY, to: addDays(TODAY, 20) })).slice(0, 6);
    const [piece] = value(await studio.call('piece.tray', {}));
    for (const [index, { id }] of cards.entries())
      value(await studio.call('placement.move', { moves: [{ id, day: addDays(TODAY, 30 + (index % 2)) }] }));
    const place = { accountId: 'account-weibo', format: null, day: addDays(TODAY, 30), time: null };
    value(await studio.call('placement.plan_all', { plans: [{ pieceId: piece?.id ?? '', ...place }] }));
    value(await studio.call('placement.remove', { ids: [cards[0]?.id ?? ''] }));
    const after = await state();
    expect(after).not.toBe(before);
    // A walk to and fro as a restless hand makes it; each way counts only what could still be done.
    const walk = [2, -1, 3, -2, 4, -3, 20, -20, 5, -5, 20];
    for (const steps of walk)
      for (let step = 0; step < Math.abs(steps); step += 1)
        value(await studio.call(steps > 0 ? 'history.undo' : 'history.redo', {}));
    expect(await state()).toBe(before);
    for (let step = 0; step < 20; step += 1) value(await studio.call('history.redo', {}));
    expect(await state()).toBe(after);
  });
});
