import { describe, expect, it } from 'vitest';
import { type DeskAct, deskChange, readLink } from '../../../src/core/desk/acts';
import type { DeskCard } from '../../../src/core/desk/card';
import { type WallTime, wallDate } from '../../../src/core/time/wall';
import { aCard } from './aCard';

const day = wallDate('2026-10-09');
const time = '18:34' as WallTime;

/** What a change sets, by register. */
const sets = (card: DeskCard, act: DeskAct) =>
  Object.fromEntries(
    (deskChange(card, act)?.ops ?? []).map((op) => (op.kind === 'set' ? [op.register, op.value] : [op.kind, null])),
  );

describe('what is done at the desk', () => {
  const acts: readonly DeskAct[] = [
    { kind: 'handed', day, time },
    { kind: 'live', day, time, link: 'https://weibo.example.com/1' },
    { kind: 'link', link: 'https://weibo.example.com/1' },
    { kind: 'skip', reason: '与直播撞时' },
    { kind: 'reopen' },
    { kind: 'snooze', day, time },
    { kind: 'wake' },
    { kind: 'tick', point: 'account', on: true },
    { kind: 'note', note: '守半小时' },
    { kind: 'to', memberId: 'm_1' },
  ];

  it('never touches the day, the time, the account or the piece, only the placement itself', () => {
    for (const outcome of ['planned', 'handed_over', 'live', 'skipped'] as const)
      for (const act of acts) {
        const change = deskChange(aCard({ outcome, snoozeDay: day, snoozeTime: time }), act);
        for (const op of change?.ops ?? []) {
          expect(op).toMatchObject({ kind: 'set', type: 'placement', id: 'l_1' });
          if (op.kind === 'set')
            expect(['day', 'time', 'zone', 'accountId', 'pieceId', 'format', 'pinned']).not.toContain(op.register);
        }
      }
  });

  it('keeps the moment of handing over and of going live apart from the plan', () => {
    expect(sets(aCard(), { kind: 'handed', day, time })).toEqual({
      outcome: 'handed_over',
      handedDay: day,
      handedTime: time,
    });
    expect(sets(aCard({ outcome: 'handed_over' }), { kind: 'live', day, time, link: null })).toEqual({
      outcome: 'live',
      liveDay: day,
      liveTime: time,
    });
  });

  it('goes back one step at a time', () => {
    const live = aCard({ outcome: 'live', handedDay: day, handedTime: time, liveDay: day, liveTime: time });
    expect(sets(live, { kind: 'reopen' })).toEqual({ outcome: 'handed_over', liveDay: null, liveTime: null });
    const handed = aCard({ outcome: 'handed_over', handedDay: day, handedTime: time });
    expect(sets(handed, { kind: 'reopen' })).toEqual({ outcome: 'planned', handedDay: null, handedTime: null });
    expect(sets(aCard({ outcome: 'skipped', skipReason: '撞时' }), { kind: 'reopen' })).toEqual({
      outcome: 'planned',
      skipReason: '',
    });
  });

  it('makes no change, and so no step of undo, where nothing would be different', () => {
    expect(
      deskChange(aCard({ liveLink: 'https://a.example.com' }), { kind: 'link', link: 'https://a.example.com' }),
    ).toBe(null);
    expect(deskChange(aCard(), { kind: 'wake' })).toBe(null);
    expect(deskChange(aCard({ ticks: { account: true } }), { kind: 'tick', point: 'account', on: true })).toBe(null);
  });
});

describe('a pasted link', () => {
  it.each([
    'https://weibo.com/1234/Nabc',
    'http://xhslink.com/a/b?x=1#y',
    'https://例子.中国/帖',
    'https://v.douyin.com:443/abc/',
  ])('takes %s', (text) => {
    expect(readLink(`  ${text}\n`)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['', 'empty'],
    ['3.28 复制打开抖音，看看 https://v.douyin.com/abc/', 'spaces'],
    ['https://weibo.com/a\u202e', 'spaces'],
    ['weibo.com/1', 'not_web'],
    ['javascript:alert(1)', 'not_web'],
    ['https://weibo', 'no_host'],
    ['https://weibo.com@evil.example/1', 'password'],
    [`https://weibo.com/${'a'.repeat(2_000)}`, 'long'],
  ])('refuses %s and says why', (text, fault) => {
    expect(readLink(text)).toEqual({ ok: false, error: fault });
  });
});
