import type { Lang, Wave, WaveRule } from '../model/records';
import { say } from '../words/say';
import { type WaveRuleWord, waveRuleWords } from '../words/waveRules';

/**
 * Rules as text that people write and read: `20:00` (the lead), `+90 分`, `-24 小时`, `次日 18:00`, `+2 工作日 18:00`,
 * `next day 18:00, workdays only`. What is printed in either language is read back as the same rule.
 */
export type Timing = Pick<Wave, 'rule' | 'onlyWorkdays'>;

/** The whole rule. */
export function printRule(lang: Lang, { rule, onlyWorkdays }: Timing): string {
  const offset = printOffset(lang, rule);
  const time = rule.kind === 'days' || rule.kind === 'workdays' ? rule.time : null;
  const text = time === null ? offset : `${offset} ${time}`;
  return onlyWorkdays ? `${text}${lang === 'zh' ? '，' : ', '}${say(waveRuleWords, lang, 'only_workdays')}` : text;
}

/** How far from its anchor, without the clock time: the label on the thread. */
export function printOffset(lang: Lang, rule: WaveRule): string {
  const t = (key: WaveRuleWord, count = 0) =>
    say(waveRuleWords, lang, key, { sign: count < 0 ? '−' : '+', count: Math.abs(count) });
  switch (rule.kind) {
    case 'lead':
      return rule.time;
    case 'minutes':
      if (rule.minutes === 0) return t('same_time');
      return rule.minutes % 60 === 0 ? t('hours', rule.minutes / 60) : t('minutes', rule.minutes);
    case 'days':
      return namedDays[rule.days] === undefined ? t('days', rule.days) : t(namedDays[rule.days] ?? 'days');
    case 'workdays':
      return rule.days === 0 ? t('next_workday') : t('workdays', rule.days);
  }
}

const namedDays: Readonly<Record<number, WaveRuleWord>> = { [-1]: 'day_before', 0: 'same_day', 1: 'next_day' };
