import type { ChangeLabel } from '../../../core/plan/labels';
import type { Op } from '../../../core/plan/ops';
import type { StoreContext } from '../context';
import { changing } from './changes';
import type { Made } from './transaction';

/** Longest work between two looks at who is calling, in milliseconds. */
const AT_ONCE = 12;

export type LongChange = {
  /** What to do, asked anew for each try: what was there before may have changed. */
  readonly ops: () => { readonly label: ChangeLabel; readonly ops: readonly Op[] };
  /** Share of the work that is done, 0 to 1; falls back when a try had to give way. */
  readonly step: (share: number) => void;
  /** Throws when the work was given up. */
  readonly goOn: () => void;
};

/**
 * Makes one large change as one transaction and one step of undo, in slices between which calls are answered. Giving
 * up or a killed process leaves nothing of it. Null when there was nothing to change.
 */
export async function makeLongChange(store: StoreContext, { ops, step, goOn }: LongChange): Promise<Made | null> {
  for (let tries = 0; ; tries += 1) {
    const manner = await store.room.wait(tries, goOn);
    const change = ops();
    if (change.ops.length === 0) return null;
    const made = await attempt(store, change, step, goOn, manner === 'stay');
    if (made !== 'gave way') return made;
    step(0);
  }
}

async function attempt(
  store: StoreContext,
  { label, ops }: ReturnType<LongChange['ops']>,
  step: LongChange['step'],
  goOn: LongChange['goOn'],
  stays: boolean,
): Promise<Made | null | 'gave way'> {
  const { db, clock, room } = store;
  const turn = { left: false };
  const leave = (): void => {
    turn.left = true;
    if (db.inTransaction) db.exec('ROLLBACK');
  };
  const giveBack = room.take(leave);
  try {
    db.exec('BEGIN IMMEDIATE');
    const slices = changing(db, clock, label, ops);
    // Applying, writing and keeping the history pause about equally often, each once per fifty records or so.
    const expected = ops.length / 12;
    let [done, since] = [0, performance.now()];
    for (let next = slices.next(); ; next = slices.next()) {
      if (next.done === true) {
        db.exec('COMMIT');
        if (next.value !== null) clock.last = next.value.stamp;
        return next.value;
      }
      done += 1;
      if (stays || performance.now() - since < AT_ONCE) continue;
      step(Math.min(0.99, done / expected));
      await new Promise((pause) => setImmediate(pause));
      if (turn.left) return 'gave way';
      goOn();
      since = performance.now();
    }
  } catch (error) {
    if (!turn.left && db.inTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    giveBack();
  }
}
