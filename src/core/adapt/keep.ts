import { digest } from '../model/ids';

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
