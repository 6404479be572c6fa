import type { Doc } from '../model/doc';
import { variantId } from '../model/ids';
import type {
  Account,
  Asset,
  Lang,
  Persona,
  Piece,
  Placement,
  RecordType,
  RecordView,
  Variant,
} from '../model/records';
import type { Format, PlatformPack } from '../platforms/pack';
import { findFormat } from '../platforms/registry';
import { textHash, versionTexts } from '../review/texts';
import { adapt } from './adapt';
import { keptSentences } from './keep';
import { assetsOf, sourceOf, voiceOf } from './source';
import { sourceHash } from './sourceHash';
import { type Variant as Adapted, type OverrideField, type Overrides, overrideFields, type Source } from './types';

/** Where the records of a plan are looked up: the database, or a plan file held in memory. */
export type Shelf = {
  readonly get: <T extends RecordType>(type: T, id: string) => RecordView<T> | null;
  /** The shown body; null when there is none, or one this version cannot read. */
  readonly doc: (pieceId: string) => Doc | null;
  readonly assets: (ids: readonly string[]) => readonly Asset[];
  /** The same piece in another language, if someone wrote it. */
  readonly sibling: (piece: Piece, lang: Lang) => Piece | null;
  /** Whether a person wrote in a version after its approval; asked where the approval does not say which words it is of. */
  readonly writtenSince: (variantId: string) => boolean;
  /** Pictures go out as they are: nothing here can make them. */
  readonly originals?: boolean;
};

/** A placement with everything its wording depends on, adapted. */
export type Prepared = {
  readonly placement: Placement;
  /** The sibling in the account's language where there is one. */
  readonly piece: Piece;
  readonly doc: Doc;
  readonly source: Source;
  readonly assets: readonly Asset[];
  readonly account: Account;
  readonly persona: Persona | null;
  readonly format: Format;
  readonly variant: Variant | null;
  readonly adapted: Adapted;
  /** The source moved on after a person wrote over parts of this variant. */
  readonly behind: boolean;
  /** It was approved, and the wording it was approved from is another one now. */
  readonly reworded: boolean;
};

/**
 * Gathers and adapts one placement. Where nobody wrote the piece in the account's language it is used as it is, and a
 * finding says that the languages differ. Null when piece, account, format or a readable body is missing.
 */
export function prepare(shelf: Shelf, placement: Placement, packs: readonly PlatformPack[]): Prepared | null {
  const { pieceId, accountId, format: ref } = placement;
  if (pieceId === null || accountId === null || ref === null) return null;
  const own = shelf.get('piece', pieceId);
  const account = shelf.get('account', accountId);
  const format = findFormat(packs, ref);
  if (own === null || account === null || format === null) return null;
  const piece = inLanguage(shelf, own, account.lang);
  const doc = shelf.doc(piece.id);
  if (doc === null) return null;
  const persona = account.personaId === null ? null : shelf.get('persona', account.personaId);
  const community = account.communityId === null ? null : shelf.get('community', account.communityId);
  const variant = shelf.get('variant', variantId(pieceId, ref, accountId));
  const assets = shelf.assets(assetsOf(piece, doc));
  const source = sourceOf(piece, doc, assets, shelf.originals !== true);
  const voice = voiceOf(account, persona, community);
  const adapted = adapt({
    source,
    format,
    voice,
    overrides: overridesOf(variant),
    keep: keptSentences(variant),
    theme: variant?.theme,
  });
  const hash = sourceHash(piece, doc);
  const behind = variant?.sourceHash != null && variant.sourceHash !== hash;
  // An approval from before texts had hashes of their own was given to the source they were made from. One that names
  // neither is of words nobody knows.
  const ofSource = variant?.approvedHash === hash && !shelf.writtenSince(variant.id);
  const reworded =
    variant?.approval === 'approved' && !ofSource && variant.approvedHash !== textHash(versionTexts(adapted));
  return { placement, piece, doc, source, assets, account, persona, format, variant, adapted, behind, reworded };
}

/** The piece in a language: itself, its sibling, or itself again where nobody wrote one. */
export const inLanguage = (shelf: Pick<Shelf, 'sibling'>, piece: Piece, lang: Lang): Piece =>
  piece.lang === lang ? piece : (shelf.sibling(piece, lang) ?? piece);

/** Overrides a person wrote, by field; null values were given back to the source. */
export function overridesOf(variant: Variant | null): Overrides {
  const entries = overrideFields.flatMap((field): [OverrideField, string][] => {
    const value = variant?.overrides[field];
    return typeof value === 'string' ? [[field, value]] : [];
  });
  return Object.fromEntries(entries);
}
