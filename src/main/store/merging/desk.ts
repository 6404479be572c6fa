import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { CallParsed, ComparedCard, ComparedRecord, MergeState, StudioEvents } from '../../../contract';
import { sortCompared } from '../../../core/plan/comparing/compare';
import { type Failure, failure, Refusal, refuse } from '../../../core/result';
import type { StoreContext } from '../context';
import { makeBackup } from '../files/backups';
import { writeKeptFiles } from '../files/newerPlan';
import { takeAssets } from '../files/planFiles';
import { historyState } from '../history/undo';
import { DATABASE, worded } from '../workspace';
import { type Applied, applyBeside, applying, requireNamed } from './applying';
import { authorsOf, cardsOf, withWhatIsAdded } from './cards';
import { comparing, type DryRun, type Incoming, planTask, readIncoming } from './incoming';
import { type Reading, readElsewhere, type SpawnPlanReader } from './reading';

/** The one merge of a workspace: from the file the user chose, over the dry run, to one change. */
export type MergeDesk = {
  readonly start: (path: string) => MergeState;
  readonly state: () => MergeState | null;
  readonly page: (asked: CallParsed<'plan.compared'>) => {
    readonly items: readonly ComparedCard[];
    readonly total: number;
  };
  readonly record: (asked: CallParsed<'plan.compared_record'>) => ComparedRecord;
  readonly merge: (asked: CallParsed<'plan.merge'>) => MergeState;
  readonly cancel: (job: string) => void;
  readonly close: () => void;
};

export type MergeWiring = {
  readonly store: () => StoreContext;
  /** The thread plans are read in; null to read them here. */
  readonly spawn: SpawnPlanReader | null;
  readonly tell: (fact: StudioEvents['merging']) => void;
};

type Job = {
  state: MergeState;
  incoming: Incoming | null;
  /** While the file is read elsewhere. */
  reading: Reading | null;
  /** Where its pictures wait until it is merged. */
  staging: string | null;
  /** What was compared, sorted for reading; and the workspace as it was then. */
  run: DryRun | null;
  records: readonly ComparedRecord[];
  at: { readonly db: StoreContext['db']; readonly clock: string | null } | null;
};

/** Pause between two events about progress, and longest work between two looks at who is calling, in milliseconds. */
const TELL_EVERY = 100;
const AT_ONCE = 12;

