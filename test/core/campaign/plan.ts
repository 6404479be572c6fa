import type { CampaignPlacement, CampaignPlan, CopyFacts } from '../../../src/core/campaign/facts';
import { viewRecord } from '../../../src/core/model/record';
import type { RecordView } from '../../../src/core/model/records';
import {
  type Account,
  type Campaign,
  type Phase,
  type RecordType,
  records,
  type Wave,
} from '../../../src/core/model/records';
import { draftOf } from '../../../src/core/plan/ops';
import { accountsById } from '../../../src/core/schedule/planned';
import { wallDate } from '../../../src/core/time/wall';
import type { WallTime } from '../../../src/core/time/wallDate';

/** Builders of a campaign: Friday 9 October 2026, the day before its zero day. */
export const TODAY = wallDate('2026-10-09');

const made = <T extends RecordType>(type: T, id: string, draft: object): RecordView<T> => {
  const { registers, sets } = draftOf(type, draft as never);
  return viewRecord(records[type], id, registers, sets) as RecordView<T>;
};

export const aCampaign = (draft: Partial<Campaign> = {}): Campaign =>
  made('campaign', 'c1', { name: '百城夜拍', zeroDay: '2026-10-10', leadWaveId: 'w1', ...draft });
export const aPhase = (id: string, draft: Partial<Phase> = {}): Phase =>
  made('phase', id, { campaignId: 'c1', kind: 'burst', start: '2026-10-10', end: '2026-10-13', order: id, ...draft });
export const aWave = (id: string, draft: Partial<Wave> = {}): Wave =>
  made('wave', id, { campaignId: 'c1', name: id, accountId: 'douyin', format: 'douyin/video', order: id, ...draft });
export const anAccount = (id: string, draft: Partial<Account> = {}): Account =>
  made('account', id, { platform: id, name: id, role: 'traffic', order: id, ...draft });
export const aPost = (id: string, draft: Partial<CampaignPlacement> = {}): CampaignPlacement => ({
  id,
  pieceId: 'p1',
  accountId: 'douyin',
  format: 'douyin/video',
  day: wallDate('2026-10-10'),
  time: '20:00' as WallTime,
  zone: 'Asia/Shanghai',
  outcome: 'planned',
  pieceState: 'ready',
  kind: 'scene',
  title: '今晚开拍',
  campaignId: 'c1',
  waveId: null,
  pinned: false,
  ...draft,
});
export const aCopy = (placementId: string | null, draft: Partial<CopyFacts> = {}): CopyFacts => ({
  placementId,
  waveId: null,
  adapted: true,
  errors: 0,
  warnings: 0,
  media: 0,
  behind: false,
  approval: 'approved',
  reworded: false,
  figures: 0,
  ...draft,
});
export const aPlan = (
  draft: Partial<Omit<CampaignPlan, 'accounts'>> & { readonly accounts?: readonly Account[] } = {},
): CampaignPlan => ({
  campaign: aCampaign(),
  phases: [],
  waves: [],
  placements: [],
  pieces: [{ id: 'p1', title: '今晚开拍', kind: 'scene', state: 'ready', lang: 'zh' }],
  copies: [],
  today: TODAY,
  ...draft,
  accounts: accountsById(
    draft.accounts ?? [anAccount('douyin'), anAccount('weibo'), anAccount('wechat_oa', { role: 'depth' })],
  ),
});
export const workspace = { zone: 'Asia/Shanghai', roleNames: {}, roleOrder: {} };
