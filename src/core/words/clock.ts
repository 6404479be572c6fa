import { defineWords } from './say';

/** What is said of a time that a change of clocks leaves out or shows twice. */
export type ClockWord = 'clock.skipped' | 'clock.twice' | 'clock.mend';

export const clockWords = defineWords<ClockWord>({
  zh: {
    'clock.skipped': '这一天 {zone} 没有 {time}：钟往前拨，跳过了这一段，实际会在 {shown} 发。',
    'clock.twice': '这一天 {zone} 有两个 {time}：钟往回拨。按先到的那个发；要后一个，请换个时间。',
    'clock.mend': '改成 {shown}',
  },
  en: {
    'clock.skipped': 'There is no {time} in {zone} on this day: the clocks go forward. It would go out at {shown}.',
    'clock.twice':
      '{time} comes twice in {zone} on this day: the clocks go back. The first is meant; choose another time for the second.',
    'clock.mend': 'Make it {shown}',
  },
});
