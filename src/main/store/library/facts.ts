import { adapt } from '../../../core/adapt/adapt';
import type { Prepared } from '../../../core/adapt/prepare';
import { assetsOf, sourceOf } from '../../../core/adapt/source';
import type { Finding } from '../../../core/adapt/types';
import type { Piece, Placement } from '../../../core/model/records';
import type { PlatformPack } from '../../../core/platforms/pack';
import { findFormat } from '../../../core/platforms/registry';
import { prepared, type WriteDb } from '../database';
import { readBody } from '../pieces/pieces';
import { forgetPlacement, sketchedOf, sketchPlacement } from '../pieces/sameText';
import { prepareFrom, withSameText } from '../pieces/variants';
import { type ReviewFacts, reviewFacts } from '../review/reviewFacts';
import { readView, readViews, rowToView, type ViewRow } from '../rows';
import { soonFactsDue } from './cards';

/**
 * What adaptation says of each piece, for the library's dots and filters: how many errors and warnings all its variants
 * have together, whether one is behind its source, and where they stand with their readers. Adapting takes milliseconds, so it follows the edits in quiet
 * moments; until then the card says that it has not been checked.
 *
 * The variants of a piece are those of its placements that are still to go out, and of the formats chosen for it.
 */

/** Variants adapted in one slice, so that no call waits long behind it. */
const MOST_VARIANTS = 6;
/** Pieces looked at in one slice. */
const MOST_PIECES = 40;

/** Checks a slice of the pieces that are due, newest edited first. Answers whether more are due. */
export function factsSlice(db: WriteDb, packs: readonly PlatformPack[]): boolean {
  soonFactsDue(db);
  const due = prepared(db, 'SELECT id FROM piece_card WHERE facts_due = 1 ORDER BY touched DESC LIMIT ?')
    .pluck()
    .all(MOST_PIECES) as string[];
  if (due.length === 0) return false;
  let adapted = 0;
  let done = 0;
  db.transaction(() => {
    for (const id of due) {
      if (adapted >= MOST_VARIANTS) break;
      const { variants, errors, warnings, behind, unfit, review } = factsOf(db, id, packs);
      prepared(
        db,
        `UPDATE piece_card SET errors = ?, warnings = ?, behind = ?, unfit = ?, review = ?, open_marks = ?, facts_due = 0
         WHERE id = ?`,
      ).run(errors, warnings, behind ? 1 : 0, JSON.stringify(unfit), review.standing, review.open, id);
      adapted += variants;
      done += 1;
    }
  })();
  return done < due.length || due.length === MOST_PIECES;
}

type Facts = {
  readonly variants: number;
  readonly errors: number;
  readonly warnings: number;
  readonly behind: boolean;
  /** Formats its text fits no lawful form of. */
  readonly unfit: readonly string[];
  readonly review: ReviewFacts;
};

/** What adaptation says of one piece now. */
export function factsOf(db: WriteDb, id: string, packs: readonly PlatformPack[]): Facts {
  const placements = (
    prepared(
      db,
      "SELECT id, registers, sets FROM placement WHERE piece_id = ? AND alive = 1 AND outcome IN ('planned', 'handed_over')",
    ).all(id) as ViewRow[]
  ).map((row) => rowToView('placement', row));
  // Two places of one format on one account show the same variant.
  const distinct = new Map(placements.map((placement) => [whereOf(placement), placement]));
  const ready = [...distinct.values()].flatMap((placement) => prepareFrom(db, placement, packs) ?? []);
  sketch(db, id, placements, ready);
  const piece = readView(db, 'piece', id);
  const plain = piece === null ? [] : chosenOnly(db, piece, new Set(placements.map(({ format }) => format)), packs);
  const versions: readonly Version[] = [
    ...ready.map((one) => ({
      format: one.placement.format ?? '',
      findings: withSameText(db, one).adapted.findings,
    })),
    ...plain,
  ];
  const findings = versions.flatMap((version) => version.findings);
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return {
    variants: versions.length,
    errors: count('error'),
    warnings: count('warning'),
    behind: ready.some(({ behind }) => behind),
    unfit: [...new Set(versions.filter(cannotFit).map(({ format }) => format))].sort(),
    review: reviewFacts(db, piece, ready),
  };
}

/** A format the piece is to go out in, and what was found about its text there. */
type Version = { readonly format: string; readonly findings: readonly Finding[] };

const cannotFit = ({ findings }: Version): boolean =>
  findings.some(({ code, severity }) => code === 'cannot_fit' && severity === 'error');

/** Sketches what the piece's placements say now; pieces that were or are alike to one of them are due as well. */
function sketch(db: WriteDb, id: string, placements: readonly Placement[], ready: readonly Prepared[]): void {
  // Nobody posts what lies in the trash.
  const posted = readView(db, 'piece', id)?.trashed === false ? ready : [];
  const texts = new Map(posted.map(({ placement, adapted }) => [whereOf(placement), adapted]));
  const now = new Set(placements.map((placement) => placement.id));
  // What was posted stays as it was; what is gone is forgotten.
  const gone = sketchedOf(db, id).filter((one) => !now.has(one) && !isPosted(db, one));
  const touched = [
    ...placements.flatMap((one) => sketchPlacement(db, one, texts.get(whereOf(one)) ?? null)),
    ...gone.flatMap((one) => forgetPlacement(db, one)),
  ];
  if (touched.length > 0)
    prepared(
      db,
      `UPDATE piece_card SET facts_due = 1 WHERE facts_due = 0 AND id <> ? AND id IN
        (SELECT piece_id FROM placement WHERE id IN (SELECT value FROM json_each(?)))`,
    ).run(id, JSON.stringify([...new Set(touched)]));
}

const whereOf = ({ format, accountId }: Placement): string => `${format}\n${accountId}`;

const isPosted = (db: WriteDb, id: string): boolean =>
  prepared(db, "SELECT 1 FROM placement WHERE id = ? AND alive = 1 AND outcome = 'published'").get(id) !== undefined;

/** Findings of the formats that were chosen for a piece and are planned nowhere yet. */
function chosenOnly(
  db: WriteDb,
  piece: Piece,
  planned: ReadonlySet<string | null>,
  packs: readonly PlatformPack[],
): readonly Version[] {
  const chosen = piece.formats.filter((ref) => !planned.has(ref));
  if (chosen.length === 0) return [];
  const { doc } = readBody(db, piece.id);
  if (doc === null) return [];
  const source = sourceOf(piece, doc, readViews(db, 'asset', assetsOf(piece, doc)));
  return chosen.flatMap((ref) => {
    const format = findFormat(packs, ref);
    return format === null ? [] : [{ format: ref, findings: adapt({ source, format }).findings }];
  });
}
