import type { PlacementCard, ReminderState, TileReport } from '../../contract';
import type { DeskAct } from '../../core/desk/acts';
import { wallAt } from '../../core/desk/clock';
import { MINUTE } from '../../core/time/instant';
import { addDays, type WallDate } from '../../core/time/wallDate';
import { share } from './share';
import type { Slice } from './slice';
import type { StudioState } from './studio';
import type { World } from './world';

/** How many days the hand-over desk shows. */
export const deskSpans = [1, 3, 7] as const;
export type DeskSpan = (typeof deskSpans)[number];

/** The hand-over desk: what may be due, which days and which item are looked at, what was copied, how reminders stand. */
export type DeskSlice = {
  readonly deskCards: readonly PlacementCard[];
  readonly deskOlder: number;
  readonly deskNext: PlacementCard | null;
  /** Whether the cards have been read since the workspace was opened. */
  readonly deskReady: boolean;
  /** What adaptation says, by placement, as far as it was asked. */
  readonly deskReports: Readonly<Record<string, TileReport>>;
  readonly deskSpan: DeskSpan;
  /** First day in view; null follows today. */
  readonly deskFrom: WallDate | null;
  readonly deskChosen: string | null;
  /** When a text was copied, in milliseconds of the studio's clock, by placement and part. */
  readonly deskCopied: Readonly<Record<string, number>>;
  readonly reminders: ReminderState | null;
  readonly loadDesk: () => Promise<void>;
  /** After midnight: today is another day, for every screen. A day that was fixed at the start stays. */
  readonly turnDay: () => void;
  readonly loadDeskReports: (ids: readonly string[]) => Promise<void>;
  readonly lookAtDesk: (view: { readonly from?: WallDate | null; readonly span?: DeskSpan }) => void;
  readonly chooseAtDesk: (id: string | null) => void;
  /** Goes to the desk and, where one is named, to the day of a placement. */
  readonly openDesk: (placementId: string | null) => Promise<void>;
  readonly noteCopied: (key: string, at: number) => void;
  /** One named step of undo; true when something was changed. */
  readonly doAtDesk: (card: PlacementCard, act: DeskAct) => Promise<boolean>;
  readonly loadReminders: () => Promise<void>;
  readonly seenReminders: () => Promise<void>;
  readonly pauseReminders: (until: number | null) => Promise<void>;
};

/** The studio's clock: the machine's, or the one it was started with. */
export const studioNow = ({ boot }: Pick<StudioState, 'boot'>, world: World): number =>
  world.now() + (boot?.shift ?? 0);
export const deskZone = ({ outline }: Pick<StudioState, 'outline'>): string => outline?.workspace[0]?.zone ?? 'UTC';

/** What nobody dealt with is shown for so many days; older ones are counted. */
const LOOK_BACK = 60;
/** Reports asked for in one call. */
const AT_ONCE = 25;
/** The longest any platform known takes a post ahead of its day. */
const LOOK_AHEAD = 15;

export const deskSlice: Slice<DeskSlice> =
  ({ api, world }) =>
  (set, get) => {
    let turn = 0;
    const today = (): WallDate => wallAt(studioNow(get(), world), deskZone(get())).day;
    return {
      deskCards: [],
      deskOlder: 0,
      deskNext: null,
      deskReady: false,
      deskReports: {},
      deskSpan: 1,
      deskFrom: null,
      deskChosen: null,
      deskCopied: {},
      reminders: null,
      turnDay: () => {
        const { boot, outline } = get();
        if (boot === null || outline === null || boot.shift !== 0) return;
        const here = today();
        if (here === boot.today) return;
        set({ boot: { ...boot, today: here } });
        void get().loadDesk();
      },
      loadDesk: async () => {
        turn += 1;
        const mine = turn;
        const here = today();
        const from = get().deskFrom ?? here;
        const first = from < here ? from : here;
        const end = addDays(from, get().deskSpan);
        const far = addDays(here, LOOK_AHEAD);
        const range = { since: addDays(first, -LOOK_BACK), from: first, to: end > far ? end : far };
        const answer = await api.call('desk.list', range);
        if (mine !== turn) return;
        if (!answer.ok) {
          get().notifyFailure(answer.failure);
          return;
        }
        const { cards, older, next } = answer.value;
        set((state) => ({
          deskCards: share(state.deskCards, cards),
          deskOlder: older,
          deskNext: share(state.deskNext, next),
          deskReady: true,
        }));
      },
      loadDeskReports: async (ids) => {
        // A few at a time: each is an adaptation, and other calls wait behind them.
        for (let first = 0; first < ids.length; first += AT_ONCE) {
          const some = ids.slice(first, first + AT_ONCE);
          const answer = await api.call('placement.reports', { ids: some, lang: get().settings.lang });
          if (!answer.ok) return;
          const found = Object.fromEntries(answer.value.map((report) => [report.placementId, report]));
          set((state) => ({ deskReports: share(state.deskReports, { ...state.deskReports, ...found }) }));
        }
      },
      lookAtDesk: ({ from, span }) => {
        set((state) => ({ deskFrom: from === undefined ? state.deskFrom : from, deskSpan: span ?? state.deskSpan }));
        void get().loadDesk();
      },
      chooseAtDesk: (deskChosen) => set({ deskChosen }),
      openDesk: async (placementId) => {
        get().go({ screen: 'desk' });
        set({ deskFrom: null, deskSpan: 1 });
        await get().loadDesk();
        if (placementId === null) return;
        const card = get().deskCards.find(({ id }) => id === placementId);
        // What is planned for another day is shown on its day.
        if (card !== undefined && card.day !== null && card.day > today()) get().lookAtDesk({ from: card.day });
        set({ deskChosen: placementId });
      },
      noteCopied: (key, at) => set((state) => ({ deskCopied: { ...state.deskCopied, [key]: at } })),
      doAtDesk: async (card, act) => {
        const { deskChange } = await import('../../core/desk/acts');
        const change = deskChange(card, act);
        if (change === null) return false;
        const answer = await get().act('change.make', { label: change.label, ops: [...change.ops] });
        return answer !== null;
      },
      loadReminders: async () => {
        const answer = await api.call('reminder.state', {});
        if (answer.ok) set({ reminders: answer.value });
      },
      seenReminders: async () => {
        const reminders = await get().act('reminder.seen', {});
        if (reminders !== null) set({ reminders });
      },
      pauseReminders: async (until) => {
        const reminders = await get().act('reminder.pause', { until });
        if (reminders !== null) set({ reminders });
      },
    };
  };

/** Milliseconds until the minute changes on the studio's clock. */
export const untilMinute = (now: number): number => MINUTE - (now % MINUTE);
