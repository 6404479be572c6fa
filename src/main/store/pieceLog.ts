import { POINTS } from '../../core/history/points';
import { type FieldOp, isFieldOp } from '../../core/history/rewind';
import type { Stamp } from '../../core/model/stamp';
import type { ChangeLabel } from '../../core/plan/labels';
import type { Op } from '../../core/plan/ops';
import { prepared, type ReadDb, type WriteDb } from './database';

/** Pieces after which writing the log pauses. */
const SLICE = 100;

/** Writing the log of pieces: called inside the transaction of every change, undo and redo. */
type Logged = {
  readonly stamp: Stamp;
  readonly at: number;
  readonly step: LogStep;
  readonly label: ChangeLabel;
  readonly ops: readonly Op[];
  readonly inverse: readonly Op[];
  readonly session: string | null;
  /** The change joined the running one of its session: so does its row here. */
  readonly extended: boolean;
  /** The body version this change wrote for a piece, if it did. */
  readonly version: (piece: string) => string | null;
};
export type LogStep = 'edit' | 'undo' | 'redo';

/** Names of points are labels on the history, not part of it. */
const isPointName = (op: Op): boolean => op.kind === 'set' && op.register.startsWith(`${POINTS}.`);

/** Writes the log in slices; the one transaction around them is the caller's. */
export function* logging(db: WriteDb, logged: Logged): Generator<void, void> {
  const inverses = new Map<string, FieldOp[]>();
  let texts = false;
  for (const op of logged.inverse) {
    if (op.type !== 'piece' || isPointName(op)) continue;
    const known = inverses.get(op.id) ?? [];
    if (isFieldOp(op)) known.push(op);
    else texts = true;
    inverses.set(op.id, known);
  }
  if (inverses.size === 0) return;
  const label = JSON.stringify(logged.label);
  let count = 0;
  for (const [piece, inverse] of inverses) {
    count += 1;
    if (count % SLICE === 0) yield;
    const version = texts ? logged.version(piece) : null;
    if (logged.extended && extend(db, logged, piece, version)) continue;
    prepared(
      db,
      'INSERT INTO piece_log (piece, stamp, at, step, label, inverse, version, session) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(piece, logged.stamp, logged.at, logged.step, label, JSON.stringify(inverse), version, logged.session);
  }
}

function extend(db: WriteDb, { stamp, at, session }: Logged, piece: string, version: string | null): boolean {
  const updated = prepared(
    db,
    `UPDATE piece_log SET stamp = ?, at = ?, version = COALESCE(?, version)
     WHERE seq = (SELECT max(seq) FROM piece_log WHERE piece = ?) AND session = ?`,
  ).run(stamp, at, version, piece, session);
  return updated.changes === 1;
}

/** The latest row of the log; 0 for none. What is written from now on has a greater one. */
export const lastLogged = (db: ReadDb): number =>
  (prepared(db, 'SELECT COALESCE(max(seq), 0) AS seq FROM piece_log').get() as { seq: number }).seq;

export type LogRow = {
  readonly seq: number;
  readonly stamp: string;
  readonly at: number;
  readonly step: LogStep;
  readonly label: string;
  readonly inverse: string;
  readonly version: string | null;
};

/** Every row of one piece, newest first. */
export const logOf = (db: ReadDb, piece: string): readonly LogRow[] =>
  prepared(
    db,
    'SELECT seq, stamp, at, step, label, inverse, version FROM piece_log WHERE piece = ? ORDER BY seq DESC',
  ).all(piece) as LogRow[];
