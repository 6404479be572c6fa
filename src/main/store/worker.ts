import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, CallParsed } from '../../contract';
import type { FromStore, StoreOptions, ToStore } from './client';
import { spawnFrom } from './importing/spawn';
import { isLargeAct } from './library/bulkSize';
import { planReaderFrom } from './merging/reading';
import { proposeFrom } from './propose/spawn';
import { createStore, failureOf, type Store } from './store';

/**
 * The thread that owns the database. Calls are answered in the order they came; a fault inside one is an answer,
 * never the end of the thread.
 */
const port = parentPort;
if (port === null) throw new Error('The store runs as a worker thread.');
const send = (message: FromStore): void => port.postMessage(message);

/** Pause after the last call before quiet work starts, in milliseconds. */
const QUIET = 400;
/** Longest time calls may push quiet work away, and the pause between two slices of it, in milliseconds. */
const LONGEST_WAIT = 900;
const BETWEEN = 4;

async function answer(
  store: Store,
  { name, input, path }: Extract<ToStore, { kind: 'call' }>,
): Promise<Answer<unknown>> {
  try {
    return await store.call(name, input as never, path);
  } catch (error) {
    // The stack helps whoever runs from a terminal; the answer carries no text of the user's.
    console.error(error);
    return { ok: false, failure: failureOf(error) };
  }
}

/** A large act or an export gives way to the calls behind it (`Room`, `Pace`), so these need not wait for its answer. */
const takesLong = ({ name, input }: Extract<ToStore, { kind: 'call' }>): boolean =>
  name === 'export.preview' ||
  name === 'export.pictures' ||
  name === 'export.prints' ||
  name === 'export.write' ||
  (name === 'piece.bulk' && isLargeAct((input as CallParsed<'piece.bulk'>).target));

async function run(options: StoreOptions): Promise<void> {
  let store: Store;
  try {
    store = await createStore({
      ...options,
      changed: (fact) => send({ kind: 'changed', fact }),
      trouble: (fact) => send({ kind: 'trouble', fact }),
      importing: (fact) => send({ kind: 'importing', fact }),
      proposing: (fact) => send({ kind: 'proposing', fact }),
      exporting: (fact) => send({ kind: 'exporting', fact }),
      merging: (fact) => send({ kind: 'merging', fact }),
      ...(options.proposer === undefined ? {} : { spawnProposer: proposeFrom(options.proposer) }),
      ...(options.reader === undefined
        ? {}
        : { spawnReader: spawnFrom(options.reader), spawnPlanReader: planReaderFrom(options.reader) }),
    });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === 'internal') console.error(error);
    send({ kind: 'refused', failure });
    return;
  }

  // One queue: a restore must not overlap the edit that came after it.
  let work: Promise<void> = Promise.resolve();
  let quiet: NodeJS.Timeout | undefined;
  const then = (task: () => Promise<void> | void): void => {
    work = work.then(task).catch((error) => console.error(error));
  };
  const rest = (millis: number): void => {
    clearTimeout(quiet);
    quiet = setTimeout(() => then(quietWork), millis);
  };
  // A slice at a time, each behind the calls that came meanwhile.
  const quietWork = async (): Promise<void> => {
    restingSince = null;
    if (await store.idle()) rest(BETWEEN);
  };
  // Calls push quiet work away, but not for ever: what was typed is in the index within a second.
  let restingSince: number | null = null;
  const restAfterCall = (): void => {
    const now = performance.now();
    restingSince ??= now;
    rest(Math.max(0, Math.min(QUIET, restingSince + LONGEST_WAIT - now)));
  };

  port?.on('message', (message: ToStore) => {
    if (message.kind === 'call')
      then(async () => {
        const answered = answer(store, message).then((given) => {
          send({ kind: 'answer', id: message.id, answer: given });
          restAfterCall();
        });
        answered.catch((error) => console.error(error));
        if (!takesLong(message)) await answered;
      });
    else
      then(async () => {
        clearTimeout(quiet);
        await store.keepFirst().catch((error) => console.error(error));
        store.close();
        send({ kind: 'closed' });
        port?.close();
      });
  });
  send({ kind: 'opened', name: store.name, zone: store.zone, first: await store.first() });
}

void run(workerData as StoreOptions);
