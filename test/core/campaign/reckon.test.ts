import { describe, expect, it } from 'vitest';
import { firstOpen, gateNow } from '../../../src/core/campaign/gates';
import { reckon } from '../../../src/core/campaign/reckon';
import { spanOf, stageOf } from '../../../src/core/campaign/stage';
import { addDays, wallDate } from '../../../src/core/time/wall';
import { sayGate, sayOpen, sayStage } from '../../../src/core/words/sayCampaign';
import { aCampaign, aCopy, anAccount, aPhase, aPlan, aPost, aWave, TODAY, workspace } from './plan';

const lead = aWave('w1', { pieceId: 'p1', placementId: 'l1', rule: { kind: 'lead', time: '20:00' as never } });
const follower = aWave('w2', {
  accountId: 'weibo',
  format: 'weibo/post',
  pieceId: 'p1',
  rule: { kind: 'minutes', minutes: 90 },
});

describe('a wave on the page', () => {
  it('stands where it is planned, else where its rule wants it from there', () => {
    const { rows } = reckon(
      aPlan({
        waves: [lead, follower],
        placements: [aPost('l1', { day: wallDate('2026-10-11') })],
        copies: [aCopy('l1')],
      }),
      workspace,
    );
    expect(rows.map(({ wave, isLead, moment, isPlanned }) => [wave.id, isLead, moment, isPlanned])).toEqual([
      ['w1', true, { day: '2026-10-11', time: '20:00' }, true],
      ['w2', false, { day: '2026-10-11', time: '21:30' }, false],
    ]);
  });

  it('says how far its copy is, what is missing first', () => {
    const codeOf = (plan: Parameters<typeof aPlan>[0]) => reckon(aPlan(plan), workspace).rows[0]?.copy.code;
    const waves = [lead];
    const placed = (post: Parameters<typeof aPost>[1], copy: Parameters<typeof aCopy>[1]) =>
      codeOf({ waves, placements: [aPost('l1', post)], copies: [aCopy('l1', copy)] });
    expect(codeOf({ waves: [aWave('w1', { pieceId: null })] })).toBe('no_piece');
    expect(codeOf({ waves: [aWave('w1', { pieceId: 'p1', accountId: null })] })).toBe('no_account');
    expect(placed({}, { adapted: false })).toBe('unreadable');
    expect(placed({}, { errors: 2, behind: true })).toBe('errors');
    expect(placed({}, { behind: true })).toBe('behind');
    expect(placed({}, { approval: 'changes', behind: true })).toBe('changes');
    expect(placed({}, { approval: 'none' })).toBe('adapted');
    expect(placed({}, {})).toBe('approved');
    expect(placed({}, { reworded: true })).toBe('reworded');
    expect(placed({}, { reworded: true, approval: 'none' })).toBe('adapted');
    expect(placed({ outcome: 'live' }, { errors: 2 })).toBe('live');
  });
});

describe('the checks of a phase', () => {
  const burst = aPhase('f1', { entryChecks: { 抽奖规则写明截止时间: false }, gates: { 'entry.written': false } });
  const placements = [aPost('l1'), aPost('l2', { accountId: 'weibo', day: wallDate('2026-10-12') })];

  it('are computed from what lies within it, and name what stands in the way', () => {
    const copies = [aCopy('l1'), aCopy('l2', { errors: 1, media: 1, approval: 'none' })];
    const plan = aPlan({ phases: [burst], waves: [lead, follower], placements, copies });
    const [result] = reckon(plan, workspace).phases;
    expect(result?.entry.checks.map((check) => [check.kind === 'auto' ? check.check : check.name, check.done])).toEqual(
      [
        ['planned', false],
        ['assets', false],
        ['errors', false],
        ['approved', false],
        ['抽奖规则写明截止时间', false],
      ],
    );
    const [planned, assets] = result?.entry.checks ?? [];
    expect(planned?.kind === 'auto' && planned.open.map(({ id }) => id)).toEqual(['w2']);
    expect(assets?.kind === 'auto' && assets.open.map(({ id }) => id)).toEqual(['l2']);
  });

  it('let pass what went out, and ask for its figures', () => {
    const live = [aPost('l1', { outcome: 'live' })];
    const review = aPhase('f2', { kind: 'review', start: wallDate('2026-10-17'), end: wallDate('2026-10-18') });
    const at = (figures: number) =>
      reckon(
        aPlan({ phases: [burst, review], placements: live, copies: [aCopy('l1', { errors: 3, figures })] }),
        workspace,
      );
    const [first, last] = at(0).phases;
    expect(first?.exit).toMatchObject({ done: 1, total: 1 });
    expect(last?.entry).toMatchObject({ done: 0, total: 1 });
    expect(at(4).phases[1]?.entry).toMatchObject({ done: 1, total: 1 });
  });

  it('are open while there is nothing to check at all', () => {
    const [result] = reckon(aPlan({ phases: [aPhase('f1')] }), workspace).phases;
    const [only, ...others] = result?.entry.checks ?? [];
    expect(others).toEqual([]);
    expect(only).toMatchObject({ check: 'planned', done: false, of: 0 });
    if (only?.kind !== 'auto') throw new Error('it is computed');
    expect(sayOpen('zh', only)).toBe('这一段还没有内容');
  });

  it('show the way in before and for as long as it is open, then the way out', () => {
    const clean = [aCopy('l1'), aCopy('l2')];
    const phase = { ...burst, entryChecks: { 抽奖规则写明截止时间: true } };
    const [shut] = reckon(aPlan({ phases: [burst], placements, copies: clean }), workspace).phases;
    const [open] = reckon(aPlan({ phases: [phase], placements, copies: clean }), workspace).phases;
    if (shut === undefined || open === undefined) throw new Error('there is a phase');
    const inside = wallDate('2026-10-11');
    expect(gateNow(shut, TODAY)?.side).toBe('entry');
    expect(gateNow(shut, inside)?.side).toBe('entry');
    expect(gateNow(open, TODAY)?.side).toBe('entry');
    expect(gateNow(open, inside)?.side).toBe('exit');
    const gate = gateNow(shut, TODAY);
    if (gate === null) throw new Error('its way in is open');
    expect(firstOpen(gate)).toMatchObject({ kind: 'own' });
    expect(sayGate('zh', gate)).toBe('入口检查 4/5：抽奖规则写明截止时间');
  });
});

