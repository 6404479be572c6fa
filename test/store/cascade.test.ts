import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput, CallName } from '../../src/contract';
import type { Placement, RecordType } from '../../src/core/model/records';
import { canonical } from '../../src/core/plan/canonical';
import { createOp, type Op } from '../../src/core/plan/ops';
import { addDays, type WallDate, type WallTime } from '../../src/core/time/wall';
import { sayLabel } from '../../src/core/words/history';
import { listViews, readView } from '../../src/main/store/rows';
import { bridge, type TestBridge, TODAY, value } from '../helpers/bridge';

/** The sample's cascade through the contract, on real SQLite: Douyin opens, thirteen waves follow by their rules. */
let studio: TestBridge;
beforeEach(async () => {
  studio = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
});
afterEach(() => studio.close());

const CAMPAIGN = 'campaign-still-lit';
const LEAD = 'placement-open-challenge-douyin';
const call = async <N extends CallName>(name: N, input: CallInput<N>) => value(await studio.call(name, input));
const all = <T extends RecordType>(type: T) => listViews(studio.store.context.db, type);
const placement = (id: string): Placement => {
  const found = readView(studio.store.context.db, 'placement', id);
  if (found === null) throw new Error(`There is no ${id}.`);
  return found;
};
/** Everything people see, without stamps and history. */
const visible = () =>
  canonical((['campaign', 'wave', 'placement', 'phase', 'cascadeTemplate'] as const).map((type) => all(type)));
const make = (ops: Op[]) => call('change.make', { label: { code: 'other', params: {} }, ops });
const set = (type: RecordType, id: string, register: string, to: Extract<Op, { kind: 'set' }>['value']): Op => ({
  kind: 'set',
  type,
  id,
  register,
  value: to,
});
/** The sample's lead went out yesterday; here everything is still ahead: the lead in two weeks, everyone by the rules. */
async function ahead(): Promise<WallDate> {
  const day = addDays(TODAY, 14);
  const waves = all('wave').flatMap(({ placementId }) => placementId ?? []);
  await make(
    waves.flatMap((id) => [
      set('placement', id, 'outcome', 'planned'),
      set('placement', id, 'pinned', false),
      ...(id === LEAD ? [set('placement', id, 'day', day)] : []),
    ]),
  );
  await make([
    set('campaign', CAMPAIGN, 'zeroDay', day),
    ...all('account').flatMap(({ id }) => [set('account', id, 'weeklyCapacity', 0), set('account', id, 'quietGap', 0)]),
  ]);
  const left = await call('cascade.settle', { ids: waves.filter((id) => id !== LEAD), how: 'fit' });
  expect(left.left).toEqual([]);
  return day;
}
const disagreeing = async () =>
  (await call('cascade.table', { campaignId: CAMPAIGN })).entries.filter(({ disagrees }) => disagrees);

