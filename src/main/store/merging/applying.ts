import type { Json } from '../../../core/model/json';
import { laterStamp, nextStamp, type Stamp } from '../../../core/model/stamp';
import { joinMore, planHorizon } from '../../../core/plan/merge';
import { asOps } from '../../../core/plan/merging/asOps';
import { type Op, traceOf } from '../../../core/plan/ops';
import { knownType, type RecordState } from '../../../core/plan/state';
import { refuse } from '../../../core/result';
import { forgetUses } from '../assets/assetUses';
import type { StoreContext } from '../context';
import { prepared, type WriteDb } from '../database';
import { addNewer } from '../files/newerPlan';
import { MORE } from '../files/planFiles';
import { afterLastDone } from '../history/changes';
import { logging } from '../history/pieceLog';
import { atOnce, type Made, placeOf } from '../history/transaction';
import { readMeta, writeMeta } from '../migrations';
import { readAnyState, writeState, writeVersion } from '../rows';
import { noteConflicts } from './aside';
import { saysNew } from './heldNews';
import { type DryRun, heldStates, type Incoming, type Taken } from './incoming';
import { addSeen } from './seen';

export type Applied = { readonly made: Made; readonly waiting: number };

/** Names of the merge in history: the file, what it brought, and the safety copy before it. */
export type Naming = { readonly authors: string; readonly backup: string | null };

/** Records written by one slice, after which merging pauses. */
const SLICE = 50;

/**
 * Writes a dry run as one change and one step of undo, in slices; the transaction is the caller's, and so is moving the
 * clock (`applied.made.stamp`) behind the commit. Everything that follows from it is written with it: history, what
 * concurrent edits replaced, what waits for a person, what was held back, what has been seen.
 */
