import { POINTS } from '../../../core/history/points';
import { type FieldOp, isFieldOp } from '../../../core/history/rewind';
import type { Stamp } from '../../../core/model/stamp';
import type { ChangeLabel } from '../../../core/plan/labels';
import type { Op } from '../../../core/plan/ops';
import { prepared, type ReadDb, type WriteDb } from '../database';

/** Pieces written by one statement, after which writing the log pauses. */
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
  let rows: LogLine[] = [];
  for (const [piece, inverse] of inverses) {
    const version = texts ? logged.version(piece) : null;
    if (!logged.extended || !extend(db, logged, piece, version)) rows.push([piece, inverse, version]);
    if (rows.length < SLICE) continue;
    insert(db, logged, rows);
    rows = [];
    yield;
  }
  insert(db, logged, rows);
}

type LogLine = readonly [piece: string, inverse: readonly FieldOp[], version: string | null];

/** One statement for many pieces: a bulk edit writes a row for each. */
function insert(db: WriteDb, { stamp, at, step, label, session }: Logged, rows: readonly LogLine[]): void {
  if (rows.length === 0) return;
  prepared(
    db,
    `INSERT INTO piece_log (piece, stamp, at, step, label, inverse, version, session)
     SELECT value ->> 0, @stamp, @at, @step, @label, value -> 1, value ->> 2, @session FROM json_each(@rows)`,
  ).run({ stamp, at, step, label: JSON.stringify(label), session, rows: JSON.stringify(rows) });
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
