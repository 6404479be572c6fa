import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../src/core/cadence/check';
import { type PlanCode, planCodes } from '../../../src/core/cadence/codes';
import { planFix, withEdits } from '../../../src/core/cadence/fixes';
import type { PlanToCheck } from '../../../src/core/cadence/plan';
import { sayPlanFinding, sayPlanFix } from '../../../src/core/words/planCheck';
import { account, clock, community, day, item, persona, plan, series } from './plan';

/** A plan in which just one thing is to be said, what is said in Chinese, and what its fix does; null where a person must. */
type Case = {
  readonly code: PlanCode;
  readonly of: PlanToCheck;
  readonly says: string;
  readonly fix: string | null;
};

const xhs = account('xhs', { platform: 'xiaohongshu', defaultFormat: 'xiaohongshu/note_image', formats: [] });
const channels = account('sph', { platform: 'wechat_channels', defaultFormat: 'wechat_channels/video', formats: [] });
const onXhs = { accountId: 'xhs', format: 'xiaohongshu/note_image' };
const onChannels = { accountId: 'sph', format: 'wechat_channels/video' };
const newYork = { zone: 'America/New_York' };
const week = (count: number, more = {}) =>
  Array.from({ length: count }, (_, index) => item(`p${index}`, `2026-10-${12 + index}`, '20:00', more));

const cases: readonly Case[] = [
  {
    code: 'piece_gone',
    of: plan([item('a', '2026-10-14', '20:00', { pieceGone: true })]),
    says: '这一处的稿件已经不在了',
    fix: null,
  },
  {
    code: 'account_missing',
    of: plan([item('a', '2026-10-14', '20:00', { accountId: null })]),
    says: '还没有选账号',
    fix: null,
  },
  {
    code: 'account_closed',
    of: plan([item('a', '2026-10-14', '20:00')], { rules: { accounts: [account('weibo', { closed: true })] } }),
    says: '排在一个已停用的账号上',
    fix: null,
  },
  {
    code: 'format_missing',
    of: plan([item('a', '2026-10-14', '20:00', { format: null })]),
    says: '还没有选格式',
    fix: '换成「weibo/post」',
  },
  {
    code: 'format_foreign',
    of: plan([item('a', '2026-10-14', '20:00', { format: 'x/post' })]),
    says: '这个账号的平台没有「x/post」这种格式',
    fix: '换成「weibo/post」',
  },
  {
    code: 'time_missing',
    of: plan([item('a', '2026-10-14', null), item('b', '2026-10-20', '19:15')]),
    says: '还没有定时间',
    fix: '改成 19:15',
  },
  { code: 'overdue', of: plan([item('a', '2026-10-08', '20:00')]), says: '日子过了，还没说发没发', fix: null },
  {
    code: 'gap_short',
    of: plan([item('a', '2026-10-14', '20:00'), item('b', '2026-10-14', '20:20')]),
    says: '离上一条只有 20 分钟，至少要 60 分钟',
    fix: '改到 10月14日 周三 21:00',
  },
  {
    code: 'over_capacity',
    of: plan(week(3), { rules: { accounts: [account('weibo', { weeklyCapacity: 2 })] } }),
    says: '这一周排了 3 篇，上限 2 篇',
    fix: '改到 10月19日 周一 20:00',
  },
  {
    code: 'tier_over',
    of: plan(week(3), {
      rules: {
        accounts: [account('weibo', { communityId: 'core' })],
        communities: [community('core', { name: '铁杆', weeklyCeiling: 2 })],
      },
    }),
    says: '「铁杆」这一周收到 3 条，上限 2 条',
    fix: '改到 10月19日 周一 20:00',
  },
  {
    code: 'lane_empty',
    of: plan([item('a', '2026-10-09', '20:00'), item('b', '2026-10-18', '20:00')], { team: { emptyDays: 5 } }),
    says: '流量入口连续 8 天没有内容',
    fix: null,
  },
  {
    code: 'quiet_hours',
    of: plan([item('a', '2026-10-14', '23:30')]),
    says: '23:30 在静默时段里（23:00–07:00）',
    fix: '改到 10月14日 周三 22:30',
  },
  {
    code: 'time_skipped',
    of: plan([item('a', '2027-03-14', '02:30', newYork)], { to: day('2027-03-20'), team: { quietFrom: null } }),
    says: 'America/New_York 这一天没有 02:30：时钟往前拨',
    fix: '改成 03:30',
  },
  {
    code: 'time_twice',
    of: plan([item('a', '2026-11-01', '01:30', newYork)], { team: { quietFrom: null } }),
    says: 'America/New_York 这一天有两个 01:30：时钟往回拨',
    fix: '改成 02:30',
  },
  {
    code: 'day_off',
    of: plan([item('a', '2026-10-06', '20:00')], { today: day('2026-10-01'), now: Date.parse('2026-10-01T00:00:00Z') }),
    says: '10月6日 周二是法定假日，排了 1 条',
    fix: '改到 10月8日 周四 20:00',
  },
  {
    code: 'make_up_day',
    of: plan([item('a', '2026-10-10', '20:00')]),
    says: '10月10日 周六是调休上班日，排了 1 条',
    fix: null,
  },
  {
    code: 'window_soon',
    of: plan([item('a', '2026-10-09', '12:40', onXhs)], { rules: { accounts: [xhs] } }),
    says: '只剩 40 分钟，平台的定时发布要提前 60 分钟',
    fix: null,
  },
  {
    code: 'window_far',
    of: plan([item('a', '2026-10-25', '18:30', onXhs)], { rules: { accounts: [xhs] } }),
    says: '1 条在 14 天以外，平台的定时发布还不收',
    fix: null,
  },
  {
    code: 'window_full',
    of: plan(
      ['10:00', '14:00', '18:00'].map((at) => item(at.slice(0, 2), '2026-10-14', at, onChannels)),
      { rules: { accounts: [channels] } },
    ),
    says: '这一天排了 3 条，平台一天最多收 2 条定时',
    fix: '改到 10月15日 周四 18:00',
  },
  {
    code: 'same_piece',
    of: plan([
      item('a', '2026-10-14', '20:00', { pieceId: 'same' }),
      item('b', '2026-11-04', '20:00', { pieceId: 'same' }),
    ]),
    says: '同一篇稿子 21 天前刚在这个账号发过',
    fix: '改到 11月13日 周五 20:00',
  },
  {
    code: 'same_text',
    of: plan([item('a', '2026-10-14', '20:00', { title: '末班渡船' }), item('b', '2026-10-16', '20:00')], {
      alike: [{ a: 'a', b: 'b', text: '最后一班渡船离岸' }],
    }),
    says: '有一段和 2 天前的「末班渡船」几乎一样',
    fix: null,
  },
  {
    code: 'draw_over',
    of: plan([item('a', '2026-10-20', '20:00', { deadline: { day: day('2026-10-20'), time: clock('18:00') } })]),
    says: '发出时活动已经截止（10月20日 周二 18:00）',
    fix: '改到 10月17日 周六 20:00',
  },
  {
    code: 'draw_soon',
    of: plan([item('a', '2026-10-20', '20:00', { deadline: { day: day('2026-10-21'), time: clock('12:00') } })]),
    says: '离截止只有 16 小时（10月21日 周三 12:00）',
    fix: '改到 10月18日 周日 20:00',
  },
  {
    code: 'kind_owed',
    of: plan(week(7), { team: { kindTargets: { scene: 50, story: 50 } } }),
    says: '这一周故事只有 0 篇，按比例该有 4 篇',
    fix: null,
  },
  {
    code: 'persona_over',
    of: plan(
      Array.from({ length: 10 }, (_, index) =>
        item(`p${index}`, `2026-10-${12 + index}`, '20:00', index < 6 ? {} : { accountId: 'other' }),
      ),
      {
        rules: {
          accounts: [account('weibo', { personaId: 'gu' }), account('other')],
          personas: [persona('gu', { name: '顾长舟', ceiling: 50 })],
        },
      },
    ),
    says: '「顾长舟」占了 60%，上限 50%',
    fix: null,
  },
  {
    code: 'slot_open',
    of: plan([], { rules: { series: [series('夜信', { weekdays: ['7'], count: 1 })] } }),
    says: '系列「夜信」还空着：10月11日 周日 20:00',
    fix: null,
  },
  {
    code: 'wave_differs',
    of: plan([item('a', '2026-10-14', '20:00')], {
      waves: [{ placementId: 'a', day: day('2026-10-15'), time: clock('18:00'), isFollowed: false }],
    }),
    says: '和联动规则对不上：规则是 10月15日 周四 18:00',
    fix: '按规则放回 10月15日 周四 18:00',
  },
];