describe('moving the lead of a cascade in the store', () => {
  it('takes every follower along in one step, and one undo brings everything back', async () => {
    const day = await ahead();
    expect(await disagreeing()).toEqual([]);
    const before = visible();
    const { followers } = await call('placement.move', {
      moves: [{ id: LEAD, day: addDays(day, 3), time: '19:00' as WallTime }],
    });
    expect(followers).toHaveLength(13);
    expect(followers.map(({ fate }) => fate.kind).filter((kind) => kind !== 'moves')).toEqual([]);
    expect(await disagreeing()).toEqual([]);
    expect(placement('placement-open-challenge-weibo')).toMatchObject({ day: addDays(day, 3), time: '20:30' });
    // The rule of the lead and the zero day stand beside its time.
    expect(readView(studio.store.context.db, 'campaign', CAMPAIGN)?.zeroDay).toBe(addDays(day, 3));
    expect(readView(studio.store.context.db, 'wave', 'wave-open-douyin')?.rule).toEqual({
      kind: 'lead',
      time: '19:00',
    });
    const { undo } = await call('history.state', {});
    expect(undo).not.toBeNull();
    if (undo !== null) {
      expect(sayLabel('zh', undo)).toMatch(/^移动「.+」，13 条跟随的一起走$/);
      expect(sayLabel('en', undo)).toMatch(/^moving “.+” with 13 followers$/);
    }
    await call('history.undo', {});
    expect(visible()).toBe(before);
    await call('history.redo', {});
    expect(placement('placement-open-challenge-weibo').time).toBe('20:30');
  });

  it('shows beforehand exactly what it will do', async () => {
    const day = await ahead();
    const moves = [{ id: LEAD, day: addDays(day, -9) }];
    const before = visible();
    const shown = await call('cascade.preview', { moves });
    expect(visible()).toBe(before);
    expect((await call('placement.move', { moves })).followers).toEqual(shown);
  });

  it('leaves pinned and blocked ones where they are and says why', async () => {
    const day = await ahead();
    const douyin = placement('placement-challenge-shadow-douyin');
    const stays = {
      pinned: 'placement-open-challenge-weibo',
      closed: 'placement-open-challenge-kuaishou',
      live: 'placement-open-challenge-group-core',
      full: 'placement-tech-twelve-frames-oa',
    };
    await make([
      set('placement', stays.pinned, 'pinned', true),
      set('account', 'account-kuaishou', 'closed', true),
      set('placement', stays.live, 'outcome', 'live'),
      set('account', 'account-oa', 'weeklyCapacity', 1),
      createOp('placement', 'other', { accountId: 'account-oa', day: addDays(placement(stays.full).day ?? day, 7) }),
    ]);
    const before = Object.values(stays).map(placement);
    const { followers } = await call('placement.move', { moves: [{ id: LEAD, day: addDays(day, 7) }] });
    expect(Object.values(stays).map(placement)).toEqual(before);
    const fates = new Map(followers.map(({ placementId, fate }) => [placementId, fate]));
    expect(fates.get(stays.pinned)).toMatchObject({ kind: 'pinned' });
    expect(fates.get(stays.closed)).toMatchObject({ kind: 'blocked', blocks: [{ kind: 'closed' }] });
    expect(fates.get(stays.live)).toMatchObject({ kind: 'blocked', blocks: [{ kind: 'settled', outcome: 'live' }] });
    expect(fates.get(stays.full)).toMatchObject({
      kind: 'blocked',
      blocks: [{ kind: 'capacity', count: 2, capacity: 1 }],
    });
    expect(placement(douyin.id).day).toBe(addDays(douyin.day ?? day, 7));
    // A person may say it lands all the same; a closed account stays closed.
    const { left } = await call('cascade.settle', { ids: [stays.full, stays.closed], how: 'fit' });
    expect(left).toEqual([{ placementId: stays.closed, why: 'closed' }]);
    expect(placement(stays.full).day).not.toBe(before[3]?.day);
  });

  it('does not send on what was moved by name in the same step', async () => {
    const day = await ahead();
    const weibo = 'placement-open-challenge-weibo';
    await call('placement.move', {
      moves: [
        { id: LEAD, day: addDays(day, 1) },
        { id: weibo, day: addDays(day, 5) },
      ],
    });
    expect(placement(weibo).day).toBe(addDays(day, 5));
    expect((await disagreeing()).map(({ placementId }) => placementId)).toEqual([weibo]);
  });
});

