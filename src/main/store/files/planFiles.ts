import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Json } from '../../../core/model/json';
import { seenByPlan } from '../../../core/plan/comparing/marks';
import { assetFileName, type PlanContent } from '../../../core/plan/file/content';
import { readPlanFile } from '../../../core/plan/file/read';
import { encodePlan, packPlan } from '../../../core/plan/file/write';
import { readFolder } from '../../../core/plan/folder/read';
import { type PlanPart, partOf } from '../../../core/plan/part';
import { Refusal, refuse } from '../../../core/result';
import { byteWork } from '../../../disk/byteWork';
import { syncFolder, writeWhole } from '../../../disk/durable';
import { folderView, planFolder } from '../../../disk/folderView';
import { assetFile, assetFolder } from '../assets/assets';
import { prepared, type WriteDb } from '../database';
import { addSeen, keptSeen } from '../merging/seen';
import { readMeta, writeMeta } from '../migrations';
import { allStates, listViews, writeState, writeVersion } from '../rows';
import { workspaceIdOf } from '../workspace';

/** Where top-level members of a newer plan file wait to be written back. */
export const MORE = 'plan_more';
/** The format of a newer plan file, and members of its manifest. */
export const NEWER = 'plan_newer';

/** Largest plan file read in one go, in bytes. */
const MAX_PLAN = 512 * 1024 * 1024;

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
  const later = readMeta(db, NEWER);
  const newer = later === null ? {} : { newer: JSON.parse(later) as PlanContent['newer'] };
  return {
    workspaceId: workspaceIdOf(db),
    states,
    assets,
    seen: keptSeen(db) ?? [],
    ...(extent.about === null && extent.notes ? {} : { part: true as const }),
    ...carried,
    ...newer,
  };
}

/** The plan file's bytes. The body versions that leave with it are marked, so that later edits do not fold them away. */
export function writePlan(db: WriteDb, folder: string, extent: PlanExtent = WHOLE): Uint8Array {
  const bytes = packPlan(encodePlan(planContent(db, folder, extent), byteWork), byteWork);
  prepared(db, 'UPDATE body_version SET exported = 1 WHERE exported = 0').run();
  return bytes;
}

/**
 * Reads and checks a plan the user chose: a file, or a folder with one file per record, which may be named by its
 * `juzhen.json` too. Refuses with the place that is wrong, having changed nothing.
 */
export function readPlan(path: string): PlanContent {
  const name = basename(path);
  if (!existsSync(path)) refuse('file_missing', { file: name });
  const folder = planFolder(path);
  if (folder === null && statSync(path).size > MAX_PLAN) refuse('file_too_big', { file: name, limit: '512 MB' });
  const read =
    folder === null
      ? readPlanFile(readFileSync(path), name, byteWork)
      : readFolder(folderView(folder, basename(folder)), basename(folder), byteWork);
  if (!read.ok) throw new Refusal(read.error);
  return read.value;
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

/** Fills an empty workspace with a plan: records, stamps and all, in one transaction; pictures first. */
export function fillFromPlan(
  db: WriteDb,
  folder: string,
  { workspaceId, states, assets, seen, part, more, newer }: PlanContent,
): void {
  writeAssets(folder, assets);
  db.transaction(() => {
    writeMeta(db, 'workspace', workspaceId);
    addSeen(db, part === true ? [] : seenByPlan(states, seen));
    if (more !== undefined) writeMeta(db, MORE, JSON.stringify(more));
    if (newer !== undefined) writeMeta(db, NEWER, JSON.stringify(newer));
    for (const state of states) {
      for (const version of Object.values(state.versions)) writeVersion(db, state.id, version, true);
      writeState(db, state);
    }
  })();
}
