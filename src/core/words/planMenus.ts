import { defineWords } from './say';

/** What is said once something is taken up: the menus of matrix and calendar, and the keys while it is carried there. */
export type PlanMenuWord =
  | 'move.keys_month'
  | 'move.keys_week'
  | 'choose.many'
  | 'menu.many'
  | 'menu.new_here'
  | 'menu.from_tray'
  | 'menu.plan_by_keys'
  | 'menu.plan_form'
  | 'menu.slot'
  | 'menu.leave_out'
  | 'move.keys'
  | 'move.keys_proposed'
  | 'slot.open'
  | 'slot.here'
  | 'slot.none';

export const planMenuWords = defineWords<PlanMenuWord>({
  zh: {
    'move.keys': '方向键、PgUp/PgDn 选位置 · Enter 放下 · Alt+Enter 再排一处 · Esc 取消',
    'move.keys_proposed': '方向键、PgUp/PgDn 选位置 · Enter 放下 · Esc 取消',
    'slot.open': '系列「{name}」的空档，{when}',
    'move.keys_month': '← → 换日子 · ↑ ↓ 换周 · Enter 放下 · Alt+Enter 再排一处 · Esc 取消',
    'move.keys_week': '← → 换日子 · ↑ ↓ 半小时 · PgUp/PgDn 换周 · Enter 放下 · Alt+Enter 再排一处 · Esc 取消',
    'choose.many': '{account} 在另一个平台。{count} 篇一起移过去，还是各加一个版本？',
    'menu.many': '选中的 {count} 篇',
    'menu.new_here': '在这里新建一篇',
    'menu.from_tray': '从待排里挑一篇',
    'menu.plan_by_keys': '用方向键排进去',
    'menu.plan_form': '排到…',
    'menu.leave_out': '这条先不要',
    'menu.slot': '系列「{name}」的空档…',
    'slot.here': '{slot}。按 S 补上、跳过或改时间',
    'slot.none': '这一格没有系列的空档',
  },
  en: {
    'move.keys': 'Arrows, PgUp/PgDn choose · Enter drops · Alt+Enter plans once more · Esc cancels',
    'move.keys_proposed': 'Arrows, PgUp/PgDn choose · Enter drops · Esc cancels',
    'slot.open': 'Open date of series “{name}”, {when}',
    'move.keys_month': '← → day · ↑ ↓ week · Enter drops · Alt+Enter plans once more · Esc cancels',
    'move.keys_week':
      '← → day · ↑ ↓ half an hour · PgUp/PgDn week · Enter drops · Alt+Enter plans once more · Esc cancels',
    'choose.many': '{account} is on another platform. Move {count} pieces there, or add a version of each?',
    'menu.many': '{count} selected',
    'menu.new_here': 'New piece here',
    'menu.from_tray': 'Choose one from the tray',
    'menu.plan_by_keys': 'Plan with the arrow keys',
    'menu.plan_form': 'Plan for…',
    'menu.leave_out': 'Leave this one out',
    'menu.slot': 'Open date of “{name}”…',
    'slot.here': '{slot}. S fills, skips or moves it',
    'slot.none': 'No open date of a series in this cell',
  },
});
