import type { IcsProblem } from '../occasions/ics/readIcs';
import { defineWords } from './say';

/** A calendar file before and after it is taken in. */
export const occasionFileWords = defineWords<
  | 'counts'
  | 'nothing'
  | 'take'
  | 'cancel'
  | 'taken'
  | 'added'
  | 'changed'
  | 'left'
  | 'more'
  | 'at'
  | `why.${IcsProblem}`
>({
  zh: {
    counts: '「{name}」：新增 {added} 个，改动 {changed} 个，{same} 个没有变化。',
    nothing: '「{name}」里没有新的内容，什么都不用导入。',
    take: '导入 {count} 个',
    cancel: '不导入',
    taken: '从「{name}」导入了 {count} 个日子',
    added: '新增',
    changed: '改动',
    left: '要留意的',
    more: '还有 {count} 个',
    at: '第 {line} 行{named, select, yes {「{name}」} other {}}：{why}',
    'why.broken': '读不懂，没有导入。',
    'why.no_day': '没有能读懂的日期，没有导入。',
    'why.no_name': '没有名字，没有导入。',
    'why.no_uid': '没有 UID，下次认不出来，没有导入。',
    'why.cancelled': '已经取消，没有导入。',
    'why.rule': '它的重复规则读不懂，只导入了第一次。',
    'why.many_days': '重复得太密，只导入了前 200 次。',
    'why.too_many': '日子超过 2,000 个，从这里往后没有导入。请把文件拆成几个。',
    'why.old': '文件很大，一年以前就结束的 {count} 个没有导入。',
    'why.cut': '名字或备注太长，超出的部分没有导入。',
  },
  en: {
    counts: '“{name}”: {added} new, {changed} changed, {same} as they are.',
    nothing: '“{name}” has nothing new. Nothing needs to be imported.',
    take: 'Import {count}',
    cancel: 'Do not import',
    taken: '{count, plural, one {# occasion} other {# occasions}} imported from “{name}”',
    added: 'New',
    changed: 'Changed',
    left: 'To note',
    more: '{count} more',
    at: 'Line {line}{named, select, yes {, “{name}”} other {}}: {why}',
    'why.broken': 'it cannot be read and was left out.',
    'why.no_day': 'it has no date that can be read and was left out.',
    'why.no_name': 'it has no name and was left out.',
    'why.no_uid': 'it has no UID, could not be known again, and was left out.',
    'why.cancelled': 'it is cancelled and was left out.',
    'why.rule': 'its repetition cannot be read; only the first time is imported.',
    'why.many_days': 'it repeats too often; only the first 200 times are imported.',
    'why.too_many': 'there are more than 2,000 days; from here on nothing is imported. Split the file into several.',
    'why.old':
      '{count, plural, one {# event that was} other {# events that were}} over a year ago stayed outside, as the file is large.',
    'why.cut': 'its name or note is too long; what is beyond was left out.',
  },
});