describe('a follower moved by hand', () => {
  it('is pinned, brought back, or makes the rule its own', async () => {
    const day = await ahead();
    const weibo = 'placement-open-challenge-weibo';
    await call('placement.move', { moves: [{ id: weibo, day: addDays(day, 2), time: '12:00' as WallTime }] });
    expect((await disagreeing()).map(({ placementId }) => placementId)).toEqual([weibo]);
    await call('cascade.settle', { ids: [weibo], how: 'pin' });
    expect(await disagreeing()).toEqual([]);
    await call('cascade.settle', { ids: [weibo], how: 'unpin' });
    await call('cascade.settle', { ids: [weibo], how: 'rule' });
    expect(await disagreeing()).toEqual([]);
    expect(placement(weibo)).toMatchObject({ day: addDays(day, 2), time: '12:00' });
    expect(readView(studio.store.context.db, 'wave', 'wave-weibo-follow')?.rule).toEqual({
      kind: 'minutes',
      minutes: 2 * 1440 - 8 * 60,
    });
    expect(await call('cascade.settle', { ids: [LEAD], how: 'rule' })).toEqual({
      changed: 0,
      left: [{ placementId: LEAD, why: 'lead' }],
    });
  });

  it('goes where a new rule sends it, with those behind it, and never round in a circle', async () => {
    const day = await ahead();
    await make([set('wave', 'wave-lottery', 'afterWaveId', 'wave-weibo-follow')]);
    const input = {
      waveId: 'wave-weibo-follow',
      rule: { kind: 'days', days: 2, time: '09:00' as WallTime },
      onlyWorkdays: false,
      afterWaveId: null,
      move: true,
    } as const;
    const { followers } = await call('cascade.rule', input);
    expect(followers.map(({ waveId }) => waveId)).toEqual(['wave-lottery']);
    expect(placement('placement-open-challenge-weibo')).toMatchObject({ day: addDays(day, 2), time: '09:00' });
    expect(placement('placement-lottery-nine-weibo').day).toBe(addDays(day, 4));
    const circle = await studio.call('cascade.rule', { ...input, afterWaveId: 'wave-lottery' });
    expect(circle).toMatchObject({ ok: false, failure: { code: 'wave_circle' } });
  });
});

const pieceOfWave = (waveId: string): string => readView(studio.store.context.db, 'wave', waveId)?.pieceId ?? '';

describe('a campaign planned from the tray', () => {
  it('opens where its lead is let go, and on an account of another language its piece is the sibling', async () => {
    const day = await ahead();
    const waves = all('wave').filter(({ campaignId }) => campaignId === CAMPAIGN);
    await call('placement.remove', { ids: waves.flatMap(({ placementId }) => placementId ?? []) });
    const pieceId = pieceOfWave('wave-open-douyin');
    const place = { pieceId, format: null, day: addDays(day, 3) };
    const lead = await call('placement.plan', { ...place, accountId: 'account-douyin', time: '19:00' as WallTime });
    expect(readView(studio.store.context.db, 'campaign', CAMPAIGN)?.zeroDay).toBe(addDays(day, 3));
    expect(readView(studio.store.context.db, 'wave', 'wave-open-douyin')).toMatchObject({
      placementId: lead.id,
      rule: { kind: 'lead', time: '19:00' },
    });
    const x = await call('placement.plan', { ...place, accountId: 'account-x-en', time: null });
    expect(placement(x.id)).toMatchObject({ pieceId: pieceOfWave('wave-x-follow'), waveId: 'wave-x-follow' });
    expect(placement(x.id).pieceId).not.toBe(pieceId);
    const entries = (await call('cascade.table', { campaignId: CAMPAIGN })).entries;
    expect(entries.find(({ wave }) => wave.id === 'wave-x-follow')?.wants).toMatchObject({
      moment: { day: addDays(day, 4), time: '21:00' },
    });
  });
});
describe('a wave taken back to the tray', () => {
  it('follows again as before once its piece is planned on its account', async () => {
    const day = await ahead();
    const weibo = placement('placement-open-challenge-weibo');
    await call('placement.remove', { ids: [weibo.id] });
    const plan = { pieceId: weibo.pieceId ?? '', accountId: 'account-weibo', format: null, time: null };
    const { id } = await call('placement.plan', { ...plan, day: addDays(day, 9) });
    expect(placement(id)).toMatchObject({ waveId: 'wave-weibo-follow', campaignId: CAMPAIGN });
    await call('placement.move', { moves: [{ id: LEAD, day: addDays(day, 1) }] });
    expect(placement(id)).toMatchObject({ day: addDays(day, 1), time: '21:30' });
    // The same piece once more is a placement of its own.
    const { id: second } = await call('placement.plan', { ...plan, day: addDays(day, 9) });
    expect(placement(second).waveId).toBeNull();
  });
});

