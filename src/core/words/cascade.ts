import type { Unsettled } from '../cascade/follow';
import type { Block } from '../cascade/judge';
import type { Follower } from '../cascade/move';
import type { Unfit } from '../cascade/settle';
import type { Lang } from '../model/vocabulary';
import { sayDate, type sayMoment } from './dates';
import { defineWords, speaker } from './say';

/** Cascades: what becomes of followers, why some stay, and how a placement and its rule are brought together. */
export type CascadeWord =
  | 'block.past'
  | 'block.closed'
  | 'block.live'
  | 'block.handed_over'
  | 'block.skipped'
  | 'block.day_off'
  | 'block.quiet'
  | 'block.capacity'
  | 'block.gap'
  | 'short.past'
  | 'short.closed'
  | 'short.live'
  | 'short.handed_over'
  | 'short.skipped'
  | 'short.day_off'
  | 'short.quiet'
  | 'short.capacity'
  | 'short.gap'
  | 'short.unsettled'
  | `unsettled.${Unsettled}`
  | 'unfit.no_wave'
  | 'unfit.lead'
  | 'unfit.unplaced'
  | 'unfit.past'
  | 'unfit.closed'
  | 'unfit.settled'
  | 'sum.moves'
  | 'sum.pinned'
  | 'sum.stays'
  | 'sum.untabled'
  | 'done.stays'
  | 'done.stays_more'
  | 'done.advice'
  | 'ghost.pinned'
  | 'wants'
  | 'wants_not'
  | 'pinned'
  | 'followers'
  | 'act.fit'
  | 'act.pin'
  | 'act.unpin'
  | 'act.rule'
  | 'fitted'
  | 'ruled'
  | 'pinned_done'
  | 'unpinned_done'
  | 'left';

