import { z } from 'zod';
import data from '../../../../resources/ad-law.json';

/**
 * The terms of Chinese advertising law with their articles, as dated data in `resources/ad-law.json`: sources and
 * confidence stand there. Named by the statute are only a few; the rest comes from public lists.
 */
export const adLawLevels = ['block', 'warn', 'info'] as const;
export type AdLawLevel = (typeof adLawLevels)[number];

const law = z.object({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  article: z.string(),
  articleEn: z.string(),
  gist: z.string(),
  confidence: z.string(),
});
export type Law = z.infer<typeof law>;

const term = z.object({
  term: z.string().min(2),
  /** Overrides the category's level. */
  level: z.enum(adLawLevels).optional(),
  /** Compounds in which the term is harmless. */
  safe: z.array(z.string()).default([]),
  note: z.string().optional(),
  /** Whether it stands in the public lists named under sources. */
  listed: z.boolean(),
});

/** Categories have their own advice in `words/findings.ts`. */
export const adLawCategoryIds = [
  'zui',
  'yi',
  'ji',
  'first',
  'brand',
  'absolute',
  'authority',
  'lure',
  'price',
  'medical',
  'sector',
  'compare',
  'tech',
] as const;

const category = z.object({
  id: z.enum(adLawCategoryIds),
  zh: z.string(),
  en: z.string(),
  /** The first one is the one to name. */
  laws: z.array(z.string()).min(1),
  level: z.enum(adLawLevels),
  note: z.string().optional(),
  terms: z.array(term).min(1),
});
export type AdLawCategory = z.infer<typeof category>;

export const adLawData = z.object({
  schema: z.literal(1),
  checkedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  disclaimer: z.string(),
  /** A superlative directly before a number or one of these words is a technical figure. */
  specContext: z.object({ terms: z.array(z.string()), before: z.array(z.string()) }),
  /**
   * Terms that only count when a counted word follows (第一盏), unless that begins a ranked one (第一口碑), and when they
   * open a sentence and a pause follows (“第一，…”).
   */
  ordinals: z.object({
    terms: z.array(z.string()),
    counted: z.array(z.string()),
    ranked: z.array(z.string()),
    pauses: z.array(z.string()),
  }),
  neverAlone: z.array(z.string()),
  safe: z.array(z.string()),
  /** Words in which a safe compound only seems to stand: 绝对值得 holds no 绝对值. */
  notSafe: z.array(z.string()),
  laws: z.array(law),
  exemptions: z.object({
    source: z.string(),
    conf: z.string(),
    cases: z.array(z.object({ id: z.string(), zh: z.string(), use: z.string() })),
    watch: z.string(),
  }),
  categories: z.array(category),
  sources: z.array(z.object({ what: z.string(), ref: z.string(), confidence: z.string() })),
});
export type AdLawData = z.infer<typeof adLawData>;

let parsed: AdLawData | null = null;

/** The shipped terms, checked once. A damaged file is a fault of the build and throws. */
export function adLaw(): AdLawData {
  parsed ??= adLawData.parse(data);
  return parsed;
}
