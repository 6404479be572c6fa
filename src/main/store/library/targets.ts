import type { BulkTarget } from '../../../contract';
import type { StoreContext } from '../context';
import { indexSlice, loadSounds } from './indexing';
import { idsOf } from './library';
import { listOf } from './lists';

/** The pieces an act is for, in list order. None that matches is left out, not even those whose text waits for the index. */
export async function piecesOf(store: StoreContext, target: BulkTarget): Promise<readonly string[]> {
  if (target.kind === 'ids') return target.ids;
  const { filter, except } = target;
  const { rows } = await listOf(store, filter);
  if (rows.unindexed > 0) await followText(store);
  const { ids } = await idsOf(store, filter, { offset: 0, limit: Number.MAX_SAFE_INTEGER });
  const left = new Set(except);
  return ids.filter((id) => !left.has(id));
}

/** Brings every edited text into the index, with other calls answered in between. */
async function followText({ db }: StoreContext): Promise<void> {
  const sounds = await loadSounds();
  while (indexSlice(db, sounds)) await new Promise((pause) => setImmediate(pause));
}
