import { defineWords } from './say';

/** What the panel of the plan's saved views and the choice of a second zone say; read when one of them is opened. */
export type PlanViewWord =
  | 'views.none'
  | 'views.name'
  | 'views.keep'
  | 'views.update'
  | 'views.rename'
  | 'views.delete'
  | 'views.changed'
  | 'views.opens'
  | 'zone.choose'
  | 'zone.none'
  | 'zone.search'
  | 'zone.clear'
  | 'zone.found';

export const planViewWords = defineWords<PlanViewWord>({
  zh: {
    'views.none': '还没有存下的视图。筛好以后起个名字，下次一点就回来。',
    'views.name': '视图名称',
    'views.keep': '存下现在的筛选和远近',
    'views.update': '把「{name}」更新成现在这样',
    'views.rename': '给「{name}」改名',
    'views.delete': '删除视图「{name}」',
    'views.changed': '已改动',
    'views.opens': '打开计划时先用「{name}」',
    'zone.choose': '旁边再显示一个时区',
    'zone.none': '不显示',
    'zone.search': '搜城市、时区名或 UTC+9',
    'zone.clear': '清空',
    'zone.found': '{count, plural, =0 {没有这样的时区} other {# 个时区}}',
  },
  en: {
    'views.none': 'No saved views yet. Filter, give it a name, and it is one click away next time.',
    'views.name': 'Name of the view',
    'views.keep': 'Keep these filters and this zoom',
    'views.update': 'Update “{name}” to what is shown',
    'views.rename': 'Rename “{name}”',
    'views.delete': 'Delete the view “{name}”',
    'views.changed': 'changed',
    'views.opens': 'Open the plan with “{name}”',
    'zone.choose': 'Show a second time zone',
    'zone.none': 'None',
    'zone.search': 'City, zone name, or UTC+9',
    'zone.clear': 'Clear',
    'zone.found': '{count, plural, =0 {No such zone} one {# zone} other {# zones}}',
  },
});
