import { Worker } from 'node:worker_threads';
import type { Answer, CallOutput, CallParsed, StoreCallName, StudioEvents } from '../../contract';
import type { Lang } from '../../core/model/records';
import { type Failure, failure } from '../../core/result';
import type { WallDate } from '../../core/time/wall';

/** What a new workspace folder is filled with; ignored when the folder already holds a database. */
export type Seed =
  | { readonly kind: 'blank'; readonly name: string; readonly lang: Lang }
  | { readonly kind: 'sample'; readonly edition: Lang; readonly today: WallDate }
  /** Absolute path of a `.juzhen` file the user chose. */
  | { readonly kind: 'plan'; readonly path: string };

/** What a call's dialog token stands for: one path, several where a dialog takes several, or nothing. */
export type Picked = string | readonly string[] | null;

export type StoreOptions = {
  /** The workspace folder: `juzhen.db`, `assets/`, `backups/` live in it. Made when missing. */
  readonly folder: string;
  readonly seed: Seed;
  /** Folder that holds the shipped `sample/` images. */
  readonly resources: string;
  /** Fixes today for samples and exports; null means the machine's clock in the workspace's zone. */
  readonly today: WallDate | null;
  /** Puts the newest sound backup in the place of a damaged database first. */
  readonly repair?: boolean;
  /** This studio's version, written into what the next start shows first. */
  readonly app: string;
  /** Latest stamp of the plan the screens show already (`firstFile.ts`); null when they show nothing yet. */
  readonly shown: string | null;
  /** Native SQLite addon for runtimes whose Node-API is older than 10; null picks the one the package carries. */
  readonly binding: string | null;
  /** The built file of the thread that opens files of strangers; without it nothing can be imported. */
  readonly reader?: string;
  /** The built file of the thread that works proposals out; without it they are worked out in the store's own. */
  readonly proposer?: string;
};

/** The store as the shell sees it: calls answered by the worker that owns the database. */
export type StoreClient = {
  readonly name: string;
  /** IANA zone of the workspace when it was opened: whose today it is. */
  readonly zone: string;
  /** A `FirstScreen` as JSON; null when the screens show it already. */
  readonly first: string | null;
  /** `path` is the file or folder behind the call's token, resolved by the shell. */
  readonly call: <N extends StoreCallName>(
    name: N,
    input: CallParsed<N>,
    path: Picked,
  ) => Promise<Answer<CallOutput<N>>>;
  /** Ends the worker after the work at hand; the database is closed when this resolves. */
  readonly close: () => Promise<void>;
};

/** Shell → worker. */
export type ToStore =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly name: StoreCallName;
      readonly input: unknown;
      readonly path: Picked;
    }
  | { readonly kind: 'close' };
/** Worker → shell. */
export type FromStore =
  | { readonly kind: 'opened'; readonly name: string; readonly zone: string; readonly first: string | null }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer<unknown> }
  | { readonly kind: 'changed'; readonly fact: StudioEvents['changed'] }
  | { readonly kind: 'trouble'; readonly fact: StudioEvents['trouble'] }
  | { readonly kind: 'importing'; readonly fact: StudioEvents['importing'] }
  | { readonly kind: 'proposing'; readonly fact: StudioEvents['proposing'] }
  | { readonly kind: 'exporting'; readonly fact: StudioEvents['exporting'] }
  | { readonly kind: 'merging'; readonly fact: StudioEvents['merging'] }
  | { readonly kind: 'closed' };

export type StoreListener = {
  readonly changed: (fact: StudioEvents['changed']) => void;
  readonly trouble: (fact: StudioEvents['trouble']) => void;
  readonly importing?: (fact: StudioEvents['importing']) => void;
  readonly proposing?: (fact: StudioEvents['proposing']) => void;
  readonly exporting?: (fact: StudioEvents['exporting']) => void;
  readonly merging?: (fact: StudioEvents['merging']) => void;
  /** The worker ended without being asked to; every call from now on answers `store_stopped`. */
  readonly stopped: () => void;
};

/**
 * Starts the worker on a workspace folder. Answers a failure (damaged, foreign or newer database, unreadable plan
 * file …) instead of a client when the folder cannot be opened; nothing in it was changed then.
 */
export function startStore(
  worker: string | URL,
  options: StoreOptions,
  listener: StoreListener,
): Promise<Answer<StoreClient>> {
  return new Promise((resolve) => {
    const thread = new Worker(worker, { workerData: options });
    const waiting = new Map<number, (answer: Answer<unknown>) => void>();
    let nextId = 1;
    let whenClosed: (() => void) | null = null;
    let opened = false;
    let ended = false;

    const client = ({ name, zone, first }: Pick<StoreClient, 'name' | 'zone' | 'first'>): StoreClient => ({
      name,
      zone,
      first,
      call: (call, input, path) =>
        new Promise((answer) => {
          if (ended) return answer({ ok: false, failure: failure('store_stopped') });
          const id = nextId++;
          waiting.set(id, answer as (answer: Answer<unknown>) => void);
          thread.postMessage({ kind: 'call', id, name: call, input, path } satisfies ToStore);
        }),
      close: () =>
        new Promise((closed) => {
          if (ended) return closed();
          whenClosed = closed;
          thread.postMessage({ kind: 'close' } satisfies ToStore);
        }),
    });

    thread.on('message', (message: FromStore) => {
      if (message.kind === 'opened') {
        opened = true;
        resolve({ ok: true, value: client(message) });
      }
      if (message.kind === 'refused') resolve({ ok: false, failure: message.failure });
      if (message.kind === 'answer') {
        waiting.get(message.id)?.(message.answer);
        waiting.delete(message.id);
      }
      if (message.kind === 'changed') listener.changed(message.fact);
      if (message.kind === 'trouble') listener.trouble(message.fact);
      if (message.kind === 'importing') listener.importing?.(message.fact);
      if (message.kind === 'proposing') listener.proposing?.(message.fact);
      if (message.kind === 'exporting') listener.exporting?.(message.fact);
      if (message.kind === 'merging') listener.merging?.(message.fact);
      if (message.kind === 'closed') void thread.terminate();
    });
    thread.on('error', (error) => {
      resolve({ ok: false, failure: failure('internal', { message: error.message }) });
    });
    // Whatever ended the worker, nobody is left waiting for it.
    thread.on('exit', () => {
      ended = true;
      resolve({ ok: false, failure: failure('store_stopped') });
      for (const answer of waiting.values()) answer({ ok: false, failure: failure('store_stopped') });
      waiting.clear();
      if (opened && whenClosed === null) listener.stopped();
      whenClosed?.();
    });
  });
}
