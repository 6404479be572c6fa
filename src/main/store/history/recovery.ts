import type { Recovery } from '../../../contract';
import { diffBlocks, extentOf } from '../../../core/diff/blocks';
import { emptyDoc } from '../../../core/model/doc';
import { prepared, type ReadDb, type WriteDb } from '../database';
import { dropMeta, readMeta, writeMeta } from '../migrations';
import { readView } from '../rows';
import { findState } from './history';
import { lastLogged } from './pieceLog';

/**
 * What to say after an unexpected end. Every acknowledged edit is in the database, so nothing has to be rescued; but
 * who was writing wants to see how far the words came.
 *
 *   meta.writing     from the first edit of a session: the log's last row before it. Removed by closing.
 *   meta.recovered   at the next start, if `writing` still stands: which pieces, until somebody has looked.
 */
const WRITING = 'writing';
const RECOVERED = 'recovered';

/** Pieces last written within this time of the very last edit were open when it ended, in milliseconds. */
const AT_THE_END = 5 * 60_000;

type Left = { readonly savedAt: number; readonly pieces: readonly LeftPiece[] };
type LeftPiece = { readonly id: string; readonly key: string; readonly before: string | null };

const marked = new WeakSet<object>();

/** Notes that this session writes: one small row, once. */
export function markWriting(db: WriteDb): void {
  if (marked.has(db)) return;
  writeMeta(db, WRITING, String(lastLogged(db)));
  marked.add(db);
}

/** A clean end. */
export const endWriting = (db: WriteDb): void => dropMeta(db, WRITING);

/** After opening: turns the mark of a session that never ended into a note. Writes nothing after a clean end. */
export function noteUncleanEnd(db: WriteDb): void {
  const since = readMeta(db, WRITING);
  if (since === null) return;
  const left = leftBy(db, Number(since));
  db.transaction(() => {
    if (left !== null) writeMeta(db, RECOVERED, JSON.stringify(left));
    dropMeta(db, WRITING);
  })();
}

type Row = { readonly seq: number; readonly piece: string; readonly stamp: string; readonly at: number };

function leftBy(db: ReadDb, since: number): Left | null {
  const rows = prepared(
    db,
    `SELECT max(seq) AS seq, piece, stamp, at FROM piece_log
     WHERE seq > ? AND version IS NOT NULL AND step = 'edit' GROUP BY piece ORDER BY at DESC LIMIT 20`,
  ).all(since) as Row[];
  const last = rows[0];
  if (last === undefined) return null;
  const before = prepared(
    db,
    'SELECT stamp FROM piece_log WHERE piece = ? AND seq < ? AND version IS NOT NULL ORDER BY seq DESC LIMIT 1',
  );
  const older = prepared(db, 'SELECT max(id) AS id FROM body_version WHERE owner = ? AND id < ? AND length(id) = 34');
  const pieces = rows
    .filter(({ at }) => last.at - at <= AT_THE_END)
    .map(({ seq, piece, stamp }): LeftPiece => {
      const logged = (before.get(piece, seq) as { stamp: string } | undefined)?.stamp;
      return { id: piece, key: stamp, before: logged ?? (older.get(piece, stamp) as { id: string | null }).id };
    });
  return { savedAt: last.at, pieces };
}

const leftIn = (db: ReadDb): Left | null => {
  const note = readMeta(db as WriteDb, RECOVERED);
  return note === null ? null : (JSON.parse(note) as Left);
};

/** The note with titles and how much was written; null when there is none. Pieces deleted since are left out. */
export function recoveryOf(db: ReadDb): Recovery | null {
  const left = leftIn(db);
  if (left === null) return null;
  const pieces = left.pieces.flatMap(({ id, key, before }) => {
    const piece = readView(db, 'piece', id);
    const now = findState(db, id, key);
    if (piece === null || piece.trashed || now === null) return [];
    const then = before === null ? null : findState(db, id, before);
    const extent = extentOf(diffBlocks(then?.doc ?? emptyDoc, now.doc ?? emptyDoc));
    return [{ id, title: piece.title, key, before: then === null ? null : before, ...extent }];
  });
  return pieces.length === 0 ? null : { savedAt: left.savedAt, pieces };
}

export function settleRecovery(db: WriteDb, id: string | null): void {
  const left = leftIn(db);
  if (left === null) return;
  const pieces = id === null ? [] : left.pieces.filter((piece) => piece.id !== id);
  if (pieces.length === 0) dropMeta(db, RECOVERED);
  else writeMeta(db, RECOVERED, JSON.stringify({ ...left, pieces }));
}
