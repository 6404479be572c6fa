import type { FindingKind } from '../schedule/filter';
import { defineWords } from './say';

/** What matrix and calendar say alike: going to a placement, filters by state and findings, saved views, zones. */
export type PlanWord =
  | 'jump.gone'
  | 'jump.filters'
  | 'jump.at'
  | 'move.copy_many'
  | 'move.copied_many'
  | 'move.rows_kept'
  | 'move.refused_mixed'
  | 'move.carry_start'
  | 'select.count'
  | 'views'
  | 'check'
  | 'check.named'
  | 'zone.both'
  | 'zone.second'
  | 'zone.beside'
  | 'filter.state'
  | 'filter.outcome'
  | 'filter.finding'
  | 'filter.more'
  | `finding.${FindingKind}`;

export const planWords = defineWords<PlanWord>({
  zh: {
    check: '计划检查',
    'check.named': '计划检查，{count, plural, =0 {没有要改的} other {{errors} 处须改，{warnings} 处建议}}',
    'jump.gone': '这处排期已经不在了。',
    'jump.filters': '筛选会挡住它，已先清除筛选。',
    'jump.at': '{account}，{when}',
    'move.copy_many': '再排 {count} 篇：{to}',
    'move.copied_many': '已再排 {count} 篇，原处不动',
    'move.rows_kept': '{moved}，账号不变',
    'move.refused_mixed': '选中的来自几个账号，只能一起换日子，不能一起换账号。',
    'move.carry_start': '排「{title}」。左右换日子，上下换账号，PageUp、PageDown 换周；Enter 放下，Esc 取消。',
    'select.count': '选中 {count} 篇',
    views: '计划视图',
    'zone.both': '{zone} 当地 {there}，工作区的钟是 {here}',
    'zone.second': '{zone} 是 {when}',
    'zone.beside': '旁边显示 {zone}',
    'filter.state': '进度',
    'filter.outcome': '去向',
    'filter.finding': '检查',
    'filter.more': '更多筛选',
    'finding.error': '有须改',
    'finding.warning': '有建议',
    'finding.behind': '落后于源稿',
    'finding.clean': '没有问题',
  },
  en: {
    check: 'Plan check',
    'check.named': 'Plan check, {count, plural, =0 {nothing to mend} other {{errors} to fix, {warnings} to consider}}',
    'jump.gone': 'This placement is no longer there.',
    'jump.filters': 'The filters would hide it, so they are cleared.',
    'jump.at': '{account}, {when}',
    'move.copy_many': 'Plan {count} once more: {to}',
    'move.copied_many': 'Planned {count} once more; the first stay',
    'move.rows_kept': '{moved}, accounts unchanged',
    'move.refused_mixed': 'These are from several accounts: they can change days together, not accounts.',
    'move.carry_start':
      'Planning “{title}”. Left and right change the day, up and down the account, Page Up and Page Down the week; Enter drops, Escape cancels.',
    'select.count': '{count} selected',
    views: 'Plan views',
    'zone.both': '{there} in {zone}, {here} on the workspace’s clock',
    'zone.second': '{when} in {zone}',
    'zone.beside': '{zone} is shown beside them',
    'filter.state': 'State',
    'filter.outcome': 'Outcome',
    'filter.finding': 'Findings',
    'filter.more': 'More filters',
    'finding.error': 'Must-fixes',
    'finding.warning': 'Suggestions',
    'finding.behind': 'Behind the source',
    'finding.clean': 'Nothing found',
  },
});
