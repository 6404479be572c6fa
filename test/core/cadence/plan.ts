import type { PlanItem, PlanRules, PlanToCheck } from '../../../src/core/cadence/plan';
import { viewRecord } from '../../../src/core/model/record';
import {
  type Account,
  type Community,
  type Persona,
  records,
  type Series,
  type Workspace,
} from '../../../src/core/model/records';
import { type WallDate, type WallTime, wallDate } from '../../../src/core/time/wall';
import { dayKind } from '../../../src/core/time/workdays';
import { aPlacement, TODAY } from '../schedule/plan';

/** A small plan to be checked: one account on Weibo, nothing on it, and what a test does not care about filled in. */

export const day = (text: string): WallDate => wallDate(text);
export const clock = (text: string): WallTime => text as WallTime;
/** Noon in Shanghai, so that nothing of today has gone out by the clock. */
export const NOON = Date.parse(`${TODAY}T12:00:00+08:00`);

export const account = (id: string, more: Partial<Account> = {}): Account => ({
  ...viewRecord(records.account, id, {}, {}),
  platform: 'weibo',
  name: id,
  defaultFormat: 'weibo/post',
  formats: ['weibo/post'],
  ...more,
});

export const item = (id: string, on: string, at: string | null, more: Partial<PlanItem> = {}): PlanItem => ({
  ...aPlacement({ id, day: day(on), time: at === null ? null : clock(at), pieceId: `piece-${id}` }),
  zone: 'Asia/Shanghai',
  pinned: false,
  seriesId: null,
  slotDay: null,
  pieceGone: false,
  deadline: null,
  ...more,
});

export const series = (id: string, more: Partial<Series> = {}): Series => ({
  ...viewRecord(records.series, id, {}, {}),
  accountId: 'weibo',
  name: id,
  start: TODAY,
  time: clock('20:00'),
  ...more,
});
export const persona = (id: string, more: Partial<Persona>): Persona => ({
  ...viewRecord(records.persona, id, {}, {}),
  name: id,
  ...more,
});
export const community = (id: string, more: Partial<Community>): Community => ({
  ...viewRecord(records.community, id, {}, {}),
  name: id,
  ...more,
});

const team: Workspace = viewRecord(records.workspace, 'workspace', {}, {});
const platforms: PlanRules['platforms'] = new Map([
  ['weibo', { scheduler: undefined, formats: ['weibo/post', 'weibo/video'] }],
  ['xiaohongshu', { scheduler: { leastMinutes: 60, mostDays: 14 }, formats: ['xiaohongshu/note_image'] }],
  ['wechat_channels', { scheduler: { leastMinutes: 120, perDay: 2 }, formats: ['wechat_channels/video'] }],
]);

/** Only what a test is about speaks: lanes are not asked for stretches unless it says so. */
export const plan = (
  items: readonly PlanItem[],
  more: Partial<Omit<PlanToCheck, 'rules'>> & {
    readonly rules?: Partial<Omit<PlanRules, 'team'>>;
    readonly team?: Partial<Workspace>;
  } = {},
): PlanToCheck => {
  const { rules, team: own, ...rest } = more;
  return {
    today: TODAY,
    now: NOON,
    from: day('2026-09-28'),
    to: day('2026-12-20'),
    items,
    alike: [],
    waves: [],
    ...rest,
    rules: {
      team: { ...team, emptyDays: 0, ...own },
      accounts: [account('weibo')],
      personas: [],
      communities: [],
      series: [],
      platforms,
      dayKind,
      ...rules,
    },
  };
};
