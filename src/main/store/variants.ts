import type { TileReport } from '../../contract';
import { inLanguage, type Prepared, prepare, type Shelf } from '../../core/adapt/prepare';
import { sourceHash } from '../../core/adapt/sourceHash';
import type { OverrideField } from '../../core/adapt/types';
import { variantId } from '../../core/model/ids';
import type { Placement } from '../../core/model/records';
import { createOp, type Op } from '../../core/plan/ops';
import type { PlatformPack } from '../../core/platforms/pack';
import { refuse } from '../../core/result';
import type { ReadDb } from './database';
import { readBody, siblingsOf } from './pieces';
import { readView, readViews } from './rows';

/** The open database as the place where records are looked up. */
export const shelfOf = (db: ReadDb): Shelf => ({
  get: (type, id) => readView(db, type, id),
  doc: (pieceId) => readBody(db, pieceId).doc,
  assets: (ids) => readViews(db, 'asset', ids),
  sibling: (piece, lang) => {
    const other = siblingsOf(db, piece).find((sibling) => sibling.lang === lang);
    return other === undefined ? null : readView(db, 'piece', other.id);
  },
});

/** Gathers and adapts one placement of the open plan; null when something it needs is missing. */
export const prepareFrom = (db: ReadDb, placement: Placement, packs: readonly PlatformPack[]): Prepared | null =>
  prepare(shelfOf(db), placement, packs);

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
  const piece = account === null ? own : inLanguage(shelfOf(db), own, account.lang);
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