export function createMergeDesk({ store, spawn, tell }: MergeWiring): MergeDesk {
  let job: Job | null = null;
  let toldAt = 0;

  const become = (one: Job, next: Partial<MergeState>, always = true): void => {
    one.state = { ...one.state, ...next };
    const now = performance.now();
    if (one !== job || (!always && now - toldAt < TELL_EVERY)) return;
    toldAt = now;
    tell({ state: one.state });
  };
  const the = (id: string): Job => (job?.state.job === id ? job : refuse('merge_gone'));
  const goOn = (one: Job, phase: MergeState['phase']): void => {
    if (one !== job || one.state.phase !== phase) refuse('cancelled');
  };

  /** Runs a phase to its end; what it refuses is told, and an end by the user is no failure. */
  async function through(one: Job, phase: MergeState['phase'], work: () => Promise<void>): Promise<void> {
    try {
      await new Promise((next) => setImmediate(next));
      goOn(one, phase);
      await work();
    } catch (error) {
      if (one.state.phase !== phase) return;
      await clear(one);
      // A full disk or a read-only folder is said as what it is.
      const cause = worded(error, `${store().folder}/${DATABASE}`);
      if (!(cause instanceof Refusal)) console.error(cause);
      become(one, { phase: 'failed', failure: failureOf(cause) });
    }
  }

  /** Reads the file in a thread of its own, where there is one: meanwhile calls are answered as ever. */
  async function read(one: Job, path: string): Promise<Incoming> {
    const task = planTask(store(), path);
    one.staging = task.staging;
    if (spawn === null) {
      one.incoming = readIncoming(task);
      return one.incoming;
    }
    one.reading = readElsewhere(spawn, task);
    const plan = await one.reading.ended;
    one.reading = null;
    goOn(one, 'reading');
    if (plan === null) return refuse('reading_stopped', { file: basename(path) });
    if ('code' in plan) throw new Refusal(plan);
    one.incoming = plan;
    return plan;
  }

  /** Ends the reading, and lets go of pictures that nobody took. */
  async function clear(one: Job): Promise<void> {
    await one.reading?.stop();
    if (one.staging !== null) rmSync(one.staging, { recursive: true, force: true });
    one.staging = null;
  }

  async function compare(one: Job, phase: MergeState['phase']): Promise<DryRun> {
    const context = store();
    const incoming = one.incoming as Incoming;
    const slices = comparing(context, incoming);
    let since = performance.now();
    for (let next = slices.next(); ; next = slices.next()) {
      if (next.done === true) {
        one.run = next.value;
        one.records = sortCompared(next.value.tally.records);
        one.at = { db: context.db, clock: context.clock.last };
        return next.value;
      }
      if (performance.now() - since < AT_ONCE) continue;
      become(one, { done: next.value }, false);
      await new Promise((pause) => setImmediate(pause));
      goOn(one, phase);
      // Whatever was edited meanwhile is compared again when it is merged.
      since = performance.now();
    }
  }

  /** The dry run, if nothing was edited since. */
  const isFresh = (one: Job): boolean => {
    const { db, clock } = store();
    return one.run !== null && one.at?.db === db && one.at.clock === clock.last;
  };

  async function merge(one: Job, deletions: number | null): Promise<void> {
    const incoming = one.incoming as Incoming;
    let backup: string | null = null;
    const assets = takeAssets(store().folder, incoming.staging, incoming.pictures);
    writeKeptFiles(store().folder, incoming.words.newer);
    for (let tries = 0; ; tries += 1) {
      const context = store();
      const run = isFresh(one) ? (one.run as DryRun) : await compare(one, 'applying');
      requireNamed(run, deletions);
      if (run.writes === 0) {
        const isNew = context.db.transaction(() => applyBeside(context, incoming, run))();
        if (isNew) context.tellAll('import', [], historyState(context.db));
        await clear(one);
        return become(one, { phase: 'done', summary: run.summary, result: resultOf(0, assets, 0, null) });
      }
      if (backup === null) {
        const { db, folder, clock, binding } = context;
        backup = (await makeBackup(db, folder, 'before_import', clock.now(), binding)).name;
        goOn(one, 'applying');
      }
      const manner = await context.room.wait(tries, () => goOn(one, 'applying'));
      if (!isFresh(one)) continue;
      const applied = await attempt(one, context, run, backup, manner === 'stay');
      if (applied === null) continue;
      context.tell(applied.made, 'import');
      await clear(one);
      return become(one, {
        phase: 'done',
        done: run.taken.length,
        summary: run.summary,
        result: resultOf(run.writes, assets, applied.waiting, backup),
      });
    }
  }

  /** One transaction between calls; null when it had to give way to one. */
  async function attempt(
    one: Job,
    context: StoreContext,
    run: DryRun,
    backup: string,
    stays: boolean,
  ): Promise<Applied | null> {
    const { db, clock, room } = context;
    const turn = { left: false };
    const giveBack = room.take(() => {
      turn.left = true;
      if (db.inTransaction) db.exec('ROLLBACK');
    });
    become(one, { done: 0, total: run.taken.length });
    try {
      db.exec('BEGIN IMMEDIATE');
      const authors = JSON.stringify(one.state.authors);
      const slices = applying(context, one.incoming as Incoming, run, { authors, backup });
      let since = performance.now();
      for (let next = slices.next(); ; next = slices.next()) {
        if (next.done === true) {
          db.exec('COMMIT');
          // The clock moves only with the committed transaction: a failed merge must not move it.
          clock.last = next.value.made.stamp;
          return next.value;
        }
        if (stays || performance.now() - since < AT_ONCE) continue;
        become(one, { done: next.value }, false);
        await new Promise((pause) => setImmediate(pause));
        if (turn.left) return null;
        goOn(one, 'applying');
        since = performance.now();
      }
    } catch (error) {
      if (!turn.left && db.inTransaction) db.exec('ROLLBACK');
      throw error;
    } finally {
      giveBack();
    }
  }

  const stop = (one: Job): void => {
    if (['done', 'failed', 'cancelled'].includes(one.state.phase)) return;
    become(one, { phase: 'cancelled' });
    void clear(one);
    Object.assign(one, { incoming: null, run: null, records: [] } satisfies Partial<Job>);
  };

  return {
    start: (path) => {
      if (job?.state.phase === 'applying') refuse('merge_gone');
      if (job !== null) stop(job);
      const one: Job = {
        state: begun(store().newId('g'), basename(path)),
        incoming: null,
        reading: null,
        staging: null,
        run: null,
        records: [],
        at: null,
      };
      job = one;
      void through(one, 'reading', async () => {
        const incoming = await read(one, path);
        become(one, { total: incoming.total });
        const { summary, taken } = await compare(one, 'reading');
        const authors = authorsOf(store(), summary, taken);
        become(one, {
          phase: 'ready',
          done: one.state.total,
          summary,
          authors,
          kept: incoming.kept,
          part: incoming.words.part === true,
        });
      });
      return one.state;
    },
    state: () => job?.state ?? null,
    page: ({ job: id, group, type, limit, offset }) => {
      const { run, records } = the(id);
      const found = records.filter(
        (record) => (group === null || record.group === group) && (type === null || record.type === type),
      );
      const items = run === null ? [] : cardsOf(store(), run, found.slice(offset, offset + limit));
      return { items, total: found.length };
    },
    record: ({ job: id, type, id: record }) => {
      const { records, run } = the(id);
      const found = records.find((one) => one.type === type && one.id === record);
      return found === undefined ? refuse('not_found', { where: `${type} ${record}` }) : withWhatIsAdded(run, found);
    },
    merge: ({ job: id, deletions }) => {
      const one = the(id);
      if (one.state.phase !== 'ready' || one.run === null) return refuse('merge_gone');
      requireNamed(one.run, deletions);
      become(one, { phase: 'applying', done: 0, total: one.run.taken.length });
      void through(one, 'applying', () => merge(one, deletions));
      return one.state;
    },
    cancel: (id) => stop(the(id)),
    close: () => {
      if (job !== null) stop(job);
      job = null;
    },
  };
}

const begun = (job: string, name: string): MergeState => ({
  job,
  phase: 'reading',
  name,
  total: 0,
  done: 0,
  summary: null,
  authors: [],
  kept: null,
  part: false,
  failure: null,
  result: null,
});

const resultOf = (changed: number, assets: number, waiting: number, backup: string | null) => ({
  changed,
  assets,
  waiting,
  backup,
});

const failureOf = (error: unknown): Failure =>
  error instanceof Refusal ? error.failure : failure('internal', { message: 'merge' });
