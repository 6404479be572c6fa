import type { ImportCard } from '../../../contract';
import type { Verdict } from '../../../core/importing/model';
import { useStudioHandle } from '../../state/StudioProvider';
import { usePages } from '../../ui/dryRun/usePages';
import type { Window } from '../../ui/useWindowing';

/** The rows of one verdict by their place in the list; none once the import has ended. */
export function useRows(
  job: string,
  reading: number,
  verdict: Verdict | null,
  seen: Window,
): ReadonlyMap<number, ImportCard> {
  const { api } = useStudioHandle();
  return usePages(`${job} ${reading} ${verdict}`, seen, async (page) => {
    const answer = await api.call('import.rows', { job, verdict, ...page });
    return answer.ok ? answer.value.items : null;
  });
}
