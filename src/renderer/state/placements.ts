import type { CallInput, FollowerCard, PlacementCard, TileReport } from '../../contract';
import type { WallDate } from '../../core/time/wall';
import { movedCards, withCards } from './placed';
import { share } from './share';
import type { Slice } from './slice';

export type DayRange = { readonly from: WallDate; readonly to: WallDate };
export type Move = CallInput<'placement.move'>['moves'][number];

/** The placements of the days in view, and what adaptation says about each. */
export type PlacementsSlice = {
  readonly range: DayRange | null;
  readonly cards: readonly PlacementCard[];
  readonly reports: Readonly<Record<string, TileReport>>;
  readonly cardsLoading: boolean;
  /** Whether any days have been read since the workspace was opened. */
  readonly cardsReady: boolean;
  /** Loads the days of a screen; the same range again is a refetch. */
  readonly loadRange: (range: DayRange) => Promise<void>;
  /**
   * Reads these placements anew, and no others: what a drop changed, not the month. The whole range is read where that is
   * surer: while it is being read anyway, for many at once, or when the store did not answer.
   */
  readonly loadCards: (ids: readonly string[]) => Promise<void>;
  readonly loadReports: (ids?: readonly string[]) => Promise<void>;
  /**
   * Moves at once on screen; a failure moves back and says why. Answers what became of the waves that follow, null when
   * nothing was done.
   */
  readonly move: (moves: readonly Move[]) => Promise<readonly FollowerCard[] | null>;
  /** Plans a piece. Answers the id of the new placement. */
  readonly plan: (input: CallInput<'placement.plan'>) => Promise<string | null>;
  /** Plans several as one step of undo. Answers the ids of the new placements, null when nothing was done. */
  readonly planAll: (plans: CallInput<'placement.plan_all'>['plans']) => Promise<readonly string[] | null>;
  /** Back to the tray. */
  readonly unplan: (ids: readonly string[]) => Promise<boolean>;
};

/** Beyond so many the range is read in one go. */
const MOST_AT_ONCE = 200;

export const placementsSlice: Slice<PlacementsSlice> =
  ({ api }) =>
  (set, get) => {
    /** Only the newest answer counts: a slow one for days left behind is dropped. */
    let turn = 0;
    /** Placements that were asked for and are not here yet: a later question asks for them, too. */
    const asked = new Set<string>();
    const showAgain = async () => {
      const { range } = get();
      if (range !== null) await get().loadRange(range);
    };
    return {
      range: null,
      cards: [],
      reports: {},
      cardsLoading: false,
      cardsReady: false,
      loadRange: async (range) => {
        turn += 1;
        const mine = turn;
        asked.clear();
        set({ range, cardsLoading: true });
        const answer = await api.call('placement.range', range);
        if (mine !== turn) return;
        if (!answer.ok) {
          set({ cardsLoading: false, cardsReady: true, trouble: answer.failure });
          return;
        }
        set((state) => ({ cards: share(state.cards, answer.value), cardsLoading: false, cardsReady: true }));
        await get().loadReports();
      },
      loadCards: async (ids) => {
        const { range, cardsLoading } = get();
        if (range === null || ids.length === 0) return;
        for (const id of ids) asked.add(id);
        if (cardsLoading || asked.size > MOST_AT_ONCE) return get().loadRange(range);
        turn += 1;
        const mine = turn;
        const wanted = [...asked];
        const answer = await api.call('placement.cards', { ids: wanted });
        if (mine !== turn) return;
        if (!answer.ok) return get().loadRange(range);
        asked.clear();
        set((state) => ({ cards: withCards(state.cards, wanted, answer.value, range) }));
        const pieces = new Set(answer.value.map(({ pieceId }) => pieceId));
        await get().loadReports(get().cards.flatMap(({ id, pieceId }) => (pieces.has(pieceId) ? [id] : [])));
      },
      loadReports: async (ids) => {
        const wanted = ids ?? get().cards.map((card) => card.id);
        if (wanted.length === 0) return;
        const answer = await api.call('placement.reports', { ids: [...wanted], lang: get().settings.lang });
        if (!answer.ok) return;
        const fresh = Object.fromEntries(answer.value.map((report) => [report.placementId, report]));
        set((state) => ({ reports: share(state.reports, { ...state.reports, ...fresh }) }));
      },
      move: async (moves) => {
        const before = get().cards;
        set({ cards: movedCards(before, moves) });
        const answer = await get().act('placement.move', { moves: [...moves] });
        if (answer === null) {
          set({ cards: before });
          await showAgain();
          return null;
        }
        const followers = answer.followers.flatMap(({ placementId }) => placementId ?? []);
        await get().loadCards([...moves.map(({ id }) => id), ...followers]);
        return answer.followers;
      },
      plan: async (input) => {
        const answer = await get().act('placement.plan', input);
        return answer?.id ?? null;
      },
      planAll: async (plans) => (await get().act('placement.plan_all', { plans: [...plans] }))?.ids ?? null,
      unplan: async (ids) => {
        const before = get().cards;
        set({ cards: before.filter((card) => !ids.includes(card.id)) });
        const answer = await get().act('placement.remove', { ids: [...ids] });
        if (answer === null) set({ cards: before });
        return answer !== null;
      },
    };
  };
