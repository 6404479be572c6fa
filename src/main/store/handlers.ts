import { basename } from 'node:path';
import type { CallOutput, CallParsed, Outline, StoreCallName } from '../../contract';
import { outlineTypes } from '../../contract';
import { variantId } from '../../core/model/ids';
import type { Op } from '../../core/plan/ops';
import { refuse } from '../../core/result';
import { keepImage, MAX_IMAGE, readChosen } from './assets';
import { listBackups, makeBackup } from './backups';
import { bulkLabel, bulkOps, piecesNamed } from './bulk';
import { type ChangeOptions, historyState, makeChange, redo, undo } from './changes';
import type { StoreContext } from './context';
import { previewExport, writeExport } from './exports';
import { pieceHistory, restoreOps, stateAt, stateNow } from './history';
import { countsOf, idsOf, listPieces, trayOf } from './library';
import { importMarkdown } from './markdownImport';
import { countPieces, countTray, duplicateOps, newPieceOps, openPiece, writeBody } from './pieces';
import { moveOps, placementCards, placementsBetween, planOps } from './placements';
import { recoveryOf, settleRecovery } from './recovery';
import { reportsOf } from './reports';
import { restoreBackup } from './restore';
import { listViews, readView, readViews } from './rows';
import { listTemplates, readTemplate, templateOps } from './templates';
import { purgeOps, purgePreview, trashState } from './trash';
import { overrideOps } from './variants';
import { workspaceOf } from './workspace';

/** One handler per call the store answers; `path` is what the call's dialog token stands for. A missing one does not compile. */
export type StoreHandlers = {
  readonly [N in StoreCallName]: (
    store: StoreContext,
    input: CallParsed<N>,
    path: string | null,
  ) => CallOutput<N> | Promise<CallOutput<N>>;
};

/** Commits ops under a label and tells the screens. */
function change(
  store: StoreContext,
  label: Parameters<typeof makeChange>[2],
  ops: readonly Op[],
  options?: ChangeOptions,
): number {
  if (ops.length === 0) return 0;
  const made = makeChange(store.db, store.clock, label, ops, options);
  store.tell(made, 'edit');
  return made?.ids.length ?? 0;
}

const chosen = (path: string | null): string => path ?? refuse('file_missing');

