import type { TileReport } from '../../../contract';
import { basisOf, writeBasis } from '../../../core/adapt/basis';
import { keepKey } from '../../../core/adapt/keep';
import { inLanguage, type Prepared, prepare, type Shelf } from '../../../core/adapt/prepare';
import { sourceHash } from '../../../core/adapt/sourceHash';
import type { OverrideField } from '../../../core/adapt/types';
import { isWrittenSince } from '../../../core/adapt/writtenSince';
import type { ThemeId } from '../../../core/article/themes';
import { mergeFindings } from '../../../core/check/check';
import type { FindingCode } from '../../../core/check/codes';
import { variantId } from '../../../core/model/ids';
import type { Placement, Variant } from '../../../core/model/records';
import { createOp, type Op } from '../../../core/plan/ops';
import type { PlatformPack } from '../../../core/platforms/pack';
import { refuse } from '../../../core/result';
import type { ReadDb } from '../database';
import { readState, readView, readViews } from '../rows';
import { readBody, siblingsOf } from './pieces';
import { sameTextOf } from './sameText';

/** The open database as the place where records are looked up. */
export const shelfOf = (db: ReadDb): Shelf => ({
  get: (type, id) => readView(db, type, id),
  doc: (pieceId) => readBody(db, pieceId).doc,
  assets: (ids) => readViews(db, 'asset', ids),
  sibling: (piece, lang) => {
    const other = siblingsOf(db, piece).find((sibling) => sibling.lang === lang);
    return other === undefined ? null : readView(db, 'piece', other.id);
  },
  writtenSince: (id) => isWrittenSince(readState(db, 'variant', id)),
});

/** Gathers and adapts one placement of the open plan; null when something it needs is missing. */
export const prepareFrom = (db: ReadDb, placement: Placement, packs: readonly PlatformPack[]): Prepared | null =>
  prepare(shelfOf(db), placement, packs);

/** With what is to be said about its text beside those of other accounts. */
export function withSameText(db: ReadDb, ready: Prepared): Prepared {
  const finding = sameTextOf(db, ready.placement);
  if (finding === null) return ready;
  return { ...ready, adapted: { ...ready.adapted, findings: mergeFindings(ready.adapted.findings, [finding]) } };
}

/** Findings that a better picture or film mends, not a better text. */
const aboutMedia: ReadonlySet<string> = new Set<FindingCode>([
  'too_few_images',
  'too_many_images',
  'image_missing',
  'image_too_big',
  'image_format',
  'image_still',
  'image_ratio',
  'image_too_small',
  'image_too_large',
  'image_no_alt',
  'video_needed',
]);

export function reportOf(prepared: Prepared): TileReport {
  const { findings } = prepared.adapted;
  const bySeverity = (severity: 'error' | 'warning') => findings.filter((finding) => finding.severity === severity);
  const errors = bySeverity('error');
  const warnings = bySeverity('warning');
  const worst = errors[0] ?? warnings[0] ?? null;
  return {
    placementId: prepared.placement.id,
    errors: errors.length,
    warnings: warnings.length,
    behind: prepared.behind,
    reworded: prepared.reworded,
    worst,
    media: errors.filter(({ code }) => aboutMedia.has(code)).length,
  };
}

type VariantAt = {
  readonly pieceId: string;
  readonly format: string;
  readonly accountId: string | null;
};

type OverrideInput = VariantAt & { readonly field: OverrideField; readonly value: string | null };

/**
 * Writes one overridden field, or gives it back. The variant's id is derived, so it is made on the first override;
 * with the first it remembers what it was made from, and with the last it forgets it.
 */
export function overrideOps(db: ReadDb, input: OverrideInput): readonly Op[] {
  const { field, value } = input;
  const { variant, set } = variantAt(db, input);
  if (variant === null && value === null) return [];
  const others = written(variant).filter((name) => name !== field);
  const basis = value === null ? noBasis : variant?.sourceHash == null ? basisNow(db, input) : null;
  return set({
    [`overrides.${field}`]: value,
    ...(others.length === 0 && basis !== null ? basis : {}),
  });
}