export const cascadeWords = defineWords<CascadeWord>({
  zh: {
    'block.past': '{day}已经过去',
    'block.closed': '账号已停用',
    'block.live': '已经发布',
    'block.handed_over': '已经交出去',
    'block.skipped': '已经跳过',
    'block.day_off': '{day}休息，这一波限工作日',
    'block.quiet': '{time} 是静默时段',
    'block.capacity': '那一周会有 {count} 篇，上限 {capacity}',
    'block.gap': '{minutes, plural, =0 {和另一条撞在同一分钟} other {离另一条只隔 # 分}}，要隔 {gap} 分',
    'short.past': '已过去',
    'short.closed': '已停用',
    'short.live': '已发布',
    'short.handed_over': '已交出',
    'short.skipped': '已跳过',
    'short.day_off': '休息日',
    'short.quiet': '静默时段',
    'short.capacity': '周满 {count}/{capacity}',
    'short.gap': '离得太近',
    'short.unsettled': '算不出时间',
    'unsettled.no_time': '起点没有钟点，算不出几点',
    'unsettled.too_far': '超出十年，算不出日子',
    'unsettled.anchor_gone': '它跟随的那一波已经没有了',
    'unsettled.anchor_unsettled': '它跟随的那一波还没有日子',
    'unsettled.circle': '几波互相跟随，没有起点',
    'unfit.no_wave': '不在任何联动里',
    'unfit.lead': '它是起点，没有可跟的规则',
    'unfit.unplaced': '还没有排期',
    'unfit.past': '规则要的日子已经过去',
    'unfit.closed': '账号已停用',
    'unfit.settled': '已经交出或发布',
    'sum.moves': '{count} 条跟着走',
    'sum.pinned': '{count} 条固定不动',
    'sum.stays': '{count} 条去不了，留在原处',
    'sum.untabled': '{years}年的放假安排还没公布，只避开周末',
    'done.stays': '「{title}」留在原处：{why}',
    'done.stays_more': '另有 {count} 条留在原处',
    'done.advice': '选中它，可以让它照样过去，或固定下来。',
    'ghost.pinned': '固定',
    wants: '按规则应在 {moment}',
    wants_not: '规则算不出时间：{why}',
    pinned: '固定在这里，起点移动时不跟着走',
    followers: '{count} 条跟着它{off, plural, =0 {} other {，# 条和规则对不上}}',
    'act.fit': '按规则走',
    'act.pin': '固定在这里',
    'act.unpin': '不再固定',
    'act.rule': '规则改成「{rule}」',
    fitted: '已按规则移到 {moment}',
    ruled: '规则改成了「{rule}」',
    pinned_done: '已固定，起点移动时它不动',
    unpinned_done: '不再固定，下次随起点移动',
    left: '没有改动：{why}。',
  },
  en: {
    'block.past': '{day} is over',
    'block.closed': 'the account is closed',
    'block.live': 'it is live',
    'block.handed_over': 'it was handed over',
    'block.skipped': 'it was skipped',
    'block.day_off': '{day} is off, and this wave wants a workday',
    'block.quiet': '{time} is within quiet hours',
    'block.capacity': 'that week would hold {count}, the limit is {capacity}',
    'block.gap':
      '{minutes, plural, =0 {the same minute as another post} other {only # min from another post}}, {gap} are kept',
    'short.past': 'over',
    'short.closed': 'closed',
    'short.live': 'live',
    'short.handed_over': 'handed over',
    'short.skipped': 'skipped',
    'short.day_off': 'day off',
    'short.quiet': 'quiet hours',
    'short.capacity': 'week full {count}/{capacity}',
    'short.gap': 'too close',
    'short.unsettled': 'no time',
    'unsettled.no_time': 'the start has no clock time',
    'unsettled.too_far': 'more than ten years away',
    'unsettled.anchor_gone': 'the wave it follows is gone',
    'unsettled.anchor_unsettled': 'the wave it follows has no day yet',
    'unsettled.circle': 'these waves follow each other in a circle',
    'unfit.no_wave': 'it is in no cascade',
    'unfit.lead': 'it is the start and follows nothing',
    'unfit.unplaced': 'it is not planned yet',
    'unfit.past': 'the day of the rule is over',
    'unfit.closed': 'the account is closed',
    'unfit.settled': 'it was handed over or is live',
    'sum.moves': '{count, plural, one {# follows} other {# follow}}',
    'sum.pinned': '{count} pinned',
    'sum.stays': '{count, plural, one {# cannot and stays} other {# cannot and stay}}',
    'sum.untabled': 'days off of {years} are not published yet; only weekends are avoided',
    'done.stays': '“{title}” stays: {why}',
    'done.stays_more': '{count} more stay',
    'done.advice': 'Select it to send it there all the same, or to pin it.',
    'ghost.pinned': 'pinned',
    wants: 'By the rule: {moment}',
    wants_not: 'The rule gives no time: {why}',
    pinned: 'Pinned here; it does not follow when the start moves',
    followers:
      '{count, plural, one {# follows it} other {# follow it}}{off, plural, =0 {} one {, # off its rule} other {, # off their rules}}',
    'act.fit': 'Follow the rule',
    'act.pin': 'Pin here',
    'act.unpin': 'Unpin',
    'act.rule': 'Make the rule “{rule}”',
    fitted: 'Moved by the rule to {moment}',
    ruled: 'The rule is now “{rule}”',
    pinned_done: 'Pinned; it stays when the start moves',
    unpinned_done: 'Unpinned; it follows the next time the start moves',
    left: 'Nothing changed: {why}.',
  },
});

type Wanted = { readonly day: Parameters<typeof sayDate>[1]; readonly time: Parameters<typeof sayMoment>[2] };

