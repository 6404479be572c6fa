import { defineWords } from './say';

/** Rules of a cascade as people write them; `core/cascade/readRule.ts` reads every one of these back. */
export type WaveRuleWord =
  | 'same_time'
  | 'minutes'
  | 'hours'
  | 'same_day'
  | 'next_day'
  | 'day_before'
  | 'days'
  | 'workdays'
  | 'next_workday'
  | 'only_workdays';

export const waveRuleWords = defineWords<WaveRuleWord>({
  zh: {
    same_time: '同时',
    minutes: '{sign}{count} 分',
    hours: '{sign}{count} 小时',
    same_day: '当天',
    next_day: '次日',
    day_before: '前一天',
    days: '{sign}{count} 天',
    workdays: '{sign}{count} 工作日',
    next_workday: '当天或下个工作日',
    only_workdays: '限工作日',
  },
  en: {
    same_time: 'same time',
    minutes: '{sign}{count} min',
    hours: '{sign}{count} h',
    same_day: 'same day',
    next_day: 'next day',
    day_before: 'day before',
    days: '{sign}{count} {count, plural, one {day} other {days}}',
    workdays: '{sign}{count} {count, plural, one {workday} other {workdays}}',
    next_workday: 'same or next workday',
    only_workdays: 'workdays only',
  },
});
