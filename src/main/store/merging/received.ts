import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Horizon, laterStamp, type Stamp } from '../../../core/model/stamp';
import { aheadOf, withoutFuture } from '../../../core/plan/comparing/future';
import { seenByPlan } from '../../../core/plan/comparing/marks';
import { assetFileName } from '../../../core/plan/file/content';
import { byTypeAndId, keyOf, mergeStates, planHorizon } from '../../../core/plan/merge';
import type { RecordState } from '../../../core/plan/state';
import { isAnyKeptAside, type KeptAside, keptAside } from '../../../core/plan/survey/keptAside';
import { refuse } from '../../../core/result';
import { writeWhole } from '../../../disk/durable';
import { digestOfFile, digestOfWords, type PlanWords, picturesIn, readPlanAt } from '../files/planOnDisk';

/** What is asked of whoever reads a received plan: everything the store knows that reading needs. */
export type PlanTask = {
  /** Absolute path of the file or folder the user chose. */
  readonly path: string;
  readonly workspaceId: string;
  /** By the store's clock, in milliseconds since 1970: edits from more than a day ahead are held back. */
  readonly now: number;
  /** Parts held back from earlier files. */
  readonly held: readonly RecordState[];
  /** Digests of the files that were merged whole. */
  readonly known: readonly string[];
  /** The workspace's pictures, and the folder in which those of the plan wait; it is made for the first. */
  readonly assets: string;
  readonly staging: string;
};

/** A received plan, parted into what may be merged and what lies more than a day ahead. */
export type ReceivedPlan = {
  readonly name: string;
  /** SHA-256 of the file; of what it says, for a plan in a folder. */
  readonly digest: string;
  /** Merged before, with nothing held back: it says nothing that is not here, and was not read. */
  readonly known: boolean;
  readonly words: Omit<PlanWords, 'states'>;
  /** What this version does not understand; null for nothing. */
  readonly kept: KeptAside | null;
  readonly lawful: readonly RecordState[];
  readonly held: readonly RecordState[];
  /** Everything its owner had seen, what lies ahead aside. */
  readonly seen: Horizon;
  /** The latest clock in what may be merged; null for none. */
  readonly latest: Stamp | null;
  /** Names of the pictures that are not here yet and wait in the staging folder. */
  readonly pictures: readonly string[];
};

/**
 * Reads and checks the file, having changed nothing but the staging folder. Parts that were held back from an earlier file
 * and have come of age come along. Refuses what `readPlanAt` refuses, and `file_other_workspace`.
 */
export function readReceived(task: PlanTask): ReceivedPlan {
  const { path, workspaceId, now, held, known, staging } = task;
  const name = basename(path);
  const digest = digestOfFile(path);
  const isHere = (asset: string): boolean => existsSync(join(task.assets, asset));
  if (digest !== null && held.length === 0 && known.includes(digest) && picturesIn(path).every(isHere))
    return knownPlan(name, digest, workspaceId);
  const pictures: string[] = [];
  const { states, ...words } = readPlanAt(path, (asset, bytes) => {
    if (isHere(asset)) return;
    stage(staging, asset, bytes);
    pictures.push(asset);
  });
  if (words.workspaceId !== workspaceId) refuse('file_other_workspace', { file: name });
  const isAhead = aheadOf(now);
  // Parted first and merged then: an edit that is held back must not win over the same edit dated anew.
  const parted = [...held, ...states].map((state) => withoutFuture(state, now));
  const lawful = joined(parted.flatMap((part) => part.lawful ?? []));
  const horizon = planHorizon(lawful);
  const kept = keptAside({ ...words, states });
  return {
    name,
    digest: digest ?? digestOfWords({ ...words, states }),
    known: false,
    words,
    kept: isAnyKeptAside(kept) ? kept : null,
    lawful,
    held: joined(parted.flatMap(({ future }) => future ?? [])),
    seen: seenByPlan([], [...horizon, ...(words.seen ?? []).filter((stamp) => !isAhead(stamp))]),
    latest: horizon.reduce<Stamp | null>((last, stamp) => (last === null ? stamp : laterStamp(last, stamp)), null),
    pictures,
  };
}

const knownPlan = (name: string, digest: string, workspaceId: string): ReceivedPlan => ({
  name,
  digest,
  known: true,
  words: { workspaceId },
  kept: null,
  lawful: [],
  held: [],
  seen: [],
  latest: null,
  pictures: [],
});

function stage(folder: string, asset: string, bytes: Uint8Array): void {
  // Names were checked when the file was read; this is the last door before the disk.
  if (!assetFileName.test(asset)) refuse('file_unsafe_path', { file: '', place: asset });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeWhole(join(folder, asset), bytes);
}

/** One state for each record, sorted by type and id. */
function joined(states: readonly RecordState[]): readonly RecordState[] {
  const byKey = new Map<string, RecordState>();
  for (const state of states) {
    const other = byKey.get(keyOf(state));
    byKey.set(keyOf(state), other === undefined ? state : mergeStates(other, state));
  }
  return [...byKey.values()].sort(byTypeAndId);
}
