import type { Lang, RecordType } from '../model/records';
import { isRecordType } from '../model/records';
import { defineWords, say } from './say';

/** What kinds of records are called where a plan is told about as a file: survey, difference, merge. */
export const recordTypeWords = defineWords<RecordType>({
  zh: {
    workspace: '工作区',
    member: '成员',
    persona: '人物',
    platform: '平台规则',
    account: '账号',
    piece: '内容',
    template: '模板',
    asset: '素材',
    variant: '版本',
    campaign: '战役',
    phase: '阶段',
    wave: '波次',
    cascadeTemplate: '联动模板',
    placement: '排期',
    series: '系列',
    view: '视图',
    review: '审阅记录',
    occasion: '日子与热点',
    community: '社群',
    feedback: '反馈',
    metric: '数据',
  },
  en: {
    workspace: 'workspace',
    member: 'member',
    persona: 'persona',
    platform: 'platform rules',
    account: 'account',
    piece: 'piece',
    template: 'template',
    asset: 'file',
    variant: 'version',
    campaign: 'campaign',
    phase: 'phase',
    wave: 'wave',
    cascadeTemplate: 'cascade template',
    placement: 'placement',
    series: 'series',
    view: 'view',
    review: 'review mark',
    occasion: 'occasion',
    community: 'community',
    feedback: 'feedback',
    metric: 'figure',
  },
});

/** The name of a kind of record; one of a newer version goes by its own. */
export const sayRecordType = (lang: Lang, type: string): string =>
  isRecordType(type) ? say(recordTypeWords, lang, type) : type;
