import type { PlacementCard } from '../../contract';
import { holds, periodOf } from '../../core/schedule/days';
import { isFiltering, passes } from '../../core/schedule/filter';
import { accountsById } from '../../core/schedule/planned';
import { sayMoment } from '../../core/words/dates';
import { planWords } from '../../core/words/plan';
import { say } from '../../core/words/say';
import { anchorOf, weekStartOf } from './plan';
import type { Slice } from './slice';

export type JumpSlice = {
  /** A placement the open plan is to scroll to; null once it did. */
  readonly jump: PlacementCard | null;
  readonly landed: () => void;
  /** The placement that is lit; null once the moment is over. */
  readonly litId: string | null;
  /**
   * Goes to a placement on the matrix, or in the calendar when that is open: to its day, its lane unfolded, filters
   * that hide it cleared. False when it is gone, which is said.
   */
  readonly showPlacement: (id: string) => Promise<boolean>;
};

/** How long a tile stays lit, in milliseconds: as long as the flash of `PlanTile.module.css`. */
const LIT = 1_800;

export const jumpSlice: Slice<JumpSlice> = () => (set, get) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    jump: null,
    landed: () => set({ jump: null }),
    litId: null,
    showPlacement: async (id) => {
      const found = await get().act('placement.cards', { ids: [id] });
      if (found === null) return false;
      const { settings, outline, route } = get();
      const card = found[0];
      if (card === undefined || card.day === null) {
        get().notify({ message: say(planWords, settings.lang, 'jump.gone') });
        return false;
      }
      const accounts = accountsById(outline?.account ?? []);
      const { filter, reports, clearFilter } = get();
      if (isFiltering(filter) && !passes(card, filter, accounts, reports[card.id])) {
        clearFilter();
        get().notify({ message: say(planWords, settings.lang, 'jump.filters') });
      }
      const role = accounts.get(card.accountId ?? '')?.role;
      if (role !== undefined && get().foldedRoles.has(role)) get().toggleRole(role);
      if (route.screen !== 'calendar') get().go({ screen: 'matrix' });
      const { zoom, calendarView } = get();
      const shown = periodOf(
        route.screen !== 'calendar' ? zoom : calendarView === 'week' ? 'week' : 'month',
        anchorOf(get()),
        weekStartOf(get()),
      );
      if (!holds(shown, card.day)) get().setAnchor(card.day);
      get().select({ kind: 'placements', ids: [card.id] });
      set({ jump: card, litId: card.id });
      clearTimeout(timer);
      timer = setTimeout(() => set((state) => (state.litId === card.id ? { litId: null } : {})), LIT);
      const account = accounts.get(card.accountId ?? '')?.name ?? '';
      get().announce(
        say(planWords, settings.lang, 'jump.at', { account, when: sayMoment(settings.lang, card.day, card.time) }),
      );
      return true;
    },
  };
};
