import { useEffect, useState } from 'react';
import type { MergeState } from '../../../contract';
import { useStudioHandle } from '../../state/StudioProvider';

/** The merge on its way, as the store tells of it; `undefined` until it has answered. */
export function useMerge(): MergeState | null | undefined {
  const { api } = useStudioHandle();
  const [state, setState] = useState<MergeState | null | undefined>(undefined);
  useEffect(() => {
    let told = false;
    const stop = api.on('merging', (fact) => {
      told = true;
      setState(fact.state);
    });
    void api.call('plan.merge_state', {}).then((answer) => {
      // An event may have told more by now.
      if (!told) setState(answer.ok ? answer.value : null);
    });
    return stop;
  }, [api]);
  return state;
}
