import type { PlacementCard } from '../../../contract';
import type { Lang } from '../../../core/model/vocabulary';
import { inZone } from '../../../core/time/clockChange';
import { sayMoment } from '../../../core/words/dates';
import { planWords } from '../../../core/words/plan';
import { say } from '../../../core/words/say';

/** Whose walls are shown beside a placement's own: the workspace's, and the one chosen beside it, empty for none. */
export type Walls = { readonly home: string; readonly second: string };

/**
 * What other walls show at the moment of a placement: the workspace's where the placement is in a zone of its own, and
 * the one chosen beside it. Undefined where there is nothing to add; a zone the machine does not know is left out.
 */
export function sayZones(
  lang: Lang,
  { day, time, zone }: Pick<PlacementCard, 'day' | 'time' | 'zone'>,
  { home, second }: Walls,
): string | undefined {
  if (day === null || time === null) return undefined;
  const said: string[] = [];
  const here = zone === home ? null : inZone({ day, time }, zone, home);
  if (here !== null) {
    const [there, ours] = [sayMoment(lang, day, time), sayMoment(lang, here.day, here.time)];
    said.push(say(planWords, lang, 'zone.both', { zone, there, here: ours }));
  }
  const beside = second === '' || second === zone || second === home ? null : inZone({ day, time }, zone, second);
  if (beside !== null) {
    const when = sayMoment(lang, beside.day, beside.time);
    said.push(say(planWords, lang, 'zone.second', { zone: second, when }));
  }
  return said.length === 0 ? undefined : said.join(lang === 'zh' ? '；' : '; ');
}
