import { adapt } from '../../adapt/adapt';
import type { AdaptInput, Finding, OverrideField, Overrides, Variant } from '../../adapt/types';
import type { Fix } from './fix';
import { proposals } from './proposals';

/** How many ways of mending one finding are tried. */
const MOST_TRIED = 6;

/**
 * The safe fix of a finding, or null where only a person can mend it. What a rule proposes is tried on the variant
 * first; only a fix that takes its finding away and brings no error is offered. Pure; adapts once per try.
 */
export function safeFix(input: AdaptInput, variant: Variant, finding: Finding): Fix | null {
  const propose = proposals[finding.code];
  if (propose === undefined) return null;
  let tried = 0;
  for (const fix of propose({ input, variant, finding })) {
    tried += 1;
    if (tried > MOST_TRIED) return null;
    if (losesMarkup(fix, input, variant)) continue;
    if (mends(finding, variant, adapt(withFix(input, fix)))) return fix;
  }
  return null;
}

/** The same input with a fix written. */
export function withFix(input: AdaptInput, fix: Fix): AdaptInput {
  if (fix.kind === 'describe') {
    const images = input.source.images.map((image) => (image.src === fix.asset ? { ...image, alt: fix.alt } : image));
    return { ...input, source: { ...input.source, images } };
  }
  const overrides: Partial<Record<OverrideField, string>> = { ...input.overrides };
  for (const [field, text] of Object.entries(fix.fields) as [OverrideField, string | null][]) {
    if (text === null) delete overrides[field];
    else overrides[field] = text;
  }
  return { ...input, overrides: overrides satisfies Overrides };
}

/** A formatted article written over as text would lose its headings and pictures: that is nobody's one key. */
const losesMarkup = (fix: Fix, { overrides }: AdaptInput, { extra }: Variant): boolean =>
  fix.kind === 'override' && typeof fix.fields.body === 'string' && extra.html !== undefined && !overrides?.body;

function mends(finding: Finding, before: Variant, after: Variant): boolean {
  const key = keyOf(finding);
  const known = new Set(before.findings.map(keyOf));
  return after.findings.every(
    (found) => keyOf(found) !== key && (found.severity !== 'error' || known.has(keyOf(found))),
  );
}

/** What makes a finding the same one when its figures change: where it stands and what it names. */
function keyOf({ code, field, params }: Finding): string {
  const place = field.startsWith('part ') ? 'body' : field;
  const { name, word, tag, sign, url, text } = params;
  return JSON.stringify([code, place, name, word, tag, sign, url, text]);
}
