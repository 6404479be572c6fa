import type { HistoryState, HistoryStep } from '../../../contract';
import { sameJson } from '../../../core/plan/canonical';
import type { ChangeLabel } from '../../../core/plan/labels';
import { type Op, traceOf } from '../../../core/plan/ops';
import { prepared, type WriteDb } from '../database';
import { afterLastDone } from './changes';
import { logging } from './pieceLog';
import {
  type After,
  afterOf,
  applyAll,
  atOnce,
  type Clock,
  keyOf,
  type Made,
  placeOf,
  stateOf,
  type Touched,
  ticksOf,
  versionIn,
  writeAll,
} from './transaction';

type Row = {
  readonly seq: number;
  readonly label: string;
  readonly ops: string;
  readonly inverse: string;
  readonly after: string;
  readonly session: string | null;
};

const lastDone = "SELECT * FROM change WHERE status = 'done' ORDER BY seq DESC LIMIT 1";
const firstUndone = `SELECT * FROM change WHERE status = 'undone' AND ${afterLastDone} ORDER BY seq LIMIT 1`;

export function historyState(db: WriteDb): HistoryState {
  const step = (sql: string): { readonly label: ChangeLabel | null; readonly seq: number } => {
    const row = prepared(db, sql).get() as Row | undefined;
    return row === undefined ? { label: null, seq: 0 } : { label: JSON.parse(row.label) as ChangeLabel, seq: row.seq };
  };
  const [undo, redo] = [step(lastDone), step(firstUndone)];
  return { undo: undo.label, redo: redo.label, undoSeq: undo.seq, redoSeq: redo.seq };
}

type Step = { readonly step: HistoryStep; readonly made: Made | null };

/**
 * Takes the latest change back under a new stamp. A place that someone changed since keeps the newer value and is
 * named in the answer: undo never overwrites another's work silently. A change not above `after` stays.
 */
export const undo = (db: WriteDb, clock: Clock, after = 0): Step => walk(db, clock, 'undo', after);

/** Does the change again that was taken back last, under the same care. */
export const redo = (db: WriteDb, clock: Clock, after = 0): Step => walk(db, clock, 'redo', after);

function walk(db: WriteDb, clock: Clock, direction: 'undo' | 'redo', floor: number): Step {
  const result = db.transaction((): Step => {
    const row = prepared(db, direction === 'undo' ? lastDone : firstUndone).get() as Row | undefined;
    if (row === undefined || row.seq <= floor) return { step: { label: null, kept: [] }, made: null };
    const ticks = ticksOf(clock);
    const touched: Touched = new Map();
    const ops = JSON.parse(row.ops) as Op[];
    const wanted = JSON.parse(direction === 'undo' ? row.inverse : row.ops) as Op[];
    const foreign = changedSince(db, touched, ops, JSON.parse(row.after) as After);
    const inverse = applyAll(
      db,
      touched,
      wanted.filter((op) => !foreign.has(placeOf(op)) && canApply(db, touched, op)).map(asRepeat),
      ticks,
    );
    const made = writeAll(db, touched, ticks);
    const logged = logging(db, {
      stamp: made.stamp,
      at: clock.now(),
      step: direction,
      label: JSON.parse(row.label) as ChangeLabel,
      ops: wanted,
      inverse,
      session: null,
      extended: false,
      version: (id) => versionIn(touched, id, ticks.first),
    });
    atOnce(logged);
    const after = afterOf(touched, wanted);
    prepared(db, 'UPDATE change SET status = ?, after = ?, inverse = ?, session = NULL WHERE seq = ?').run(
      direction === 'undo' ? 'undone' : 'done',
      JSON.stringify(translate(after, wanted, ops)),
      direction === 'redo' && inverse.length > 0 ? JSON.stringify(inverse) : row.inverse,
      row.seq,
    );
    const kept = ops
      .filter((op) => foreign.has(placeOf(op)))
      .map((op) => ({ type: op.type, id: op.id, name: nameOf(touched, op), field: fieldOf(op) }));
    return { step: { label: JSON.parse(row.label) as ChangeLabel, kept: dedupe(kept) }, made };
  })();
  if (result.made !== null) clock.last = result.made.stamp;
  return result;
}

/** Places whose value is no longer what this change (or its undo) left there. */
function changedSince(db: WriteDb, touched: Touched, ops: readonly Op[], after: After): ReadonlySet<string> {
  const foreign = new Set<string>();
  for (const { op: index, trace } of after) {
    const op = ops[index];
    if (op === undefined) continue;
    const { state } = stateOf(db, touched, op);
    if (!sameJson(traceOf(state, op), trace)) foreign.add(placeOf(op));
  }
  return foreign;
}

/** `after` of the inverse ops, told in terms of the change's own ops, so that the next redo can compare. */
function translate(after: After, from: readonly Op[], to: readonly Op[]): After {
  const byPlace = new Map(after.map(({ op, trace }) => [placeOf(from[op] as Op), trace]));
  return to.flatMap((op, index) => {
    const trace = byPlace.get(placeOf(op));
    return trace === undefined ? [] : [{ op: index, trace }];
  });
}

function canApply(db: WriteDb, touched: Touched, op: Op): boolean {
  return stateOf(db, touched, op).state !== null || op.kind === 'create';
}

/** Doing a creation again brings the deleted record back as it was, instead of making it anew. */
const asRepeat = (op: Op): Op => (op.kind === 'create' ? { kind: 'revive', type: op.type, id: op.id } : op);

function nameOf(touched: Touched, op: Op): string {
  const registers = touched.get(keyOf(op))?.state?.registers ?? {};
  return String(registers.title ?? registers.name ?? op.id);
}

function fieldOf(op: Op): string {
  if (op.kind === 'set') return op.register;
  if (op.kind === 'add' || op.kind === 'remove') return op.set;
  return op.kind === 'write' ? 'body' : 'life';
}

const dedupe = (kept: HistoryStep['kept']): HistoryStep['kept'] => [
  ...new Map(kept.map((entry) => [`${entry.type}\n${entry.id}\n${entry.field}`, entry])).values(),
];
