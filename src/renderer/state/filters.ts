import { noFilter, type PlanFilter } from '../../core/schedule/filter';
import type { Slice } from './slice';

export type FilterSlice = {
  /** Shared by matrix and calendar. */
  readonly filter: PlanFilter;
  readonly setFilter: (change: Partial<PlanFilter>) => void;
  readonly clearFilter: () => void;
  /** The saved view that was opened last; null when none is. */
  readonly planView: string | null;
  readonly setPlanView: (id: string | null) => void;
};

export const filterSlice: Slice<FilterSlice> = () => (set) => ({
  filter: noFilter,
  setFilter: (change) => set((state) => ({ filter: { ...state.filter, ...change } })),
  clearFilter: () => set({ filter: noFilter, planView: null }),
  planView: null,
  setPlanView: (planView) => set({ planView }),
});
