import type { PlanCode, PlanGroup } from '../cadence/codes';
import type { PlanFinding, PlanFix, PlanFixAct } from '../cadence/finding';
import type { Lang } from '../model/records';
import { type Role, roles } from '../model/vocabulary';
import type { WallDate, WallTime } from '../time/wallDate';
import { sayDay, sayMoment } from './dates';
import { sayRole } from './kinds';
import { defineWords, say, type WordParams } from './say';

/** What each finding of the plan check says, what to do about it, and what its fix does. */
type Keys =
  | `${PlanCode}.title`
  | `${PlanCode}.remedy`
  | `name.${PlanCode}`
  | `group.${PlanGroup}`
  | `fix.${PlanFixAct}`
  | `fix.${PlanFixAct}_many`
  | `kind.${'scene' | 'story' | 'interactive'}`;

export const planCheckWords = defineWords<Keys>({
  zh: {
    'piece_gone.title': '这一处的稿件已经不在了',
    'piece_gone.remedy': '换一篇稿件，或把这一处放回',
    'account_missing.title': '还没有选账号',
    'account_missing.remedy': '把它拖到一个账号的行里',
    'account_closed.title': '排在一个已停用的账号上',
    'account_closed.remedy': '换一个账号，或在设置里重新启用它',
    'format_missing.title': '还没有选格式',
    'format_missing.remedy': '没有格式就不知道怎么适配，选一个',
    'format_foreign.title': '这个账号的平台没有「{format}」这种格式',
    'format_foreign.remedy': '换成这个平台有的格式',
    'time_missing.title': '还没有定时间',
    'time_missing.remedy': '定一个钟点，间隔和提醒才算得准',
    'overdue.title': '日子过了，还没说发没发',
    'overdue.remedy': '记成已发或跳过，或改到以后',
    'gap_short.title': '离上一条只有 {minutes} 分钟，至少要 {least} 分钟',
    'gap_short.remedy': '上一条在 {beforeAt}；错开一些，两条才都有人看',
    'over_capacity.title': '这一周排了 {count} 篇，上限 {most} 篇',
    'over_capacity.remedy': '挪几篇到别的周，或在账号设置里改上限',
    'tier_over.title': '「{name}」这一周收到 {count} 条，上限 {most} 条',
    'tier_over.remedy': '发得太密会有人退群；挪几条到别的周',
    'lane_empty.title': '{role}连续 {days} 天没有内容',
    'lane_empty.remedy': '从待排里补一篇，或把别处的稿子改一版过来',
    'quiet_hours.title': '{atTime} 在静默时段里（{fromTime}–{toTime}）',
    'quiet_hours.remedy': '改到静默时段以外；单个账号可以有自己的时段',
    'time_skipped.title': '{zone} 这一天没有 {atTime}：时钟往前拨',
    'time_skipped.remedy': '这个钟点不存在，挪开拨掉的那一段',
    'time_twice.title': '{zone} 这一天有两个 {atTime}：时钟往回拨',
    'time_twice.remedy': '看不出是哪一个，挪开重复的那一段',
    'day_off.title': '{onDay}是法定假日，排了 {count} 条',
    'day_off.remedy': '假日读者少、没人值班；要发就安排好人，否则挪到工作日',
    'make_up_day.title': '{onDay}是调休上班日，排了 {count} 条',
    'make_up_day.remedy': '这个周末大家上班，按工作日的作息定时间',
    'window_soon.title': '只剩 {left} 分钟，平台的定时发布要提前 {least} 分钟',
    'window_soon.remedy': '平台不再收这条定时，到点要有人手动发',
    'window_far.title': '{count} 条在 {most} 天以外，平台的定时发布还不收',
    'window_far.remedy': '最早的一条 {openAt} 起可以交接',
    'window_full.title': '这一天排了 {count} 条，平台一天最多收 {most} 条定时',
    'window_full.remedy': '多出的要手动发，或挪到别的日子',
    'same_piece.title': '同一篇稿子 {days} 天前刚在这个账号发过',
    'same_piece.remedy': '上一次是{beforeDay}；隔满 {least} 天再发，或换一篇',
    'same_text.title': '有一段和 {days} 天前的「{title}」几乎一样',
    'same_text.remedy': '同一个账号上像是重复发：{text}…；换一个说法，或隔满 {least} 天',
    'draw_over.title': '发出时活动已经截止（{endAt}）',
    'draw_over.remedy': '挪到截止以前，或在简报里改截止时间',
    'draw_soon.title': '离截止只有 {hours} 小时（{endAt}）',
    'draw_soon.remedy': '看到的人来不及参加，提前一些',
    'kind_owed.title': '这一周{kind}只有 {count} 篇，按比例该有 {wanted} 篇',
    'kind_owed.remedy': '一周 {total} 篇里补几篇{kind}，或在设置里改比例',
    'persona_over.title': '「{name}」占了 {share}%，上限 {most}%',
    'persona_over.remedy': '{total} 篇里有 {count} 篇靠同一个人；分一些给别人',
    'slot_open.title': '系列「{name}」还空着：{slotAt}',
    'slot_open.remedy': '还有 {days} 天；从待排里补一篇，或跳过这一期',
    'wave_differs.title': '和联动规则对不上：规则是 {ruleAt}',
    'wave_differs.remedy': '按规则放回去，或把它固定在现在的时间',

    'name.piece_gone': '稿件不在了',
    'name.account_missing': '没有账号',
    'name.account_closed': '账号已停用',
    'name.format_missing': '没有格式',
    'name.format_foreign': '格式不属于平台',
    'name.time_missing': '没有时间',
    'name.overdue': '过期未记',
    'name.gap_short': '间隔太短',
    'name.over_capacity': '超出每周上限',
    'name.tier_over': '私域发得太密',
    'name.lane_empty': '连续空档',
    'name.quiet_hours': '静默时段',
    'name.time_skipped': '时钟跳过的钟点',
    'name.time_twice': '时钟重复的钟点',
    'name.day_off': '法定假日',
    'name.make_up_day': '调休上班日',
    'name.window_soon': '来不及平台定时',
    'name.window_far': '平台定时还没开',
    'name.window_full': '平台定时满额',
    'name.same_piece': '同稿重发',
    'name.same_text': '同账号文字雷同',
    'name.draw_over': '活动已截止',
    'name.draw_soon': '临近截止',
    'name.kind_owed': '类型比例',
    'name.persona_over': '人物占比',
    'name.slot_open': '系列空档',
    'name.wave_differs': '与联动规则不符',

    'group.missing': '缺这缺那',
    'group.draws': '活动截止',
    'group.clock': '钟点与假日',
    'group.rhythm': '节奏',
    'group.repeats': '重复',
    'group.platform': '平台定时',
    'group.series': '系列',
    'group.cascade': '联动',
    'group.balance': '比例',

    'fix.move': '改到 {toAt}',
    'fix.move_many': '{count} 条改到 {toDay}',
    'fix.set_time': '改成 {toTime}',
    'fix.set_time_many': '改成 {toTime}',
    'fix.set_format': '换成「{format}」',
    'fix.set_format_many': '换成「{format}」',
    'fix.by_rule': '按规则放回 {toAt}',
    'fix.by_rule_many': '按规则放回 {toAt}',

    'kind.scene': '场景',
    'kind.story': '故事',
    'kind.interactive': '互动',
  },
  en: {
    'piece_gone.title': 'Its piece is gone',
    'piece_gone.remedy': 'Choose another piece, or take the placement out',
    'account_missing.title': 'No account yet',
    'account_missing.remedy': 'Drag it into the row of an account',
    'account_closed.title': 'Planned on a closed account',
    'account_closed.remedy': 'Choose another account, or open it again in Settings',
    'format_missing.title': 'No format yet',
    'format_missing.remedy': 'Without one nothing can be adapted: choose one',
    'format_foreign.title': 'The platform of this account has no format “{format}”',
    'format_foreign.remedy': 'Choose a format of this platform',
    'time_missing.title': 'No time yet',
    'time_missing.remedy': 'Set a clock time: gaps and reminders need it',
    'overdue.title': 'Its day is over and nobody said whether it went out',
    'overdue.remedy': 'Mark it live or skipped, or move it on',
    'gap_short.title':
      'Only {minutes, plural, one {# minute} other {# minutes}} after the post before; {least} at least',
    'gap_short.remedy': 'The one before is at {beforeAt}; apart, both are read',
    'over_capacity.title': '{count} this week, {most} at most',
    'over_capacity.remedy': 'Move some to another week, or raise the limit of the account',
    'tier_over.title': '“{name}” gets {count, plural, one {# message} other {# messages}} this week, {most} at most',
    'tier_over.remedy': 'People leave when there are too many; move some to another week',
    'lane_empty.title': '{role}: nothing for {days} days',
    'lane_empty.remedy': 'Plan a piece of the tray, or a version of one that runs elsewhere',
    'quiet_hours.title': '{atTime} lies in the quiet hours ({fromTime}–{toTime})',
    'quiet_hours.remedy': 'Move it out of them; an account may have hours of its own',
    'time_skipped.title': 'There is no {atTime} that day in {zone}: clocks go forward',
    'time_skipped.remedy': 'Move it out of the hour that is skipped',
    'time_twice.title': 'There are two {atTime} that day in {zone}: clocks go back',
    'time_twice.remedy': 'Nobody knows which is meant: move it out of the hour that is repeated',
    'day_off.title': '{onDay} is a statutory holiday; {count, plural, one {# post is} other {# posts are}} planned',
    'day_off.remedy': 'Few read and nobody is on duty: arrange for somebody, or move to a workday',
    'make_up_day.title':
      '{onDay} is a weekend day worked in exchange; {count, plural, one {# post is} other {# posts are}} planned',
    'make_up_day.remedy': 'People are at work: choose times as on a workday',
    'window_soon.title':
      '{left, plural, one {# minute} other {# minutes}} left; the platform’s scheduler wants {least} ahead',
    'window_soon.remedy': 'It no longer takes this one: somebody must post it by hand',
    'window_far.title':
      '{count, plural, one {# post lies} other {# posts lie}} more than {most} days ahead: the platform’s scheduler does not take {count, plural, one {it} other {them}} yet',
    'window_far.remedy': 'The first can be handed over from {openAt}',
    'window_full.title': '{count} that day; the platform’s scheduler takes {most} a day',
    'window_full.remedy': 'Post the others by hand, or move them',
    'same_piece.title':
      'The same piece went out here {days, plural, =0 {the same day} one {# day before} other {# days before}}',
    'same_piece.remedy': 'Last on {beforeDay}; wait {least} days, or choose another piece',
    'same_text.title':
      'One paragraph is nearly that of “{title}”, {days, plural, =0 {the same day} one {# day before} other {# days before}}',
    'same_text.remedy': 'On one account it reads like a repeat: {text}…; word it anew, or wait {least} days',
    'draw_over.title': 'The draw is closed when this goes out ({endAt})',
    'draw_over.remedy': 'Move it before that, or change the deadline in the brief',
    'draw_soon.title': 'Only {hours, plural, one {# hour} other {# hours}} before the draw closes ({endAt})',
    'draw_soon.remedy': 'Who sees it can hardly take part: move it forward',
    'kind_owed.title': 'This week has {count} {kind}, {wanted} by your shares',
    'kind_owed.remedy': 'Plan more {kind} among the {total}, or change the shares in Settings',
    'persona_over.title': '“{name}” carries {share} %, {most} % at most',
    'persona_over.remedy': '{count} of {total} rest on one person: give some to others',
    'slot_open.title': 'Series “{name}” is still empty: {slotAt}',
    'slot_open.remedy':
      '{days, plural, =0 {Today} one {# day left} other {# days left}}: fill it from the tray, or skip this one',
    'wave_differs.title': 'Not where its rule says: {ruleAt}',
    'wave_differs.remedy': 'Put it back by the rule, or pin it where it stands',

    'name.piece_gone': 'Piece is gone',
    'name.account_missing': 'No account',
    'name.account_closed': 'Account is closed',
    'name.format_missing': 'No format',
    'name.format_foreign': 'Format of another platform',
    'name.time_missing': 'No time',
    'name.overdue': 'Overdue',
    'name.gap_short': 'Gap too short',
    'name.over_capacity': 'Over weekly capacity',
    'name.tier_over': 'Tier gets too much',
    'name.lane_empty': 'Empty stretch',
    'name.quiet_hours': 'Quiet hours',
    'name.time_skipped': 'Time the clocks skip',
    'name.time_twice': 'Time the clocks repeat',
    'name.day_off': 'Statutory holiday',
    'name.make_up_day': 'Make-up workday',
    'name.window_soon': 'Too late for the scheduler',
    'name.window_far': 'Too early for the scheduler',
    'name.window_full': 'Scheduler is full',
    'name.same_piece': 'Same piece again',
    'name.same_text': 'Alike on one account',
    'name.draw_over': 'Draw is closed',
    'name.draw_soon': 'Close to the deadline',
    'name.kind_owed': 'Shares of kinds',
    'name.persona_over': 'Share of a persona',
    'name.slot_open': 'Empty slot of a series',
    'name.wave_differs': 'Not as the rule says',

    'group.missing': 'Something is missing',
    'group.draws': 'Draws',
    'group.clock': 'Clock and holidays',
    'group.rhythm': 'Rhythm',
    'group.repeats': 'Repeats',
    'group.platform': 'Platform schedulers',
    'group.series': 'Series',
    'group.cascade': 'Cascade',
    'group.balance': 'Balance',

    'fix.move': 'Move to {toAt}',
    'fix.move_many': 'Move {count} to {toDay}',
    'fix.set_time': 'Set {toTime}',
    'fix.set_time_many': 'Set {toTime}',
    'fix.set_format': 'Make it “{format}”',
    'fix.set_format_many': 'Make it “{format}”',
    'fix.by_rule': 'Back to {toAt}',
    'fix.by_rule_many': 'Back to {toAt}',

    'kind.scene': 'scenes',
    'kind.story': 'stories',
    'kind.interactive': 'interactive pieces',
  },
});

