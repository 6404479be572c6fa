import type { Outline, PlacementCard } from '../../src/contract';
import { outlineTypes } from '../../src/contract/outline';
import { viewRecord } from '../../src/core/model/record';
import { type Account, records, type Workspace } from '../../src/core/model/records';
import { pieceKinds, pieceStates, roles } from '../../src/core/model/vocabulary';
import { addDays, type WallDate, type WallTime } from '../../src/core/time/wallDate';

/**
 * A plan of any size, the same for every run: 50 accounts in all five roles and so many placements spread over the days,
 * three in a cell here and none there as people plan. Made without a store, for what a screen does with it.
 */
export type MatrixPlan = {
  readonly accounts: readonly Account[];
  readonly outline: Outline;
  readonly cards: readonly PlacementCard[];
};

const ACCOUNTS = 50;
const platforms = ['weibo', 'douyin', 'xiaohongshu', 'bilibili', 'wechat_oa'];
const titles = [
  '末班渡船上，手持也拍清每一盏灯',
  '凌晨四点的菜市场',
  '评论区选一位来点评',
  'Night school: the first lesson',
];

/** A number below `below` that is always the same for the same index. */
const spread = (index: number, below: number): number => (Math.imul(index + 1, 0x9e3779b1) >>> 7) % below;

export function matrixPlan(placements: number, from: WallDate, days: number): MatrixPlan {
  const workspace: Workspace = {
    ...viewRecord(records.workspace, 'w', {}, {}),
    name: '五十个账号',
    kindTargets: { scene: 40, story: 30, interactive: 30 },
  };
  const accounts = Array.from(
    { length: ACCOUNTS },
    (_, index): Account => ({
      ...viewRecord(records.account, `a${index}`, {}, {}),
      platform: platforms[index % platforms.length] ?? 'weibo',
      name: `星野手机 ${index}`,
      role: roles[Math.floor((index * roles.length) / ACCOUNTS)] ?? 'traffic',
      weeklyCapacity: 5,
      order: String(index).padStart(3, '0'),
    }),
  );
  const blank = viewRecord(records.placement, 'blank', {}, {});
  const cards = Array.from({ length: placements }, (_, index): PlacementCard => {
    const hour = 8 + spread(index * 5 + 3, 14);
    return {
      ...blank,
      id: `p${index}`,
      pieceId: `piece${index}`,
      accountId: `a${spread(index, ACCOUNTS)}`,
      format: 'weibo/post',
      day: addDays(from, spread(index * 3 + 1, days)),
      time: `${String(hour).padStart(2, '0')}:30` as WallTime,
      title: `${titles[index % titles.length]} ${index}`,
      kind: pieceKinds[index % pieceKinds.length] ?? 'scene',
      pieceState: pieceStates[spread(index, 4)] ?? 'ready',
      lang: 'zh',
      coverId: null,
      approval: 'none',
    };
  });
  const empty = Object.fromEntries(outlineTypes.map((type) => [type, []])) as unknown as Outline;
  return {
    accounts,
    cards,
    outline: { ...empty, workspace: [workspace], account: accounts, pieceCount: placements, trayCount: 0 },
  };
}
