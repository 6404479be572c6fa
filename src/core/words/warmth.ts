import type { Lang } from '../model/vocabulary';
import { type Life, warmthOn } from '../occasions/heat';
import type { WallDate } from '../time/wallDate';
import { occasionWords } from './occasions';
import { say } from './say';

/** `升温，2 天后最热`, `今天最热`, `余温，还有 3 天`: a hot topic on a day, in words. */
export function sayWarmth(lang: Lang, life: Life, day: WallDate): string {
  const { stage, days } = warmthOn(life, day);
  return say(occasionWords, lang, stage === 'falling' && days === 0 ? 'heat.last' : `heat.${stage}`, { days });
}
