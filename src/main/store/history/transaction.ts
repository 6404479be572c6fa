import type { Json } from '../../../core/model/json';
import type { RecordType } from '../../../core/model/records';
import { type NodeId, nextStamp, type Stamp } from '../../../core/model/stamp';
import { applyOp, type Op, traceOf } from '../../../core/plan/ops';
import { isAlive, type RecordState } from '../../../core/plan/state';
import { refuse } from '../../../core/result';
import type { WriteDb } from '../database';
import { markCards } from '../library/cards';
import { type Depth, depths, readStored, type Stored, writeEdited, writeVersion } from '../rows';

/** The hybrid logical clock of this copy of the database. */
export type Clock = {
  readonly node: NodeId;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  last: Stamp | null;
};

export type Made = { readonly stamp: Stamp; readonly types: readonly RecordType[]; readonly ids: readonly string[] };

/** How an op left its record, to see at undo whether somebody changed the same place since. */
export type After = readonly { readonly op: number; readonly trace: Json }[];

/** States touched by one transaction, read once and written once. */
export type Entry = {
  readonly type: RecordType;
  readonly before: Stored['carried'] | null;
  state: RecordState | null;
  depth: Depth;
  /** Places of the record this transaction has written. */
  readonly written: Set<string>;
  /** Registers among them; null once a set or the record's life is. */
  registers: string[] | null;
  /** The texts it stood at before it was first written on, where there were several. */
  texts?: readonly string[];
  /** Latest stamp it wrote under; null while nothing changed. */
  stamp: Stamp | null;
};
export type Touched = Map<string, Entry>;

export const keyOf = (op: Op): string => `${op.type}\n${op.id}`;

/** A deletion is of all its author had seen, earlier texts included. */
const depthFor = ({ kind }: Op): Depth =>
  kind === 'set'
    ? depths.registers
    : kind === 'write' || kind === 'create' || kind === 'delete'
      ? depths.bodies
      : depths.row;

export function stateOf(db: WriteDb, touched: Touched, op: Op): Entry {
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
export type Ticks = { readonly first: Stamp; readonly latest: () => Stamp; readonly next: () => Stamp };

export function ticksOf(clock: Clock): Ticks {
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
export const SLICE = 50;

/** Runs the slices of a change without a pause. */
export function atOnce<T>(slices: Generator<void, T>): T {
  for (;;) {
    const next = slices.next();
    if (next.done === true) return next.value;
  }
}

/** Applies ops in memory; refuses `not_found` when an op names a record that is not there. Answers the inverses. */
export const applyAll = (db: WriteDb, touched: Touched, ops: readonly Op[], ticks: Ticks): readonly Op[] =>
  atOnce(applying(db, touched, ops, ticks));

export function* applying(
  db: WriteDb,
  touched: Touched,
  ops: readonly Op[],
  ticks: Ticks,
): Generator<void, readonly Op[]> {
  const inverses: Op[] = [];
  for (const [index, op] of ops.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const entry = stateOf(db, touched, op);
    requireThere(op, entry.state);
    if (op.kind === 'write' && (entry.state?.heads.length ?? 0) > 1) entry.texts ??= entry.state?.heads ?? [];
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

export const writeAll = (db: WriteDb, touched: Touched, ticks: Ticks): Made => atOnce(writing(db, touched, ticks));

export function* writing(db: WriteDb, touched: Touched, ticks: Ticks): Generator<void, Made> {
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
export const versionIn = (touched: Touched, id: string, since: Stamp): string | null =>
  touched.get(`piece\n${id}`)?.state?.heads.find((head) => head >= since && head.length === since.length) ?? null;

/** What each op left, op by op; only the last op on a place counts, so earlier ones are not asked again. */
export function afterOf(touched: Touched, ops: readonly Op[]): After {
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

export function placeOf(op: Op): string {
  if (op.kind === 'set') return `${keyOf(op)}\nset\n${op.register}`;
  if (op.kind === 'add' || op.kind === 'remove') return `${keyOf(op)}\nin\n${op.set}\n${op.element}`;
  if (op.kind === 'write') return `${keyOf(op)}\nbody`;
  return `${keyOf(op)}\nlife`;
}

export const placesOf = (ops: readonly Op[]): string => [...new Set(ops.map(placeOf))].sort().join('\n\n');
