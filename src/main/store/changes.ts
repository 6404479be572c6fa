import type { HistoryState, HistoryStep } from '../../contract';
import type { Json } from '../../core/model/json';
import type { RecordType } from '../../core/model/records';
import { type NodeId, nextStamp, type Stamp } from '../../core/model/stamp';
import { sameJson } from '../../core/plan/canonical';
import type { ChangeLabel } from '../../core/plan/labels';
import { applyOp, type Op, traceOf } from '../../core/plan/ops';
import { isAlive, type RecordState } from '../../core/plan/state';
import { refuse } from '../../core/result';
import { markCards } from './cards';
import { prepared, type WriteDb } from './database';
import { logging } from './pieceLog';
import { type Depth, depths, readStored, type Stored, writeEdited, writeVersion } from './rows';

/**
 * Undo is data: each change is one labelled transaction with its inverse, kept across restarts.
 *
 *   done … done  undone … undone      Undo takes the last done, redo the first undone. A new change after an undo
 *            ▲ here                   drops the undone ones from the line; they stay in the table as history.
 */

/** The hybrid logical clock of this copy of the database. */
export type Clock = {
  readonly node: NodeId;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  last: Stamp | null;
};

export type Made = { readonly stamp: Stamp; readonly types: readonly RecordType[]; readonly ids: readonly string[] };

type Row = {
  readonly seq: number;
  readonly label: string;
  readonly ops: string;
  readonly inverse: string;
  readonly after: string;
  readonly session: string | null;
};

/** How an op left its record, to see at undo whether somebody changed the same place since. */
type After = readonly { readonly op: number; readonly trace: Json }[];

/** States touched by one transaction, read once and written once. */
type Entry = {
  readonly type: RecordType;
  readonly before: Stored['carried'] | null;
  state: RecordState | null;
  depth: Depth;
  /** Places of the record this transaction has written. */
  readonly written: Set<string>;
  /** Registers among them; null once a set or the record's life is. */
  registers: string[] | null;
  /** Latest stamp it wrote under; null while nothing changed. */
  stamp: Stamp | null;
};
type Touched = Map<string, Entry>;

const keyOf = (op: Op): string => `${op.type}\n${op.id}`;

const depthFor = ({ kind }: Op): Depth =>
  kind === 'set' ? depths.registers : kind === 'write' || kind === 'create' ? depths.bodies : depths.row;

function stateOf(db: WriteDb, touched: Touched, op: Op): Entry {
  const key = keyOf(op);
  const depth = depthFor(op);
  const known = touched.get(key);
  if (known !== undefined && known.depth >= depth) return known;
  const stored = readStored(db, op.type, op.id, depth);
  if (known !== undefined) {
    deepen(known, depth, stored);
    return known;
  }
  const entry: Entry = {
    type: op.type,
    before: stored?.carried ?? null,
    state: stored?.state ?? null,
    depth,
    written: new Set(),
    registers: [],
    stamp: null,
  };
  touched.set(key, entry);
  return entry;
}

/** What was not needed until now comes from the row; what was read before may have changed meanwhile and stays. */
function deepen(known: Entry, depth: Depth, stored: Stored | null): void {
  if (known.state !== null && stored !== null) {
    const { sets, heads, deleted, versions } = stored.state;
    const row = known.depth === depths.registers ? { sets, heads, deleted } : {};
    known.state = { ...known.state, ...row, versions };
  }
  known.depth = depth;
}

/** Stamps of one transaction: one for all, and a later one only where an op must be told from an earlier one. */
type Ticks = { readonly first: Stamp; readonly latest: () => Stamp; readonly next: () => Stamp };

function ticksOf(clock: Clock): Ticks {
  let stamp = nextStamp(clock.last, clock.now(), clock.node);
  return {
    first: stamp,
    latest: () => stamp,
    next: () => {
      stamp = nextStamp(stamp, clock.now(), clock.node);
      return stamp;
    },
  };
}

/**
 * The merge law orders by stamps, so what is done twice to one place, and a life or death after other edits of the
 * record, needs a later one: a tombstone covers everything of its own stamp.
 */
const needsLater = (entry: Entry, op: Op): boolean =>
  entry.stamp !== null && (op.kind !== 'set' || entry.written.has(placeOf(op)));

/** Ops, records or rows after which a change in slices pauses. */
const SLICE = 50;

