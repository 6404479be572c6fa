import type { TileReport } from '../../contract';
import { adapt } from '../../core/adapt/adapt';
import { sourceOf, voiceOf } from '../../core/adapt/source';
import { sourceHash } from '../../core/adapt/sourceHash';
import {
  type Variant as Adapted,
  type OverrideField,
  type Overrides,
  overrideFields,
  type Source,
} from '../../core/adapt/types';
import type { Doc } from '../../core/model/doc';
import { variantId } from '../../core/model/ids';
import type { Account, Lang, Piece, Placement, Variant } from '../../core/model/records';
import { createOp, type Op } from '../../core/plan/ops';
import type { Format, PlatformPack } from '../../core/platforms/pack';
import { findFormat } from '../../core/platforms/registry';
import { refuse } from '../../core/result';
import type { ReadDb } from './database';
import { assetsOf, readBody, siblingsOf } from './pieces';
import { variantOf } from './placements';
import { readView, readViews } from './rows';

/** A placement with everything its wording depends on; null parts are missing records, named by the report. */
export type Prepared = {
  readonly placement: Placement;
  readonly piece: Piece;
  readonly doc: Doc;
  readonly source: Source;
  readonly account: Account;
  readonly format: Format;
  readonly variant: Variant | null;
  readonly adapted: Adapted;
  readonly behind: boolean;
};

/** Overrides a person wrote, by field; null values were given back to the source. */
export function overridesOf(variant: Variant | null): Overrides {
  if (variant === null) return {};
  const entries = overrideFields.flatMap((field): [OverrideField, string][] => {
    const value = variant.overrides[field];
    return typeof value === 'string' ? [[field, value]] : [];
  });
  return Object.fromEntries(entries);
}

/**
 * Gathers and adapts one placement. The sibling in the account's language is used where there is one; otherwise the
 * piece itself, and the report says that the languages differ. Null when piece, account, format or a readable body
 * is missing.
 */
export function prepare(db: ReadDb, placement: Placement, packs: readonly PlatformPack[]): Prepared | null {
  const { pieceId, accountId, format: ref } = placement;
  if (pieceId === null || accountId === null || ref === null) return null;
  const own = readView(db, 'piece', pieceId);
  const account = readView(db, 'account', accountId);
  const format = findFormat(packs, ref);
  if (own === null || account === null || format === null) return null;
  const piece = inLanguage(db, own, account.lang);
  const { doc } = readBody(db, piece.id);
  if (doc === null) return null;
  const persona = account.personaId === null ? null : readView(db, 'persona', account.personaId);
  const community = account.communityId === null ? null : readView(db, 'community', account.communityId);
  const variant = readView(db, 'variant', variantOf(placement) ?? '');
  const source = sourceOf(piece, doc, readViews(db, 'asset', assetsOf(piece, doc)));
  const adapted = adapt({
    source,
    format,
    voice: voiceOf(account, persona, community),
    overrides: overridesOf(variant),
  });
  const behind = variant?.sourceHash != null && variant.sourceHash !== sourceHash(piece, doc);
  return { placement, piece, doc, source, account, format, variant, adapted, behind };
}

function inLanguage(db: ReadDb, piece: Piece, lang: Lang): Piece {
  if (piece.lang === lang) return piece;
  const sibling = siblingsOf(db, piece).find((other) => other.lang === lang);
  return (sibling === undefined ? null : readView(db, 'piece', sibling.id)) ?? piece;
}

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
    worst,
  };
}

type OverrideInput = {
  readonly pieceId: string;
  readonly format: string;
  readonly accountId: string | null;
  readonly field: OverrideField;
  readonly value: string | null;
};

/**
 * Writes one overridden field, or gives it back. The variant's id is derived, so it is made on the first override;
 * with the first it remembers the version of the source it was made from, and with the last it forgets it.
 */
export function overrideOps(db: ReadDb, input: OverrideInput): { readonly id: string; readonly ops: readonly Op[] } {
  const own = readView(db, 'piece', input.pieceId) ?? refuse('not_found', { where: `piece ${input.pieceId}` });
  const account = input.accountId === null ? null : readView(db, 'account', input.accountId);
  const piece = account === null ? own : inLanguage(db, own, account.lang);
  const { doc } = readBody(db, piece.id);
  if (doc === null) return refuse('unknown_body');
  const id = variantId(input.pieceId, input.format, input.accountId);
  const variant = readView(db, 'variant', id);
  const hash = sourceHash(piece, doc);
  if (variant === null) {
    if (input.value === null) return { id, ops: [] };
    const { pieceId, format, accountId, field, value } = input;
    return {
      id,
      ops: [createOp('variant', id, { pieceId, format, accountId, sourceHash: hash, overrides: { [field]: value } })],
    };
  }
  const set = (register: string, value: string | null): Op => ({ kind: 'set', type: 'variant', id, register, value });
  const left = Object.entries(variant.overrides).filter(
    ([field, value]) => field !== input.field && value !== null,
  ).length;
  const ops = [set(`overrides.${input.field}`, input.value)];
  if (left === 0) ops.push(set('sourceHash', input.value === null ? null : (variant.sourceHash ?? hash)));
  return { id, ops };
}
