import type { Finding } from '../../../core/adapt/types';
import {
  lookupsOf,
  NEAR_DAYS,
  type Placed,
  type Sketch,
  sameTextFinding,
  sketchesOf,
} from '../../../core/check/sameText';
import type { Placement } from '../../../core/model/records';
import { wallDate } from '../../../core/time/wall';
import { addDays } from '../../../core/time/wallDate';
import { prepared, type ReadDb, type WriteDb } from '../database';
import { readView, readViews } from '../rows';

/**
 * Where the same paragraph stands on several accounts, over all placements of the plan: what each says is sketched when
 * its piece's findings are counted (`facts.ts`), so that asking costs a few seeks, whatever the size of the plan.
 */

/** Placements looked at under one mark, and for one placement: enough to name the accounts, however often a text stands. */
const MOST_UNDER_MARK = 12;
const MOST_BESIDE = 40;

/**
 * Writes what a placement says now; null where it is not posted any more. Answers whose findings that may change: those
 * it was or is alike to. Nothing when nothing changed, so that one piece's counting never sets off another's for long.
 */
export function sketchPlacement(
  db: WriteDb,
  placement: Placement,
  text: Parameters<typeof sketchesOf>[0] | null,
): readonly string[] {
  const { id } = placement;
  const before = marksOf(db, id);
  const now = placedOf(db, placement, text === null ? [] : sketchesOf(text));
  const after = now === null ? [] : rowsFor(now);
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const touched = new Set(forgetPlacement(db, id));
  for (const [n, { marks, text: beginning }] of (now?.sketches ?? []).entries())
    prepared(db, 'INSERT INTO same_text (placement, n, marks, beginning) VALUES (?, ?, ?, ?)').run(
      id,
      n,
      JSON.stringify(marks),
      beginning.toWellFormed(),
    );
  for (const { mark, day, account } of after)
    prepared(db, 'INSERT INTO same_mark (mark, day, placement, account) VALUES (?, ?, ?, ?)').run(
      mark,
      day,
      id,
      account,
    );
  for (const other of beside(db, id)) touched.add(other);
  return [...touched];
}

/** Takes a placement out; answers whose findings that may change. */
export function forgetPlacement(db: WriteDb, id: string): readonly string[] {
  const touched = beside(db, id);
  prepared(db, 'DELETE FROM same_text WHERE placement = ?').run(id);
  prepared(db, 'DELETE FROM same_mark WHERE placement = ?').run(id);
  return touched;
}

/** Placements of a piece that have a sketch, deleted ones included. */
export const sketchedOf = (db: ReadDb, pieceId: string): readonly string[] =>
  prepared(
    db,
    'SELECT DISTINCT s.placement FROM placement p JOIN same_text s ON s.placement = p.id WHERE p.piece_id = ?',
  )
    .pluck()
    .all(pieceId) as string[];

/** Those of `ids` that say something another account says too, near or far: only of these there may be something to say. */
export const withMarksShared = (db: ReadDb, ids: readonly string[]): ReadonlySet<string> =>
  new Set(
    prepared(
      db,
      `SELECT DISTINCT own.placement FROM same_mark own WHERE own.placement IN (SELECT value FROM json_each(?))
       AND EXISTS (SELECT 1 FROM same_mark other WHERE other.mark = own.mark AND other.account <> own.account)`,
    )
      .pluck()
      .all(JSON.stringify(ids)) as string[],
  );

/** What is to be said about a placement beside all others; null for nothing. */
export function sameTextOf(db: ReadDb, placement: Placement): Finding | null {
  const ids = beside(db, placement.id);
  if (ids.length === 0) return null;
  const sketches = sketchesIn(db, [placement.id, ...ids]);
  const others = readViews(db, 'placement', ids).filter(({ outcome }) => outcome !== 'skipped');
  const [own, ...rest] = [placement, ...others].map((one) => placedOf(db, one, sketches.get(one.id) ?? []));
  return own == null
    ? null
    : sameTextFinding(
        own,
        rest.flatMap((one) => one ?? []),
      );
}

type Mark = { readonly mark: number; readonly day: string; readonly account: string };

const marksOf = (db: ReadDb, id: string): readonly Mark[] =>
  prepared(db, 'SELECT mark, day, account FROM same_mark WHERE placement = ? ORDER BY mark').all(id) as Mark[];

const rowsFor = (placed: Placed): readonly Mark[] =>
  lookupsOf(placed)
    .toSorted((a, b) => a - b)
    .map((mark) => ({ mark, day: placed.day ?? NO_DAY, account: placed.accountId }));

/** Comes before every day. */
const NO_DAY = '';

/** Placements of other accounts that share a mark, around its day; one without a day is near to all. */
function beside(db: ReadDb, id: string): readonly string[] {
  const found = new Set<string>();
  const near = prepared(
    db,
    `SELECT placement FROM same_mark WHERE mark = ? AND day BETWEEN ? AND ? AND account <> ?
     ORDER BY day, placement LIMIT ${MOST_UNDER_MARK}`,
  ).pluck();
  for (const { mark, day, account } of marksOf(db, id)) {
    const [from, to] =
      day === NO_DAY ? [NO_DAY, '9999'] : [addDays(wallDate(day), -NEAR_DAYS), addDays(wallDate(day), NEAR_DAYS)];
    for (const other of near.all(mark, from, to, account) as string[]) found.add(other);
    if (day !== NO_DAY) for (const other of near.all(mark, NO_DAY, NO_DAY, account) as string[]) found.add(other);
    if (found.size >= MOST_BESIDE) break;
  }
  return [...found];
}

type Row = { readonly placement: string; readonly marks: string; readonly beginning: string };

function sketchesIn(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, readonly Sketch[]> {
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
