import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Boot, StudioEvents, WorkspaceEntry } from '../contract';
import { type HistoryState, noHistory } from '../contract/history';
import type { Lang } from '../core/model/records';
import { type Failure, failure, Refusal, refuse } from '../core/result';
import type { WallDate } from '../core/time/wall';
import type { LogEvent } from './log';
import type { Seed, StoreClient, StoreListener, StoreOptions } from './store/client';
import { readFirst } from './store/firstFile';
import { isWorkspaceKey, type StudioFile } from './studio-file';

/**
 * Which workspace is open. A workspace is one folder `workspaces/<key>/` with one database; exactly one is open at a
 * time, owned by one store worker.
 */
export type Workspaces = {
  readonly current: () => WorkspaceEntry | null;
  readonly all: () => readonly WorkspaceEntry[];
  /** IANA zone of the open workspace. */
  readonly zone: () => string | null;
  /** The store of the open workspace, or a refusal `no_workspace`. */
  readonly store: () => StoreClient;
  /** Folder of the open workspace's images. */
  readonly assets: () => string | null;
  /**
   * Takes up what was open last. Where its first screen was kept, that is all until `wake`: the window shows it while
   * the store is not open yet. Else the store is opened here; when that fails, the doors of the first run show why.
   */
  readonly openLast: () => Promise<void>;
  /** Opens the store behind a first screen that was kept; nothing when it is open or there is none. */
  readonly wake: () => Promise<void>;
  /** The first screen of the workspace as JSON, once per opening; null when it has changed since or was given out. */
  readonly takeFirst: () => string | null;
  /** Why the last workspace could not be opened; null once another is open. */
  readonly trouble: () => Boot['trouble'];
  /** Resolves once every opening asked for so far has ended, well or not. */
  readonly settled: () => Promise<void>;
  readonly openSample: (edition: Lang) => Promise<WorkspaceEntry>;
  readonly create: (name: string) => Promise<WorkspaceEntry>;
  readonly open: (key: string, repair?: boolean) => Promise<WorkspaceEntry>;
  readonly importPlan: (path: string) => Promise<WorkspaceEntry>;
  readonly close: () => Promise<void>;
};

export type WorkspaceDeps = {
  readonly dataFolder: string;
  readonly file: StudioFile;
  readonly start: (options: StoreOptions, listener: StoreListener) => Promise<Answer<StoreClient>>;
  readonly options: Pick<StoreOptions, 'resources' | 'today' | 'binding' | 'app' | 'reader' | 'proposer'>;
  readonly today: () => WallDate;
  readonly lang: () => Lang;
  readonly now: () => number;
  /** A few random hex digits for the key of a new folder. */
  readonly random: () => string;
  readonly tell: <E extends keyof StudioEvents>(event: E, fact: StudioEvents[E]) => void;
  /** Told what can be undone, whenever that changes. */
  readonly history: (history: HistoryState) => void;
  readonly log: (event: LogEvent) => void;
};

/** A store that died is `again` after its one restart, and `lost` when that died too. */
type Health = 'fine' | 'again' | 'lost';
type Open = { readonly entry: WorkspaceEntry; readonly client: StoreClient; readonly health: Health };
/** A workspace whose first screen stands while its store is not open. */
type Ahead = { readonly entry: WorkspaceEntry; readonly zone: string; readonly stamp: string };

