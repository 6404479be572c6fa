import { afterEach, expect, test } from 'vitest';
import { variantId } from '../../src/core/model/ids';
import { createOp } from '../../src/core/plan/ops';
import { addDays, type WallTime } from '../../src/core/time/wall';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

let studio: TestBridge | null = null;
afterEach(() => studio?.close());

test('the desk reads the days in view, of earlier ones what still asks for something, and what rings when', async () => {
  const api = await bridge();
  studio = api;
  const at = (id: string, days: number, change: object = {}) =>
    createOp('placement', id, {
      pieceId: 'p_1',
      accountId: 'a_1',
      format: 'weibo/post',
      day: addDays(TODAY, days),
      time: '18:30' as WallTime,
      zone: 'Asia/Shanghai',
      ...change,
    });
  value(
    await api.call('change.make', {
      label: { code: 'import', params: {} },
      ops: [
        createOp('account', 'a_1', { name: '陆川', platform: 'weibo' }),
        createOp('piece', 'p_1', { title: '我们删过一个夜景模式', state: 'ready' }),
        at('ancient', -90),
        at('late', -20),
        at('out', -20, { outcome: 'live', liveLink: 'https://weibo.example.com/1' }),
        at('no_link', -20, { outcome: 'live' }),
        at('skipped_before', -1, { outcome: 'skipped' }),
        at('skipped_today', 0, { outcome: 'skipped' }),
        at('today', 0),
        at('far', 30, { snoozeDay: TODAY, snoozeTime: '09:00' as WallTime }),
        at('handed', 0, { outcome: 'handed_over' }),
      ],
    }),
  );
  const range = { since: addDays(TODAY, -60), from: TODAY, to: addDays(TODAY, 15) };
  const { cards, older, next } = value(await api.call('desk.list', range));
  expect(cards.map(({ id }) => id)).toEqual(['late', 'no_link', 'handed', 'skipped_today', 'today']);
  expect(cards[0]?.title).toBe('我们删过一个夜景模式');
  expect([older, next?.id]).toEqual([1, 'far']);

  const { alarms, quiet, zone } = value(await api.call('desk.alarms', { from: TODAY, to: TODAY }));
  expect(alarms.map(({ id, account }) => `${id} ${account}`).toSorted()).toEqual(['far 陆川', 'today 陆川']);
  const far = alarms.find(({ id }) => id === 'far');
  expect(far?.snoozedUntil).toBe(Date.parse(`${TODAY}T09:00:00+08:00`));
  expect(quiet).toEqual({ from: '23:00', to: '07:00', zone });
});

test('the desk names who read a version last and what they said, and nobody where nobody did', async () => {
  const api = await bridge();
  studio = api;
  const version = variantId('p_1', 'weibo/post', 'a_1');
  const review = (id: string, onDay: number, change: object) =>
    createOp('review', id, { pieceId: 'p_1', byMemberId: 'm_1', onDay: addDays(TODAY, onDay), ...change });
  value(
    await api.call('change.make', {
      label: { code: 'import', params: {} },
      ops: [
        createOp('member', 'm_1', { name: '周闻' }),
        createOp('piece', 'p_1', { title: '我们删过一个夜景模式', state: 'ready' }),
        createOp('placement', 'here', { pieceId: 'p_1', accountId: 'a_1', format: 'weibo/post' }),
        createOp('placement', 'elsewhere', { pieceId: 'p_2', accountId: 'a_1', format: 'weibo/post' }),
        review('r_1', -3, { verdict: 'change', variantId: version }),
        review('r_2', -1, { verdict: 'approve', variantId: version }),
        review('r_3', 0, { verdict: 'change', variantId: 'v_other' }),
      ],
    }),
  );
  expect(value(await api.call('desk.review', { id: 'here' }))).toEqual({
    verdict: 'approve',
    by: '周闻',
    day: addDays(TODAY, -1),
  });
  expect(value(await api.call('desk.review', { id: 'elsewhere' }))).toBeNull();
});
