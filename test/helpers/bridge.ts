import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/contract';
import {
  type Boot,
  type CallInput,
  type CallName,
  type CallOutput,
  type CallParsed,
  calls,
  type EventName,
  type StoreCallName,
  type StudioBridge,
  type StudioEvents,
} from '../../src/contract';
import { failure } from '../../src/core/result';
import { wallDate } from '../../src/core/time/wall';
import { startEngine } from '../../src/main/images/engine';
import { withPicturesMade } from '../../src/main/pictures';
import { readAll } from '../../src/main/reader/read';
import type { Seed } from '../../src/main/store/client';
import type { SpawnReader } from '../../src/main/store/importing/protocol';
import { proposeHere } from '../../src/main/store/propose/here';
import { createStore, failureOf, type Store } from '../../src/main/store/store';

/**
 * The real handlers in this process, over real SQLite in memory: what `window.studio` is in the app. Everything
 * crosses `structuredClone`, as it does between processes. The shell's own calls (windows, dialogs) answer from
 * `shell`, or that there is nobody to ask.
 */
export type TestBridge = StudioBridge & {
  readonly store: Store;
  /** Files and folders that dialogs "chose", by token. */
  readonly choose: (path: string) => string;
  readonly folder: string;
  readonly close: () => void;
};

export const TODAY = wallDate('2026-10-09');

/** Spots a proposal looks at while it gets better: enough to answer, not to shine. */
const LOOKS = 100_000;

type Options = {
  readonly seed?: Seed;
  readonly now?: () => number;
  readonly memory?: boolean;
  readonly folder?: string;
  readonly shell?: { readonly [N in CallName]?: (input: CallInput<N>) => CallOutput<N> };
};

export async function bridge({ seed, now, memory = true, folder, shell = {} }: Options = {}): Promise<TestBridge> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'juzhen-test-'));
  const listeners: { [E in EventName]: Set<(fact: StudioEvents[E]) => void> } = {
    changed: new Set(),
    switched: new Set(),
    trouble: new Set(),
    command: new Set(),
    importing: new Set(),
    desk: new Set(),
    reminders: new Set(),
    proposing: new Set(),
    exporting: new Set(),
    arrived: new Set(),
    merging: new Set(),
  };
  const emit = <E extends EventName>(event: E, fact: StudioEvents[E]) => {
    for (const listener of listeners[event]) listener(structuredClone(fact));
  };
  const store = await createStore({
    folder: home,
    seed: seed ?? { kind: 'blank', name: '测试工作区', lang: 'zh' },
    resources: join(process.cwd(), 'resources'),
    today: TODAY,
    binding: process.env.JUZHEN_SQLITE_BINDING ?? null,
    memory,
    ...(now === undefined ? {} : { now }),
    changed: (fact) => emit('changed', fact),
    trouble: (fact) => emit('trouble', fact),
    importing: (fact) => emit('importing', fact),
    proposing: (fact) => emit('proposing', fact),
    merging: (fact) => emit('merging', fact),
    exporting: (fact) => emit('exporting', fact),
    spawnReader: readHere,
    spawnProposer: proposeHere(LOOKS),
  });
  const paths = new Map<string, string>();

  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<Answer<CallOutput<N>>> => {
    const parsed = calls[name].input.safeParse(structuredClone(input));
    if (!parsed.success)
      return { ok: false, failure: failure('bad_input', { where: parsed.error.issues[0]?.path.join('.') ?? name }) };
    const data = parsed.data as { token?: string };
    if (calls[name].by === 'shell') {
      const answer =
        (shell[name] as ((input: unknown) => CallOutput<N>) | undefined) ??
        defaultShell[name as keyof typeof defaultShell];
      return answer === undefined
        ? { ok: false, failure: failure('cancelled') }
        : { ok: true, value: structuredClone((answer as (input: unknown) => CallOutput<N>)(data)) };
    }
    const path = data.token === undefined ? null : (paths.get(data.token) ?? null);
    try {
      if (name === 'export.write' || name === 'review.write')
        return structuredClone(await exported(name, data as never, path)) as never;
      return structuredClone(await store.call(name as StoreCallName, data as never, path)) as Answer<CallOutput<N>>;
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  };

  /** As the shell does: pictures first, by the real engine, and prints, then the files. */
  const exported = async <N extends 'export.write' | 'review.write'>(
    name: N,
    input: CallParsed<N>,
    path: string | null,
  ) => {
    const choice = { choice: input.choice } as never;
    const isExport = name === 'export.write';
    const pictures = value(await store.call(isExport ? 'export.pictures' : 'review.pictures', choice, null));
    const prints = isExport ? value(await store.call('export.prints', choice, null)) : [];
    if (pictures.length + prints.length === 0) return store.call(name, input, path);
    const { run } = await startEngine();
    // Nothing is printed without a desktop.
    const print = () => Promise.reject(new Error('No window'));
    return withPicturesMade(
      { images: { run: async (task) => run(task) }, desktop: { print } },
      home,
      { pictures, prints },
      () => store.call(name, input, path),
    );
  };

  return {
    call,
    drop: async () => ({ ok: false, failure: failure('cancelled') }),
    on: (event, listener) => {
      listeners[event].add(listener as never);
      return () => listeners[event].delete(listener as never);
    },
    store,
    choose: (path) => {
      const token = (paths.size + 1).toString(16).padStart(32, '0');
      paths.set(token, path);
      return token;
    },
    folder: home,
    close: () => {
      store.close();
      if (folder === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The reader in this thread: the same code, without the walls around it. */
const readHere: SpawnReader = (task, hear, died) => {
  let stopped = false;
  readAll(
    task,
    (message) => {
      if (!stopped) hear(structuredClone(message));
    },
    () => stopped,
  ).catch((error) => {
    console.error(error);
    died();
  });
  return {
    stop: () => {
      stopped = true;
    },
  };
};

const boot: Boot = {
  settings: { lang: 'zh', theme: 'light', density: 'normal', remind: true, remindLead: 10, closeToTray: false },
  workspace: { key: 'test', name: '测试工作区', sample: false, openedAt: 0 },
  workspaces: [{ key: 'test', name: '测试工作区', sample: false, openedAt: 0 }],
  trouble: null,
  today: TODAY,
  // 12:28 of that day in Shanghai; the test window's clock stands at 0.
  shift: Date.parse('2026-10-09T12:28:00+08:00'),
  first: null,
  versions: { app: '0.1.0', electron: '0', chrome: '0', node: '0' },
  dataFolder: '/data',
  platform: 'linux',
};
const defaultShell = {
  'studio.boot': () => boot,
  'studio.configure': (input: object) => ({ ...boot.settings, ...input }),
  'studio.arrived': () => null,
  'studio.reveal': () => null,
  'studio.browse': () => null,
  'studio.copy': () => null,
  'studio.copy_picture': () => null,
  'reminder.state': () => ({ shown: true, tray: false, pausedUntil: null, missed: [] }),
  'reminder.seen': () => ({ shown: true, tray: false, pausedUntil: null, missed: [] }),
} as const;

/** Unwraps an answer; a failure fails the test with its code. */
export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.failure.code} ${JSON.stringify(answer.failure.params)}`);
  return answer.value;
}
