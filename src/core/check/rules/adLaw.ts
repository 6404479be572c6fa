import { findAdLawTerms } from '../adLaw/matcher';
import type { CheckContext, Hit, Rule } from '../check';
import { findWords } from '../texts';

const severities = { block: 'error', warn: 'warning', info: 'info' } as const;

/**
 * Words that Chinese advertising law forbids or that need proof, on Chinese platforms. A hit asks for a review; it is
 * not a finding of breach.
 */
function risky(context: CheckContext): readonly Hit[] {
  if (context.format.platform.region !== 'cn') return [];
  return findWords(context, findAdLawTerms, ({ term, level }) => `${term} ${level}`).map(({ field, found }) => {
    const { written, term, level, isFigure, category, law } = found;
    return {
      field,
      severity: severities[level],
      params: {
        word: written,
        term,
        level,
        // Decides the advice: a technical value needs its conditions, not another word.
        category: isFigure ? 'figure' : category.id,
        categoryZh: category.zh,
        categoryEn: category.en,
        lawZh: `《${law.zh}》${law.article}`,
        lawEn: law.articleEn === '' ? law.en : `${law.en}, ${law.articleEn}`,
      },
    };
  });
}

export const adLawRules: readonly Rule[] = [{ code: 'ad_law_term', severity: 'warning', run: risky }];