export function* applying(
  store: StoreContext,
  incoming: Incoming,
  { taken, writes, summary }: DryRun,
  { authors, backup }: Naming,
): Generator<number, Applied> {
  const { db, clock } = store;
  const now = clock.now();
  const stamp = nextStamp(laterOf(clock.last, incoming.latest), now, clock.node);
  const ops: Op[] = [];
  const inverse: Op[] = [];
  const after = new Map<string, { readonly op: number; readonly trace: Json }>();
  let waiting = 0;
  for (const [at, one] of taken.entries()) {
    const { before, merged } = one;
    noteReplaced(db, one, stamp, now);
    if (!one.writes) continue;
    writeRecord(db, before, merged);
    waiting += noteConflicts(db, merged, now);
    const told = asOps(before, merged);
    for (const op of told.ops) {
      after.set(placeOf(op), { op: ops.length, trace: traceOf(merged, op) });
      ops.push(op);
    }
    inverse.unshift(...told.inverse);
    if (at % SLICE === SLICE - 1) yield at + 1;
  }
  const written = taken.filter((one) => one.writes);
  forgetUses(
    db,
    written.map(({ merged }) => merged.id),
  );
  const label = { code: 'plan_merge', params: { title: incoming.name, count: writes } } as const;
  const versions = new Map(written.map(({ before, merged }) => [merged.id, newText(before, merged)]));
  atOnce(
    logging(db, {
      stamp,
      at: now,
      step: 'edit',
      label,
      ops,
      inverse,
      session: null,
      extended: false,
      version: (id) => versions.get(id) ?? null,
    }),
  );
  prepared(db, `UPDATE change SET status = 'dropped' WHERE status = 'undone' AND ${afterLastDone}`).run();
  prepared(
    db,
    "INSERT INTO change (stamp, made_at, label, ops, inverse, after, session, status) VALUES (?, ?, ?, ?, ?, ?, NULL, 'done')",
  ).run(
    stamp,
    now,
    JSON.stringify(label),
    JSON.stringify(ops),
    JSON.stringify(inverse),
    JSON.stringify([...after.values()]),
  );
  prepared(
    db,
    'INSERT INTO plan_merge (stamp, at, name, digest, summary, authors, changed, backup) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(stamp, now, incoming.name, incoming.digest, JSON.stringify(summary), authors, writes, backup);
  // What these records had been touched by is forgotten where it was replaced, and was seen all the same.
  addSeen(db, planHorizon(written.flatMap(({ before }) => before ?? [])));
  noteBeside(db, incoming, now);
  const types = [...new Set(written.flatMap(({ merged }) => knownType(merged) ?? []))];
  return { made: { stamp, types, ids: written.map(({ merged }) => merged.id) }, waiting };
}

const laterOf = (a: Stamp | null, b: Stamp | null): Stamp | null =>
  a === null || b === null ? (a ?? b) : laterStamp(a, b);

/** Where no record becomes another there is no step to undo; what is to be remembered is. Answers whether anything was. */
export function applyBeside({ db, clock }: StoreContext, incoming: Incoming, { taken }: DryRun): boolean {
  const stamp = nextStamp(clock.last, clock.now(), clock.node);
  for (const one of taken) noteReplaced(db, one, stamp, clock.now());
  return noteBeside(db, incoming, clock.now()) || taken.length > 0;
}

/** What a plan brings beside its records. Answers whether anything was new. */
function noteBeside(db: WriteDb, incoming: Incoming, now: number): boolean {
  const { seen, words, held, known } = incoming;
  // What was merged before is all here.
  if (known) return false;
  const hadMore = addMore(db, words);
  const hadHeld = keepHeld(db, held, now);
  return addSeen(db, words.part === true ? [] : seen) || hadMore || hadHeld;
}

function writeRecord(db: WriteDb, before: RecordState | null, merged: RecordState): void {
  for (const version of Object.values(merged.versions)) {
    const isHere = before !== null && Object.hasOwn(before.versions, version.id);
    // What came by file may be the beginning of texts elsewhere: it is kept as one that was carried away.
    if (!isHere) writeVersion(db, merged.id, version, true);
  }
  writeState(db, merged);
}

function newText(before: RecordState | null, merged: RecordState): string | null {
  const shown = [...merged.heads].sort().at(-1) ?? null;
  return shown === null || before?.heads.includes(shown) === true ? null : shown;
}

function noteReplaced(db: WriteDb, { change, merged }: Taken, stamp: Stamp, now: number): void {
  for (const field of change?.fields ?? []) {
    if (field.fate === 'taken' || field.mineBy === null) continue;
    const isMine = field.fate === 'mine_lost';
    prepared(
      db,
      `INSERT INTO also_changed (stamp, at, type, id, register, lost, lost_stamp, won_stamp, mine)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ).run(
      stamp,
      now,
      merged.type,
      merged.id,
      field.register,
      JSON.stringify(isMine ? field.mine : field.theirs),
      isMine ? field.mineBy.stamp : field.theirsBy.stamp,
      isMine ? field.theirsBy.stamp : field.mineBy.stamp,
      isMine ? 1 : 0,
    );
  }
}

/** What plans of newer versions bring beside the records: ours and theirs, and of two that differ the same one everywhere. */
function addMore(db: WriteDb, { more, newer }: Incoming['words']): boolean {
  const hadMore = more !== undefined && joinMeta<typeof more>(db, MORE, (ours) => joinMore(ours ?? {}, more));
  const hadNewer = newer !== undefined && addNewer(db, newer);
  return hadMore || hadNewer;
}

function joinMeta<T>(db: WriteDb, place: string, join: (before: T | undefined) => unknown): boolean {
  const before = readMeta(db, place);
  const merged = JSON.stringify(join(before === null ? undefined : (JSON.parse(before) as T)));
  if (merged === before) return false;
  writeMeta(db, place, merged);
  return true;
}

function keepHeld(db: WriteDb, parts: readonly RecordState[], now: number): boolean {
  const held = parts.filter((state) => saysNew(readAnyState(db, state.type, state.id), state));
  const before = JSON.stringify(heldStates(db));
  if (before === JSON.stringify(held)) return false;
  const since = new Map(
    (
      prepared(db, 'SELECT type, id, since FROM held_record').all() as { type: string; id: string; since: number }[]
    ).map((row) => [`${row.type}\n${row.id}`, row.since]),
  );
  prepared(db, 'DELETE FROM held_record').run();
  for (const state of held)
    prepared(db, 'INSERT INTO held_record (type, id, state, since) VALUES (?, ?, ?, ?)').run(
      state.type,
      state.id,
      JSON.stringify(state),
      since.get(`${state.type}\n${state.id}`) ?? now,
    );
  return true;
}

/** Refuses `merge_deletes` for a mass deletion nobody has named the number of. */
export function requireNamed({ summary }: DryRun, deletions: number | null): void {
  const { mass } = summary;
  if (mass !== null && mass.count !== deletions) refuse('merge_deletes', { ...mass });
}
