import type { Lang, Role } from '../model/vocabulary';
import { type Hindrance, isNever } from '../propose/groups';
import type { Explained, HardRule, Point, SoftRule, Unplaced } from '../propose/types';
import { weights } from '../propose/weights';
import { sayDate } from './dates';
import { kindWords } from './kinds';
import { defineWords, say } from './say';

/** Why a post stands where it is proposed, why another stands nowhere, and what would help. */
type Keys =
  | `for.${'role' | 'phase' | 'kinds' | 'ceiling' | 'silence'}`
  | `against.${'role' | 'kinds' | 'spacing' | 'load' | 'load_open' | 'ceiling' | 'lead_time' | 'hand_over' | 'same_piece' | 'time'}`
  | 'for.persona_own'
  | 'for.persona_brand'
  | 'for.persona_stand_in'
  | 'for.time_figures'
  | 'for.time_usual'
  | 'for.time_role'
  | 'for.last_day'
  | `rule.${HardRule}`
  | `help.${HardRule}`
  | `group.${Hindrance}`
  | `weight.${SoftRule}`
  | 'blocked'
  | 'never'
  | 'never.help'
  | 'blocked.part'
  | 'help.more'
  | 'no_spots'
  | 'worse';

export const reasonWords = defineWords<Keys>({
  zh: {
    'for.role': '{kind}稿适合「{role}」',
    'for.persona_own': '由本人的号发',
    'for.persona_brand': '由品牌号代发',
    'for.persona_stand_in': '由可代言的人设发',
    'for.time_figures': '{time} 前后的 {n} 条，成绩平均是中间值的 {mean}%（上下 {spread}%）',
    'for.time_usual': '这个号 {of} 条里有 {n} 条在 {time} 发',
    'for.time_role': '没有往期数据，按这类号常见的钟点 {time}',
    'for.phase': '正逢战役的{phase}',
    'for.kinds': '「{role}」这周{kind}第 {count} 条，按目标该有 {wanted} 条',
    'for.ceiling': '把人设占比拉回上限内',
    'for.silence': '填上「{role}」{days} 天的空窗',
    'for.last_day': '赶在 {day} 之前',
    'against.role': '{kind}稿在「{role}」不算最合适',
    'against.time': '{time} 不是好钟点',
    'against.kinds': '「{role}」这周{kind}会有 {count} 条，按目标是 {wanted} 条',
    'against.spacing': '离同号的另一条只有 {apart, plural, =0 {不到一天} other { # 天}}',
    'against.load': '这个号这周第 {load} 条，上限 {capacity} 条',
    'against.load_open': '这个号这周第 {load} 条',
    'against.ceiling': '人设占比会超过上限',
    'against.lead_time': '离发出太近，稿子还没写完',
    'against.hand_over': '这个钟点没人交接',
    'against.same_piece': '和同一篇的另一条隔得近',
    'rule.closed': '账号已停用',
    'rule.format': '账号不发这种形式',
    'rule.not_for': '正文都标了不发到这里',
    'rule.unfit': '正文装不进这种形式',
    'rule.lang': '账号是另一种语言',
    'rule.voice': '是别的人设的号',
    'rule.silent_persona': '人设这段时间不发声',
    'rule.once': '这个号已经有这一篇',
    'rule.refused': '你去掉过这个位置',
    'rule.campaign': '不在战役时段，或正在复盘',
    'rule.deadline': '过了截止',
    'rule.past': '时间已过',
    'rule.free_day': '是不发的日子',
    'rule.quiet_hours': '在静默时段里',
    'rule.capacity': '这周已到上限',
    'rule.quiet_gap': '离同号的另一条不够静默间隔',
    'group.closed': '账号已停用',
    'group.format': '没有能发的账号',
    'group.not_for': '正文标了不发',
    'group.unfit': '正文装不下',
    'group.lang': '语言不合',
    'group.voice': '不是自己人设的号',
    'group.silent_persona': '人设不发声',
    'group.once': '选中的号都有了',
    'group.refused': '你去掉过',
    'group.campaign': '不在战役时段',
    'group.deadline': '赶不上截止',
    'group.past': '时间已过',
    'group.free_day': '都是不发的日子',
    'group.quiet_hours': '撞上静默时段',
    'group.capacity': '周上限已满',
    'group.quiet_gap': '静默间隔不够',
    'group.never': '没有能发的账号',
    'group.no_spots': '范围里没有位置',
    'group.worse': '排上反而更差',
    'help.closed': '重新启用账号',
    'help.format': '给稿换一种形式，或让账号能发它',
    'help.not_for': '去掉正文里「不发到…」的标记',
    'help.unfit': '先把这一版改到装得下',
    'help.lang': '给这篇做一个另一种语言的版本',
    'help.voice': '允许代言，或选上本人和品牌的号',
    'help.silent_persona': '让人设可以发声',
    'help.once': '选上更多账号',
    'help.refused': '改条件重排，去掉过的就会回来',
    'help.campaign': '调整战役的起止',
    'help.deadline': '把截止往后改，或从更早开始排',
    'help.past': '把日期范围往后移',
    'help.free_day': '放开不发的日子',
    'help.quiet_hours': '缩短静默时段',
    'help.capacity': '提高周上限，或延长日期范围',
    'help.quiet_gap': '缩短静默间隔，或延长日期范围',
    'help.more': '{help}，就多出 {spots} 个位置。',
    blocked: '能发的 {spots} 个位置都不行：{parts}。',
    never: '选中的账号都不发这种形式。',
    'never.help': '选上能发的账号，或给稿换一种形式。',
    'blocked.part': '{spots} 个{rule}',
    no_spots: '范围里一个可发的位置也没有。换账号或日期再排。',
    worse: '有位置，但排上会让整版少 {points} 分，主要因为：{rule}。',
    'weight.placed': '排上一条',
    'weight.role': '类型适合这一栏的角色，最多',
    'weight.persona': '本人的号发本人的稿（品牌号、代言的少些），最多',
    'weight.format': '用账号常用的形式，最多',
    'weight.time': '钟点好，最多（有往期数据看数据，没有看习惯）',
    'weight.hand_over': '钟点没人交接',
    'weight.phase': '类型适合战役的阶段，最多',
    'weight.lead_time': '稿子离写完每差一天',
    'weight.soon': '同样好时早一点发，最多',
    'weight.kinds': '每栏每周的类型偏离目标',
    'weight.spacing': '同号两条挤在一起，最多',
    'weight.load': '一个号一周越满，每条越贵',
    'weight.ceiling': '超出人设上限，每条',
    'weight.silence': '一栏空得太久，每天',
    'weight.same_piece': '同一篇同一天发两处，最多',
  },
  en: {
    'for.role': '{kind} pieces serve {role}',
    'for.persona_own': 'on the persona’s own account',
    'for.persona_brand': 'on a brand account',
    'for.persona_stand_in': 'on a stand-in’s account',
    'for.time_figures': '{n} posts around {time} reached {mean}% of the middle value on average (±{spread}%)',
    'for.time_usual': '{n} of {of} posts of this account go out at {time}',
    'for.time_role': 'no figures yet: {time} is usual for such accounts',
    'for.phase': 'falls into the campaign’s {phase}',
    'for.kinds': '{kind} number {count} of the week in {role}; the target asks for {wanted}',
    'for.ceiling': 'brings a persona back below its ceiling',
    'for.silence': 'ends {days, plural, one {# day} other {# days}} of silence in {role}',
    'for.last_day': 'goes out by {day}',
    'against.role': '{kind} pieces are not what {role} is best at',
    'against.time': '{time} is not a good hour',
    'against.kinds': '{kind} would be {count} this week in {role}; the target is {wanted}',
    'against.spacing':
      '{apart, plural, =0 {the same day as} one {# day from} other {# days from}} another post of the account',
    'against.load': 'number {load} of the account’s week, of {capacity}',
    'against.load_open': 'number {load} of the account’s week',
    'against.ceiling': 'a persona would be above its ceiling',
    'against.lead_time': 'too soon for a piece that is not written yet',
    'against.hand_over': 'nobody is there to hand over',
    'against.same_piece': 'close to another post of the same piece',
    'rule.closed': 'on a closed account',
    'rule.format': 'on an account that does not post this format',
    'rule.not_for': 'where all of its text is marked as not for',
    'rule.unfit': 'in a format its text does not fit',
    'rule.lang': 'on an account of another language',
    'rule.voice': 'on another persona’s account',
    'rule.silent_persona': 'of a persona who stays silent',
    'rule.once': 'on an account that has this piece already',
    'rule.refused': 'dropped by you',
    'rule.campaign': 'outside of the campaign, or in its review',
    'rule.deadline': 'after the deadline',
    'rule.past': 'in the past',
    'rule.free_day': 'on a day kept free',
    'rule.quiet_hours': 'in quiet hours',
    'rule.capacity': 'in a full week',
    'rule.quiet_gap': 'too near to another post of the account',
    'group.closed': 'Accounts are closed',
    'group.format': 'No account posts it',
    'group.not_for': 'Marked as not for these platforms',
    'group.unfit': 'Text does not fit',
    'group.lang': 'Other language',
    'group.voice': 'Another persona’s accounts',
    'group.silent_persona': 'Persona stays silent',
    'group.once': 'On every chosen account already',
    'group.refused': 'Dropped by you',
    'group.campaign': 'Outside the campaign',
    'group.deadline': 'Too late for the deadline',
    'group.past': 'In the past',
    'group.free_day': 'Only days kept free',
    'group.quiet_hours': 'Quiet hours',
    'group.capacity': 'Weeks are full',
    'group.quiet_gap': 'Quiet gap',
    'group.never': 'No account posts it',
    'group.no_spots': 'No spot in this range',
    'group.worse': 'The plan would be worse',
    'help.closed': 'Open the account again',
    'help.format': 'Choose another format, or let the account post it',
    'help.not_for': 'Take the “not for” marks out of its text',
    'help.unfit': 'Make that version fit first',
    'help.lang': 'Make a version in the other language',
    'help.voice': 'Allow a stand-in, or choose the persona’s own or a brand account',
    'help.silent_persona': 'Let the persona speak',
    'help.once': 'Choose more accounts',
    'help.refused': 'Change the question: what was dropped comes back',
    'help.campaign': 'Change the campaign’s span',
    'help.deadline': 'Move the deadline, or begin earlier',
    'help.past': 'Move the range forward',
    'help.free_day': 'Open the days kept free',
    'help.quiet_hours': 'Shorten the quiet hours',
    'help.capacity': 'Raise the weekly capacity, or lengthen the range',
    'help.quiet_gap': 'Shorten the quiet gap, or lengthen the range',
    'help.more': '{help}: {spots, plural, one {# spot opens} other {# spots open}}.',
    blocked: 'None of the {spots} spots that could take it will do: {parts}.',
    never: 'No chosen account posts this format.',
    'never.help': 'Choose an account that does, or give the piece another format.',
    'blocked.part': '{spots} {rule}',
    no_spots: 'There is no spot at all in this range. Choose other accounts or days.',
    worse: 'There is a spot, but the plan would lose {points} points, mostly because: {rule}.',
    'weight.placed': 'A post is placed',
    'weight.role': 'The kind serves the lane’s role, at most',
    'weight.persona': 'The persona’s own account (less for brand and stand-in), at most',
    'weight.format': 'The account’s usual format, at most',
    'weight.time': 'A good hour, at most (by figures where there are some, else by habit)',
    'weight.hand_over': 'Nobody is there to hand over',
    'weight.phase': 'The kind serves the campaign’s phase, at most',
    'weight.lead_time': 'Each day that is missing to write it',
    'weight.soon': 'Sooner where it is equal, at most',
    'weight.kinds': 'Kinds off their target, per lane and week',
    'weight.spacing': 'Two posts of an account side by side, at most',
    'weight.load': 'The fuller an account’s week, the dearer each post',
    'weight.ceiling': 'Each post above a persona’s ceiling',
    'weight.silence': 'Each day a lane is silent for too long',
    'weight.same_piece': 'Two posts of a piece on one day, at most',
  },
});

