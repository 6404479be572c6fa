import type { planCalls } from '../../../contract/calls/plan';
import { pieceFilter } from '../../../contract/pieces';
import type { Op } from '../../../core/plan/ops';
import { outlineOf } from '../firstScreen';
import { moveOps, placementCards, placementsBetween, placementsOfPieces } from '../plan/placements';
import { planOps } from '../plan/planning';
import { readView, readViews } from '../rows';
import { change, type HandlersOf, namedBy } from './answering';
import { late } from './late';

export const planHandlers: HandlersOf<typeof planCalls> = {
  'plan.outline': outlineOf,

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
  'desk.review': async ({ db }, { id }) => (await late.desk()).lastReview(db, id),
  'desk.alarms': async ({ db }, input) => (await late.desk()).deskAlarms(db, input),

  'propose.start': async ({ proposals }, choice) => (await proposals.desk()).start(choice),
  'propose.state': ({ proposals }) => proposals.opened()?.state() ?? null,
  'propose.cancel': async ({ proposals }, { job }) => {
    (await proposals.desk()).cancel(job);
    return null;
  },
  'propose.move': async ({ proposals }, asked) => (await proposals.desk()).move(asked),
  'propose.take': async ({ proposals }, { spots }) => (await proposals.desk()).take(spots),
};
