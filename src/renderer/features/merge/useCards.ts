import type { ComparedCard } from '../../../contract';
import { useStudioHandle } from '../../state/StudioProvider';
import { usePages } from '../../ui/dryRun/usePages';
import type { Window } from '../../ui/useWindowing';
import type { Shown } from './DryRun';

/** The records of a choice by their place in the list; none once the merge has ended. */
export function useCards(job: string, { group, type }: Shown, seen: Window): ReadonlyMap<number, ComparedCard> {
  const { api } = useStudioHandle();
  return usePages(`${job} ${group} ${type}`, seen, async (page) => {
    const answer = await api.call('plan.compared', { job, group, type, ...page });
    return answer.ok ? answer.value.items : null;
  });
}