/** Runs the slices of a change without a pause. */
function atOnce<T>(slices: Generator<void, T>): T {
  for (;;) {
    const next = slices.next();
    if (next.done === true) return next.value;
  }
}

/** Applies ops in memory; refuses `not_found` when an op names a record that is not there. Answers the inverses. */
const applyAll = (db: WriteDb, touched: Touched, ops: readonly Op[], ticks: Ticks): readonly Op[] =>
  atOnce(applying(db, touched, ops, ticks));

function* applying(db: WriteDb, touched: Touched, ops: readonly Op[], ticks: Ticks): Generator<void, readonly Op[]> {
  const inverses: Op[] = [];
  for (const [index, op] of ops.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const entry = stateOf(db, touched, op);
    requireThere(op, entry.state);
    const stamp = needsLater(entry, op) ? ticks.next() : ticks.latest();
    const applied = applyOp(entry.state, op, stamp);
    if (applied === null) continue;
    entry.state = applied.state;
    entry.stamp = stamp;
    entry.written.add(placeOf(op));
    if (op.kind === 'set') entry.registers?.push(op.register);
    else if (op.kind !== 'write') entry.registers = null;
    inverses.push(applied.inverse);
  }
  return inverses.reverse();
}

/**
 * Nothing is made twice, and nothing is done to what is not there: an edit under a deleted record would bring it back
 * by the merge law, which only an undo or a colleague's concurrent edit may do.
 */
function requireThere(op: Op, state: RecordState | null): void {
  const where = `${op.type} ${op.id}`;
  if (op.kind === 'create' && state !== null && isAlive(state)) refuse('bad_input', { where });
  if (op.kind !== 'create' && state === null) refuse('not_found', { where });
  const edits = op.kind === 'set' || op.kind === 'add' || op.kind === 'remove' || op.kind === 'write';
  if (edits && state !== null && !isAlive(state)) refuse('not_found', { where });
}

const writeAll = (db: WriteDb, touched: Touched, ticks: Ticks): Made => atOnce(writing(db, touched, ticks));

function* writing(db: WriteDb, touched: Touched, ticks: Ticks): Generator<void, Made> {
  const types = new Set<RecordType>();
  const ids: string[] = [];
  const pieces: string[] = [];
  for (const { type, before, state, stamp, registers, depth } of touched.values()) {
    if (state === null || stamp === null) continue;
    if (ids.length % SLICE === SLICE - 1) yield;
    for (const head of state.heads) {
      const version = state.versions[head];
      if (version !== undefined && head >= ticks.first) writeVersion(db, state.id, version);
    }
    writeEdited(db, type, state, before, stamp, { registers, heads: depth === depths.bodies });
    types.add(type);
    ids.push(state.id);
    if (type === 'piece') pieces.push(state.id);
  }
  if (pieces.length > 0) markCards(db, pieces);
  return { stamp: ticks.latest(), types: [...types], ids };
}

/** The body version this transaction wrote for a piece; null when its text stayed. */
const versionIn = (touched: Touched, id: string, since: Stamp): string | null =>
  touched.get(`piece\n${id}`)?.state?.heads.find((head) => head >= since && head.length === since.length) ?? null;

/** What each op left, op by op; only the last op on a place counts, so earlier ones are not asked again. */
function afterOf(touched: Touched, ops: readonly Op[]): After {
  const last = new Map<string, number>();
  ops.forEach((op, index) => {
    last.set(placeOf(op), index);
  });
  return [...last.values()]
    .sort((a, b) => a - b)
    .map((op) => {
      const entry = ops[op] as Op;
      return { op, trace: traceOf(touched.get(keyOf(entry))?.state ?? null, entry) };
    });
}

function placeOf(op: Op): string {
  if (op.kind === 'set') return `${keyOf(op)}\nset\n${op.register}`;
  if (op.kind === 'add' || op.kind === 'remove') return `${keyOf(op)}\nin\n${op.set}\n${op.element}`;
  if (op.kind === 'write') return `${keyOf(op)}\nbody`;
  return `${keyOf(op)}\nlife`;
}

const placesOf = (ops: readonly Op[]): string => [...new Set(ops.map(placeOf))].sort().join('\n\n');

/** What can be redone always lies behind the last thing done, so the table needs no second index for every edit to keep. */
const afterLastDone = "seq > COALESCE((SELECT seq FROM change WHERE status = 'done' ORDER BY seq DESC LIMIT 1), 0)";

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