type Said = { readonly title: string; readonly remedy: string };

export const sayPlanFinding = (lang: Lang, { code, params }: Pick<PlanFinding, 'code' | 'params'>): Said => {
  const said = saidParams(lang, params);
  return {
    title: say(planCheckWords, lang, `${code}.title`, said),
    remedy: say(planCheckWords, lang, `${code}.remedy`, said),
  };
};

/** What a fix does; short enough for a button. */
export const sayPlanFix = (lang: Lang, { act, params, edits }: PlanFix): string =>
  say(planCheckWords, lang, edits.length > 1 ? `fix.${act}_many` : `fix.${act}`, saidParams(lang, params));

/** Pairs of a day and a time that are said as one moment: `toDay` and `toTime` as `toAt`. */
const moments = [
  ['toAt', 'toDay', 'toTime'],
  ['beforeAt', 'beforeDay', 'beforeTime'],
  ['endAt', 'endDay', 'endTime'],
  ['openAt', 'openDay', 'openTime'],
  ['ruleAt', 'ruleDay', 'ruleTime'],
  ['slotAt', 'onDay', 'atTime'],
] as const;

/** Days and names of the domain as people say them; times and numbers as they are. */
function saidParams(lang: Lang, params: PlanFinding['params']): WordParams {
  const said: Record<string, string | number> = { ...params };
  for (const [at, day, time] of moments)
    if (typeof params[day] === 'string')
      said[at] = sayMoment(
        lang,
        params[day] as WallDate,
        ((params[time] as string | undefined) || null) as WallTime | null,
      );
  for (const [name, value] of Object.entries(params))
    if (name.endsWith('Day') && typeof value === 'string') said[name] = sayDay(lang, value as WallDate);
  if (isKind(params.kind)) said.kind = say(planCheckWords, lang, `kind.${params.kind}`);
  if (isRole(params.role) && params.own === 0) said.role = sayRole(lang, params.role);
  return said;
}

const isKind = (value: unknown): value is 'scene' | 'story' | 'interactive' =>
  value === 'scene' || value === 'story' || value === 'interactive';
const isRole = (value: unknown): value is Role => (roles as readonly unknown[]).includes(value);
