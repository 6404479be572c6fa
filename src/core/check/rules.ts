import type { Rule } from './check';
import { adLawRules } from './rules/adLaw';
import { briefRules } from './rules/brief';
import { disclosureRules } from './rules/disclosure';
import { foldRules } from './rules/fold';
import { imageRules } from './rules/images';
import { lengthRules } from './rules/lengths';
import { linkRules } from './rules/links';
import { tagRules } from './rules/tags';
import { videoRules } from './rules/video';
import { wordingRules } from './rules/wording';

/**
 * The table of everything that may be wrong with a variant. A new rule is one entry in the file of its subject, its
 * code in `codes.ts` and its words in `words/findings.ts`.
 */
export const rules: readonly Rule[] = [
  ...lengthRules,
  ...tagRules,
  ...linkRules,
  ...imageRules,
  ...videoRules,
  ...briefRules,
  ...wordingRules,
  ...adLawRules,
  ...disclosureRules,
  ...foldRules,
];
