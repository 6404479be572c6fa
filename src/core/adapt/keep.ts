import { digest } from '../model/ids';
import type { TraceReason } from './reasons';
import type { TraceEntry } from './types';

/**
 * "Keep this": sentences a person took back into one variant. They are remembered by their words, not by their place,
 * so that moving a paragraph keeps the wish and rewriting the sentence ends it.
 */

/** Longest sentence that can be kept, in UTF-16 units. */
export const MAX_KEPT = 4_000;

/** The register of a kept sentence: 24 hex digits of its SHA-256. */
export const keepKey = (sentence: string): string => digest(sentence).slice(0, 24);

/** The sentences a variant keeps; those let go again are null. */
export const keptSentences = (
  variant: { readonly kept: Readonly<Record<string, string | null>> } | null,
): readonly string[] => Object.values(variant?.kept ?? {}).filter((sentence) => sentence !== null);

/**
 * Removals a person can take back, as the recipe honours them: a sentence and a heading stay, a title without a place
 * opens the text, an address is written out, a tag or a picture goes before the others. Whatever else was removed needs
 * another act first, which `words/keepInstead.ts` names.
 */
const takenBack: ReadonlySet<TraceReason> = new Set<TraceReason>([
  'only_elsewhere',
  'not_here',
  'same_as_title',
  'no_title_here',
  'heading_without_text',
  'optional_first',
  'repetition',
  'too_long',
  'tier_without_asides',
  'too_long_to_say',
  'link_not_clickable',
  'too_many_links',
  'too_many_tags',
  'tags_too_long',
  'too_many_images',
]);

/** Whether what was removed can be kept by its words. */
export const canKeep = ({ action, reason, before }: Pick<TraceEntry, 'action' | 'reason' | 'before'>): boolean =>
  action === 'removed' && before !== '' && before.length <= MAX_KEPT && takenBack.has(reason);
