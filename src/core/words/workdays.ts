import type { Lang } from '../model/records';
import type { BreakName } from '../time/statutoryBreaks';
import type { WallDate } from '../time/wallDate';
import { dayFact } from '../time/workdays';
import { defineWords, say } from './say';

type Keys = `break.${BreakName}` | 'mark.holiday' | 'mark.make_up' | 'off' | 'make_up' | 'weekend' | 'assumed';

/** Statutory breaks, the marks 休 and 班, and what is said where a year's notice is not known. */
export const workdayWords = defineWords<Keys>({
  zh: {
    'break.new_year': '元旦',
    'break.spring_festival': '春节',
    'break.qingming': '清明节',
    'break.labour_day': '劳动节',
    'break.dragon_boat': '端午节',
    'break.mid_autumn': '中秋节',
    'break.national_day': '国庆节',
    'break.national_day_mid_autumn': '国庆、中秋',
    'mark.holiday': '休',
    'mark.make_up': '班',
    off: '{name}放假',
    make_up: '{name}调休，上班',
    weekend: '周末',
    assumed: '{years} 年的放假安排不在表里，这里只跳过周末。',
  },
  en: {
    'break.new_year': 'New Year',
    'break.spring_festival': 'Spring Festival',
    'break.qingming': 'Qingming',
    'break.labour_day': 'Labour Day',
    'break.dragon_boat': 'Dragon Boat',
    'break.mid_autumn': 'Mid-Autumn',
    'break.national_day': 'National Day',
    'break.national_day_mid_autumn': 'National Day and Mid-Autumn',
    'mark.holiday': 'Off',
    'mark.make_up': 'Work',
    off: '{name} holiday',
    make_up: 'Workday, made up for {name}',
    weekend: 'Weekend',
    assumed: 'The holiday notice for {years} is not in the table: only weekends are skipped here.',
  },
});

/** `国庆节放假`, `国庆节调休，上班`, `周末`; empty on an ordinary workday. */
export function sayDayFact(lang: Lang, day: WallDate): string {
  const { kind, name } = dayFact(day);
  if (kind === 'weekend') return say(workdayWords, lang, 'weekend');
  if (name === null) return '';
  return say(workdayWords, lang, kind === 'holiday' ? 'off' : 'make_up', {
    name: say(workdayWords, lang, `break.${name}`),
  });
}

/** The sentence for years that were only assumed; empty for none. */
export const sayAssumedYears = (lang: Lang, years: readonly number[]): string =>
  years.length === 0 ? '' : say(workdayWords, lang, 'assumed', { years: years.join(lang === 'zh' ? '、' : ', ') });
