import { sourceHash } from '../adapt/sourceHash';
import type { Doc } from '../model/doc';
import { variantId } from '../model/ids';
import { bySlug, langOf, type SampleContext, type SampleRecord } from './context';
import { sampleId } from './ids';
import { pieceIdFor } from './pieces';

type PieceRecord = SampleRecord & { readonly type: 'piece' };

/** Versions somebody changed or approved, and the marks left while reading; everything else is computed. */
export function variantsOf(context: SampleContext, pieces: readonly SampleRecord[]): readonly SampleRecord[] {
  const { source, say, on, edition } = context;
  const variants = source.variants.map((variant): SampleRecord => {
    const pieceId = pieceIdFor(context, variant.piece, variant.account);
    const accountId = sampleId.account(variant.account);
    const lang = langOf(bySlug(source.accounts, variant.account), edition);
    const hash = hashOf(pieces, pieceId, variant.source);
    return {
      type: 'variant',
      id: variantId(pieceId, variant.format, accountId),
      draft: {
        pieceId,
        format: variant.format,
        accountId,
        approval: variant.approval,
        approvedHash: variant.approval === 'approved' ? hash : null,
        sourceHash: hash,
        note: variant.note === undefined ? '' : say(variant.note),
        overrides: Object.fromEntries(Object.entries(variant.overrides).map(([field, words]) => [field, words[lang]])),
      },
    };
  });
  const reviews = source.reviews.map((mark): SampleRecord => {
    const account = mark.account;
    const pieceId =
      account === undefined ? sampleId.piece(mark.piece, edition) : pieceIdFor(context, mark.piece, account);
    return {
      type: 'review',
      id: sampleId.review(mark.slug),
      draft: {
        pieceId,
        variantId:
          account === undefined || mark.format === undefined
            ? null
            : variantId(pieceId, mark.format, sampleId.account(account)),
        textHash: hashOf(pieces, pieceId, 'current'),
        verdict: mark.verdict,
        comment: say(mark.comment),
        quote: mark.quote === undefined ? '' : say(mark.quote),
        byMemberId: sampleId.member(mark.by),
        onDay: on(mark.day),
        settled: mark.settled,
      },
    };
  });
  return [...variants, ...reviews];
}

/** The hash of a piece's text as it is, or as it was before its last block was written. */
function hashOf(pieces: readonly SampleRecord[], id: string, which: 'current' | 'behind'): string {
  const piece = pieces.find((record): record is PieceRecord => record.type === 'piece' && record.id === id);
  if (piece?.doc === undefined) throw new Error(`The sample has no piece ${id}.`);
  const { title = '', brief = {}, tags = [], link = '' } = piece.draft;
  const doc: Doc = which === 'current' ? piece.doc : { ...piece.doc, content: piece.doc.content.slice(0, -1) };
  return sourceHash({ title, brief, tags, link }, doc);
}
