import { type Prepared, prepare } from '../../../core/adapt/prepare';
import { assetsOf } from '../../../core/adapt/source';
import type { Doc } from '../../../core/model/doc';
import type { Asset, Lang, Piece } from '../../../core/model/records';
import type { ReviewTarget } from '../../../core/review/reviewTarget';
import type { ShownText } from '../../../core/review/takeMarks';
import { pieceTexts, textHash, versionTexts } from '../../../core/review/texts';
import type { StoreContext } from '../context';
import { readBody } from '../pieces/pieces';
import { shelfOf } from '../pieces/variants';
import { viewOfState } from '../recordViews';
import { readView, readViews } from '../rows';
import { workspaceOf } from '../workspace';

/** A text as it stands now, with what is needed to change it. */
export type StandingText = ShownText & {
  readonly lang: Lang;
  readonly pictures: readonly Asset[];
  readonly errors: number;
  /** Of the source; null for a version. */
  readonly doc: Doc | null;
  /** Of a version; null for the source. */
  readonly prepared: Prepared | null;
};

/** Reads what a target says now; null when the piece, its account or its format is gone, or its body is unreadable. */
export function standingText(store: StoreContext, target: ReviewTarget): StandingText | null {
  const piece = readView(store.db, 'piece', target.pieceId);
  if (piece === null || piece.trashed) return null;
  return target.format === null ? sourceText(store, piece) : versionText(store, target, piece);
}

function sourceText({ db }: StoreContext, piece: Piece): StandingText | null {
  const { doc } = readBody(db, piece.id);
  if (doc === null) return null;
  const texts = pieceTexts(piece, doc);
  return {
    ...nameless,
    title: piece.title,
    texts,
    hash: textHash(texts),
    approval: piece.approval,
    approvedHash: piece.approvedHash,
    recorded: true,
    lang: piece.lang,
    pictures: readViews(db, 'asset', assetsOf(piece, doc)).filter(isPicture),
    errors: 0,
    doc,
    prepared: null,
  };
}

const nameless = { platform: '', format: '', account: '' };

function versionText(store: StoreContext, target: ReviewTarget, piece: Piece): StandingText | null {
  const { db } = store;
  const { zone, lang } = workspaceOf(db);
  // A version is read as if it stood in the plan: only piece, format and account decide its words.
  const found = prepare(shelfOf(db), viewOfState('placement', 'review', { ...target, zone }), store.packs());
  if (found === null) return null;
  const { format, account, variant, adapted } = found;
  const texts = versionTexts(adapted);
  const hash = textHash(texts);
  return {
    title: piece.title,
    platform: format.platform[lang],
    format: format.format[lang],
    account: account.name,
    texts,
    hash,
    approval: variant?.approval ?? 'none',
    // One that was given to the source, before versions had hashes of their own, holds while nothing was written since.
    approvedHash: found.reworded ? (variant?.approvedHash ?? null) : variant?.approval === 'approved' ? hash : null,
    recorded: variant !== null,
    lang: account.lang,
    pictures: found.assets.filter((asset) => isPicture(asset) && (adapted.extra.images ?? []).includes(asset.id)),
    errors: adapted.findings.filter(({ severity }) => severity === 'error').length,
    doc: null,
    prepared: found,
  };
}

const isPicture = ({ mime, width }: Asset): boolean => mime.startsWith('image/') && width > 0;
