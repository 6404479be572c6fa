import type { Layer } from '../occasions/layers';
import { defineWords } from './say';

/** The card of a day, the list of occasions, and what can be shown with the days. */
export type OccasionWord =
  | 'day.card'
  | 'day.open'
  | 'day.nothing'
  | 'day.span'
  | 'day.nth'
  | 'day.add'
  | 'day.all'
  | 'day.write'
  | 'day.edit'
  | 'day.usual'
  | 'layers'
  | 'layers.note'
  | `layer.${Layer}`
  | 'list'
  | 'list.lead'
  | 'list.open'
  | 'list.search'
  | 'list.add'
  | 'list.import'
  | 'list.kind'
  | 'list.kind_all'
  | 'list.empty'
  | 'list.none'
  | 'list.pick'
  | 'list.past'
  | 'list.coming'
  | 'list.undated'
  | 'close'
  | 'new_name'
  | 'field.name'
  | 'field.kind'
  | 'field.start'
  | 'field.end'
  | 'field.end_hot'
  | 'field.peak'
  | 'field.peak_out'
  | 'heat.rising'
  | 'heat.peak'
  | 'heat.falling'
  | 'heat.last'
  | 'write.note'
  | 'field.repeat'
  | 'field.campaign'
  | 'field.no_campaign'
  | 'field.link'
  | 'field.open_link'
  | 'field.source'
  | 'field.note'
  | 'field.imported'
  | 'field.start_missing'
  | 'field.end_early'
  | 'repeat.none'
  | 'repeat.yearly'
  | 'repeat.lunar'
  | 'repeat.next'
  | 'remove'
  | 'removed'
  | 'added';

