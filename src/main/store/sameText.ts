import type { Finding } from '../../core/adapt/types';
import { LOOKUP, type Placed, type Sketch, sameTextFinding, sketchesOf } from '../../core/check/sameText';
import type { Placement } from '../../core/model/records';
import { prepared, type ReadDb, type WriteDb } from './database';
import { readView, readViews } from './rows';

/**
 * Where the same paragraph stands on several accounts, over all placements of the plan: what each says is sketched when
 * its piece's findings are counted (`facts.ts`), so that asking costs a few seeks, whatever the size of the plan.
 */
type Row = { readonly placement: string; readonly marks: string; readonly beginning: string };

/**
 * Writes what a placement says now; null where it is not posted any more. Answers whose findings that may change: those
 * it was or is alike to. Nothing when nothing changed, so that one piece's counting never sets off another's for long.
 */
export function sketchPlacement(
  db: WriteDb,
  id: string,
  text: Parameters<typeof sketchesOf>[0] | null,
): readonly string[] {
  const before = rowsOf(db, [id]).get(id) ?? [];
  const after = text === null ? [] : sketchesOf(text);
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const touched = new Set(candidates(db, id));
  prepared(db, 'DELETE FROM same_text WHERE placement = ?').run(id);
  prepared(db, 'DELETE FROM same_mark WHERE placement = ?').run(id);
  for (const [n, { marks, text: beginning }] of after.entries()) {
    const row = [id, n, JSON.stringify(marks), beginning.toWellFormed()];
    prepared(db, 'INSERT INTO same_text (placement, n, marks, beginning) VALUES (?, ?, ?, ?)').run(row);
    for (const mark of marks.slice(0, LOOKUP))
      prepared(db, 'INSERT OR IGNORE INTO same_mark (mark, placement) VALUES (?, ?)').run(mark, id);
  }
  for (const other of candidates(db, id)) touched.add(other);
  return [...touched];
}

/** Placements with a sketch that are not among those a piece has now: deleted ones, and those given to another piece. */
export const sketchedOf = (db: ReadDb, pieceId: string): readonly string[] =>
  prepared(
    db,
    'SELECT DISTINCT s.placement FROM placement p JOIN same_text s ON s.placement = p.id WHERE p.piece_id = ?',
  )
    .pluck()
    .all(pieceId) as string[];

/** What is to be said about a placement beside all others; null for nothing. */
export function sameTextOf(db: ReadDb, placement: Placement): Finding | null {
  const ids = candidates(db, placement.id);
  if (ids.length === 0) return null;
  const rows = rowsOf(db, [placement.id, ...ids]);
  const others = readViews(db, 'placement', ids).filter(({ outcome }) => outcome !== 'skipped');
  const [own, ...rest] = [placement, ...others].map((one) => placedOf(db, one, rows.get(one.id) ?? []));
  return own == null
    ? null
    : sameTextFinding(
        own,
        rest.flatMap((one) => one ?? []),
      );
}

/** Placements that share a mark by which alike paragraphs are looked up. */
const candidates = (db: ReadDb, id: string): readonly string[] =>
  prepared(
    db,
    `SELECT DISTINCT other.placement FROM same_mark own JOIN same_mark other ON other.mark = own.mark
     WHERE own.placement = ? AND other.placement <> own.placement ORDER BY other.placement LIMIT 500`,
  )
    .pluck()
    .all(id) as string[];

function rowsOf(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, readonly Sketch[]> {
  const found = new Map<string, Sketch[]>();
  const rows = prepared(
    db,
    'SELECT placement, marks, beginning FROM same_text WHERE placement IN (SELECT value FROM json_each(?)) ORDER BY placement, n',
  ).all(JSON.stringify(ids)) as Row[];
  for (const { placement, marks, beginning } of rows)
    found.set(placement, [...(found.get(placement) ?? []), { marks: JSON.parse(marks) as number[], text: beginning }]);
  return found;
}

function placedOf(db: ReadDb, placement: Placement, sketches: readonly Sketch[]): Placed | null {
  const { id, accountId, day } = placement;
  const account = accountId === null ? null : readView(db, 'account', accountId);
  if (account === null) return null;
  return { id, platform: account.platform, accountId: account.id, account: account.name, day, sketches };
}
