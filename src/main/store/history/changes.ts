import type { Stamp } from '../../../core/model/stamp';
import type { ChangeLabel } from '../../../core/plan/labels';
import type { Op } from '../../../core/plan/ops';
import { prepared, type WriteDb } from '../database';
import { noteAside } from './asideTexts';
import { logging } from './pieceLog';
import {
  type After,
  afterOf,
  applying,
  atOnce,
  type Clock,
  type Made,
  placesOf,
  SLICE,
  type Touched,
  ticksOf,
  versionIn,
  writing,
} from './transaction';

/**
 * Undo is data: each change is one labelled transaction with its inverse, kept across restarts.
 *
 *   done … done  undone … undone      Undo takes the last done, redo the first undone. A new change after an undo
 *            ▲ here                   drops the undone ones from the line; they stay in the table as history.
 */

/** What can be redone always lies behind the last thing done, so the table needs no second index for every edit to keep. */
export const afterLastDone =
  "seq > COALESCE((SELECT seq FROM change WHERE status = 'done' ORDER BY seq DESC LIMIT 1), 0)";

export type ChangeOptions = {
  /** Changes of one session (keystrokes of one visit to the editor) share one step of undo. */
  readonly session?: string;
  /** `fixed` keeps a change out of undo: the sample, a migration. */
  readonly status?: 'done' | 'fixed';
};

/** Makes one change: ops, history and stamps in one transaction. Null when nothing would change. */
export function makeChange(
  db: WriteDb,
  clock: Clock,
  label: ChangeLabel,
  ops: readonly Op[],
  options: ChangeOptions = {},
): Made | null {
  const made = db.transaction(() => atOnce(changing(db, clock, label, ops, options)))();
  // The clock moves only with the committed transaction (Actual Budget's lesson: a failed batch must not move it).
  if (made !== null) clock.last = made.stamp;
  return made;
}

/**
 * The same, in slices, for whoever keeps the transaction around them (`slicedChange.ts`) and moves the clock behind it.
 */
export function* changing(
  db: WriteDb,
  clock: Clock,
  label: ChangeLabel,
  ops: readonly Op[],
  options: ChangeOptions = {},
): Generator<void, Made | null> {
  const ticks = ticksOf(clock);
  const touched: Touched = new Map();
  const inverse = yield* applying(db, touched, ops, ticks);
  if (inverse.length === 0) return null;
  const result = yield* writing(db, touched, ticks);
  for (const { type, state, texts } of touched.values())
    if (state !== null && texts !== undefined) noteAside(db, type, state.id, texts);
  const { stamp } = result;
  const after = afterOf(touched, ops);
  yield;
  const extended = options.session !== undefined && extendSession(db, options.session, stamp, clock.now(), ops, after);
  yield* logging(db, {
    stamp,
    at: clock.now(),
    step: 'edit',
    label,
    ops,
    inverse,
    session: options.session ?? null,
    extended,
    version: (id) => versionIn(touched, id, ticks.first),
  });
  if (extended) return result;
  prepared(db, `UPDATE change SET status = 'dropped' WHERE status = 'undone' AND ${afterLastDone}`).run();
  const [opsJson, inverseJson, afterJson] = [yield* jsonOf(ops), yield* jsonOf(inverse), yield* jsonOf(after)];
  prepared(
    db,
    'INSERT INTO change (stamp, made_at, label, ops, inverse, after, session, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    stamp,
    clock.now(),
    JSON.stringify(label),
    opsJson,
    inverseJson,
    afterJson,
    options.session ?? null,
    options.status ?? 'done',
  );
  return result;
}

/** A list as JSON, written in slices. */
function* jsonOf(list: readonly unknown[]): Generator<void, string> {
  const parts: string[] = [];
  for (let from = 0; from < list.length; from += SLICE * 10) {
    if (from > 0) yield;
    parts.push(JSON.stringify(list.slice(from, from + SLICE * 10)).slice(1, -1));
  }
  return `[${parts.join(',')}]`;
}

/** Adds to the running change of the same session, if that is still the latest thing done: its inverse stays. */
function extendSession(
  db: WriteDb,
  session: string,
  stamp: Stamp,
  now: number,
  ops: readonly Op[],
  after: After,
): boolean {
  const last = prepared(
    db,
    "SELECT seq, session, ops FROM change WHERE status != 'dropped' ORDER BY seq DESC LIMIT 1",
  ).get() as { seq: number; session: string | null; ops: string } | undefined;
  if (last === undefined || last.session !== session) return false;
  // The first inverse must take back everything: only changes of the same places may share a row.
  if (placesOf(JSON.parse(last.ops) as Op[]) !== placesOf(ops)) return false;
  const updated = prepared(
    db,
    "UPDATE change SET stamp = ?, made_at = ?, ops = ?, after = ? WHERE seq = ? AND status = 'done'",
  ).run(stamp, now, JSON.stringify(ops), JSON.stringify(after), last.seq);
  return updated.changes === 1;
}
