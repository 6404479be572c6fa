import { defineWords } from './say';

/** What an export was narrowed to, as its files say it. Used in `core/export/shownFilter.ts`. */
export const shownFilterWords = defineWords({
  zh: {
    campaigns: '战役：{names}',
    platforms: '平台：{names}',
    accounts: '账号：{names}',
    personas: '人物：{names}',
    kinds: '类型：{names}',
    states: '进度：{names}',
    outcomes: '去向：{names}',
    findings: '检查：{names}',
    'finding.error': '有须改',
    'finding.warning': '有建议',
    'finding.behind': '落后于源稿',
    'finding.clean': '没有问题',
    picked: '只含选中的 {count} 条',
  },
  en: {
    campaigns: 'Campaigns: {names}',
    platforms: 'Platforms: {names}',
    accounts: 'Accounts: {names}',
    personas: 'Personas: {names}',
    kinds: 'Kinds: {names}',
    states: 'State: {names}',
    outcomes: 'Outcomes: {names}',
    findings: 'Findings: {names}',
    'finding.error': 'must-fixes',
    'finding.warning': 'suggestions',
    'finding.behind': 'behind the source',
    'finding.clean': 'nothing found',
    picked: 'Only {count, plural, one {the one} other {the #}} picked',
  },
});
