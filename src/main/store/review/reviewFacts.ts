import type { Prepared } from '../../../core/adapt/prepare';
import type { Piece, ReviewMark } from '../../../core/model/records';
import { isOpenMark, mostPressing, type ReviewStanding, standingOf } from '../../../core/review/standing';
import { pieceTexts, textHash } from '../../../core/review/texts';
import { prepared, type ReadDb } from '../database';
import { readBody } from '../pieces/pieces';
import { readView, rowToView, type ViewRow } from '../rows';

/** Where a piece stands with its readers, all its texts that are still to go out together. */
export type ReviewFacts = { readonly standing: ReviewStanding; readonly open: number };

/** @param versions the versions that are still to go out, adapted. */
export function reviewFacts(db: ReadDb, piece: Piece | null, versions: readonly Prepared[]): ReviewFacts {
  if (piece === null) return { standing: 'none', open: 0 };
  const standing = mostPressing([sourceStanding(db, piece), ...versions.map(versionStanding)]);
  return { standing, open: openMarks(db, piece.id) };
}

function sourceStanding(db: ReadDb, piece: Piece): ReviewStanding {
  const { approval, approvedHash } = piece;
  if (approval !== 'approved') return approval;
  const { doc } = readBody(db, piece.id);
  return doc === null ? 'lapsed' : standingOf({ approval, approvedHash, hash: textHash(pieceTexts(piece, doc)) });
}

const versionStanding = ({ variant, reworded }: Prepared): ReviewStanding =>
  reworded ? 'lapsed' : (variant?.approval ?? 'none');

const openMarks = (db: ReadDb, pieceId: string): number =>
  marksOfPiece(db, pieceId)
    .filter(isOpenMark)
    .filter(({ variantId }) => variantId === null || readView(db, 'variant', variantId) !== null).length;

/** Marks on a piece and on its versions, in the order of their ids. */
export const marksOfPiece = (db: ReadDb, pieceId: string): readonly ReviewMark[] =>
  (
    prepared(
      db,
      "SELECT id, registers, sets FROM review WHERE alive = 1 AND json_extract(registers, '$.pieceId') = ? ORDER BY id",
    ).all(pieceId) as ViewRow[]
  ).map((row) => rowToView('review', row));
