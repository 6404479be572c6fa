import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Horizon } from '../../../core/model/stamp';
import { Tally } from '../../../core/plan/comparing/compare';
import { aheadOf, withoutFuture } from '../../../core/plan/comparing/future';
import { seenByPlan } from '../../../core/plan/comparing/marks';
import { compareRecord } from '../../../core/plan/comparing/record';
import type { CompareSummary } from '../../../core/plan/comparing/types';
import type { PlanContent } from '../../../core/plan/file/content';
import { planJson } from '../../../core/plan/file/write';
import { byTypeAndId, keyOf, mergeStates } from '../../../core/plan/merge';
import type { RecordState } from '../../../core/plan/state';
import { isWithin } from '../../../core/plan/within';
import { refuse } from '../../../core/result';
import type { StoreContext } from '../context';
import { prepared, type ReadDb } from '../database';
import { readPlan } from '../files/planFiles';
import { wasUndone } from '../history/asideTexts';
import { keptVersions, readAnyState } from '../rows';
import { workspaceIdOf } from '../workspace';
import { seenAsMine, seenHere } from './seen';

/** A received plan, parted into what may be merged and what lies more than a day ahead. */
export type Incoming = {
  readonly name: string;
  /** SHA-256 of the file; of what it says, for a plan in a folder. */
  readonly digest: string;
  readonly content: PlanContent;
  readonly lawful: readonly RecordState[];
  readonly held: readonly RecordState[];
  /** Everything its owner had seen, what lies ahead aside. */
  readonly seen: Horizon;
};

/**
 * Reads and checks the file, having changed nothing. Parts that were held back from an earlier file and have come of age
 * come along. Refuses what `readPlanFile` refuses, and `file_other_workspace`.
 */
export function readIncoming(store: StoreContext, path: string): Incoming {
  const name = basename(path);
  const content = readPlan(path);
  if (content.workspaceId !== workspaceIdOf(store.db)) refuse('file_other_workspace', { file: name });
  const now = store.clock.now();
  const isAhead = aheadOf(now);
  // Parted first and merged then: an edit that is held back must not win over the same edit dated anew.
  const parted = [...heldStates(store.db), ...content.states].map((state) => withoutFuture(state, now));
  const lawful = joined(parted.flatMap((part) => part.lawful ?? []));
  return {
    name,
    digest: digestOf(path, content),
    content,
    lawful,
    held: joined(parted.flatMap(({ future }) => future ?? [])),
    seen: seenByPlan(
      lawful,
      (content.seen ?? []).filter((stamp) => !isAhead(stamp)),
    ),
  };
}

/** One state for each record, sorted by type and id. */
function joined(states: readonly RecordState[]): readonly RecordState[] {
  const byKey = new Map<string, RecordState>();
  for (const state of states) {
    const other = byKey.get(keyOf(state));
    byKey.set(keyOf(state), other === undefined ? state : mergeStates(other, state));
  }
  return [...byKey.values()].sort(byTypeAndId);
}

const digestOf = (path: string, content: PlanContent): string =>
  createHash('sha256')
    .update(statSync(path).isFile() && path.endsWith('.juzhen') ? readFileSync(path) : planJson(content))
    .digest('hex');

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
  for (const [at, theirs] of incoming.lawful.entries()) {
    const before = readAnyState(db, theirs.type, theirs.id);
    if (before !== null) tally.look(before, theirs);
    const kept = () => keptVersions(db, theirs.id);
    const compared = compareRecord(before, theirs, { mineSeen, theirsSeen: incoming.seen, kept });
    if (compared.change !== null) tally.add(compared.change, before, compared.merged);
    const writes = before === null || (compared.merged !== before && !isWithin(compared.merged, before));
    if (writes || compared.change !== null) taken.push({ ...compared, before, writes });
    yield at + 1;
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
