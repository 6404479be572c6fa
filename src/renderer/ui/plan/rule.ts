import type { Wave } from '../../../core/model/records';
import type { matrixWords } from '../../../core/words/matrix';
import type { Say } from '../../state/StudioProvider';

/** A wave's rule in few words: +90 min, next day, +2 workdays. */
export function sayRule(t: Say<keyof (typeof matrixWords)['zh']>, rule: Wave['rule']): string {
  const signed = (count: number) => ({ sign: count < 0 ? '−' : '+', count: Math.abs(count) });
  switch (rule.kind) {
    case 'lead':
      return rule.time;
    case 'minutes':
      return rule.minutes % 60 === 0
        ? t('wave.hours', signed(rule.minutes / 60))
        : t('wave.minutes', signed(rule.minutes));
    case 'days':
      return rule.days === 0
        ? t('wave.same_day')
        : rule.days === 1
          ? t('wave.next_day')
          : t('wave.days', signed(rule.days));
    case 'workdays':
      return t('wave.workdays', signed(rule.days));
  }
}
