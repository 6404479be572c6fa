import { graphemes } from '../text/grapheme';
import type { FormatPack } from './pack';

/**
 * A title without the signs its format refuses: each becomes a space, as the platform itself does with a comma. A
 * joined sign (❤️) goes whole: no selector is left behind. Unchanged where the format has no such rule.
 */
export function lawfulTitle(title: string, { titleSigns }: Pick<FormatPack, 'titleSigns'>): string {
  if (titleSigns === undefined) return title;
  const isLawful = (cluster: string) => [...cluster].every((sign) => isTitleSign(sign, titleSigns));
  const kept = graphemes(title)
    .map((cluster) => (isLawful(cluster) ? cluster : ' '))
    .join('');
  return kept.replace(/ {2,}/g, ' ').trim();
}

/** Whether a title may hold a character: letters, digits, spaces and the signs named. */
export const isTitleSign = (sign: string, titleSigns: string): boolean =>
  /[\p{L}\p{M}\p{N} ]/u.test(sign) || titleSigns.includes(sign);