/** Points below this say nothing a person could feel. */
const FELT = 0.75;

export type ReasonNames = { readonly role: (role: Role) => string };
export type SaidReason = { readonly text: string; readonly points: number };

/** The sentences about a proposed post, strongest first; what says nothing is left out. */
export function sayReasons(lang: Lang, one: Explained, names: ReasonNames): readonly SaidReason[] {
  const { facts } = one;
  const said = one.points
    .filter(({ points }) => Math.abs(points) >= FELT)
    .flatMap((point): SaidReason[] => {
      const text = sayPoint(lang, one, point, names);
      return text === null ? [] : [{ text, points: isFaint(point) ? 0 : point.points }];
    });
  return facts.lastDay === null
    ? said
    : [{ text: say(reasonWords, lang, 'for.last_day', { day: sayDate(lang, facts.lastDay) }), points: 0 }, ...said];
}

/** A role that gets half of what it could, or less, is no praise: it is said without its points. */
const isFaint = ({ rule, points }: Point): boolean => rule === 'role' && points <= weights.role / 2;

function sayPoint(lang: Lang, one: Explained, { rule, points }: Point, names: ReasonNames): string | null {
  const { facts, time } = one;
  const params = {
    kind: say(kindWords, lang, `kind.${facts.kind}`),
    role: names.role(facts.role),
    count: facts.kindCount,
    wanted: facts.kindWanted,
    days: facts.silent,
    apart: facts.apart ?? 0,
    load: facts.load,
    capacity: facts.capacity,
    phase: facts.phase === null ? '' : say(kindWords, lang, `phase.${facts.phase}`),
    time,
  };
  const t = (key: Keys, more = {}) => say(reasonWords, lang, key, { ...params, ...more });
  switch (rule) {
    case 'placed':
    case 'soon':
    case 'format':
      return null;
    case 'persona':
      return facts.voice === 'free' ? null : t(`for.persona_${facts.voice}`);
    case 'role':
      return isFaint({ rule, points }) ? t('against.role') : t('for.role');
    case 'time':
      if (facts.basis.kind === 'role') return t('for.time_role');
      return facts.basis.kind === 'usual'
        ? t('for.time_usual', facts.basis)
        : t(points >= 5 ? 'for.time_figures' : 'against.time', facts.basis);
    case 'load':
      return facts.capacity === 0 ? t('against.load_open') : t('against.load');
    case 'hand_over':
    case 'lead_time':
    case 'spacing':
    case 'same_piece':
      return t(`against.${rule}`);
    case 'kinds':
    case 'ceiling':
      return points > 0 ? t(`for.${rule}`) : t(`against.${rule}`);
    case 'phase':
    case 'silence':
      return t(`for.${rule}`);
  }
}

