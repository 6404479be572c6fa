import { join } from 'node:path';
import { Tally } from '../../../core/plan/comparing/compare';
import { compareRecord } from '../../../core/plan/comparing/record';
import type { CompareSummary } from '../../../core/plan/comparing/types';
import type { RecordState } from '../../../core/plan/state';
import { isWithin } from '../../../core/plan/within';
import { assetFolder } from '../assets/assets';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { wasUndone } from '../history/asideTexts';
import { keptVersions, readAnyState, standsAs } from '../rows';
import { workspaceIdOf } from '../workspace';
import { type PlanTask, type ReceivedPlan, readReceived } from './received';
import { seenAsMine, seenHere } from './seen';

/** A received plan as the store holds it: its records may still be text, and are read part by part. */
export type Incoming = Omit<ReceivedPlan, 'lawful'> & {
  readonly staging: string;
  readonly total: number;
  readonly parts: readonly (string | readonly RecordState[])[];
};

/** What the reader of a plan is told. `staging` is swept at the next start, should this one end before it is cleared. */
export function planTask({ db, clock, folder, newId }: StoreContext, path: string): PlanTask {
  return {
    path,
    workspaceId: workspaceIdOf(db),
    now: clock.now(),
    held: heldStates(db),
    known: prepared(db, mergedWhole).pluck().all() as string[],
    assets: assetFolder(folder),
    staging: join(folder, `${newId('received')}.part`),
  };
}

/** Files of which all was taken: what was held back may come of age, and what was undone may be wanted again. */
const mergedWhole = `SELECT DISTINCT digest FROM plan_merge
  WHERE json_extract(summary, '$.held') = 0 AND NOT ${wasUndone('plan_merge.stamp')}`;

/** Reads a plan here and now: for tests, measurements, and a store without a thread to read in. */
export function readIncoming(task: PlanTask): Incoming {
  const { lawful, ...plan } = readReceived(task);
  return { ...plan, staging: task.staging, total: lawful.length, parts: [lawful] };
}

function* recordsOf({ parts }: Incoming): Generator<RecordState> {
  for (const part of parts) yield* typeof part === 'string' ? (JSON.parse(part) as readonly RecordState[]) : part;
}

/** Taken edits wait no longer, unless taking them was undone. */
export const stillHeld = `(settled IS NULL OR ${wasUndone('settled')})`;

export const heldStates = (db: ReadDb): readonly RecordState[] =>
  (prepared(db, `SELECT state FROM held_record WHERE ${stillHeld} ORDER BY type, id`).all() as { state: string }[]).map(
    ({ state }) => JSON.parse(state) as RecordState,
  );

/** One record as merging leaves it; `change` null where nothing visible differs. */
export type Taken = ReturnType<typeof compareRecord> & {
  readonly before: RecordState | null;
  /** Whether the record itself becomes another; else only what it overrode is to be kept. */
  readonly writes: boolean;
};

/** The dry run: what merging would write, and what a person is told of it. */
export type DryRun = {
  readonly tally: Tally;
  /** Records that would be written, and those whose newer values override what they did not know of. */
  readonly taken: readonly Taken[];
  /** How many of them would be written. */
  readonly writes: number;
  readonly summary: CompareSummary;
};

/** Compares in slices; the caller pauses between them. Reads only the records the file names. */
export function* comparing(store: StoreContext, incoming: Incoming): Generator<number, DryRun> {
  const { db, clock } = store;
  const tally = new Tally();
  tally.live({ type: 'piece' }, countShown(db, 'piece'));
  tally.live({ type: 'placement' }, countShown(db, 'placement'));
  const mineSeen = seenAsMine(seenHere(db), clock.node);
  const taken: Taken[] = [];
  let at = 0;
  for (const theirs of recordsOf(incoming)) {
    at += 1;
    // Most of a received plan is here as it is: it is neither read nor merged, for merging the same changes nothing.
    if (standsAs(db, theirs)) {
      yield at;
      continue;
    }
    const before = readAnyState(db, theirs.type, theirs.id);
    if (before !== null) tally.look(before, theirs);
    const kept = () => keptVersions(db, theirs.id);
    const compared = compareRecord(before, theirs, { mineSeen, theirsSeen: incoming.seen, kept });
    if (compared.change !== null) tally.add(compared.change, before, compared.merged);
    const writes = before === null || (compared.merged !== before && !isWithin(compared.merged, before));
    if (writes || compared.change !== null) taken.push({ ...compared, before, writes });
    yield at;
  }
  const writes = taken.filter((one) => one.writes).length;
  return { tally, taken, writes, summary: tally.summary(incoming.held.length) };
}

const countShown = (db: ReadDb, type: 'piece' | 'placement'): number =>
  prepared(
    db,
    type === 'piece'
      ? 'SELECT count(*) FROM piece WHERE alive = 1 AND trashed = 0'
      : 'SELECT count(*) FROM placement WHERE alive = 1',
  )
    .pluck()
    .get() as number;
