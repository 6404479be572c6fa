import type { FormatPack } from './pack';

/**
 * A title without the signs its format refuses: each becomes a space, as the platform itself does with a comma.
 * Unchanged where the format has no such rule.
 */
export function lawfulTitle(title: string, { titleSigns }: Pick<FormatPack, 'titleSigns'>): string {
  if (titleSigns === undefined) return title;
  const kept = [...title].map((sign) => (isTitleSign(sign, titleSigns) ? sign : ' ')).join('');
  return kept.replace(/ {2,}/g, ' ').trim();
}

/** Whether a title may hold a character: letters, digits, spaces and the signs named. */
export const isTitleSign = (sign: string, titleSigns: string): boolean =>
  /[\p{L}\p{M}\p{N} ]/u.test(sign) || titleSigns.includes(sign);
