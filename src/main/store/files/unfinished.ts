import { lstatSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { type NodeId, nodeIdSchema } from '../../../core/model/stamp';
import type { WriteDb } from '../database';
import { readMeta, writeMeta } from '../migrations';

/**
 * What is being written outside the workspace: a kill leaves it where the user looks, so it is noted before it is made
 * and swept at the next start. Only what stands here and is named as we name such things is ever removed; a copy of the
 * workspace on another machine has a node of its own and sweeps nothing.
 */
const PLACE = 'unfinished';
const ours = /^(\.juzhen-|.+\.)[0-9a-f]{12}\.part$/;
const noted = z.array(z.object({ path: z.string(), node: nodeIdSchema }));
type Noted = { readonly path: string; readonly node: NodeId };

/** Being written through this handle right now: not what a kill left. */
const live = new WeakMap<WriteDb, Set<string>>();
const liveIn = (db: WriteDb): Set<string> => {
  const known = live.get(db) ?? new Set<string>();
  live.set(db, known);
  return known;
};

type Here = { readonly db: WriteDb; readonly clock: { readonly node: NodeId } };

/** Notes it; answers what to do once it has its name, or is gone again. */
export function noteUnfinished({ db, clock }: Here, path: string): () => void {
  liveIn(db).add(path);
  write(db, [...read(db), { path, node: clock.node }]);
  return () => {
    liveIn(db).delete(path);
    // The workspace may have been closed meanwhile; then the next start finds nothing at the path.
    if (db.open)
      write(
        db,
        read(db).filter((one) => one.path !== path),
      );
  };
}

/** Removes what a kill left; answers how many. What cannot be removed now is tried again at the next start. */
export function sweepUnfinished({ db, clock }: Here): number {
  const all = read(db);
  if (all.length === 0) return 0;
  const left: Noted[] = [];
  let swept = 0;
  for (const one of all) {
    if (liveIn(db).has(one.path)) {
      left.push(one);
      continue;
    }
    if (one.node !== clock.node || !ours.test(basename(one.path))) continue;
    try {
      // A link under that name is not ours, and nothing behind it is touched.
      if (lstatSync(one.path).isSymbolicLink()) continue;
      rmSync(one.path, { recursive: true });
      swept += 1;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') left.push(one);
    }
  }
  write(db, left);
  return swept;
}

/** What is noted. A note that is damaged says nothing: what it named is left where it lies, and the studio starts. */
function read(db: WriteDb): readonly Noted[] {
  const parsed = noted.safeParse(parsedJson(readMeta(db, PLACE) ?? '[]'));
  return parsed.success ? (parsed.data as readonly Noted[]) : [];
}

/** `undefined` for text that is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const write = (db: WriteDb, all: readonly Noted[]): void => writeMeta(db, PLACE, JSON.stringify(all));
