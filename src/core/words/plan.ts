import type { FindingKind } from '../schedule/filter';
import { defineWords } from './say';

/** What matrix and calendar say alike: going to a placement, filters by state and findings, saved views, zones. */
export type PlanWord =
  | 'jump.gone'
  | 'jump.filters'
  | 'jump.at'
  | 'filter.state'
  | 'filter.outcome'
  | 'filter.finding'
  | 'filter.more'
  | `finding.${FindingKind}`;

export const planWords = defineWords<PlanWord>({
  zh: {
    'jump.gone': '这处排期已经不在了。',
    'jump.filters': '筛选会挡住它，已先清除筛选。',
    'jump.at': '{account}，{when}',
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
    'jump.gone': 'This placement is no longer there.',
    'jump.filters': 'The filters would hide it, so they are cleared.',
    'jump.at': '{account}, {when}',
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
