import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeDrop, usualTime } from '../../../src/core/schedule/move';
import { accountsById } from '../../../src/core/schedule/planned';
import { addDays, daysBetween, type WallTime, wallDate } from '../../../src/core/time/wall';
import { anAccount, aPlacement, TODAY } from './plan';

const accounts = accountsById([
  anAccount({ id: 'weibo', platform: 'weibo' }),
  anAccount({ id: 'weibo-2', platform: 'weibo' }),
  anAccount({ id: 'douyin', platform: 'douyin', defaultFormat: 'douyin/video' }),
  anAccount({ id: 'closed', platform: 'weibo', closed: true }),
]);
const on = (day: string, accountId = 'weibo') => ({ accountId, day: wallDate(day) });
const card = aPlacement({ id: 'a' });
const judge = (target: ReturnType<typeof on>, copy = false, cards = [card]) =>
  judgeDrop(cards, cards[0] ?? card, target, accounts, TODAY, copy);

describe('letting a placement go', () => {
  it('on another day moves the day and names nothing else', () => {
    expect(judge(on('2026-10-12'))).toEqual({
      kind: 'move',
      moves: [{ id: 'a', day: '2026-10-12' }],
      rowsKept: false,
    });
  });

  it('on another account of the same platform moves the account too', () => {
    expect(judge(on('2026-10-12', 'weibo-2'))).toEqual({
      kind: 'move',
      moves: [{ id: 'a', day: '2026-10-12', accountId: 'weibo-2' }],
      rowsKept: false,
    });
  });

  it('on another platform asks whether to move or to add a version', () => {
    expect(judge(on('2026-10-12', 'douyin'))).toEqual({
      kind: 'choose',
      moves: [{ id: 'a', day: '2026-10-12', accountId: 'douyin' }],
      // The version is the account's usual format, not the one of the platform it comes from.
      copies: [{ card, accountId: 'douyin', day: '2026-10-12', format: 'douyin/video' }],
    });
    const two = [card, aPlacement({ id: 'b', day: wallDate('2026-10-10') })];
    expect(judge(on('2026-10-12', 'douyin'), false, two)).toMatchObject({
      kind: 'choose',
      moves: [{ day: '2026-10-12' }, { day: '2026-10-13' }],
    });
  });

  it('where it was does nothing; with Alt it is planned once more', () => {
    expect(judge(on('2026-10-09'))).toEqual({ kind: 'nothing' });
    expect(judge(on('2026-10-09'), true)).toMatchObject({ kind: 'copy' });
  });

  it('is refused in the past, on a closed account, and for what is live', () => {
    expect(judge(on('2026-10-08'))).toEqual({ kind: 'refused', why: 'past' });
    expect(judge(on('2026-10-12', 'closed'))).toEqual({ kind: 'refused', why: 'closed' });
    expect(judge(on('2026-10-12'), false, [aPlacement({ id: 'a', outcome: 'live' })])).toEqual({
      kind: 'refused',
      why: 'live',
    });
  });

  it('keeps the distances of several, and never moves one of them into the past', () => {
    const several = fc.array(fc.integer({ min: -3, max: 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(several, fc.integer({ min: -10, max: 40 }), (offsets, to) => {
        const cards = offsets.map((offset, index) => aPlacement({ id: `p${index}`, day: addDays(TODAY, offset) }));
        const verdict = judge({ accountId: 'weibo', day: addDays(TODAY, to) }, false, cards);
        if (verdict.kind !== 'move') return;
        const distance = to - (offsets[0] ?? 0);
        expect(verdict.moves.map(({ day }) => daysBetween(TODAY, day))).toEqual(
          offsets.map((offset) => offset + distance),
        );
        expect(verdict.moves.every(({ day }) => day >= TODAY)).toBe(true);
      }),
    );
  });

  it('leaves accounts alone when the cards come from several', () => {
    const mixed = [card, aPlacement({ id: 'b', accountId: 'douyin' })];
    expect(judge(on('2026-10-11', 'weibo-2'), false, mixed)).toEqual({
      kind: 'move',
      moves: [
        { id: 'a', day: '2026-10-11' },
        { id: 'b', day: '2026-10-11' },
      ],
      rowsKept: true,
    });
  });

  it('refuses cards of several accounts that would only change rows, and says no row for a copy either', () => {
    const mixed = [card, aPlacement({ id: 'b', accountId: 'douyin', format: 'douyin/video' })];
    expect(judge(on('2026-10-09', 'weibo-2'), false, mixed)).toEqual({ kind: 'refused', why: 'mixed' });
    expect(judge(on('2026-10-11', 'weibo-2'), true, mixed)).toMatchObject({
      kind: 'copy',
      copies: [
        { accountId: 'weibo', day: '2026-10-11', format: 'weibo/post' },
        { accountId: 'douyin', day: '2026-10-11', format: 'douyin/video' },
      ],
    });
  });

  it('copies none into the past, and what is live as well as anything', () => {
    const two = [card, aPlacement({ id: 'b', day: addDays(TODAY, -3) })];
    expect(judge(on('2026-10-10'), true, two)).toEqual({ kind: 'refused', why: 'past' });
    expect(judge(on('2026-10-10'), true, [aPlacement({ id: 'a', outcome: 'live' })])).toMatchObject({ kind: 'copy' });
  });
});

describe('the usual time of an account', () => {
  it('is the one it mostly goes out at, and unknown for an account without any', () => {
    const at = (id: string, time: string) => aPlacement({ id, time: time as WallTime });
    expect(usualTime([at('a', '20:00'), at('b', '12:00'), at('c', '20:00')], 'weibo')).toBe('20:00');
    expect(usualTime([at('a', '20:00')], 'douyin')).toBeNull();
  });
});