describe('laying out a cascade', () => {
  it('makes a placement for each wave that has none, in one step', async () => {
    const day = await ahead();
    const gone = ['placement-open-challenge-weibo', 'placement-tech-orange-lamp-bilibili'];
    await call('placement.remove', { ids: gone });
    await make([set('wave', 'wave-weibo-follow', 'pieceId', null)]);
    const before = visible();
    const { made, left } = await call('cascade.lay', { campaignId: CAMPAIGN });
    expect([made, left]).toEqual([2, []]);
    const { entries } = await call('cascade.table', { campaignId: CAMPAIGN });
    expect(entries.every(({ at, disagrees }) => at !== null && !disagrees)).toBe(true);
    const wave = readView(studio.store.context.db, 'wave', 'wave-weibo-follow');
    // Without a piece of its own it takes the lead's.
    expect(wave?.pieceId).toBe(placement(LEAD).pieceId);
    expect(placement(wave?.placementId ?? '')).toMatchObject({
      day,
      time: '21:30',
      format: 'weibo/post',
      waveId: wave?.id,
    });
    await call('history.undo', {});
    expect(visible()).toBe(before);
  });
});

describe('cascade templates', () => {
  it('start a campaign on the accounts of the team and name those it does not have', async () => {
    const before = visible();
    const templates = await call('cascade.templates', { lang: 'zh' });
    expect(templates.map(({ own }) => own)).toEqual([true, false, false, false, false]);
    const zeroDay = addDays(TODAY, 20);
    const { campaignId, missing } = await call('cascade.apply', {
      templateId: 'shelf_new-product',
      name: '汀岸 M10 发布',
      zeroDay,
      time: '11:00' as WallTime,
    });
    expect(missing).toEqual([{ wave: '知乎回答', role: 'circle', platform: 'zhihu' }]);
    const waves = all('wave').filter((wave) => wave.campaignId === campaignId);
    expect(waves).toHaveLength(9);
    expect(all('phase').filter((phase) => phase.campaignId === campaignId)).toHaveLength(4);
    const { entries } = await call('cascade.table', { campaignId });
    const said = entries.map(({ wave, wants }) => [wave.name, wants.kind === 'at' ? wants.moment.time : null]);
    expect(said.slice(0, 2)).toEqual([
      ['微博首发', '11:00'],
      ['铁杆群早一天', '11:00'],
    ]);
    await call('history.undo', {});
    expect(visible()).toBe(before);
  });

  it('are kept from a campaign, used again, written over and deleted', async () => {
    const { id, unkept } = await call('cascade.keep', {
      campaignId: CAMPAIGN,
      name: '我们的打法',
      about: '',
      over: null,
    });
    expect(unkept).toEqual([]);
    const zeroDay = addDays(TODAY, 40);
    const { campaignId, missing } = await call('cascade.apply', {
      templateId: id,
      name: '再来一次',
      zeroDay,
      time: null,
    });
    expect(missing).toEqual([]);
    const shape = (of: string) =>
      all('wave')
        .filter((wave) => wave.campaignId === of)
        .sort((a, b) => (a.order < b.order ? -1 : 1))
        .map(({ name, accountId, format, rule }) => ({ name, accountId, format, rule }));
    expect(shape(campaignId)).toEqual(shape(CAMPAIGN));
    await call('cascade.keep', { campaignId, name: '改过的打法', about: '第二版', over: id });
    const named = async () => (await call('cascade.templates', { lang: 'en' })).map(({ name }) => name);
    expect(await named()).toContain('改过的打法');
    await call('cascade.forget', { id });
    expect(await named()).not.toContain('改过的打法');
    expect(await studio.call('cascade.forget', { id })).toMatchObject({ ok: false, failure: { code: 'not_found' } });
  });
});
