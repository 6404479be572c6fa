import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CallOutput, CallParsed, ImportChoice, ImportResult, ImportState, StudioEvents } from '../../../contract';
import { totalsOf } from '../../../core/importing/model';
import { type Failure, Refusal, refuse } from '../../../core/result';
import type { StoreContext } from '../context';
import { countPieces } from '../library/tray';
import { workspaceOf } from '../workspace';
import { applyRows, takenBy } from './applying';
import { Comparison, cardOf, detailOf, type Entry, knownIn } from './entries';
import { rememberedSheets, rememberSheets } from './mappings';
import type { FileRef, FromReader, SheetSaid, SheetSeen, SpawnReader } from './protocol';
import { superviseReading } from './supervise';

/** The one import of a workspace: from what the user chose, over the dry run, to one change. */
export type ImportDesk = {
  readonly start: (paths: readonly string[]) => ImportState;
  readonly state: () => ImportState | null;
  readonly rows: (page: CallParsed<'import.rows'>) => CallOutput<'import.rows'>;
  readonly row: (job: string, index: number) => CallOutput<'import.row'>;
  /** Reads again, with what the user says about one sheet. */
  readonly remap: (job: string, said: SheetSaid) => ImportState;
  readonly cancel: (job: string) => void;
  /** Begins applying; the end is told by an event. */
  readonly apply: (job: string, choice: ImportChoice) => ImportState;
  readonly close: () => void;
};

export type ImportWiring = {
  readonly store: () => StoreContext;
  readonly spawn: SpawnReader | null;
  readonly tell: (fact: StudioEvents['importing']) => void;
};

type Job = {
  readonly id: string;
  readonly name: string;
  readonly paths: readonly string[];
  readonly staging: string;
  living: number;
  entries: Entry[];
  sheets: SheetSeen[];
  said: readonly SheetSaid[];
  reading: number;
  phase: ImportState['phase'];
  files: readonly FileRef[];
  done: number;
  total: number;
  current: string;
  left: number;
  failure: Failure | null;
  result: ImportResult | null;
  stop: () => void;
};

/** Pause between two events about progress, in milliseconds. */
const TELL_EVERY = 100;
const STAGING = 'incoming';

