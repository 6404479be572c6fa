import { useMemo } from 'react';
import type { BulkTarget } from '../../../contract';
import { periodOf } from '../../../core/schedule/days';
import { anyPicked } from '../../state/picked';
import { anchorOf, weekStartOf } from '../../state/plan';
import { useStudio } from '../../state/StudioProvider';
import { selectedIds } from '../../state/selection';
import type { Seen } from './exportView';

/** What matrix and calendar show, what is selected there, and what the library lists or holds picked. */
export function useSeen(): Seen {
  const filter = useStudio((state) => state.filter);
  const zoom = useStudio((state) => state.zoom);
  const anchor = useStudio(anchorOf);
  const weekStart = useStudio(weekStartOf);
  const selection = useStudio((state) => state.selection);
  const library = useStudio((state) => state.library.filter);
  const picked = useStudio((state) => state.library.picked);
  return useMemo(() => {
    const pieces: BulkTarget =
      picked.kind === 'some' && anyPicked(picked)
        ? { kind: 'ids', ids: [...picked.ids] }
        : { kind: 'matching', filter: library, except: picked.kind === 'all' ? [...picked.except] : [] };
    return { filter, placementIds: selectedIds(selection), pieces, period: periodOf(zoom, anchor, weekStart) };
  }, [filter, zoom, anchor, weekStart, selection, library, picked]);
}