/** Why one landing is blocked: the first reason, which is the firmest. */
export function sayBlock(lang: Lang, block: Block, { day, time }: Wanted): string {
  const t = speaker(cascadeWords, lang);
  switch (block.kind) {
    case 'settled':
      return t(`block.${block.outcome}`);
    case 'capacity':
    case 'gap':
      return t(`block.${block.kind}`, { ...block });
    case 'past':
    case 'day_off':
      return t(`block.${block.kind}`, { day: sayDate(lang, day) });
    case 'quiet':
      return t('block.quiet', { time: time ?? '' });
    case 'closed':
      return t('block.closed');
  }
}

export const sayUnfit = (lang: Lang, why: Unfit['why']): string => {
  const t = speaker(cascadeWords, lang);
  switch (why) {
    case 'no_wave':
    case 'lead':
    case 'unplaced':
    case 'past':
    case 'closed':
    case 'settled':
      return t(`unfit.${why}`);
    default:
      return t(`unsettled.${why}`);
  }
};

/** Why a follower does not go along; null when it does, or when there is nothing to go. */
export function sayStaying(lang: Lang, { fate }: Pick<Follower, 'fate'>): string | null {
  if (fate.kind === 'unsettled') return speaker(cascadeWords, lang)(`unsettled.${fate.why}`);
  const [first] = fate.kind === 'blocked' ? fate.blocks : [];
  return fate.kind === 'blocked' && first !== undefined ? sayBlock(lang, first, fate.wants) : null;
}

/** The same in a word or two, for where there is no room for a sentence. */
export function sayStayingShort(lang: Lang, { fate }: Pick<Follower, 'fate'>): string | null {
  const t = speaker(cascadeWords, lang);
  if (fate.kind === 'unsettled') return t('short.unsettled');
  const [first] = fate.kind === 'blocked' ? fate.blocks : [];
  if (first === undefined) return null;
  return first.kind === 'settled' ? t(`short.${first.outcome}`) : t(`short.${first.kind}`, { ...first });
}

/** `12 条跟着走，1 条固定不动，2 条去不了，留在原处`: what a move does to those who follow; empty when nobody does. */
export function sayFollowers(lang: Lang, followers: readonly Follower[]): string {
  const t = speaker(cascadeWords, lang);
  const count = (of: (kind: Follower['fate']['kind']) => boolean) =>
    followers.filter(({ fate }) => of(fate.kind)).length;
  const moves = count((kind) => kind === 'moves');
  const pinned = count((kind) => kind === 'pinned');
  const stays = count((kind) => kind === 'blocked' || kind === 'unsettled');
  const years = [...new Set(followers.flatMap(({ untabled }) => untabled))].sort((a, b) => a - b);
  const comma = lang === 'zh' ? '，' : ', ';
  return [
    moves === 0 ? '' : t('sum.moves', { count: moves }),
    pinned === 0 ? '' : t('sum.pinned', { count: pinned }),
    stays === 0 ? '' : t('sum.stays', { count: stays }),
    years.length === 0 ? '' : t('sum.untabled', { years: years.join(lang === 'zh' ? '、' : ', ') }),
  ]
    .filter((part) => part !== '')
    .join(comma);
}

/** After the move: who followed, and by name who stayed and why. */
export function sayFollowed(lang: Lang, followers: readonly (Follower & { readonly title: string })[]): string {
  const t = speaker(cascadeWords, lang);
  const summary = sayFollowers(
    lang,
    followers.filter(({ fate }) => fate.kind !== 'blocked' && fate.kind !== 'unsettled'),
  );
  const staying = followers.flatMap((follower) => {
    const why = sayStaying(lang, follower);
    return why === null ? [] : [t('done.stays', { title: follower.title, why })];
  });
  const more = staying.length - 1;
  const parts = [summary, ...staying.slice(0, 1), more > 0 ? t('done.stays_more', { count: more }) : ''];
  const said = parts.filter((part) => part !== '').join(lang === 'zh' ? '；' : '; ');
  return said === ''
    ? ''
    : `${said}${lang === 'zh' ? '。' : '.'}${staying.length === 0 ? '' : `${lang === 'zh' ? '' : ' '}${t('done.advice')}`}`;
}
