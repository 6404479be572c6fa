import { useMemo } from 'react';
import { openSlots, type Slot } from '../../core/cadence/slots';
import type { Series } from '../../core/model/records';
import { cellKey } from '../../core/schedule/cells';
import type { WallDate } from '../../core/time/wallDate';
import { dayKind } from '../../core/time/workdays';
import { useStudio } from './StudioProvider';
import type { Slice } from './slice';
import type { StudioState } from './studio';

export const isHoliday = (day: WallDate): boolean => dayKind(day) === 'holiday';

export type SeriesSlice = {
  /** The series that is looked at, floating over any screen, and one of its dates; null while closed. */
  readonly seriesShown: { readonly seriesId: string | null; readonly slotDay: WallDate | null } | null;
  readonly showSeries: (shown: SeriesSlice['seriesShown']) => void;
};

export const seriesSlice: Slice<SeriesSlice> = () => (set) => ({
  seriesShown: null,
  showSeries: (seriesShown) => set({ seriesShown }),
});

export type OpenSlot = { readonly series: Series; readonly slot: Slot };
const none: readonly never[] = [];

/** What fills slots, as far as it is loaded or was checked: a placement may have been moved out of the days in view. */
export const fillingsOf = ({ cards, planCheck }: Pick<StudioState, 'cards' | 'planCheck'>) => [
  ...cards,
  ...(planCheck?.filled ?? none),
];

/** Dates of series that nothing fills yet; from today on, among the days that are loaded. */
export function useOpenSlots(): readonly OpenSlot[] {
  const series = useStudio((state) => state.outline?.series ?? none);
  const cards = useStudio((state) => (series.length === 0 ? none : state.cards));
  const planCheck = useStudio((state) => state.planCheck);
  const range = useStudio((state) => state.range);
  const today = useStudio((state) => state.boot?.today ?? null);
  return useMemo(() => {
    if (series.length === 0 || range === null || today === null) return none;
    const from = range.from > today ? range.from : today;
    const fillings = fillingsOf({ cards, planCheck });
    return series.flatMap((one) =>
      openSlots(one, fillings, from, range.to, isHoliday).map((slot) => ({ series: one, slot })),
    );
  }, [series, cards, planCheck, range, today]);
}

/** The same by cell. */
export function useSlotCells(): ReadonlyMap<string, OpenSlot> {
  const slots = useOpenSlots();
  return useMemo(() => new Map(slots.map((one) => [cellKey(one.series.accountId ?? '', one.slot.day), one])), [slots]);
}