export function createImportDesk({ store, spawn, tell }: ImportWiring): ImportDesk {
  let job: Job | null = null;
  let toldAt = 0;

  const stateOf = (one: Job): ImportState => {
    const { id, reading, phase, name, total, done, current, left, failure, result, entries, sheets, living } = one;
    const placements = entries.reduce((sum, { planned }) => sum + planned, 0);
    const totals = { ...totalsOf(entries.map(({ row }) => row)), placements };
    return { job: id, reading, phase, name, total, done, current, left, totals, living, sheets, failure, result };
  };
  const say = (one: Job, always = true): void => {
    const now = store().clock.now();
    if (one !== job || (!always && now - toldAt < TELL_EVERY)) return;
    toldAt = now;
    tell({ state: stateOf(one) });
  };
  const the = (id: string): Job => (job?.id === id ? job : refuse('import_gone'));

  /** Ends a job and forgets its pictures; what it had taken in stays. */
  function end(one: Job, phase: Job['phase'], failure: Failure | null = null): void {
    one.stop();
    one.phase = phase;
    one.failure = failure;
    one.current = '';
    rmSync(one.staging, { recursive: true, force: true });
    say(one);
  }

  function hear(one: Job, comparison: Comparison, message: FromReader): void {
    if (one !== job || one.phase !== 'reading') return;
    if (message.kind === 'files') {
      one.files = message.files;
      one.total = message.files.length;
      one.left = message.left;
    }
    if (message.kind === 'reading') one.current = one.files[message.index]?.shown ?? '';
    if (message.kind === 'rows') {
      for (const row of message.rows) one.entries.push(comparison.entryOf(row));
      one.sheets.push(...(message.sheets ?? []));
      one.done = message.index + 1;
    }
    if (message.kind === 'failed') {
      end(one, 'failed', message.failure);
      return;
    }
    if (message.kind === 'done') {
      one.phase = 'ready';
      one.current = '';
    }
    say(one, message.kind !== 'reading' && message.kind !== 'rows');
  }

  function read(one: Job): ImportState {
    const started = spawn ?? refuse('internal', { message: 'reader' });
    const context = store();
    mkdirSync(one.staging, { recursive: true, mode: 0o700 });
    Object.assign(one, {
      phase: 'reading',
      reading: one.reading + 1,
      living: countPieces(context.db),
      entries: [],
      sheets: [],
      files: [],
      done: 0,
      total: 0,
      left: 0,
    } satisfies Partial<Job>);
    const comparison = new Comparison(context);
    const { accounts, packs } = knownIn(context);
    const { zone, lang } = workspaceOf(context.db);
    const task = {
      paths: one.paths,
      staging: one.staging,
      world: {
        packs,
        accounts: accounts.map(({ name, handle, platform }) => ({ name, handle, platform })),
        zone,
        lang,
        today: context.today(),
      },
      choices: one.said,
      remembered: rememberedSheets(context.db),
    };
    one.stop = superviseReading(started, task, (message) => hear(one, comparison, message)).stop;
    return stateOf(one);
  }

  async function run(one: Job, choice: ImportChoice, taken: ReturnType<typeof takenBy>): Promise<void> {
    try {
      const goOn = (): void => {
        if (one !== job || one.phase !== 'applying') refuse('cancelled');
      };
      const step = (done: number): void => {
        one.done = done;
        say(one, false);
      };
      rememberSheets(store().db, one.sheets);
      one.result = await applyRows(store(), one.staging, taken, choice, { step, goOn });
      end(one, 'done');
    } catch (error) {
      if (one.phase !== 'applying') return;
      if (!(error instanceof Refusal)) console.error(error);
      end(
        one,
        'failed',
        error instanceof Refusal ? error.failure : { code: 'internal', params: { message: 'import' } },
      );
    }
  }

  return {
    start: (paths) => {
      if (job?.phase === 'applying') refuse('import_gone');
      if (job !== null) end(job, 'cancelled');
      const { folder, newId } = store();
      const id = newId('i');
      const one: Job = {
        id,
        name: basename(paths[0] ?? ''),
        paths,
        staging: join(folder, STAGING, id),
        entries: [],
        sheets: [],
        said: [],
        living: 0,
        reading: 0,
        phase: 'reading',
        files: [],
        done: 0,
        total: 0,
        current: '',
        left: 0,
        failure: null,
        result: null,
        stop: () => undefined,
      };
      // What an earlier session left half done holds nothing anybody has taken in.
      rmSync(join(folder, STAGING), { recursive: true, force: true });
      job = one;
      return read(one);
    },
    remap: (id, said) => {
      const one = the(id);
      if (one.phase !== 'ready' && one.phase !== 'reading') refuse('import_gone');
      const before = one.said.find(({ path, sheet }) => path === said.path && sheet === said.sheet);
      // What is said of columns is said of all of them: other delimiters make other columns.
      const choice = { ...before?.choice, ...said.choice };
      one.said = [...one.said.filter((other) => other !== before), { ...said, choice }];
      one.stop();
      return read(one);
    },
    state: () => (job === null ? null : stateOf(job)),
    rows: ({ job: id, verdict, limit, offset }) => {
      const { entries } = the(id);
      const cards: number[] = [];
      entries.forEach(({ row }, index) => {
        if (verdict === null || row.verdict === verdict) cards.push(index);
      });
      const items = cards.slice(offset, offset + limit).map((index) => cardOf(entries[index] as Entry, index));
      return { items, total: cards.length };
    },
    row: (id, index) => detailOf(store(), the(id).entries[index] ?? refuse('not_found', { where: `${index}` }), index),
    cancel: (id) => {
      const one = the(id);
      if (one.phase !== 'done' && one.phase !== 'failed') end(one, 'cancelled');
    },
    apply: (id, choice) => {
      const one = the(id);
      if (one.phase !== 'ready') refuse('import_gone');
      const taken = takenBy(store().db, one.entries, choice);
      const pictures = new Set(taken.flatMap(({ piece }) => piece.images.flatMap(({ found }) => found?.hash ?? [])));
      one.phase = 'applying';
      one.done = 0;
      one.total = taken.length + pictures.size;
      void run(one, choice, taken);
      return stateOf(one);
    },
    close: () => {
      if (job !== null) {
        job.stop();
        rmSync(job.staging, { recursive: true, force: true });
      }
      job = null;
    },
  };
}
