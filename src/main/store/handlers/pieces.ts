import type { pieceCalls } from '../../../contract/calls/pieces';
import { recoveryOf, settleRecovery } from '../history/recovery';
import { trayOf } from '../library/tray';
import { duplicateOps, newPieceOps, openPiece, writeBody } from '../pieces/pieces';
import { placeOps } from '../plan/planning';
import { readView } from '../rows';
import { change, chosen, type HandlersOf } from './answering';
import { late } from './late';

export const pieceHandlers: HandlersOf<typeof pieceCalls> = {
  'piece.list': async (store, { filter, limit, offset }) =>
    (await late.library()).listPieces(store, filter, { limit, offset }),
  'piece.ids': async (store, { filter, offset, limit }) =>
    (await late.library()).idsOf(store, filter, { offset, limit }),
  'piece.counts': async (store, { filter }) => (await late.libraryCounts()).countsOf(store, filter),
  'piece.tray': trayOf,
  'piece.open': async ({ db }, { id }) => openPiece(db, id, (await late.sameText()).sameTextOf),
  'piece.create': async (store, input) => {
    const id = store.newId('p');
    const template =
      input.templateId === null ? null : await (await late.templates()).readTemplate(store.db, input.templateId);
    const ops = newPieceOps(id, input, template, store.today());
    const placed =
      input.place === null ? [] : placeOps(store, store.newId('l'), input.place, { id, campaignId: input.campaignId });
    change(store, { code: 'piece_create', params: { title: input.title } }, [...ops, ...placed]);
    return { id };
  },
  'piece.write': (store, input) => {
    const { version, made } = writeBody(store.db, store.clock, input);
    store.tell(made, 'edit', true);
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
  'piece.bulk': async (store, { target, act }) => (await late.bulk()).doBulk(store, target, act),
  'piece.export': async (store, { target }, path) =>
    (await late.pieceExport()).exportPieces(store, target, chosen(path)),
  'piece.purge_preview': async ({ db }, { ids }) => (await late.trash()).purgePreview(db, ids),
  'piece.purge': async (store, { ids }) => {
    const { purgeOps } = await late.trash();
    const { piecesNamed } = await late.bulk();
    const { ops, pieces } = purgeOps(store.db, ids);
    change(store, { code: 'piece_purge', params: piecesNamed(store.db, ids) }, ops);
    return { pieces };
  },

  'trash.state': async ({ db, clock }) => (await late.trash()).trashState(db, clock.now()),

  'piece.history': async ({ db, clock }, input) => (await late.history()).pieceHistory(db, clock.node, input),
  'piece.point': async ({ db }, { id, key }) => {
    const { stateAt, stateNow } = await late.history();
    return key === null ? stateNow(db, id) : stateAt(db, id, key);
  },
  'piece.restore': async (store, { id, key, fields }) => {
    const { restoreOps } = await late.history();
    const title = readView(store.db, 'piece', id)?.title ?? '';
    const ops = restoreOps(store.db, id, key, fields);
    return { changed: change(store, { code: 'version_restore', params: { title } }, ops) };
  },
  'piece.make_sibling': async (store, input) => {
    const id = store.newId('p');
    const title = readView(store.db, 'piece', input.id)?.title ?? '';
    const made = { id, group: store.newId('g'), today: store.today() };
    const ops = (await late.siblings()).makeSiblingOps(store.db, input, made);
    change(store, { code: 'sibling_make', params: { title } }, ops);
    return { id };
  },
  'piece.link': async (store, { id, otherId }) => {
    const ops = (await late.siblings()).linkOps(store.db, id, otherId, store.newId('g'));
    const title = readView(store.db, 'piece', otherId)?.title ?? '';
    return { changed: change(store, { code: 'sibling_link', params: { title } }, ops) };
  },
  'piece.unlink': async (store, { id }) => {
    const title = readView(store.db, 'piece', id)?.title ?? '';
    const ops = (await late.siblings()).unlinkOps(store.db, id);
    return { changed: change(store, { code: 'sibling_unlink', params: { title } }, ops) };
  },
  'piece.compare': async ({ db }, { id, otherId }) => (await late.siblings()).compareSiblings(db, id, otherId),

  'recovery.state': ({ db }) => recoveryOf(db),
  'recovery.settle': ({ db }, { id }) => {
    settleRecovery(db, id);
    return null;
  },

  'template.list': async ({ db }, { lang }) => (await late.templates()).listTemplates(db, lang),
  'template.save': async (store, input) => {
    const { templateOps } = await late.templates();
    const id = input.over ?? store.newId('t');
    change(store, { code: 'template_save', params: { title: input.name } }, templateOps(store.db, id, input));
    return { id };
  },
};
