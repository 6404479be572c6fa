import type { cascadeCalls } from '../../../contract/calls/cascades';
import type { Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import { readView } from '../rows';
import { change, type HandlersOf, namedBy } from './answering';
import { late } from './late';

export const cascadeHandlers: HandlersOf<typeof cascadeCalls> = {
  'campaign.counts': async ({ db }) => (await late.campaigns()).campaignCounts(db),
  'campaign.facts': async (store, { id, most }) => (await late.campaigns()).campaignFacts(store, id, most),
  'campaign.remove': async (store, { id }) => {
    const title = readView(store.db, 'campaign', id)?.name ?? '';
    const ops = (await late.campaigns()).removeOps(store.db, id);
    return { changed: change(store, { code: 'campaign_remove', params: { title } }, ops) };
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
};
