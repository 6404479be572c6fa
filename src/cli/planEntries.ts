import { adapt } from '../core/adapt/adapt';
import { sourceOf, voiceOf } from '../core/adapt/source';
import { type OverrideField, type Overrides, overrideFields } from '../core/adapt/types';
import type { ExportEntry, ExportImage } from '../core/export/types';
import type { Doc } from '../core/model/doc';
import { docSchema } from '../core/model/doc';
import { variantId } from '../core/model/ids';
import type { Piece, RecordType, RecordView, Variant } from '../core/model/records';
import type { PlanContent } from '../core/plan/file/content';
import { bodyOf, isAlive, type RecordState, viewOf } from '../core/plan/state';
import { applyOverrides } from '../core/platforms/overrides';
import type { PlatformPack } from '../core/platforms/pack';
import { findFormat } from '../core/platforms/registry';

/** The records of a plan file by kind and id, as the studio shows them; deleted ones are gone. */
export type Plan = {
  readonly list: <T extends RecordType>(type: T) => readonly RecordView<T>[];
  readonly get: <T extends RecordType>(type: T, id: string | null) => RecordView<T> | null;
  /** null when the piece has no body, or one this version cannot read. */
  readonly doc: (pieceId: string) => Doc | null;
};

export function planOf({ states }: Pick<PlanContent, 'states'>): Plan {
  const byKey = new Map<string, RecordState>();
  for (const state of states) if (isAlive(state)) byKey.set(`${state.type}\n${state.id}`, state);
  const views = new Map<string, unknown>();
  const get = <T extends RecordType>(type: T, id: string | null): RecordView<T> | null => {
    const key = `${type}\n${id ?? ''}`;
    const state = byKey.get(key);
    if (id === null || state === undefined) return null;
    if (!views.has(key)) views.set(key, viewOf(type, state));
    return views.get(key) as RecordView<T>;
  };
  return {
    get,
    list: (type) => [...byKey.values()].filter((state) => state.type === type).flatMap(({ id }) => get(type, id) ?? []),
    doc: (pieceId) => {
      const state = byKey.get(`piece\n${pieceId}`);
      const read = docSchema.safeParse(state === undefined ? null : bodyOf(state));
      return read.success ? read.data : null;
    },
  };
}

/** The shipped packs with the plan's own values over them. */
export const packsOf = (plan: Plan, shipped: readonly PlatformPack[]): readonly PlatformPack[] =>
  applyOverrides(shipped, plan.list('platform')).packs;

export type PlanChoice = {
  readonly from: string | null;
  readonly to: string | null;
  /** Empty for all. */
  readonly platforms: readonly string[];
};

/**
 * Every placement of the choice that is not skipped, adapted. A placement whose piece, account or format is missing
 * cannot be adapted and is counted in `missing`; one without a day is left out of a range.
 */
export function entriesOf(
  plan: Plan,
  packs: readonly PlatformPack[],
  { from, to, platforms }: PlanChoice,
): { readonly entries: readonly ExportEntry[]; readonly missing: number } {
  const inRange = (day: string | null) =>
    (from === null && to === null) || (day !== null && (from === null || day >= from) && (to === null || day <= to));
  const chosen = plan.list('placement').filter(({ day, outcome, format }) => {
    const wanted = platforms.length === 0 || platforms.includes((format ?? '').split('/')[0] ?? '');
    return inRange(day) && outcome !== 'skipped' && wanted;
  });
  const entries = chosen.flatMap((placement) => entryOf(plan, packs, placement) ?? []);
  return { entries, missing: chosen.length - entries.length };
}

function entryOf(plan: Plan, packs: readonly PlatformPack[], placement: RecordView<'placement'>): ExportEntry | null {
  const own = plan.get('piece', placement.pieceId);
  const account = plan.get('account', placement.accountId);
  const format = placement.format === null ? null : findFormat(packs, placement.format);
  if (own === null || account === null || format === null) return null;
  const piece = siblingIn(plan, own, account.lang);
  const doc = plan.doc(piece.id);
  if (doc === null) return null;
  const persona = plan.get('persona', account.personaId);
  const assets = plan.list('asset');
  const source = sourceOf(piece, doc, assets);
  const hashes = new Map(assets.map(({ id, hash }) => [id, hash]));
  const written = plan.get('variant', variantId(placement.pieceId ?? '', format.ref, placement.accountId));
  const voice = voiceOf(account, persona, plan.get('community', account.communityId));
  const variant = adapt({ source, format, voice, overrides: overridesIn(written) });
  return {
    placement,
    piece,
    doc,
    account,
    persona,
    variant,
    images: source.images.map((image): ExportImage => ({ ...image, hash: hashes.get(image.src) ?? '' })),
    blocked: variant.findings.some(({ code }) => code === 'cannot_fit'),
  };
}

/** The same piece in the account's language where there is one. */
function siblingIn(plan: Plan, piece: Piece, lang: Piece['lang']): Piece {
  if (piece.lang === lang || piece.siblingGroup === null) return piece;
  const sibling = plan
    .list('piece')
    .find((other) => other.siblingGroup === piece.siblingGroup && other.lang === lang && !other.trashed);
  return sibling ?? piece;
}

function overridesIn(variant: Variant | null): Overrides {
  const fields = overrideFields.flatMap((field): [OverrideField, string][] => {
    const value = variant?.overrides[field];
    return typeof value === 'string' ? [[field, value]] : [];
  });
  return Object.fromEntries(fields);
}
