import { defineWords } from './say';

/** The board of the library. Used in `features/library/board`. */
export const boardWords = defineWords({
  zh: {
    'board.label': '按状态排的看板',
    'board.column': '{state}，{count, number} 篇',
    'board.column_about': '{state}，约 {count, number} 篇',
    'board.count': '{count, number}',
    'board.count_about': '约 {count, number}',
    'board.empty_quiet': '没有{state}的',
    'board.moving': '移动{count, plural, =1 {《{title}》} other { # 篇}}：← → 选一列，回车放下，Esc 取消',
    'board.aim': '移到「{state}」，回车放下',
    'board.stay': '就在「{state}」，不用移',
    'board.cancelled': '不移了，还在「{state}」',
    'board.drag_many': '{count} 篇',
  },
  en: {
    'board.label': 'Board by state',
    'board.column': '{state}, {count, plural, one {# piece} other {# pieces}}',
    'board.column_about': '{state}, about {count, plural, one {# piece} other {# pieces}}',
    'board.count': '{count, number}',
    'board.count_about': 'about {count, number}',
    'board.empty_quiet': 'None here: {state}',
    'board.moving':
      'Moving {count, plural, =1 {“{title}”} other {# pieces}}: ← → choose a column, Enter drops, Esc cancels',
    'board.aim': 'To “{state}”, Enter drops',
    'board.stay': 'Stays in “{state}”',
    'board.cancelled': 'Not moved, still in “{state}”',
    'board.drag_many': '{count} pieces',
  },
});
