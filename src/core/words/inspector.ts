import { defineWords } from './say';

/** The inspector beside matrix and calendar. */
export type InspectorWord =
  | 'label'
  | 'time'
  | 'time.unread'
  | 'day'
  | 'state'
  | 'campaign'
  | 'cascade'
  | 'cascade.lead'
  | 'cascade.follows'
  | 'format'
  | 'approval'
  | 'open'
  | 'unplan'
  | 'more'
  | 'preview.none'
  | 'preview.untitled'
  | 'findings.none'
  | 'findings.title'
  | 'findings.more'
  | 'findings.fix'
  | 'inherited'
  | 'edited'
  | 'pack'
  | 'pack.checked'
  | 'behind'
  | 'sibling'
  | 'sibling.missing'
  | 'loading'
  | 'many.title'
  | 'many.unplan'
  | 'many.clear'
  | 'many.copy'
  | 'many.copied'
  | 'many.not_copied'
  | 'day.title'
  | 'day.count'
  | 'day.empty'
  | 'day.empty_plain'
  | 'day.past_empty'
  | 'day.new'
  | 'piece.waits'
  | 'piece.plan'
  | 'piece.brief'
  | 'today'
  | 'next'
  | 'gone';

export const inspectorWords = defineWords<InspectorWord>({
  zh: {
    label: '检查器',
    time: '时间',
    'time.unread': '「{value}」不是时间。写成 18:30 这样。',
    day: '日期',
    state: '状态',
    campaign: '战役',
    cascade: '联动',
    'cascade.lead': '这一波由它开场',
    'cascade.follows': '随「{title}」{rule}',
    format: '格式',
    approval: '审阅',
    open: '打开编辑',
    unplan: '放回待排',
    more: '更多',
    'preview.none': '还没有正文。打开编辑，写第一句。',
    'preview.untitled': '还没有标题',
    'findings.none': '没有要改的',
    'findings.title': '须改 {errors} · 建议 {warnings}',
    'findings.more': '还有 {count} 条，打开编辑看',
    'findings.fix': '去改',
    inherited: '沿用源稿',
    edited: '已改',
    pack: '规则包',
    'pack.checked': '{platform} {day}核对',
    behind: '源稿后来改过，这一版还是旧的',
    sibling: '用的是{lang}版「{title}」',
    'sibling.missing': '这个账号发{lang}，还没有{lang}版',
    loading: '正在适配',
    'many.title': '选中 {count} 篇',
    'many.unplan': '都放回待排',
    'many.clear': '取消选中',
    'many.copy': '复制成表格',
    'many.copied': '已复制 {count} 行，可以贴进表格或文档',
    'many.not_copied': '没能复制，再试一次',
    'day.title': '{day}',
    'day.count': '{count} 篇',
    'day.empty': '这一天还没有内容。按 N 新建，或从下面拖一篇上来。',
    'day.empty_plain': '这一天还没有内容。按 N 新建。',
    'day.past_empty': '这一天没有内容。',
    'day.new': '新建一篇',
    'piece.waits': '待排',
    'piece.plan': '拖到上面的格子里排期，或按 M 选日期。',
    'piece.brief': '简报',
    today: '今天 · {day}',
    next: '接下来',
    gone: '这一处已经不在计划里了。',
  },
  en: {
    label: 'Inspector',
    time: 'Time',
    'time.unread': '“{value}” is not a time. Write it like 18:30.',
    day: 'Day',
    state: 'State',
    campaign: 'Campaign',
    cascade: 'Cascade',
    'cascade.lead': 'It opens this wave',
    'cascade.follows': 'after “{title}”, {rule}',
    format: 'Format',
    approval: 'Review',
    open: 'Open in the editor',
    unplan: 'Back to the tray',
    more: 'More',
    'preview.none': 'No text yet. Open the editor and write the first sentence.',
    'preview.untitled': 'Untitled',
    'findings.none': 'Nothing to fix',
    'findings.title': '{errors} must fix · {warnings} suggested',
    'findings.more': '{count} more in the editor',
    'findings.fix': 'Fix',
    inherited: 'From the source',
    edited: 'Edited',
    pack: 'Rule pack',
    'pack.checked': '{platform}, checked {day}',
    behind: 'The source changed since; this version is the old one',
    sibling: 'Made from the {lang} version “{title}”',
    'sibling.missing': 'This account speaks {lang}; there is no {lang} version yet',
    loading: 'Adapting',
    'many.title': '{count} selected',
    'many.unplan': 'Return all to the tray',
    'many.clear': 'Clear the selection',
    'many.copy': 'Copy as a table',
    'many.copied': '{count, plural, one {# row} other {# rows}} copied, to paste into a sheet or a document',
    'many.not_copied': 'Copying did not work. Try again',
    'day.title': '{day}',
    'day.count': '{count, plural, one {# piece} other {# pieces}}',
    'day.empty': 'Nothing on this day. Press N, or drag a piece up from the tray.',
    'day.empty_plain': 'Nothing on this day. Press N for a new piece.',
    'day.past_empty': 'Nothing went out on this day.',
    'day.new': 'New piece',
    'piece.waits': 'Waiting for a day',
    'piece.plan': 'Drag it into a cell above, or press M to choose a day.',
    'piece.brief': 'Brief',
    today: 'Today · {day}',
    next: 'Next',
    gone: 'This place is no longer in the plan.',
  },
});
