import { existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Answer, CallOutput, CallParsed, StoreCallName, StudioEvents } from '../../contract';
import { BACKUP_AFTER } from '../../core/plan/backupRotation';
import type { PlanContent } from '../../core/plan/file/content';
import { failure, Refusal } from '../../core/result';
import { planFolder } from '../../disk/folderView';
import type { Picked, StoreOptions } from './client';
import { type StoreContext, storeContext } from './context';
import { settleLog } from './database';
import { listBackups, makeBackup } from './files/backups';
import { dropFirst, readFirst, writeFirst } from './firstFile';
import { firstScreen } from './firstScreen';
import { storeHandlers } from './handlers';
import { pruneHistory } from './history/historyPrune';
import { markWriting, noteUncleanEnd } from './history/recovery';
import type { SpawnReader } from './importing/protocol';
import { isFactsDue, settleCards } from './library/cards';
import { indexSlice, isIndexDue, loadSounds } from './library/indexing';
import type { SpawnPlanReader } from './merging/reading';
import type { SpawnProposer } from './propose/protocol';
import { latestStamp } from './rows';
import { closeWorkspace, DATABASE, nameIfNameless, openWorkspace, startBlank, worded, workspaceOf } from './workspace';

/** The store without a thread around it: what the worker runs, and what in-process tests call. */
export type Store = {
  readonly name: string;
  readonly zone: string;
  readonly call: <N extends StoreCallName>(
    name: N,
    input: CallParsed<N>,
    path: Picked,
  ) => Promise<Answer<CallOutput<N>>>;
  /** A `FirstScreen` as JSON for screens that show nothing yet; null when what they show is what is here. */
  readonly first: () => Promise<string | null>;
  /** Keeps the first screen for the next start; to be called before `close`. */
  readonly keepFirst: () => Promise<void>;
  /**
   * Work for quiet moments, one short slice of it: the index of texts, what adaptation says, then a backup when the last
   * one is old. Answers whether more is waiting.
   */
  readonly idle: () => Promise<boolean>;
  readonly close: () => void;
  readonly context: StoreContext;
};

export type StoreSetup = Omit<StoreOptions, 'app' | 'shown'> & {
  readonly app?: string;
  readonly shown?: string | null;
  readonly memory?: boolean;
  readonly now?: () => number;
  readonly changed: (fact: StudioEvents['changed']) => void;
  readonly trouble: (fact: StudioEvents['trouble']) => void;
  readonly importing?: (fact: StudioEvents['importing']) => void;
  /** How files of strangers are read; without it imports are refused. */
  readonly spawnReader?: SpawnReader;
  readonly proposing?: (fact: StudioEvents['proposing']) => void;
  readonly exporting?: (fact: StudioEvents['exporting']) => void;
  readonly merging?: (fact: StudioEvents['merging']) => void;
  /** The thread received plans are read in; without it they are read in this one. */
  readonly spawnPlanReader?: SpawnPlanReader;
  /** The thread proposals are worked out in; without it they are in this one, in turns. */
  readonly spawnProposer?: SpawnProposer;
};

/** Old texts are thinned out at most this often, in milliseconds. */
const PRUNE_AFTER = 60 * 60_000;
/** Records looked through for pictures per quiet moment, so that a call never waits long behind it. */
const USES_AT_ONCE = 500;

