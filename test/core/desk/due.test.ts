import { describe, expect, it } from 'vitest';
import type { DeskCard } from '../../../src/core/desk/card';
import { type DeskView, deskList } from '../../../src/core/desk/due';
import type { Account } from '../../../src/core/model/records';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { type WallTime, wallDate } from '../../../src/core/time/wall';
import { aCard } from './aCard';

const packs = new Map(shippedPacks().map((pack) => [pack.id, pack]));
const account = { id: 'a_1', closed: false } as Account;

const view = (change: Partial<DeskView> = {}): DeskView => ({
  now: Date.parse('2026-10-09T12:28:00+08:00'),
  zone: 'Asia/Shanghai',
  from: wallDate('2026-10-09'),
  days: 1,
  accounts: new Map([['a_1', account]]),
  packs,
  errors: {},
  ...change,
});
const on = (day: string, time: string | null, change: Partial<DeskCard> = {}): DeskCard =>
  aCard({ id: `${day} ${time}`, day: wallDate(day), time: time as WallTime | null, ...change });
/** `kind: ids` of every group, in order. */
const said = (cards: readonly DeskCard[], change: Partial<DeskView> = {}): readonly string[] =>
  deskList(cards, view(change)).groups.map(
    ({ kind, day, items }) => `${kind}${day === null ? '' : ` ${day}`}: ${items.map(({ card }) => card.id).join(', ')}`,
  );

describe('the list of the hand-over desk', () => {
  it('puts what passed unhandled, what is of the day and what can be timed under their own heads, by time', () => {
    const cards = [
      on('2026-10-10', '20:00', { format: 'douyin/video' }),
      on('2026-10-09', '20:00'),
      on('2026-10-09', '12:00'),
      on('2026-10-08', '20:00'),
      on('2026-10-09', '18:30'),
      on('2026-10-10', '12:00'),
    ];
    expect(said(cards)).toEqual([
      'overdue: 2026-10-08 20:00, 2026-10-09 12:00',
      'day 2026-10-09: 2026-10-09 18:30, 2026-10-09 20:00',
      // Weibo is not known to take posts for later.
      'schedulable: 2026-10-10 20:00',
    ]);
  });

  it('asks for the link of what is live, but not of a private message', () => {
    const live = { outcome: 'live' } as const;
    const cards = [
      on('2026-10-08', '18:30', live),
      on('2026-10-08', '19:00', { ...live, liveLink: 'https://weibo.example.com/1' }),
      on('2026-10-08', '20:00', { ...live, format: 'wechat_private/wecom_moment' }),
      on('2026-10-08', '21:00', { outcome: 'handed_over' }),
      on('2026-10-09', '09:00', { outcome: 'handed_over' }),
    ];
    expect(packs.get('wechat_private')?.formats.find(({ id }) => id === 'wecom_moment')?.family).toBe('private');
    expect(said(cards)).toEqual(['backfill: 2026-10-08 18:30, 2026-10-08 21:00', 'day 2026-10-09: 2026-10-09 09:00']);
  });

  it('says first what stands in the way, also of what is late', () => {
    const cards = [
      on('2026-10-08', '20:00', { pieceState: 'in_review' }),
      on('2026-10-09', '18:30'),
      on('2026-10-09', '19:00', { accountId: 'gone' }),
      on('2026-10-09', null),
    ];
    const { groups } = deskList(cards, view({ errors: { '2026-10-09 18:30': 2 } }));
    expect(groups.map(({ kind }) => kind)).toEqual(['held']);
    expect(groups[0]?.items.map(({ hold }) => hold)).toEqual([
      { kind: 'state', state: 'in_review' },
      { kind: 'errors', count: 2 },
      { kind: 'no_account' },
      { kind: 'no_time' },
    ]);
  });

  it('counts what is left for today and names its next moment', () => {
    const cards = [
      on('2026-10-08', '18:30', { outcome: 'live' }),
      on('2026-10-09', '09:00', { outcome: 'handed_over' }),
      on('2026-10-09', '12:00'),
      on('2026-10-09', '18:30'),
      on('2026-10-10', '18:30'),
    ];
    const { left, next } = deskList(cards, view());
    expect(left).toBe(3);
    expect(next).toBe(Date.parse('2026-10-09T18:30:00+08:00'));
  });

  it('shows other days as they are, without what is asked of today', () => {
    const cards = [on('2026-10-08', '20:00'), on('2026-10-11', '20:00'), on('2026-10-12', '20:00')];
    expect(said(cards, { from: wallDate('2026-10-11'), days: 3 })).toEqual([
      'day 2026-10-11: 2026-10-11 20:00',
      'day 2026-10-12: 2026-10-12 20:00',
    ]);
    expect(said(cards, { from: wallDate('2026-10-08'), days: 1 })).toEqual(['day 2026-10-08: 2026-10-08 20:00']);
  });

  it('honours the zone of a placement: 18:30 in New York is not over when it is in Shanghai', () => {
    const card = on('2026-10-09', '08:00', { zone: 'America/New_York' });
    expect(said([card])).toEqual(['day 2026-10-09: 2026-10-09 08:00']);
    expect(said([{ ...card, zone: 'Asia/Shanghai' }])).toEqual(['overdue: 2026-10-09 08:00']);
  });

  it('tells how many later ones a platform would take, and no more than it takes', () => {
    const video = { format: 'douyin/video' };
    const cards = ['2026-10-10', '2026-10-11', '2026-10-22', '2026-10-24'].map((day) => on(day, '20:00', video));
    const list = deskList(cards, view());
    expect(list.groups.map(({ kind, items }) => [kind, items.length])).toEqual([['schedulable', 1]]);
    expect(list.furtherSchedulable).toBe(2);
  });

  it('leaves nothing of the days in view out, whatever is asked', () => {
    const outcomes = ['planned', 'handed_over', 'live', 'skipped'] as const;
    const states = ['idea', 'drafting', 'in_review', 'ready', 'archived'] as const;
    const times = [null, '00:00', '12:28', '23:59'];
    const cards = outcomes.flatMap((outcome) =>
      states.flatMap((pieceState) =>
        times.map((time) => on('2026-10-09', time, { id: `${outcome} ${pieceState} ${time}`, outcome, pieceState })),
      ),
    );
    const shown = deskList(cards, view()).groups.flatMap(({ items }) => items.map(({ card }) => card.id));
    expect(shown.toSorted()).toEqual(cards.map(({ id }) => id).toSorted());
  });
});