describe('the check of a plan', () => {
  it('has a case for every code', () => {
    expect(cases.map(({ code }) => code).toSorted()).toEqual([...planCodes].toSorted());
  });

  it.each(cases)('says $code, once, and fixes what can be fixed', ({ code, of, says, fix }) => {
    const findings = checkPlan(of);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    const [finding] = findings;
    if (finding === undefined) return;
    expect(sayPlanFinding('zh', finding).title).toBe(says);
    expect(Object.values(sayPlanFinding('en', finding)).join(' ')).not.toMatch(/[{}]/);
    const offered = planFix(checkPlan, of, finding);
    expect(offered === null ? null : sayPlanFix('zh', offered)).toBe(fix);
    if (offered !== null)
      expect(checkPlan(withEdits(of, offered.edits)).map(({ key }) => key)).not.toContain(finding.key);
  });

  it('says nothing of a check that the team has put off, and takes another as seriously as the team does', () => {
    const items = [item('a', '2026-10-14', '23:30', { format: null })];
    const findings = checkPlan(plan(items, { team: { planChecks: { quiet_hours: 'off', format_missing: 'info' } } }));
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['format_missing', 'info']]);
  });

  it('holds an account to its own gap and its own quiet hours', () => {
    const own = account('weibo', { quietGap: 10, quietFrom: clock('12:00'), quietTo: clock('14:00') });
    const items = [
      item('a', '2026-10-14', '23:30'),
      item('b', '2026-10-14', '23:45'),
      item('c', '2026-10-15', '12:00'),
    ];
    expect(checkPlan(plan(items, { rules: { accounts: [own] } })).map(({ code }) => code)).toEqual(['quiet_hours']);
  });

  it('counts a gap in the time that passes, across zones', () => {
    const items = [item('a', '2026-10-14', '20:00'), item('b', '2026-10-14', '08:30', newYork)];
    expect(checkPlan(plan(items))[0]?.params.minutes).toBe(30);
  });

  it('moves nothing that is pinned, handed over or live', () => {
    for (const fixed of [{ pinned: true }, { outcome: 'handed_over' as const }]) {
      const of = plan([item('a', '2026-10-14', '23:30', fixed)]);
      const [finding] = checkPlan(of);
      expect(finding?.code).toBe('quiet_hours');
      expect(finding === undefined ? null : planFix(checkPlan, of, finding)).toBeNull();
    }
    expect(checkPlan(plan([item('a', '2026-10-14', '23:30', { outcome: 'skipped' })]))).toEqual([]);
  });
});
