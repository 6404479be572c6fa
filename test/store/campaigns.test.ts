import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Campaign } from '../../src/core/model/records';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

/** Campaigns of the sample plan on real SQLite, opened once: each test leaves it whole, or a placement less. */
let studio: TestBridge;
beforeAll(async () => {
  studio = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
});
afterAll(() => studio.close());

const outline = async () => value(await studio.call('plan.outline', {}));
const only = async (): Promise<Campaign> => {
  const [campaign] = (await outline()).campaign;
  if (campaign === undefined) throw new Error('the sample has a campaign');
  return campaign;
};
const facts = async (id: string) => {
  const found = value(await studio.call('campaign.facts', { id }));
  if (found === null) throw new Error('no most was asked for');
  return found;
};

describe('what is known of a campaign', () => {
  it('is every placement of it with what adaptation says, and as many as the list counts', async () => {
    const { id } = await only();
    const { placements, pieces, copies } = await facts(id);
    const count = value(await studio.call('campaign.counts', {})).find(({ campaignId }) => campaignId === id);
    expect(count).toMatchObject({ placements: placements.length, pieces: pieces.length });
    expect(count?.live).toBe(placements.filter(({ outcome }) => outcome === 'live').length);
    expect(copies.map(({ placementId }) => placementId)).toEqual(placements.map((placement) => placement.id));
    const reports = value(await studio.call('placement.reports', { ids: placements.map((one) => one.id), lang: 'zh' }));
    expect(copies.reduce((sum, { errors }) => sum + errors, 0)).toBe(
      reports.reduce((sum, { errors }) => sum + errors, 0),
    );
    expect(copies.some(({ figures }) => figures > 0)).toBe(true);
  });

  it('says of an approved copy that its wording was changed since, until the words are back', async () => {
    const { id } = await only();
    const { placements, copies } = await facts(id);
    const post = placements.find(({ approval, outcome }) => approval === 'approved' && outcome === 'planned');
    const copyOf = async () => (await facts(id)).copies.find(({ placementId }) => placementId === post?.id);
    if (post?.pieceId == null) throw new Error('the sample has an approved post that waits');
    expect(copies.find(({ placementId }) => placementId === post.id)?.reworded).toBe(false);
    const family = value(await studio.call('piece.open', { id: post.pieceId }));
    const pieces = [post.pieceId, ...family.siblings.map((sibling) => sibling.id)];
    const label = { code: 'other' } as const;
    const retitle = (title: (id: string) => string) =>
      pieces.map((one) => ({ kind: 'set', type: 'piece', id: one, register: 'title', value: title(one) }) as const);
    value(await studio.call('change.make', { label, ops: retitle((one) => `换过的标题 ${one}`) }));
    expect(await copyOf()).toMatchObject({ approval: 'approved', reworded: true });
    value(await studio.call('history.undo', {}));
    expect((await copyOf())?.reworded).toBe(false);
  });

  it('includes the version of a wave that nobody planned yet', async () => {
    const { id } = await only();
    const wave = (await outline()).wave.find(({ placementId }) => placementId !== null);
    if (wave?.placementId == null) throw new Error('the sample plans its waves');
    value(await studio.call('placement.remove', { ids: [wave.placementId] }));
    const { copies, placements } = await facts(id);
    expect(placements.some((placement) => placement.id === wave.placementId)).toBe(false);
    expect(copies.find(({ waveId }) => waveId === wave.id)).toMatchObject({ placementId: null, adapted: true });
  });
});

describe('deleting a campaign', () => {
  it('takes its phases and waves along, leaves pieces and placements, and comes back with one undo', async () => {
    const before = await outline();
    const { id } = await only();
    const was = await facts(id);
    value(await studio.call('campaign.remove', { id }));
    const after = await outline();
    expect([after.campaign, after.phase, after.wave]).toEqual([[], [], []]);
    expect(after.pieceCount).toBe(before.pieceCount);
    const count = value(await studio.call('campaign.counts', {}));
    expect(count.map(({ campaignId }) => campaignId)).toEqual([null]);
    expect(count[0]?.placements).toBeGreaterThanOrEqual(was.placements.length);
    value(await studio.call('history.undo', {}));
    expect(await outline()).toEqual(before);
    expect(await facts(id)).toEqual(was);
  });

  it('refuses one that is not there, and changes nothing', async () => {
    const answer = await studio.call('campaign.remove', { id: 'nobody' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'not_found' } });
  });
});
