import type { ClockAhead, ConflictCard } from '../../../contract';
import { recordTypes } from '../../../core/model/records';
import { makeStamp, type NodeId, nodeOf, type Stamp } from '../../../core/model/stamp';
import {
  aheadOf,
  MOST_AHEAD,
  type Renewal,
  renewal,
  renewed,
  renewedVersion,
  stampsOf,
} from '../../../core/plan/comparing/future';
import { markOf } from '../../../core/plan/comparing/marks';
import { clockAfter } from '../../../core/plan/merge';
import type { RecordState } from '../../../core/plan/state';
import { refuse } from '../../../core/result';
import type { StoreContext } from '../context';
import { prepared, type ReadDb, type WriteDb } from '../database';
import { makeBackup } from '../files/backups';
import { historyState } from '../history/undo';
import { allStates, keptVersions, writeState } from '../rows';
import { heldStates } from './incoming';

/**
 * What this machine wrote while its own clock was days or years ahead: nobody merges it (M9), and everything written since
 * stands behind it and is held back with it. Once the clock is right again such edits are written anew, in their order.
 */
export function clockAhead({ db, clock }: Pick<StoreContext, 'db' | 'clock'>): ClockAhead | null {
  const isAhead = aheadOf(clock.now());
  // A machine's clock lies behind everything in its plan, so one look tells that all is well.
  if (clock.last === null || !isAhead(clock.last)) return null;
  const touched = touchedSince(db, clock.now() + MOST_AHEAD);
  if (touched.length === 0) return null;
  const mine = touched.filter((stamp) => nodeOf(stamp) === clock.node);
  const sorted = (mine.length === 0 ? touched : mine).sort();
  const [from, until] = [sorted[0] as Stamp, sorted.at(-1) as Stamp];
  return { records: mine.length, others: touched.length - mine.length, from: markOf(from), until: markOf(until) };
}

/** It waits in the tray as one thing, under the workspace's name. */
export function clockCard(store: Pick<StoreContext, 'db' | 'clock'>, name: string): readonly ConflictCard[] {
  const ahead = clockAhead(store);
  if (ahead === null) return [];
  return [{ kind: 'clock', type: 'workspace', id: 'workspace', name, by: [ahead.until], since: ahead.from.at }];
}

/** The latest edit of each record that was touched later than that, records of newer versions aside. */
const touchedSince = (db: ReadDb, millis: number): Stamp[] =>
  recordTypes.flatMap(
    (type) =>
      prepared(db, `SELECT touched FROM ${type} WHERE touched > ?`)
        .pluck()
        .all(makeStamp({ millis: millis + 1, counter: 0, node: FIRST })) as Stamp[],
  );
const FIRST = '0000000000000000' as NodeId;

/**
 * Writes them anew under clocks of now, after a safety copy. Nothing anybody sees becomes another, so there is no step to
 * undo, and what was done before can be undone as before. Refuses `conflict_gone` when nothing lies ahead any more, and
 * `clock_others` when others' edits do, too: then the date of this machine is the one that is wrong.
 */
export async function repairClock(store: StoreContext): Promise<number> {
  const { records, others } = clockAhead(store) ?? refuse('conflict_gone');
  if (others > 0) refuse('clock_others', { count: others });
  await makeBackup(store.db, store.folder, 'before_repair', store.clock.now(), store.binding);
  const { db, clock } = store;
  const last = db.transaction(() => renewAll(db, clock.node, clock.now()))();
  clock.last = last;
  store.tellAll('import', recordTypes, historyState(db));
  return records;
}

/** Answers where the machine's clock stands then. */
function renewAll(db: WriteDb, node: NodeId, now: number): Stamp | null {
  const isAhead = aheadOf(now);
  const states = allStates(db);
  const known = [...states.flatMap(stampsOf), ...loggedStamps(db)];
  const lawful = known.filter((stamp) => !isAhead(stamp)).reduce<Stamp | null>(later, null);
  const { anew, last } = renewal(known, { node, now, last: lawful });
  const renewedStates = states.flatMap((state) =>
    stampsOf(state).some((stamp) => anew.has(stamp)) ? [renewed(state, anew)] : [],
  );
  renewVersions(db, anew);
  for (const state of renewedStates) writeState(db, state);
  renewLogs(db, anew);
  renewHeld(db, anew);
  return clockAfter(last, renewedStates);
}

const later = (a: Stamp | null, b: Stamp): Stamp => (a === null || b > a ? b : a);

/** Where the clocks of edits stand beside the records: history goes on naming what it named. */
const LOGS = [
  ['change', 'stamp'],
  ['piece_log', 'stamp'],
  ['piece_log', 'version'],
  ['plan_merge', 'stamp'],
  ['also_changed', 'stamp'],
  ['also_changed', 'lost_stamp'],
  ['also_changed', 'won_stamp'],
  ['body_version', 'id'],
  ['text_aside', 'version'],
  ['text_aside', 'beside'],
  ['text_aside', 'settled'],
  ['life_aside', 'settled'],
  ['held_record', 'settled'],
] as const;

/** Through a table of their own: history has no index of clocks, and is not to be read once for each of them. */
function renewLogs(db: WriteDb, anew: Renewal): void {
  db.exec('CREATE TEMP TABLE renewed_clock (was TEXT PRIMARY KEY, now TEXT NOT NULL) STRICT, WITHOUT ROWID');
  const put = db.prepare('INSERT INTO renewed_clock (was, now) VALUES (?, ?)');
  for (const [was, now] of anew) put.run(was, now);
  for (const [table, column] of LOGS)
    db.exec(
      `UPDATE ${table} SET ${column} = (SELECT now FROM renewed_clock WHERE was = ${column})
       WHERE ${column} IN (SELECT was FROM renewed_clock)`,
    );
  db.exec('DROP TABLE renewed_clock');
}

const loggedStamps = (db: ReadDb): readonly Stamp[] =>
  LOGS.flatMap(
    ([table, column]) =>
      prepared(db, `SELECT DISTINCT ${column} FROM ${table} WHERE length(${column}) = 34`).pluck().all() as Stamp[],
  );

/** Earlier texts too: they are what later ones say they replace. */
function renewVersions(db: WriteDb, anew: Renewal): void {
  const owners = prepared(db, 'SELECT DISTINCT owner FROM body_version').pluck().all() as string[];
  for (const owner of owners)
    for (const version of keptVersions(db, owner)) {
      const after = renewedVersion(version, anew);
      if (JSON.stringify(after.replaces) !== JSON.stringify(version.replaces))
        prepared(db, 'UPDATE body_version SET replaces = ? WHERE owner = ? AND id = ?').run(
          JSON.stringify(after.replaces),
          owner,
          version.id,
        );
    }
}

/** What is held back of others' may name what was written here. */
function renewHeld(db: WriteDb, anew: Renewal): void {
  for (const state of heldStates(db)) {
    if (!stampsOf(state).some((stamp) => anew.has(stamp))) continue;
    const after: RecordState = renewed(state, anew);
    prepared(db, 'UPDATE held_record SET state = ? WHERE type = ? AND id = ?').run(
      JSON.stringify(after),
      state.type,
      state.id,
    );
  }
}
