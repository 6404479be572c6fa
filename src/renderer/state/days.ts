import { useMemo } from 'react';
import type { Occasion } from '../../core/model/records';
import { layersFor } from '../../core/occasions/layers';
import type { DayMarks } from '../../core/occasions/marks';
import type { WallDate } from '../../core/time/wallDate';
import type * as Knowledge from './dayKnowledge';
import { useStudio } from './StudioProvider';
import type { Slice } from './slice';
import type { StudioState } from './studio';

/** Where a card hangs: the box of what was pressed, in the window's pixels. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** What days are beside their date, and the two parts that show it: the card of a day, and the list of occasions. */
export type DaysSlice = {
  /** Calendars, festivals and their names; null until they are loaded, soon after the first screen. */
  readonly days: typeof Knowledge | null;
  readonly dayCard: { readonly day: WallDate; readonly at: Box | null } | null;
  readonly occasionsOpen: {
    readonly chosen: string | null;
    readonly newOn: WallDate | null;
    /** A calendar file that was dropped or chosen, to be looked at first. */
    readonly file: string | null;
  } | null;
  readonly loadDays: () => Promise<void>;
  /** `at` null: in the middle of the window, as asked for by key. */
  readonly openDay: (day: WallDate, at: Box | null) => void;
  readonly closeDay: () => void;
  /** The list of occasions, at one of them or with a new one begun on a day. */
  readonly openOccasions: (at?: {
    readonly chosen?: string;
    readonly newOn?: WallDate;
    readonly file?: string;
  }) => void;
  readonly closeOccasions: () => void;
};

export const daysSlice: Slice<DaysSlice> = () => (set, get) => ({
  days: null,
  dayCard: null,
  occasionsOpen: null,
  loadDays: async () => {
    if (get().days === null) set({ days: await import('./dayKnowledge') });
  },
  openDay: (day, at) => {
    void get().loadDays();
    const box = at === null ? null : { left: at.left, top: at.top, width: at.width, height: at.height };
    set({ dayCard: { day, at: box } });
  },
  closeDay: () => set({ dayCard: null }),
  openOccasions: (at) => {
    void get().loadDays();
    set({
      dayCard: null,
      occasionsOpen: { chosen: at?.chosen ?? null, newOn: at?.newOn ?? null, file: at?.file ?? null },
    });
  },
  closeOccasions: () => set({ occasionsOpen: null }),
});

const none: readonly Occasion[] = [];
export const occasionsIn = (state: StudioState): readonly Occasion[] => state.outline?.occasion ?? none;

/** The layers in use: what was chosen in the settings, else what is usual in the language. */
export const useDayLayers = () => {
  const chosen = useStudio((state) => state.settings.dayLayers);
  const lang = useStudio((state) => state.settings.lang);
  return useMemo(() => layersFor(chosen ?? null, lang), [chosen, lang]);
};

/** What one day is; null until the calendars are loaded. */
export function useDayMark(day: WallDate): DayMarks | null {
  const days = useMemo(() => [day], [day]);
  return useDayMarks(days)?.get(day) ?? null;
}

/** What each of some days is; null until the calendars are loaded. */
export function useDayMarks(days: readonly WallDate[]): ReadonlyMap<WallDate, DayMarks> | null {
  const knowledge = useStudio((state) => state.days);
  const occasions = useStudio(occasionsIn);
  const layers = useDayLayers();
  return useMemo(() => knowledge?.marksOf(days, occasions, layers) ?? null, [knowledge, days, occasions, layers]);
}
