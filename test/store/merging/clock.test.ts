import { expect, it } from 'vitest';
import type { MergeState } from '../../../src/contract';
import { createOp } from '../../../src/core/plan/ops';
import { makeChange } from '../../../src/main/store/history/changes';
import type * as desk from '../../../src/main/store/merging/desk';
import { createMergeDesk } from '../../../src/main/store/merging/desk';
import { mutated } from '../../core/plan/laws/mutant';
import { Desk } from './desks';

/** Merges a plan into a database that fails in the last moment; answers whether the clock stood still. */
async function failedMerge(
  create: typeof desk.createMergeDesk,
): Promise<{ readonly failed: boolean; readonly moved: boolean }> {
  const first = await Desk.open(Desk.home());
  const other = await first.copy();
  const mine = await first.again();
  const { db, clock } = other.wait(5_000).store.context;
  makeChange(db, clock, { code: 'piece_create', params: {} }, [createOp('piece', 'p1', { title: '夜航' })]);
  const path = other.mail();
  const before = mine.store.context.clock.last;
  const merging = create({ store: () => mine.store.context, spawn: null, tell: () => undefined });
  const until = async (phase: MergeState['phase']): Promise<MergeState> => {
    for (;;) {
      const state = merging.state();
      if (state !== null && state.phase !== phase) return state;
      await new Promise((next) => setTimeout(next, 1));
    }
  };
  const { job } = merging.start(path);
  await until('reading');
  // Nothing can be noted of a merge any more: everything up to here has been written by then.
  mine.db.exec('ALTER TABLE plan_merge RENAME TO plan_merge_gone');
  merging.merge({ job, deletions: null });
  const { phase } = await until('applying');
  const moved = mine.store.context.clock.last !== before;
  mine.db.exec('ALTER TABLE plan_merge_gone RENAME TO plan_merge');
  mine.close();
  other.close();
  return { failed: phase === 'failed', moved };
}

it('M9: a merge that fails at the last moment leaves the clock where it was', async () => {
  expect(await failedMerge(createMergeDesk)).toEqual({ failed: true, moved: false });
});

it('a copy of the store whose clock moves before the commit is caught', async () => {
  const { createMergeDesk: faulty } = await mutated<typeof desk>(
    'src/main/store/merging/desk.ts',
    {
      file: 'store/merging/applying.ts',
      from: 'const ops: Op[] = [];',
      to: 'clock.last = stamp; const ops: Op[] = [];',
    },
    ['better-sqlite3'],
  );
  expect(await failedMerge(faulty)).toEqual({ failed: true, moved: true });
});
