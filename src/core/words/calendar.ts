import { defineWords } from './say';

/** Month, week and list. */
export type CalendarWord =
  | 'label'
  | 'view'
  | 'view.month'
  | 'view.week'
  | 'view.list'
  | 'more'
  | 'empty'
  | 'no_time'
  | 'close'
  | 'count';

export const calendarWords = defineWords<CalendarWord>({
  zh: {
    label: '日历',
    view: '怎么看',
    'view.month': '月',
    'view.week': '周',
    'view.list': '清单',
    more: '还有 {count} 篇',
    empty: '这段时间还没有内容。按 N 新建，或到矩阵里从待排拖一篇。',
    no_time: '时间未定',
    close: '收起',
    count: '{count} 篇',
  },
  en: {
    label: 'Calendar',
    view: 'View',
    'view.month': 'Month',
    'view.week': 'Week',
    'view.list': 'List',
    more: '{count} more',
    empty: 'Nothing in these days. Press N for a new piece, or drag one from the tray in the matrix.',
    no_time: 'No time',
    close: 'Close',
    count: '{count, plural, one {# piece} other {# pieces}}',
  },
});
