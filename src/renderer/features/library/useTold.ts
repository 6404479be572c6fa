import { useEffect, useState } from 'react';
import type { PieceFilter, PieceList } from '../../../contract';
import { useStudio, useStudioHandle } from '../../state/StudioProvider';

export type Told = Pick<PieceList, 'exact' | 'hidden' | 'notes' | 'total'>;
const nothing: Told = { exact: true, hidden: 0, notes: [], total: 0 };

/** How many pieces the whole filter lists and hides (about so many while not `exact`), and what the search has to say about its own words. */
export function useTold(filter: PieceFilter): Told {
  const { api } = useStudioHandle();
  const savedAt = useStudio((state) => state.savedAt);
  const [told, setTold] = useState<Told>(nothing);
  const key = JSON.stringify([filter, savedAt]);
  useEffect(() => {
    let current = true;
    // A little later than the list itself: the rows come first.
    const timer = setTimeout(async () => {
      const answer = await api.call('piece.list', { filter: JSON.parse(key)[0], limit: 1, offset: 0 });
      if (current && answer.ok) setTold(answer.value);
    }, 120);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, key]);
  return told;
}
