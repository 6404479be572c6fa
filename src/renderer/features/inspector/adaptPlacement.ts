import type { OpenedPiece, Outline, PlacementCard } from '../../../contract';
import { adapt } from '../../../core/adapt/adapt';
import { sourceOf, voiceOf } from '../../../core/adapt/source';
import type { Overrides, Variant } from '../../../core/adapt/types';
import { overrideFields } from '../../../core/adapt/types';
import { variantId } from '../../../core/model/ids';
import { applyOverrides } from '../../../core/platforms/overrides';
import type { Format, PlatformPack } from '../../../core/platforms/pack';
import { findFormat } from '../../../core/platforms/registry';
import { type Folded, foldAt } from '../../ui/plan/fold';

export type Adapted = {
  readonly variant: Variant;
  readonly format: Format;
  /** Fields a person wrote over the computed ones. */
  readonly edited: readonly string[];
  /** What a feed shows of the first text before a tap; null where the platform does not fold it. */
  readonly folded: Folded | null;
};

/**
 * Adapts one placement for the inspector: the piece's own text, or that of the sibling in the account's language.
 * Null where nothing can be adapted: no format, an unknown platform, or a body this version cannot read.
 */
export function adaptPlacement(
  card: PlacementCard,
  opened: OpenedPiece,
  sibling: OpenedPiece | null,
  outline: Outline,
  packs: ReadonlyMap<string, PlatformPack>,
): Adapted | null {
  const used = sibling ?? opened;
  if (card.format === null || used.doc === null) return null;
  const format = findFormat(applyOverrides([...packs.values()], outline.platform).packs, card.format);
  if (format === null) return null;
  const account = outline.account.find((candidate) => candidate.id === card.accountId);
  const persona = outline.persona.find((candidate) => candidate.id === account?.personaId) ?? null;
  const community = outline.community.find((candidate) => candidate.id === account?.communityId) ?? null;
  const stored = opened.variants.find(
    (variant) => variant.id === variantId(opened.piece.id, format.ref, card.accountId),
  );
  const overrides: Partial<Record<keyof Overrides, string>> = {};
  for (const field of overrideFields) {
    const value = stored?.overrides[field];
    if (typeof value === 'string') overrides[field] = value;
  }
  const variant = adapt({
    source: sourceOf(used.piece, used.doc, used.assets),
    format,
    voice: account === undefined ? undefined : voiceOf(account, persona, community),
    overrides,
  });
  const folded = foldAt(firstText(variant), format.format);
  return { variant, format, edited: Object.keys(overrides), folded };
}

/** The text a reader meets first: the body, or the first part of a thread. */
export const firstText = ({ parts, body }: Pick<Variant, 'parts' | 'body'>): string => (parts[0] ?? body).trim();
