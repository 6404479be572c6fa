import { describe, expect, it } from 'vitest';
import { blankDraft, type ImportRow, type PlacementDraft } from '../../../src/core/importing/model';
import { type Known, platformNamed, resolveRow } from '../../../src/core/importing/resolve';
import { viewRecord } from '../../../src/core/model/record';
import { records } from '../../../src/core/model/records';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { platformNames } from '../../../src/core/sheets/values/platforms';
import type { WallDate } from '../../../src/core/time/wall';

const account = (id: string, platform: string, name: string, handle = '') =>
  viewRecord(records.account, id, { platform, name, handle }, {});
const known: Known = {
  personas: [viewRecord(records.persona, 'pe1', { name: '汀岸' }, {})],
  campaigns: [viewRecord(records.campaign, 'c1', { name: '秋季上新' }, {})],
  members: [viewRecord(records.member, 'm1', { name: 'Li' }, {})],
  accounts: [
    account('a1', 'weibo', '汀岸手机', '@tingan'),
    account('a2', 'weibo', '汀岸客服'),
    account('a3', 'x', 'Ting-An'),
  ],
  packs: shippedPacks(),
  names: platformNames(shippedPacks()),
};
const day = '2026-10-14' as WallDate;
const place = (change: Partial<PlacementDraft>): PlacementDraft => ({
  day,
  time: null,
  zone: null,
  platform: '',
  account: '',
  format: '',
  ...change,
});
const resolved = (change: Partial<typeof blankDraft>, placements: readonly PlacementDraft[] = []) =>
  resolveRow(
    {
      source: { file: 'a', path: 'a', line: 2, sheet: null },
      verdict: 'new',
      piece: { ...blankDraft, ...change },
      placements,
      messages: [],
    } satisfies ImportRow,
    known,
  );
const placed = (change: Partial<PlacementDraft>) => {
  const { placements, messages } = resolved({}, [place(change)]);
  return placements[0]?.accountId ?? messages[0]?.code;
};

describe('resolveRow', () => {
  it('finds people and campaigns by name, whatever case or width, and says which are not there', () => {
    const { personaId, campaignId, ownerId, messages } = resolved({
      personaName: ' 汀岸',
      campaignName: '冬季',
      ownerName: 'ｌｉ',
    });
    expect([personaId, campaignId, ownerId]).toEqual(['pe1', null, 'm1']);
    expect(messages).toEqual([{ code: 'campaign_unknown', params: { name: '冬季' }, line: null }]);
  });

  it('plans on the one account that is meant, and never guesses between two', () => {
    expect(placed({ platform: '推特' })).toBe('a3');
    expect(placed({ platform: '微博', account: 'TINGAN' })).toBe('a1');
    expect(placed({ account: '汀岸客服' })).toBe('a2');
    expect(placed({ platform: '微博' })).toBe('account_several');
    expect(placed({ platform: '微博', account: '别人' })).toBe('account_unknown');
    expect(placed({ platform: '火星' })).toBe('platform_unknown');
    expect(placed({ platform: '微博', account: '汀岸手机', day: null })).toBe('day_missing');
  });

  it('knows every pack by its own names and by those people use', () => {
    for (const pack of known.packs)
      for (const name of [pack.id, pack.zh, pack.en]) expect(platformNamed(name, known)?.id, name).toBe(pack.id);
    for (const name of ['公众号', '视频号', '朋友圈', 'B站', '小红书', '头条', 'Twitter', '领英', '油管'])
      expect(platformNamed(name, known), name).not.toBeNull();
  });
});
