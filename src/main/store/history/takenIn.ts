import type { RecordType } from '../../../core/model/records';
import { laterStamp, type Stamp } from '../../../core/model/stamp';
import type { ChangeLabel } from '../../../core/plan/labels';
import type { Op } from '../../../core/plan/ops';
import { horizonOf, type RecordState } from '../../../core/plan/state';
import { prepared, type WriteDb } from '../database';
import { writeState } from '../rows';
import { afterLastDone } from './changes';
import { logging } from './pieceLog';
import { afterOf, atOnce, type Clock, type Made, stateOf, type Touched, ticksOf } from './transaction';

/**
 * A record as it stands once somebody's facts are merged in, and the same told as a person's ops; `inverse` in the order
 * in which undo does it.
 */
export type Taken = {
  readonly after: RecordState;
  readonly ops: readonly Op[];
  readonly inverse: readonly Op[];
};

/**
 * Takes in merged records under the clocks they were written with, as one change: undo writes what was seen before as the
 * latest edit. The clock of this copy passes everything it has taken in. Null when there is nothing.
 */
export function takeStates(db: WriteDb, clock: Clock, label: ChangeLabel, taken: readonly Taken[]): Made | null {
  if (taken.length === 0) return null;
  const seen = taken.flatMap(({ after }) => horizonOf(after)).reduce<Stamp | null>(later, clock.last);
  const made = db.transaction((): Made => {
    for (const { after } of taken) writeState(db, after);
    const ticks = ticksOf({ ...clock, last: seen });
    const ops = taken.flatMap((one) => one.ops);
    const inverse = taken.toReversed().flatMap((one) => one.inverse);
    if (ops.length > 0) record(db, clock, label, { ops, inverse, stamp: ticks.first });
    const changed = taken.filter((one) => one.ops.length > 0).map(({ after }) => after);
    return {
      stamp: ticks.first,
      types: [...new Set(changed.map(({ type }) => type as RecordType))],
      ids: changed.map(({ id }) => id),
    };
  })();
  clock.last = made.stamp;
  return made;
}

const later = (latest: Stamp | null, stamp: Stamp): Stamp => (latest === null ? stamp : laterStamp(latest, stamp));

type Step = { readonly ops: readonly Op[]; readonly inverse: readonly Op[]; readonly stamp: Stamp };

function record(db: WriteDb, clock: Clock, label: ChangeLabel, { ops, inverse, stamp }: Step): void {
  const touched: Touched = new Map();
  for (const op of ops) stateOf(db, touched, op);
  const at = clock.now();
  atOnce(
    logging(db, { stamp, at, step: 'edit', label, ops, inverse, session: null, extended: false, version: () => null }),
  );
  prepared(db, `UPDATE change SET status = 'dropped' WHERE status = 'undone' AND ${afterLastDone}`).run();
  prepared(
    db,
    "INSERT INTO change (stamp, made_at, label, ops, inverse, after, session, status) VALUES (?, ?, ?, ?, ?, ?, NULL, 'done')",
  ).run(
    stamp,
    at,
    JSON.stringify(label),
    JSON.stringify(ops),
    JSON.stringify(inverse),
    JSON.stringify(afterOf(touched, ops)),
  );
}