export const storeHandlers: StoreHandlers = {
  'plan.outline': ({ db }) => {
    const lists = Object.fromEntries(outlineTypes.map((type) => [type, listViews(db, type)]));
    return { ...lists, pieceCount: countPieces(db), trayCount: countTray(db) } as unknown as Outline;
  },

  'change.make': (store, { label, ops }) => ({ changed: change(store, label, ops) }),

  'piece.list': (store, { filter, limit, offset }) => listPieces(store, filter, { limit, offset }),
  'piece.ids': (store, { filter }) => idsOf(store, filter),
  'piece.counts': (store, { filter }) => countsOf(store, filter),
  'piece.tray': (store) => trayOf(store),
  'piece.open': ({ db }, { id }) => openPiece(db, id),
  'piece.create': async (store, input) => {
    const id = store.newId('p');
    const template = input.templateId === null ? null : await readTemplate(store.db, input.templateId);
    const ops = newPieceOps(id, input, template, store.today());
    change(store, { code: 'piece_create', params: { title: input.title } }, ops);
    return { id };
  },
  'piece.write': (store, input) => {
    const { version, made } = writeBody(store.db, store.clock, input);
    store.tell(made, 'edit');
    return { version, savedAt: store.clock.now() };
  },
  'piece.duplicate': (store, { id, title }) => {
    const copyId = store.newId('p');
    change(
      store,
      { code: 'piece_duplicate', params: { title } },
      duplicateOps(store.db, id, copyId, title, store.today()),
    );
    return { id: copyId };
  },
  'piece.bulk': (store, { ids, act }) => {
    const { ops, made } = bulkOps(store.db, ids, act, store);
    const changed = change(store, bulkLabel(store.db, ids, act), ops);
    return { changed, made: changed === 0 ? [] : made };
  },
  'piece.purge_preview': ({ db }, { ids }) => purgePreview(db, ids),
  'piece.purge': (store, { ids }) => {
    const { ops, pieces } = purgeOps(store.db, ids);
    change(store, { code: 'piece_purge', params: piecesNamed(store.db, ids) }, ops);
    return { pieces };
  },
  'trash.state': ({ db, clock }) => trashState(db, clock.now()),
  'piece.import': (store, _input, path) => {
    const id = store.newId('p');
    const { title, ops, warnings } = importMarkdown(store, id, chosen(path));
    change(store, { code: 'import', params: { title } }, ops);
    return { id, warnings };
  },

  'piece.history': ({ db, clock }, input) => pieceHistory(db, clock.node, input),
  'piece.point': ({ db }, { id, key }) => (key === null ? stateNow(db, id) : stateAt(db, id, key)),
  'piece.restore': (store, { id, key, fields }) => {
    const title = readView(store.db, 'piece', id)?.title ?? '';
    const ops = restoreOps(store.db, id, key, fields);
    return { changed: change(store, { code: 'version_restore', params: { title } }, ops) };
  },
  'recovery.state': ({ db }) => recoveryOf(db),
  'recovery.settle': ({ db }, { id }) => {
    settleRecovery(db, id);
    return null;
  },

  'template.list': ({ db }, { lang }) => listTemplates(db, lang),
  'template.save': (store, input) => {
    const id = input.over ?? store.newId('t');
    change(store, { code: 'template_save', params: { title: input.name } }, templateOps(store.db, id, input));
    return { id };
  },

  'placement.range': ({ db }, { from, to }) => placementCards(db, placementsBetween(db, from, to)),
  'placement.reports': (store, { ids }) => reportsOf(store, ids),
  'placement.plan': (store, input) => {
    const id = store.newId('l');
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    const ops = planOps(store.db, id, input, store.packs(), workspaceOf(store.db).zone);
    change(store, { code: 'placement_plan', params: { title } }, ops);
    return { id };
  },
  'placement.move': (store, { moves }) => {
    const ops = moveOps(store.db, moves, store.packs());
    return {
      moved: change(
        store,
        {
          code: 'placement_move',
          params: {
            ...namedBy(
              store,
              moves.map(({ id }) => id),
            ),
          },
        },
        ops,
      ),
    };
  },
  'placement.remove': (store, { ids }) => {
    const params = namedBy(store, ids);
    const ops = ids.map((id): Op => ({ kind: 'delete', type: 'placement', id }));
    return { removed: change(store, { code: 'placement_remove', params }, ops) };
  },
  'placement.settle': (store, { id, outcome, link, reason }) => {
    const set = (register: string, value: string): Op => ({ kind: 'set', type: 'placement', id, register, value });
    const ops = [
      set('outcome', outcome),
      ...(link === undefined ? [] : [set('liveLink', link)]),
      ...(reason === undefined ? [] : [set('skipReason', reason)]),
    ];
    change(store, { code: 'placement_edit', params: namedBy(store, [id]) }, ops);
    return null;
  },

  'variant.override': (store, input) => {
    const { ops } = overrideOps(store.db, input);
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    change(store, { code: 'variant_edit', params: { title } }, ops, {
      session: `override ${input.pieceId} ${input.format} ${input.accountId} ${input.field}`,
    });
    return { variantId: variantId(input.pieceId, input.format, input.accountId) };
  },

  'asset.import': (store, _input, path) => {
    const file = chosen(path);
    const { id, ops } = keepImage(store.db, store.folder, basename(file), readChosen(file, MAX_IMAGE));
    change(store, { code: 'asset_add', params: { title: basename(file) } }, ops);
    return { id };
  },
  'asset.add': (store, { name, bytes }) => {
    const { id, ops } = keepImage(store.db, store.folder, name, bytes);
    change(store, { code: 'asset_add', params: { title: name } }, ops);
    return { id };
  },

  'history.state': ({ db }) => historyState(db),
  'history.undo': (store) => {
    const { step, made } = undo(store.db, store.clock);
    store.tell(made, 'undo');
    return step;
  },
  'history.redo': (store) => {
    const { step, made } = redo(store.db, store.clock);
    store.tell(made, 'redo');
    return step;
  },

  'export.preview': (store, { choice }) => previewExport(store, choice),
  'export.write': (store, { choice }, path) => writeExport(store, choice, chosen(path)),

  'backup.list': ({ folder }) => listBackups(folder),
  'backup.make': ({ db, clock, folder, binding }) => makeBackup(db, folder, 'manual', clock.now(), binding),
  'backup.restore': (store, { name }) => restoreBackup(store, name),
};

/** One placement is named by its piece's title, several by their number. */
function namedBy(store: StoreContext, placementIds: readonly string[]): Record<string, string | number> {
  const [first] = placementIds.length === 1 ? readViews(store.db, 'placement', placementIds) : [];
  const title = first?.pieceId == null ? undefined : readView(store.db, 'piece', first.pieceId)?.title;
  return title === undefined ? { count: placementIds.length } : { title, count: 1 };
}
