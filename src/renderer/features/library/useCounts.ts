import { useEffect, useState } from 'react';
import type { PieceCounts } from '../../../contract';
import { useStudio, useStudioHandle } from '../../state/StudioProvider';

/** How many pieces each choice of a filter would leave, asked for only while someone looks at the choices. */
export function useCounts(wanted: boolean): PieceCounts | null {
  const { api } = useStudioHandle();
  const filter = useStudio((state) => state.library.filter);
  const savedAt = useStudio((state) => state.savedAt);
  const key = JSON.stringify([filter, savedAt]);
  const [counts, setCounts] = useState<{ readonly key: string; readonly value: PieceCounts } | null>(null);
  const known = counts?.key === key;
  useEffect(() => {
    if (!wanted || known) return;
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await api.call('piece.counts', { filter: JSON.parse(key)[0] });
      if (current && answer.ok) setCounts({ key, value: answer.value });
    }, 60);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, wanted, known, key]);
  return counts?.value ?? null;
}
