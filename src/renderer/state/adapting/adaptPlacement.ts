import type { OpenedPiece, Outline, PlacementCard } from '../../../contract';
import { adapt } from '../../../core/adapt/adapt';
import { keptSentences } from '../../../core/adapt/keep';
import { sourceOf, voiceOf } from '../../../core/adapt/source';
import type { AdaptInput, Finding, Overrides, Source, Variant } from '../../../core/adapt/types';
import { overrideFields } from '../../../core/adapt/types';
import { mergeFindings } from '../../../core/check/check';
import type { Fix } from '../../../core/check/fixes/fix';
import { safeFix } from '../../../core/check/fixes/fixes';
import { variantId } from '../../../core/model/ids';
import type { Format, PlatformPack } from '../../../core/platforms/pack';
import { findFormat } from '../../../core/platforms/registry';

/** Findings shown. */
const MOST = 4;

export type Adapted = {
  readonly variant: Variant;
  /** What is to mend first, each with what one key does about it. Tried here, beside the adaptation. */
  readonly mends: readonly { readonly finding: Finding; readonly fix: Fix | null }[];
  /** How many more there are. */
  readonly others: number;
  readonly format: Format;
  /** Fields a person wrote over the computed ones. */
  readonly edited: readonly string[];
  /** What it was made from, for its pictures and its language. */
  readonly source: Source;
  /** The version's own looks; empty where it takes its account's. */
  readonly theme: string;
};

/**
 * Adapts one placement for a place beside the plan (inspector, export): the piece's own text, or that of the sibling in the account's language.
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
  const format = findFormat([...packs.values()], card.format);
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
  const source = sourceOf(used.piece, used.doc, used.assets);
  const input: AdaptInput = {
    source,
    format,
    voice: account === undefined ? undefined : voiceOf(account, persona, community),
    overrides,
    keep: keptSentences(stored ?? null),
    theme: stored?.theme,
  };
  const adapted = adapt(input);
  const beside = opened.sameText.filter(({ placementId }) => placementId === card.id).map(({ finding }) => finding);
  const variant = { ...adapted, findings: mergeFindings(adapted.findings, beside) };
  const worth = variant.findings.filter(({ severity }) => severity !== 'info');
  const mends = worth.slice(0, MOST).map((finding) => ({ finding, fix: safeFix(input, variant, finding) }));
  return {
    variant,
    mends,
    others: worth.length - mends.length,
    format,
    source,
    edited: Object.keys(overrides),
    theme: stored?.theme ?? '',
  };
}