type FixInput = VariantAt & { readonly fields: Partial<Readonly<Record<OverrideField, string | null>>> };

/** Writes what mends a finding: like overriding each field, all at once. */
export function fixOps(db: ReadDb, input: FixInput): readonly Op[] {
  const { variant, set } = variantAt(db, input);
  const left = writtenAfter(variant, input.fields);
  if (variant === null && left.size === 0) return [];
  const basis = left.size === 0 ? noBasis : variant?.sourceHash == null ? basisNow(db, input) : {};
  return set({ ...registersOf(input.fields), ...basis });
}

type KeepInput = VariantAt & { readonly sentence: string; readonly keep: boolean };

/** Keeps a sentence of the source in this variant whatever else has to go, or lets it go again. */
export function keepOps(db: ReadDb, input: KeepInput): readonly Op[] {
  const { variant, set } = variantAt(db, input);
  const key = keepKey(input.sentence);
  const isKept = (variant?.kept[key] ?? null) !== null;
  return isKept === input.keep ? [] : set({ [`kept.${key}`]: input.keep ? input.sentence : null });
}

type DressInput = VariantAt & { readonly theme: ThemeId | null };

/** Gives an article its own looks, or takes them away. Looks are no text: the variant does not become behind by them. */
export function dressOps(db: ReadDb, input: DressInput): readonly Op[] {
  const { variant, set } = variantAt(db, input);
  const theme = input.theme ?? '';
  return (variant?.theme ?? '') === theme ? [] : set({ theme });
}

type SettleInput = VariantAt & { readonly overrides: Partial<Readonly<Record<OverrideField, string | null>>> };

/** Brings a variant that was behind up to the source as it stands: the decided texts, and what they were made from. */
export function settleOps(db: ReadDb, input: SettleInput): readonly Op[] {
  const { variant, set } = variantAt(db, input);
  const left = writtenAfter(variant, input.overrides);
  return set({ ...registersOf(input.overrides), ...(left.size === 0 ? noBasis : basisNow(db, input)) });
}

type Texts = SettleInput['overrides'];

const registersOf = (texts: Texts): Readonly<Record<string, string | null>> =>
  Object.fromEntries(Object.entries(texts).map(([field, value]) => [`overrides.${field}`, value]));

/** The fields written by hand once these texts are: null gives one back. */
function writtenAfter(variant: Variant | null, texts: Texts): ReadonlySet<string> {
  const left = new Set<string>(written(variant));
  for (const [field, value] of Object.entries(texts))
    if (value === null) left.delete(field);
    else left.add(field);
  return left;
}

const noBasis = { sourceHash: null, 'basis.source': null };

const written = (variant: Variant | null): readonly string[] =>
  Object.entries(variant?.overrides ?? {}).flatMap(([field, value]) => (value === null ? [] : [field]));

/** The source this variant is made from, as it stands now: the piece, or its sibling in the account's language. */
function basisNow(db: ReadDb, input: VariantAt): Readonly<Record<string, string | null>> {
  const own = readView(db, 'piece', input.pieceId) ?? refuse('not_found', { where: `piece ${input.pieceId}` });
  const account = input.accountId === null ? null : readView(db, 'account', input.accountId);
  const piece = account === null ? own : inLanguage(shelfOf(db), own, account.lang);
  const { doc } = readBody(db, piece.id);
  if (doc === null) return refuse('unknown_body');
  return { sourceHash: sourceHash(piece, doc), 'basis.source': writeBasis(basisOf(piece, doc)) };
}

/** The variant as it is, and how registers of it are written: made first where there is none. */
function variantAt(db: ReadDb, { pieceId, format, accountId }: VariantAt) {
  const id = variantId(pieceId, format, accountId);
  const variant = readView(db, 'variant', id);
  const made = variant === null ? [createOp('variant', id, { pieceId, format, accountId })] : [];
  const set = (values: Readonly<Record<string, string | null>>): readonly Op[] => [
    ...made,
    ...Object.entries(values).map(([register, value]): Op => ({ kind: 'set', type: 'variant', id, register, value })),
  ];
  return { variant, set };
}
