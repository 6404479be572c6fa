import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../../core/model/json';
import { seenByPlan } from '../../../core/plan/comparing/marks';
import { assetFileName, type PlanContent } from '../../../core/plan/file/content';
import { encodePlan, packPlan } from '../../../core/plan/file/write';
import { type PlanPart, partOf } from '../../../core/plan/part';
import { refuse } from '../../../core/result';
import { byteWork } from '../../../disk/byteWork';
import { syncFolder, writeWhole } from '../../../disk/durable';
import { assetFile, assetFolder } from '../assets/assets';
import { prepared, type WriteDb } from '../database';
import { addSeen, keptSeen } from '../merging/seen';
import { readMeta, writeMeta } from '../migrations';
import { allStates, listViews, writeState, writeVersion } from '../rows';
import { workspaceIdOf } from '../workspace';
import { addNewer, readNewer, writeKeptFiles } from './newerPlan';
import { readPlanAt } from './planOnDisk';

/** Where top-level members of a newer plan file wait to be written back. */
export const MORE = 'plan_more';

/** How much of a workspace a plan file holds. */
export type PlanExtent = PlanPart & { readonly pictures: boolean };
const WHOLE: PlanExtent = { about: null, notes: true, pictures: true };

/** The workspace or a part of it as plan content: records with their stamps, the heads of bodies, and the pictures. */
export function planContent(db: WriteDb, folder: string, extent: PlanExtent = WHOLE): PlanContent {
  const states = partOf(allStates(db), extent);
  const leaving = new Set(states.flatMap(({ type, id }) => (extent.pictures && type === 'asset' ? [id] : [])));
  const assets = new Map<string, Uint8Array>();
  for (const { id, hash, mime } of listViews(db, 'asset')) {
    if (!leaving.has(id)) continue;
    const name = assetFile(hash, mime);
    const file = join(assetFolder(folder), name);
    if (existsSync(file)) assets.set(name, readFileSync(file));
  }
  const more = readMeta(db, MORE);
  const carried = more === null ? {} : { more: JSON.parse(more) as Readonly<Record<string, Json>> };
  const newer = readNewer(db, folder);
  return {
    workspaceId: workspaceIdOf(db),
    states,
    assets,
    seen: keptSeen(db) ?? [],
    ...(extent.about === null && extent.notes ? {} : { part: true as const }),
    ...carried,
    ...(newer === undefined ? {} : { newer }),
  };
}

/** The plan file's bytes. The body versions that leave with it are marked, so that later edits do not fold them away. */
export function writePlan(db: WriteDb, folder: string, extent: PlanExtent = WHOLE): Uint8Array {
  const bytes = packPlan(encodePlan(planContent(db, folder, extent), byteWork), byteWork);
  prepared(db, 'UPDATE body_version SET exported = 1 WHERE exported = 0').run();
  return bytes;
}

/** A plan the user chose with its pictures, as `readPlanAt` has it. */
export function readPlan(path: string): PlanContent {
  const assets = new Map<string, Uint8Array>();
  const words = readPlanAt(path, (name, bytes) => assets.set(name, bytes));
  return { ...words, assets };
}

/** Puts a plan's pictures beside the database; those that are there stay. Answers how many came. */
export function writeAssets(folder: string, assets: PlanContent['assets']): number {
  const home = assetFolder(folder);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  let come = 0;
  for (const [name, bytes] of assets) {
    // Names were checked when the file was read; this is the last door before the disk.
    if (!assetFileName.test(name)) refuse('file_unsafe_path', { file: '', place: name });
    const target = join(home, name);
    if (existsSync(target)) continue;
    writeWhole(target, bytes);
    come += 1;
  }
  if (come > 0) syncFolder(home);
  return come;
}

/**
 * Moves pictures that wait in a folder beside the database; those that are there stay. Answers how many came. They were
 * synced when they were put there, and lie on the same disk.
 */
export function takeAssets(folder: string, staging: string, names: readonly string[]): number {
  const home = assetFolder(folder);
  const fresh = names.filter((name) => !existsSync(join(home, name)));
  if (fresh.length === 0) return 0;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  for (const name of fresh) renameSync(join(staging, name), join(home, name));
  syncFolder(home);
  return fresh.length;
}

/** Fills an empty workspace with a plan: records, stamps and all, in one transaction; pictures first. */
export function fillFromPlan(
  db: WriteDb,
  folder: string,
  { workspaceId, states, assets, seen, part, more, newer }: PlanContent,
): void {
  writeAssets(folder, assets);
  writeKeptFiles(folder, newer);
  db.transaction(() => {
    writeMeta(db, 'workspace', workspaceId);
    addSeen(db, part === true ? [] : seenByPlan(states, seen));
    if (more !== undefined) writeMeta(db, MORE, JSON.stringify(more));
    if (newer !== undefined) addNewer(db, newer);
    for (const state of states) {
      for (const version of Object.values(state.versions)) writeVersion(db, state.id, version, true);
      writeState(db, state);
    }
  })();
}
