import type { Lang } from '../model/records';

/** Ids of the sample's records: readable, derived from slugs, the same on every machine and on every day. */
export const sampleId = {
  /** The one record of its kind, as in every workspace. */
  workspace: 'workspace',
  member: (slug: string) => `member-${slug}`,
  persona: (slug: string) => `persona-${slug}`,
  community: (slug: string) => `community-${slug}`,
  account: (slug: string) => `account-${slug}`,
  campaign: (slug: string) => `campaign-${slug}`,
  phase: (kind: string) => `phase-${kind}`,
  wave: (slug: string) => `wave-${slug}`,
  cascadeTemplate: (slug: string) => `cascade-${slug}`,
  piece: (slug: string, lang: Lang) => `piece-${slug}-${lang}`,
  siblings: (slug: string) => `siblings-${slug}`,
  template: (slug: string) => `template-${slug}`,
  /** As for every picture: the first 24 digits of its content's SHA-256, which is also its address. */
  asset: (sha256: string) => `a_${sha256.slice(0, 24)}`,
  placement: (piece: string, account: string) => `placement-${piece}-${account}`,
  review: (slug: string) => `review-${slug}`,
  feedback: (slug: string) => `feedback-${slug}`,
  metric: (piece: string, account: string, key: string) => `metric-${piece}-${account}-${key}`,
  occasion: (slug: string) => `occasion-${slug}`,
  series: (slug: string) => `series-${slug}`,
  view: (slug: string) => `view-${slug}`,
} as const;
