import { strToU8 } from 'fflate';
import { digestBytes } from '../../model/ids';
import type { Json } from '../../model/json';
import { canonical } from '../canonical';
import { FORMAT, MANIFEST_PATH, PLAN_PATH, type PlanEntry, VERSION } from './content';

/** The records of a plan that travel inside another file, as the two files a plan is: for the reader of plans and all its care. */
export function barePlan(workspaceId: string, plan: Json): readonly PlanEntry[] {
  const bytes = strToU8(canonical(plan));
  const entries = [{ bytes: bytes.length, path: PLAN_PATH, sha256: digestBytes(bytes) }];
  const manifest = { entries, format: FORMAT, version: VERSION, workspace: workspaceId };
  return [
    { path: PLAN_PATH, bytes },
    { path: MANIFEST_PATH, bytes: strToU8(canonical(manifest)) },
  ];
}
