import type { DeskCard } from '../../../src/core/desk/card';
import { type WallTime, wallDate } from '../../../src/core/time/wall';

/** A planned post of 9 October, 18:30 in Shanghai, ready to be handed over. */
export const aCard = (change: Partial<DeskCard> = {}): DeskCard => ({
  id: 'l_1',
  pieceId: 'p_1',
  accountId: 'a_1',
  format: 'weibo/post',
  day: wallDate('2026-10-09'),
  time: '18:30' as WallTime,
  zone: 'Asia/Shanghai',
  outcome: 'planned',
  pieceState: 'ready',
  kind: 'story',
  title: '我们删过一个夜景模式',
  campaignId: null,
  liveLink: '',
  liveDay: null,
  liveTime: null,
  skipReason: '',
  handedDay: null,
  handedTime: null,
  handTo: null,
  handNote: '',
  snoozeDay: null,
  snoozeTime: null,
  ticks: {},
  ...change,
});
