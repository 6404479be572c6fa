import type { mergingCalls } from '../../../contract/calls/merging';
import { chosen, type HandlersOf } from './answering';
import { late } from './late';

export const mergingHandlers: HandlersOf<typeof mergingCalls> = {
  'plan.compare': async ({ merges }, _input, path) => (await merges.desk()).start(chosen(path)),
  'plan.merge_state': ({ merges }) => merges.opened()?.state() ?? null,
  'plan.compared': async ({ merges }, asked) => (await merges.desk()).page(asked),
  'plan.compared_record': async ({ merges }, asked) => (await merges.desk()).record(asked),
  'plan.merge': async ({ merges }, asked) => (await merges.desk()).merge(asked),
  'plan.merge_cancel': async ({ merges }, { job }) => {
    (await merges.desk()).cancel(job);
    return null;
  },
  'plan.merges': async (store, asked) => (await late.conflicts()).listMerges(store, asked),
  'plan.also_changed': async (store, asked) => (await late.conflicts()).alsoChanged(store, asked),
  'plan.here': ({ clock }) => clock.node,
  'plan.conflicts': async (store) => (await late.conflicts()).listConflicts(store),
  'plan.conflict': async (store, asked) => (await late.conflicts()).conflictDetail(store, asked),
  'plan.resolve': async (store, asked) => (await late.conflicts()).resolveConflict(store, asked),
};