/** Opens the workspace, filling a fresh one from its seed. Throws a `Refusal` when it cannot be opened. */
export async function createStore(setup: StoreSetup): Promise<Store> {
  const { folder, seed, resources, binding, memory, trouble, app = '', shown = null } = setup;
  const now = setup.now ?? Date.now;
  if (setup.repair === true) {
    const { repairWorkspace } = await import('./files/repair');
    repairWorkspace(folder, binding, now());
    dropFirst(folder);
  }
  const content = await contentFor(setup);
  const { db, clock, fresh } = await openWorkspace({ folder, binding, now, memory });
  if (fresh && content !== null) {
    const { fillFromPlan } = await import('./files/planFiles');
    fillFromPlan(db, folder, content);
    // What waited where the plan comes from waits here, too.
    const { noteConflicts } = await import('./merging/aside');
    for (const state of content.states) noteConflicts(db, state, now());
    clock.last = latestStamp(db);
    if (seed.kind === 'plan')
      nameIfNameless(db, clock, parse(planFolder(seed.path) ?? seed.path).name, 'zh', zoneHere());
  }
  if (fresh && seed.kind === 'blank') startBlank(db, clock, seed.name, seed.lang, zoneHere());
  let isKept = memory !== true;
  const changed: StoreSetup['changed'] = (fact) => {
    // Before anybody hears of a change, nothing may be left that shows the plan without it.
    if (isKept) dropFirst(folder);
    isKept = false;
    setup.changed(fact);
  };
  const context = storeContext({
    db,
    clock,
    folder,
    resources,
    binding,
    today: setup.today,
    changed,
    importing: setup.importing ?? (() => undefined),
    spawnReader: setup.spawnReader ?? null,
    proposing: setup.proposing ?? (() => undefined),
    exporting: setup.exporting ?? (() => undefined),
    spawnProposer: setup.spawnProposer ?? null,
    merging: setup.merging ?? (() => undefined),
    spawnPlanReader: setup.spawnPlanReader ?? null,
  });
  noteUncleanEnd(db);
  let inTrouble = false;
  let changedSinceBackup = false;

  const call: Store['call'] = async (name, input, path) => {
    const leave = context.room.enter();
    try {
      const handler = storeHandlers[name] as (store: StoreContext, input: unknown, path: Picked) => unknown;
      if (edits(name)) markWriting(context.db);
      if (!marksOnly(name)) settleCards(context.db);
      const value = (await handler(context, input, path)) as never;
      if (inTrouble) {
        inTrouble = false;
        trouble({ failure: null });
      }
      if (writes(name)) changedSinceBackup = true;
      return { ok: true, value };
    } catch (error) {
      const cause = worded(error, `${folder}/${DATABASE}`);
      if (!(cause instanceof Refusal)) throw cause;
      if (cause.failure.code === 'disk_full' || cause.failure.code === 'read_only') {
        inTrouble = true;
        trouble({ failure: cause.failure });
      }
      return { ok: false, failure: cause.failure };
    } finally {
      leave();
    }
  };

  let prunedAt = 0;
  let isSwept = false;
  const idle = async (): Promise<boolean> => {
    // Its own writes would join a transaction that may yet be given up.
    if (context.room.taken) return true;
    const leave = context.room.enter('quietly');
    try {
      return await quietly();
    } finally {
      leave();
    }
  };
  const quietly = async (): Promise<boolean> => {
    settleCards(context.db);
    if (!isSwept) {
      isSwept = true;
      const { sweepUnfinished } = await import('./files/unfinished');
      sweepUnfinished(context);
    }
    if (isIndexDue(context.db)) {
      indexSlice(context.db, await loadSounds());
      return true;
    }
    if (isFactsDue(context.db)) {
      const { factsSlice } = await import('./library/facts');
      factsSlice(context.db, context.packs());
      return true;
    }
    const { refreshUses } = await import('./assets/assetUses');
    if (refreshUses(context.db, USES_AT_ONCE)) return true;
    settleLog(context.db);
    if (now() - prunedAt > PRUNE_AFTER) {
      prunedAt = now();
      pruneHistory(context.db, now());
      const { sweepAssets } = await import('./assets/assetSweep');
      if (memory !== true) sweepAssets(context.db, folder, now(), binding);
    }
    const last = listBackups(folder)[0]?.madeAt ?? 0;
    if (memory === true || !changedSinceBackup || now() - last < BACKUP_AFTER) return false;
    changedSinceBackup = false;
    await makeBackup(context.db, folder, 'timer', now(), binding);
    return false;
  };

  const first = async (): Promise<string | null> => {
    context.room.giveWay();
    if (shown !== null && shown === latestStamp(context.db)) return null;
    if (shown !== null) dropFirst(folder);
    return JSON.stringify(await firstScreen(context));
  };

  const keepFirst = async (): Promise<void> => {
    context.room.giveWay();
    const stamp = latestStamp(context.db);
    if (memory === true || stamp === null) return;
    const today = context.today();
    const kept = readFirst(folder);
    if (kept?.stamp === stamp && kept.today === today && kept.app === app) return;
    const { name, zone } = workspaceOf(context.db);
    writeFirst(folder, { app, today, stamp, name, zone, screen: JSON.stringify(await firstScreen(context)) });
  };

  return {
    first,
    keepFirst,
    name: workspaceOf(db).name,
    zone: workspaceOf(db).zone,
    call,
    idle,
    close: () => {
      context.imports.close();
      context.proposals.close();
      context.merges.close();
      context.room.giveWay();
      closeWorkspace(context.db);
    },
    context,
  };
}

const writes = (name: StoreCallName): boolean =>
  !/\.(list|alarms|ids|counts|tray|open|range|reports|outline|state|preview|history|point|compare|uses|keep|keep_bytes|pictures|check|fixes|offer|compared|compared_record|merge_state|merges|also_changed|conflicts|conflict)$/.test(
    name,
  );

/** Calls that write a piece: from the first of them on, an end without closing is worth a word at the next start. */
const edits = (name: StoreCallName): boolean => /^(piece|change)\./.test(name) && writes(name);

/** The calls of every few words typed: they read no card, and leave theirs to who does. */
const marksOnly = (name: StoreCallName): boolean => name === 'piece.write' || name === 'change.make';

/** What a fresh workspace will hold, read before anything is made: a bad file leaves no empty folder behind. */
async function contentFor({ folder, seed, resources, today, memory }: StoreSetup): Promise<PlanContent | null> {
  if (seed.kind === 'blank' || (memory !== true && existsSync(join(folder, DATABASE)))) return null;
  if (seed.kind === 'plan') {
    const { readPlan } = await import('./files/planFiles');
    return readPlan(seed.path);
  }
  // The sample's texts are read only by who opens it: they would weigh on every start.
  const { sampleAsPlan } = await import('./files/seeds');
  return sampleAsPlan(resources, seed.edition, today ?? seed.today);
}

/** The machine's own zone, where a new workspace starts. */
const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'Asia/Shanghai';

export const failureOf = (error: unknown) =>
  error instanceof Refusal
    ? error.failure
    : failure('internal', { message: error instanceof Error ? error.name : 'unknown' });
