import { fillFields } from '../brief/fields';
import { check, mergeFindings } from '../check/check';
import { compose, plainSheet } from './compose';
import { countsOf } from './counts';
import { type Context, emptyDraft, noVoice, type Step } from './draft';
import { foldOf } from './fold';
import { blocks } from './steps/blocks';
import { fit } from './steps/fit';
import { lines } from './steps/lines';
import { links } from './steps/links';
import { media } from './steps/media';
import { mentions } from './steps/mentions';
import { opening } from './steps/opening';
import { order } from './steps/order';
import { overrides } from './steps/overrides';
import { parts } from './steps/parts';
import { tags } from './steps/tags';
import { voice } from './steps/voice';
import type { AdaptInput, StepId, Variant } from './types';

/** The recipe. Each step is one file; the order is the order of `stepIds`. */
const recipe: { readonly [K in StepId]: Step } = {
  blocks,
  opening,
  order,
  fit,
  voice,
  links,
  mentions,
  tags,
  lines,
  media,
  parts,
  overrides,
};

/**
 * Adapts one piece to one format: the variant with its counts, findings and a trace of everything that was done.
 * Pure and deterministic; never throws, whatever the text; never over a hard limit unless a person wrote it so.
 */
export function adapt({
  source: asWritten,
  format,
  voice: given,
  overrides: written,
  keep,
  theme,
}: AdaptInput): Variant {
  // A title may quote the brief too; in the body the first step fills fields in.
  const source = { ...asWritten, title: fillFields(asWritten.title, asWritten.brief) };
  const context: Context = {
    source,
    format,
    voice: given ?? noVoice(source),
    overrides: written ?? {},
    keep: new Set(keep),
    theme: theme || given?.theme,
  };
  const draft = Object.values(recipe).reduce((current, step) => step(current, context), emptyDraft);
  const [only] = draft.parts.length === 1 ? draft.parts : [];
  const body = draft.bodyOverride ?? only ?? compose(plainSheet(draft.lines), draft);
  const fold = foldOf({ body, parts: draft.parts }, format.format);
  const variant = {
    platform: format.platform.id,
    format: format.format.id,
    title: draft.title,
    body,
    parts: draft.parts,
    tags: draft.tags,
    counts: countsOf(draft, body, context),
    origins: draft.origins,
    extra: fold === null ? draft.extra : { ...draft.extra, fold },
  };
  const findings = mergeFindings(draft.findings, check({ source, format, variant, voice: given }));
  return { ...variant, findings, trace: draft.trace };
}