export const occasionWords = defineWords<OccasionWord>({
  zh: {
    'day.card': '{day}是什么日子',
    'day.open': '看这一天是什么日子',
    'day.nothing': '这一天没有节日、节气，也没有记下的日子。',
    'day.span': '{from} – {to}，第 {n} 天',
    'day.nth': '共 {days} 天',
    'day.add': '加一个日子',
    'day.all': '全部日子',
    'day.write': '写一篇',
    'day.edit': '修改「{name}」',
    'day.usual': '按往年推算，以当年公布为准',
    layers: '日子显示',
    'layers.note': '日期下面那一行和日卡里显示哪些。只在这台电脑上。',
    'layer.statutory': '休、班',
    'layer.lunar': '农历',
    'layer.terms': '节气',
    'layer.festivals': '节日',
    'layer.commerce': '电商节',
    'layer.world': '海外节日',
    'layer.own': '记下的日子',
    'layer.hot': '热点',
    list: '日子',
    'list.lead': '自家的日子、行业日程和热点。它们出现在矩阵和日历的日期下面。',
    'list.open': '日子与热点',
    'list.search': '搜日子',
    'list.add': '加一个日子',
    'list.import': '导入 .ics',
    'list.kind': '种类',
    'list.kind_all': '全部种类',
    'list.empty': '还没有记下任何日子。加一个，或者导入团队的 .ics 日历。',
    'list.none': '没有找到。换个词，或者换个种类。',
    'list.pick': '在左边选一个日子。',
    'list.past': '已经过去',
    'list.coming': '接下来',
    'list.undated': '还没有日期',
    close: '关闭',
    new_name: '新的日子',
    'field.name': '名字',
    'field.kind': '种类',
    'field.start': '从',
    'field.end': '到',
    'field.end_hot': '热度到',
    'field.peak': '最热',
    'field.peak_out': '最热的一天要在开始和结束之间，没有改。',
    'heat.rising': '升温，{days} 天后最热',
    'heat.peak': '今天最热',
    'heat.falling': '余温，还有 {days} 天',
    'heat.last': '热度最后一天',
    'write.note': '为「{name}」写：{span}{link, select, none {} other {\n{link}}}',
    'field.repeat': '重复',
    'field.campaign': '战役',
    'field.no_campaign': '不属于战役',
    'field.link': '链接',
    'field.open_link': '打开',
    'field.source': '出处',
    'field.note': '备注',
    'field.imported': '来自日历文件。再导入同一个文件时会按文件更新。',
    'field.start_missing': '没有开始的日期，哪里都看不到它。',
    'field.end_early': '结束不能早于开始，没有改。',
    'repeat.none': '不重复',
    'repeat.yearly': '每年，公历这一天',
    'repeat.lunar': '每年，农历这一天',
    'repeat.next': '下一次：{day}',
    remove: '删除',
    removed: '删除了「{name}」',
    added: '加了「{name}」',
  },
  en: {
    'day.card': 'What {day} is',
    'day.open': 'What this day is',
    'day.nothing': 'No festival, no solar term, and nothing noted for this day.',
    'day.span': '{from} – {to}, day {n}',
    'day.nth': '{days, plural, one {# day} other {# days}}',
    'day.add': 'Add an occasion',
    'day.all': 'All occasions',
    'day.write': 'Write a piece',
    'day.edit': 'Edit “{name}”',
    'day.usual': 'Reckoned from the years before; this year’s announcement decides',
    layers: 'Shown with days',
    'layers.note': 'What the line under a date and the card of a day show. On this machine only.',
    'layer.statutory': 'Days off and make-up workdays (China)',
    'layer.lunar': 'Chinese calendar',
    'layer.terms': 'Solar terms',
    'layer.festivals': 'Festivals (China)',
    'layer.commerce': 'Shopping festivals',
    'layer.world': 'Festivals elsewhere',
    'layer.own': 'Own occasions',
    'layer.hot': 'Hot topics',
    list: 'Occasions',
    'list.lead': 'Your own dates, industry dates and hot topics. They stand under the dates of matrix and calendar.',
    'list.open': 'Occasions and hot topics',
    'list.search': 'Search occasions',
    'list.add': 'Add an occasion',
    'list.import': 'Import .ics',
    'list.kind': 'Kind',
    'list.kind_all': 'All kinds',
    'list.empty': 'Nothing is noted yet. Add an occasion, or import your team’s .ics calendar.',
    'list.none': 'Nothing found. Try another word or another kind.',
    'list.pick': 'Choose an occasion at the left.',
    'list.past': 'Over',
    'list.coming': 'Coming',
    'list.undated': 'Without a date',
    close: 'Close',
    new_name: 'New occasion',
    'field.name': 'Name',
    'field.kind': 'Kind',
    'field.start': 'From',
    'field.end': 'To',
    'field.end_hot': 'Hot until',
    'field.peak': 'Hottest',
    'field.peak_out': 'The hottest day lies between the first and the last. Nothing was changed.',
    'heat.rising': '{days, plural, one {Rising, hottest tomorrow} other {Rising, hottest in # days}}',
    'heat.peak': 'Hottest today',
    'heat.falling': '{days, plural, one {Cooling, one more day} other {Cooling, # more days}}',
    'heat.last': 'Last day of it',
    'write.note': 'Written for “{name}”: {span}{link, select, none {} other {\n{link}}}',
    'field.repeat': 'Repeats',
    'field.campaign': 'Campaign',
    'field.no_campaign': 'No campaign',
    'field.link': 'Link',
    'field.open_link': 'Open',
    'field.source': 'Source',
    'field.note': 'Note',
    'field.imported': 'From a calendar file. Importing that file again brings it up to date.',
    'field.start_missing': 'Without a first day it is shown nowhere.',
    'field.end_early': 'The last day cannot be before the first. Nothing was changed.',
    'repeat.none': 'Does not repeat',
    'repeat.yearly': 'Every year on this date',
    'repeat.lunar': 'Every year on this lunar date',
    'repeat.next': 'Next: {day}',
    remove: 'Delete',
    removed: '“{name}” was deleted',
    added: '“{name}” was added',
  },
});
