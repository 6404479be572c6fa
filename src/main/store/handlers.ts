import type { CallOutput, CallParsed, StoreCallName } from '../../contract';
import { pieceFilter } from '../../contract/views';
import { variantId } from '../../core/model/ids';
import type { Op } from '../../core/plan/ops';
import { refuse } from '../../core/result';
import type { SheetChoice } from '../../core/sheets/sheetRows';
import { listBackups, makeBackup } from './backups';
import { type ChangeOptions, historyState, makeChange, redo, undo } from './changes';
import type { Picked } from './client';
import type { StoreContext } from './context';
import { outlineOf } from './firstScreen';
import { duplicateOps, newPieceOps, openPiece, writeBody } from './pieces';
import { moveOps, placementCards, placementsBetween, placementsOfPieces } from './placements';
import { placeOps, planOps } from './planning';
import { recoveryOf, settleRecovery } from './recovery';
import { readView, readViews } from './rows';
import { trayOf } from './tray';

const withoutUndefined = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));

/** One handler per call the store answers; `path` is what the call's dialog token stands for. A missing one does not compile. */
export type StoreHandlers = {
  readonly [N in StoreCallName]: (
    store: StoreContext,
    input: CallParsed<N>,
    path: Picked,
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

/**
 * What no first screen needs comes when it is first asked for: these hold the readers and writers of files and the
 * adaptation, most of the store's code.
 */
const late = {
  assetList: () => import('./assetList'),
  assets: () => import('./assets'),
  bulk: () => import('./bulk'),
  campaigns: () => import('./campaigns'),
  cascades: () => import('./cascades'),
  cascadeActs: () => import('./cascadeActs'),
  cascadeTemplates: () => import('./cascadeTemplates'),
  assetUses: () => import('./assetUses'),
  desk: () => import('./desk'),
  exports: () => import('./exports'),
  occasionFiles: () => import('./occasionFiles'),
  history: () => import('./history'),
  sameText: () => import('./sameText'),
  library: () => import('./library'),
  libraryCounts: () => import('./libraryCounts'),
  pasteCases: () => import('./pasteCases'),
  pieceExport: () => import('./pieceExport'),
  planCheck: () => import('./planCheck'),
  platforms: () => import('./platforms'),
  reports: () => import('./reports'),
  restore: () => import('./restore'),
  siblings: () => import('./siblings'),
  templates: () => import('./templates'),
  trash: () => import('./trash'),
  variants: () => import('./variants'),
} as const;

const chosenAll = (path: Picked): readonly string[] =>
  path === null ? refuse('file_missing') : typeof path === 'string' ? [path] : path;
const chosen = (path: Picked): string => chosenAll(path)[0] ?? refuse('file_missing');

export const storeHandlers: StoreHandlers = {
  'plan.outline': outlineOf,

  'change.make': (store, { label, ops }) => ({ changed: change(store, label, ops) }),

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
    const placed = input.place === null ? [] : placeOps(store, store.newId('l'), input.place, { id, campaignId: null });
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
  'import.start': async ({ imports }, _input, path) => (await imports.desk()).start(chosenAll(path)),
  'import.state': async ({ imports }) => (imports.isOpen() ? (await imports.desk()).state() : null),
  'import.remap': async ({ imports }, { job, path, sheet, choice }) =>
    (await imports.desk()).remap(job, { path, sheet, choice: withoutUndefined(choice) as SheetChoice }),
  'import.rows': async ({ imports }, input) => (await imports.desk()).rows(input),
  'import.row': async ({ imports }, { job, index }) => (await imports.desk()).row(job, index),
  'import.cancel': async ({ imports }, { job }) => {
    (await imports.desk()).cancel(job);
    return null;
  },
  'occasion.read': async (store, _input, path) => (await late.occasionFiles()).readFile(store, chosen(path)).file,
  'occasion.take': async (store, _input, path) => {
    const { file, ops } = (await late.occasionFiles()).readFile(store, chosen(path));
    change(store, { code: 'occasion_import', params: { count: file.added.length + file.changed.length } }, ops);
    return file;
  },
  'import.apply': async ({ imports }, { job, choice }) => (await imports.desk()).apply(job, choice),

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

  'campaign.counts': async ({ db }) => (await late.campaigns()).campaignCounts(db),
  'campaign.facts': async (store, { id, most }) => (await late.campaigns()).campaignFacts(store, id, most),
  'campaign.remove': async (store, { id }) => {
    const title = readView(store.db, 'campaign', id)?.name ?? '';
    const ops = (await late.campaigns()).removeOps(store.db, id);
    return { changed: change(store, { code: 'campaign_remove', params: { title } }, ops) };
  },

  'placement.range': ({ db }, { from, to }) => placementCards(db, placementsBetween(db, from, to)),
  'placement.cards': ({ db }, { ids }) => placementCards(db, readViews(db, 'placement', ids)),
  'placement.search': async (store, { query, limit }) => {
    const { ids } = await (await late.library()).idsOf(store, pieceFilter.parse({ query }), { offset: 0, limit: 200 });
    return placementCards(store.db, placementsOfPieces(store.db, ids, store.today(), limit));
  },
  'placement.reports': async (store, { ids }) => (await late.reports()).reportsOf(store, ids),
  'placement.plan': (store, input) => {
    const id = store.newId('l');
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    change(store, { code: 'placement_plan', params: { title } }, planOps(store, id, input));
    return { id };
  },
  'placement.plan_all': (store, { plans }) => {
    const made = plans.map((plan) => ({ id: store.newId('l'), plan }));
    const ops = made.flatMap(({ id, plan }) => planOps(store, id, plan));
    const [only, ...others] = plans;
    const title =
      others.length > 0 || only === undefined ? '' : (readView(store.db, 'piece', only.pieceId)?.title ?? '');
    change(store, { code: 'placement_plan', params: { title, count: plans.length } }, ops);
    return { ids: made.map(({ id }) => id) };
  },
  'placement.move': async (store, { moves }) => {
    const { consequencesOf } = await late.cascades();
    const ids = moves.map(({ id }) => id);
    const made = moveOps(store.db, moves, store.packs());
    const { ops, followers } = consequencesOf(store, moves);
    const along = followers.filter(({ fate }) => fate.kind === 'moves').length;
    const params = { ...namedBy(store, ids), ...(along === 0 ? {} : { followers: along }) };
    const code = along === 0 ? 'placement_move' : 'cascade_move';
    return { moved: change(store, { code, params }, [...made, ...ops]), followers };
  },
  'cascade.preview': async (store, { moves }) => (await late.cascades()).consequencesOf(store, moves).followers,
  'cascade.table': async (store, { campaignId }) => (await late.cascadeActs()).cascadeTable(store, campaignId),
  'cascade.lay': async (store, { campaignId }) => {
    const { ops, made, left } = (await late.cascadeActs()).layOps(store, campaignId);
    change(store, { code: 'cascade_lay', params: { count: made } }, ops);
    return { made, left };
  },
  'cascade.settle': async (store, { ids, how }) => {
    const { ops, left } = (await late.cascadeActs()).settleOps(store, ids, how);
    const done = ids.filter((id) => !left.some(({ placementId }) => placementId === id));
    const codes = { pin: 'cascade_pin', unpin: 'cascade_unpin', fit: 'cascade_fit', rule: 'cascade_rule' } as const;
    return { changed: change(store, { code: codes[how], params: namedBy(store, done) }, ops), left };
  },
  'cascade.rule': async (store, input) => {
    const { ops, followers } = (await late.cascadeActs()).ruleOps(store, input);
    const title = readView(store.db, 'wave', input.waveId)?.name ?? '';
    change(store, { code: 'cascade_rule', params: { title } }, ops);
    return { followers };
  },
  'cascade.templates': async ({ db }, { lang }) => (await late.cascadeTemplates()).listCascades(db, lang),
  'cascade.apply': async (store, input) => {
    const { ops, campaignId, missing } = (await late.cascadeTemplates()).applyOps(store, input);
    change(store, { code: 'cascade_apply', params: { title: input.name } }, ops);
    return { campaignId, missing };
  },
  'cascade.keep': async (store, input) => {
    const id = input.over ?? store.newId('ct');
    const { ops, unkept } = (await late.cascadeTemplates()).keepOps(store, id, input);
    change(store, { code: 'cascade_template_save', params: { title: input.name } }, ops);
    return { id, unkept };
  },
  'cascade.forget': (store, { id }) => {
    const title = readView(store.db, 'cascadeTemplate', id)?.name ?? refuse('not_found', { where: id });
    const ops: readonly Op[] = [{ kind: 'delete', type: 'cascadeTemplate', id }];
    return { changed: change(store, { code: 'cascade_template_remove', params: { title } }, ops) };
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

  'plan.check': async (store, span) => (await late.planCheck()).checkOf(store, span),
  'plan.fixes': async (store, input) => (await late.planCheck()).fixesOf(store, input),
  'plan.fix': async (store, input) => {
    const { ops, fixed } = (await late.planCheck()).fixOps(store, input);
    change(store, { code: 'plan_fix', params: { count: fixed.length } }, ops);
    return { fixed: fixed.length, left: input.keys.length - fixed.length };
  },
  'desk.list': async ({ db }, input) => (await late.desk()).deskCards(db, input),
  'desk.alarms': async ({ db }, input) => (await late.desk()).deskAlarms(db, input),
  'propose.start': async ({ proposals }, choice) => (await proposals.desk()).start(choice),
  'propose.state': ({ proposals }) => proposals.opened()?.state() ?? null,
  'propose.cancel': async ({ proposals }, { job }) => {
    (await proposals.desk()).cancel(job);
    return null;
  },
  'propose.take': async ({ proposals }, { spots }) => (await proposals.desk()).take(spots),

  'variant.override': async (store, input) => {
    const { overrideOps } = await late.variants();
    const ops = overrideOps(store.db, input);
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    change(store, { code: 'variant_edit', params: { title } }, ops, {
      session: `override ${input.pieceId} ${input.format} ${input.accountId} ${input.field}`,
    });
    return { variantId: variantId(input.pieceId, input.format, input.accountId) };
  },

  'variant.fix': async (store, input) => {
    const { fixOps } = await late.variants();
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    const params = { ...input.params, act: input.act, title };
    change(store, { code: 'variant_fix', params }, fixOps(store.db, input));
    return { variantId: variantId(input.pieceId, input.format, input.accountId) };
  },

  'variant.keep': async (store, input) => {
    const { keepOps } = await late.variants();
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    change(store, { code: 'variant_edit', params: { title } }, keepOps(store.db, input));
    return { variantId: variantId(input.pieceId, input.format, input.accountId) };
  },
  'variant.settle': async (store, input) => {
    const { settleOps } = await late.variants();
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    change(store, { code: 'variant_edit', params: { title } }, settleOps(store.db, input));
    return { variantId: variantId(input.pieceId, input.format, input.accountId) };
  },

  'article.keep_case': async ({ folder }, input) => (await late.pasteCases()).keepCase(folder, input),
  'variant.dress': async (store, input) => {
    const { dressOps } = await late.variants();
    const title = readView(store.db, 'piece', input.pieceId)?.title ?? '';
    change(store, { code: 'variant_edit', params: { title } }, dressOps(store.db, input));
    return { variantId: variantId(input.pieceId, input.format, input.accountId) };
  },

  'platform.set': async (store, input) => {
    const ops = (await late.platforms()).platformOps(store.db, input);
    return { changed: change(store, { code: 'platform_edit', params: { title: input.title } }, ops) };
  },

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

  'history.state': ({ db }) => historyState(db),
  'history.undo': (store, { after }) => {
    const { step, made } = undo(store.db, store.clock, after);
    store.tell(made, 'undo');
    return step;
  },
  'history.redo': (store, { after }) => {
    const { step, made } = redo(store.db, store.clock, after);
    store.tell(made, 'redo');
    return step;
  },

  'export.preview': async (store, { choice }) => (await late.exports()).previewExport(store, choice),
  'export.pictures': async (store, { choice }) => (await late.exports()).exportPictures(store, choice),
  'export.write': async (store, { choice }, path) => (await late.exports()).writeExport(store, choice, chosen(path)),

  'backup.list': ({ folder }) => listBackups(folder),
  'backup.make': ({ db, clock, folder, binding }) => makeBackup(db, folder, 'manual', clock.now(), binding),
  'backup.restore': async (store, { name }) => (await late.restore()).restoreBackup(store, name),
};

/** One placement is named by its piece's title, several by their number. */
function namedBy(store: StoreContext, placementIds: readonly string[]): Record<string, string | number> {
  const [first] = placementIds.length === 1 ? readViews(store.db, 'placement', placementIds) : [];
  const title = first?.pieceId == null ? undefined : readView(store.db, 'piece', first.pieceId)?.title;
  return title === undefined ? { count: placementIds.length } : { title, count: 1 };
}

/** One asset is named, several are counted. */
function assetNames(store: StoreContext, ops: readonly Op[]): Record<string, string | number> {
  const [first] = ops.length === 1 ? readViews(store.db, 'asset', [ops[0]?.id ?? '']) : [];
  return first === undefined ? { count: ops.length } : { title: first.name, count: 1 };
}