describe('coverage', () => {
  it('names a silent role once, and silent platforms within the others, and kinds', () => {
    const { coverage } = reckon(
      aPlan({
        placements: [aPost('l1'), aPost('l2', { outcome: 'skipped', accountId: 'weibo' })],
        copies: [aCopy('l1'), aCopy('l2')],
      }),
      workspace,
    );
    expect(coverage.total).toEqual({ count: 1, kinds: { scene: 1, story: 0, interactive: 0 } });
    expect(coverage.gaps).toEqual([
      { kind: 'platform', platform: 'weibo', accountId: 'weibo' },
      { kind: 'role', role: 'depth', name: null, accountId: 'wechat_oa' },
      { kind: 'piece_kind', what: 'story' },
      { kind: 'piece_kind', what: 'interactive' },
    ]);
  });

  it('does not count what a closed account could do', () => {
    const accounts = [anAccount('douyin'), anAccount('weibo', { closed: true })];
    const { coverage } = reckon(aPlan({ accounts, placements: [aPost('l1')], copies: [aCopy('l1')] }), workspace);
    expect(coverage.gaps.map(({ kind }) => kind)).toEqual(['piece_kind', 'piece_kind']);
  });
});

describe('the checklist', () => {
  it('begins with what the rest is reckoned from', () => {
    const { checklist } = reckon(aPlan({ campaign: aCampaign({ zeroDay: null, leadWaveId: null }) }), workspace);
    expect(checklist.map(({ todo }) => todo.kind)).toEqual(['span', 'zero_day', 'phases', 'waves']);
  });

  it('goes by the day a thing is needed, and asks after what is past', () => {
    const late = aPost('l0', { day: addDays(TODAY, -2) });
    const soon = aPost('l1', { day: addDays(TODAY, 3) });
    const sooner = aPost('l2', { day: addDays(TODAY, 1) });
    const { checklist } = reckon(
      aPlan({
        phases: [aPhase('f1', { entryChecks: { 服务器压测: false } })],
        placements: [late, soon, sooner],
        copies: [aCopy('l0'), aCopy('l1', { errors: 1 }), aCopy('l2', { behind: true })],
      }),
      workspace,
    );
    const due = checklist.filter((item) => item.due !== null);
    expect(due.map(({ todo }) => todo.kind)).toEqual(['late', 'copy', 'check', 'copy']);
  });

  it('asks for one text once, with the first day it is needed', () => {
    const writing = { pieceState: 'drafting' as const };
    const { checklist } = reckon(
      aPlan({
        placements: [
          aPost('l1', writing),
          aPost('l2', { ...writing, accountId: 'weibo', day: wallDate('2026-10-12') }),
        ],
        copies: [aCopy('l1'), aCopy('l2')],
      }),
      workspace,
    );
    const copies = checklist.filter(({ todo }) => todo.kind === 'copy');
    expect(copies).toHaveLength(1);
    expect(copies[0]).toMatchObject({ due: '2026-10-10', todo: { posts: 2, accountId: null } });
  });
});

describe('how far a campaign is', () => {
  const phases = [
    aPhase('f1'),
    aPhase('f2', { kind: 'long_tail', start: wallDate('2026-10-14'), end: wallDate('2026-10-16') }),
  ];
  const campaign = aCampaign();

  it('is told by its own days, else by its phases', () => {
    expect(spanOf(campaign, phases)).toEqual({ from: '2026-10-10', to: '2026-10-16' });
    expect(spanOf(aCampaign({ start: wallDate('2026-10-01') }), phases)).toEqual({
      from: '2026-10-01',
      to: '2026-10-16',
    });
    expect(spanOf(campaign, [])).toBeNull();
  });

  it('is said with the phase and its day', () => {
    const at = (day: string) => sayStage('zh', stageOf(campaign, phases, wallDate(day)));
    expect(at('2026-10-09')).toBe('1 天后开始');
    expect(at('2026-10-11')).toBe('爆发 第 2/4 天');
    expect(at('2026-10-20')).toBe('结束 4 天了');
    expect(sayStage('en', stageOf(campaign, [], TODAY))).toBe('No dates yet');
  });
});

describe('a campaign in figures', () => {
  it('counts each post once, and findings only of what is still to go out', () => {
    const { summary } = reckon(
      aPlan({
        waves: [lead, follower],
        placements: [
          aPost('l1'),
          aPost('l2', { outcome: 'live' }),
          aPost('l3', { outcome: 'skipped' }),
          aPost('l4', { outcome: 'handed_over' }),
        ],
        copies: [
          aCopy('l1', { errors: 1, behind: true }),
          aCopy('l2', { errors: 5, figures: 3 }),
          aCopy('l3'),
          aCopy('l4'),
        ],
      }),
      workspace,
    );
    expect(summary).toEqual({
      waves: 2,
      wavesPlanned: 1,
      disagreeing: 0,
      posts: 3,
      live: 1,
      handedOver: 1,
      skipped: 1,
      copyDone: 2,
      withErrors: 1,
      behind: 1,
      measured: 1,
    });
  });
});