export function createWorkspaces(deps: WorkspaceDeps): Workspaces {
  const root = join(deps.dataFolder, 'workspaces');
  const folderOf = (key: string): string => join(root, key);
  let open: Open | null = null;
  let ahead: Ahead | null = null;
  let first: string | null = null;
  let trouble: Boot['trouble'] = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** One opening at a time: two clicks never start two stores on one folder. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  const known = (): readonly WorkspaceEntry[] =>
    withFound(deps.file.get().workspaces, root).filter((entry) => existsSync(folderOf(entry.key)));

  /** Starts a store on the folder, and only when it answers takes the place of the one that is open. */
  async function enter(key: string, seed: Seed, health: Health = 'fine', repair = false): Promise<WorkspaceEntry> {
    const folder = folderOf(key);
    const isNew = !existsSync(folder);
    const startedAt = deps.now();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const shown = ahead?.entry.key === key ? ahead.stamp : null;
    const started = await deps.start({ ...deps.options, folder, seed, repair, shown }, listenerFor(key));
    if (!started.ok) {
      // A folder made for this attempt holds nothing of the user's.
      if (isNew) rmSync(folder, { recursive: true, force: true });
      deps.log({ kind: 'workspace_refused', code: started.failure.code });
      throw new Refusal(started.failure);
    }
    const client = started.value;
    const before = open;
    const entry = { key, name: client.name, sample: key.startsWith('sample-'), openedAt: deps.now() };
    open = { entry, client, health };
    ahead = null;
    first = client.first;
    trouble = null;
    remember(entry);
    await before?.client.close();
    const history = await client.call('history.state', {}, null);
    deps.history(history.ok ? history.value : noHistory);
    deps.log({ kind: 'workspace_opened', millis: deps.now() - startedAt });
    return entry;
  }

  function remember(entry: WorkspaceEntry): void {
    const others = known().filter((other) => other.key !== entry.key);
    deps.file.set({ current: entry.key, workspaces: [entry, ...others] });
  }

  const listenerFor = (key: string): StoreListener => ({
    changed: (fact) => {
      if (open?.entry.key !== key) return;
      first = null;
      deps.history(fact.history);
      deps.tell('changed', fact);
    },
    trouble: (fact) => {
      if (open?.entry.key === key) deps.tell('trouble', fact);
    },
    importing: (fact) => {
      if (open?.entry.key === key) deps.tell('importing', fact);
    },
    merging: (fact) => {
      if (open?.entry.key === key) deps.tell('merging', fact);
    },
    proposing: (fact) => {
      if (open?.entry.key === key) deps.tell('proposing', fact);
    },
    exporting: (fact) => {
      if (open?.entry.key === key) deps.tell('exporting', fact);
    },
    stopped: () => {
      if (open?.entry.key === key) void inTurn(() => restart(key));
    },
  });

  /** A store that died is started again once; calls that were under way have been refused and are never repeated. */
  async function restart(key: string): Promise<void> {
    if (open?.entry.key !== key) return;
    if (open.health !== 'fine') return lose(failure('store_stopped'));
    try {
      await enter(key, existing, 'again');
      deps.log({ kind: 'store_restarted' });
      deps.tell('switched', { key });
    } catch (error) {
      lose(error instanceof Refusal ? error.failure : failure('store_stopped'));
    }
  }

  function lose(failure: Failure): void {
    if (open !== null) open = { ...open, health: 'lost' };
    deps.log({ kind: 'store_lost' });
    deps.tell('trouble', { failure });
  }

  /** Reads what was kept of the first screen, and takes it when it is of this studio and of today. */
  function lookAhead(key: string): boolean {
    const kept = readFirst(folderOf(key));
    if (kept === null || kept.app !== deps.options.app) return false;
    const entry = { key, name: kept.name, sample: key.startsWith('sample-'), openedAt: deps.now() };
    ahead = { entry, zone: kept.zone, stamp: kept.stamp };
    if (kept.today === deps.today()) first = kept.screen;
    else ahead = null;
    return ahead !== null;
  }

  async function enterLast(key: string): Promise<void> {
    try {
      await enter(key, existing);
    } catch (error) {
      // The doors of the first run say it, and let the user repair this one or open something else.
      if (!(error instanceof Refusal)) throw error;
      trouble = { key, failure: error.failure };
    }
  }

  async function wakeAhead(): Promise<void> {
    if (ahead === null) return;
    const { key } = ahead.entry;
    await enterLast(key);
    const isTrue = ahead === null && first === null;
    ahead = null;
    // What stands on the screen is not what was found: everything is asked for again.
    if (!isTrue) deps.tell('switched', { key });
  }

  async function switchTo(key: string, seed: Seed, repair = false): Promise<WorkspaceEntry> {
    // A lost store can be opened again; a living one must never get a second writer beside it.
    if (open?.entry.key === key && open.health !== 'lost') return open.entry;
    const entry = await enter(key, seed, 'fine', repair);
    deps.tell('switched', { key });
    return entry;
  }

  return {
    current: () => (open ?? ahead)?.entry ?? null,
    all: known,
    zone: () => open?.client.zone ?? ahead?.zone ?? null,
    store: () => open?.client ?? refuse('no_workspace'),
    assets: () => {
      const entry = (open ?? ahead)?.entry;
      return entry === undefined ? null : join(folderOf(entry.key), 'assets');
    },
    wake: () => (ahead === null ? Promise.resolve() : inTurn(wakeAhead)),
    takeFirst: () => {
      const taken = first;
      first = null;
      return taken;
    },
    openLast: () =>
      inTurn(async () => {
        const key = deps.file.get().current;
        if (key === null || !existsSync(folderOf(key)) || lookAhead(key)) return;
        await enterLast(key);
      }),
    openSample: (edition) =>
      inTurn(() => switchTo(`sample-${edition}`, { kind: 'sample', edition, today: deps.today() })),
    create: (name) => inTurn(() => switchTo(`w-${deps.random()}`, { kind: 'blank', name, lang: deps.lang() })),
    trouble: () => trouble,
    settled: () => queue.then(() => undefined),
    open: (key, repair = false) =>
      inTurn(() => {
        if (!existsSync(folderOf(key))) refuse('not_found', { what: 'workspace' });
        return switchTo(key, existing, repair);
      }),
    importPlan: (path) => inTurn(() => switchTo(`w-${deps.random()}`, { kind: 'plan', path })),
    close: () =>
      inTurn(async () => {
        const last = open;
        open = null;
        ahead = null;
        first = null;
        await last?.client.close();
      }),
  };
}

/** A folder that already holds a database ignores its seed. */
const existing: Seed = { kind: 'blank', name: '', lang: 'zh' };

/** The remembered workspaces, and those found in the folder when the memory was lost; their names come on opening. */
function withFound(remembered: readonly WorkspaceEntry[], root: string): readonly WorkspaceEntry[] {
  if (!existsSync(root)) return remembered;
  const keys = new Set(remembered.map((entry) => entry.key));
  const found = readdirSync(root, { withFileTypes: true }).filter(
    (folder) =>
      folder.isDirectory() &&
      isWorkspaceKey(folder.name) &&
      !keys.has(folder.name) &&
      existsSync(join(root, folder.name, 'juzhen.db')),
  );
  return [
    ...remembered,
    ...found.map(({ name }) => ({ key: name, name, sample: name.startsWith('sample-'), openedAt: 0 })),
  ];
}