/** Most rules named in one sentence. */
const MOST_PARTS = 3;

/** The heading of a group of posts that stand nowhere. */
export const sayHindrance = (lang: Lang, hindrance: Hindrance): string => say(reasonWords, lang, `group.${hindrance}`);

/** The rules that keep a post from a place, in one breath. */
export const sayRules = (lang: Lang, rules: readonly HardRule[]): string =>
  rules.map((rule) => say(reasonWords, lang, `rule.${rule}`)).join(lang === 'zh' ? '，' : ', and ');

/** Why a post stands nowhere, and what would help; the second is empty where nothing alone would. */
export function sayUnplaced(lang: Lang, { why }: Unplaced): { readonly why: string; readonly help: string } {
  switch (why.kind) {
    case 'no_spots':
      return { why: say(reasonWords, lang, 'no_spots'), help: '' };
    case 'worse':
      return {
        why: say(reasonWords, lang, 'worse', {
          points: Math.max(1, Math.round(why.points)),
          rule: say(reasonWords, lang, `weight.${why.most}`),
        }),
        help: '',
      };
    case 'blocked': {
      // Accounts that could never take it say nothing about those that could.
      const able = why.first.filter(({ rule }) => !isNever(rule));
      if (able.length === 0)
        return { why: say(reasonWords, lang, 'never'), help: say(reasonWords, lang, 'never.help') };
      const parts = able
        .slice(0, MOST_PARTS)
        .map(({ rule, spots }) =>
          say(reasonWords, lang, 'blocked.part', { spots, rule: say(reasonWords, lang, `rule.${rule}`) }),
        )
        .join(lang === 'zh' ? '，' : ', ');
      const best = why.alone.find(({ rule }) => !isNever(rule)) ?? why.alone[0];
      return {
        why: say(reasonWords, lang, 'blocked', {
          spots: able.reduce((sum, { spots }) => sum + spots, 0),
          parts,
        }),
        help:
          best === undefined
            ? ''
            : say(reasonWords, lang, 'help.more', {
                help: say(reasonWords, lang, `help.${best.rule}`),
                spots: best.spots,
              }),
      };
    }
  }
}
