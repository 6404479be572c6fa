import type { assetCalls } from '../../../contract/calls/assets';
import type { Op } from '../../../core/plan/ops';
import type { StoreContext } from '../context';
import { readViews } from '../rows';
import { change, chosen, type HandlersOf } from './answering';
import { late } from './late';

export const assetHandlers: HandlersOf<typeof assetCalls> = {
  'asset.keep': async ({ folder }, _input, path) => (await late.assets()).keepFile(folder, chosen(path)),
  'asset.keep_bytes': async ({ folder }, { name, bytes }) => (await late.assets()).keepBytes(folder, name, bytes),
  'asset.take': async (store, { files }) => {
    const { takeOps } = await late.assets();
    const taken = takeOps(store.db, store.folder, files);
    const known = taken.filter(({ ops }) => ops.length === 0).map(({ id }) => id);
    const added = taken.filter(({ ops }) => ops.length > 0);
    const params = added.length === 1 ? { title: files[taken.indexOf(added[0] as never)]?.name ?? '' } : {};
    change(
      store,
      { code: 'asset_add', params: { count: added.length, ...params } },
      added.flatMap(({ ops }) => ops),
    );
    return { ids: [...new Set(taken.map(({ id }) => id))], known: [...new Set(known)] };
  },
  'asset.list': async ({ db, clock }, { filter, limit, offset }) =>
    (await late.assetList()).listAssets(db, clock.now(), filter, { limit, offset }),
  'asset.uses': async ({ db }, { id }) => (await late.assetUses()).usesOf(db, id),
  'asset.remove': async (store, { ids, anyway }) => {
    const { removeOps } = await late.assetList();
    const ops = removeOps(store.db, ids, anyway);
    return { removed: change(store, { code: 'asset_remove', params: assetNames(store, ops) }, ops) };
  },
  'asset.restore': async (store, { ids }) => {
    const { restoreOps } = await late.assetList();
    const ops = restoreOps(store.db, ids);
    return { restored: change(store, { code: 'asset_restore', params: { count: ops.length } }, ops) };
  },
};

/** One asset is named, several are counted. */
function assetNames(store: StoreContext, ops: readonly Op[]): Record<string, string | number> {
  const [first] = ops.length === 1 ? readViews(store.db, 'asset', [ops[0]?.id ?? '']) : [];
  return first === undefined ? { count: ops.length } : { title: first.name, count: 1 };
}
