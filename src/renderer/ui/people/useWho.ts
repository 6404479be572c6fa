import { useCallback, useEffect, useState } from 'react';
import type { MergeAuthor } from '../../../contract';
import type { NodeId } from '../../../core/model/stamp';
import { conflictWords } from '../../../core/words/conflicts';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { colleagueName } from './colleagueName';

const none: readonly never[] = [];

/**
 * Who wrote: the member a copy of the workspace belongs to, "you" for this one, else another computer. `coming` knows
 * members whom only a received plan has.
 */
export function useWho(coming: readonly MergeAuthor[] = none): (node: NodeId) => string {
  const t = useWords(conflictWords);
  const { api } = useStudioHandle();
  const members = useStudio((state) => state.outline?.member ?? none);
  const [here, setHere] = useState<NodeId | null>(null);
  useEffect(() => {
    let current = true;
    void api.call('plan.here', {}).then((answer) => {
      if (current && answer.ok) setHere(answer.value);
    });
    return () => {
      current = false;
    };
  }, [api]);
  return useCallback(
    (node) => {
      if (node === here) return t('mine');
      const member = members.find(({ nodes }) => nodes.includes(node)) ?? coming.find((author) => author.node === node);
      return colleagueName(member?.name ?? '') ?? t('unknown');
    },
    [here, members, coming, t],
  );
}
