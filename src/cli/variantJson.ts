import type { Variant } from '../core/adapt/types';
import type { Lang } from '../core/model/records';
import { sayTrace } from '../core/words/adapt';
import { sayFindingLine } from '../core/words/findings';

/** A variant as the command line prints it: a format without a title omits it, findings and trace are worded. */
export function variantJson(variant: Variant, lang: Lang): Readonly<Record<string, unknown>> {
  const { title, findings, trace, ...rest } = variant;
  return {
    platform: rest.platform,
    format: rest.format,
    ...(title === null ? {} : { title }),
    body: rest.body,
    parts: rest.parts,
    tags: rest.tags,
    counts: rest.counts,
    findings: findings.map((finding) => ({ ...finding, message: sayFindingLine(lang, finding) })),
    trace: trace.map((entry) => ({ ...entry, message: sayTrace(lang, entry) })),
    extra: rest.extra,
  };
}
