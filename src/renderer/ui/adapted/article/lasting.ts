import type { Lang } from '../../../../core/model/records';
import type { PasteRules } from '../../../../core/platforms/pack';
import { sayPicture } from '../../../../core/words/survival';

/** Formatted text as it lives in the platform's editor; the reader of HTML comes when something is copied. */
export async function lasting(
  html: string | undefined,
  rules: PasteRules | undefined,
  lang: Lang,
): Promise<string | undefined> {
  if (html === undefined || rules === undefined) return html;
  const { survive } = await import('../../../../core/article/survival');
  return survive(html, { rules, picture: (number, alt) => sayPicture(lang, number, alt) })?.html ?? html;
}
