import type { Boot, FirstScreen, StudioSettings } from '../../contract';
import type { Lang } from '../../core/model/records';
import { type Failure, failure } from '../../core/result';
import { weeksAround } from '../../core/schedule/days';
import type { Slice } from './slice';

/** Most workspaces start their week here; another start reads its days again once the outline says so. */
const MONDAY = 1;

/** How far the start is; `first_run` shows the three doors. */
export type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'first_run' }
  | { readonly kind: 'open' }
  | { readonly kind: 'broken'; readonly failure: Failure };

export type BootSlice = {
  readonly stage: Stage;
  readonly boot: Omit<Boot, 'first'> | null;
  readonly settings: StudioSettings;
  /** Reads what the shell knows, then the open workspace. */
  readonly start: () => Promise<void>;
  /** Whether a first screen has been on the glass. */
  readonly painted: boolean;
  /** What the first screen can do without: adaptation's reports, rule packs, what days are. Called once it is painted. */
  readonly loadRest: () => Promise<void>;
  /** Changes at once on screen; what the shell answers wins. */
  readonly configure: (change: Partial<StudioSettings>) => Promise<void>;
  readonly openSample: (edition: Lang) => Promise<boolean>;
  readonly createBlank: (name: string) => Promise<boolean>;
  /** Asks for a plan file and opens it as a workspace of its own. False when the user closed the dialog. */
  readonly importPlan: () => Promise<boolean>;
  /** `repair` puts the newest sound backup in the place of a damaged database. */
  readonly openWorkspace: (key: string, repair?: boolean) => Promise<boolean>;
};

export const bootSlice: Slice<BootSlice> =
  ({ api }) =>
  (set, get) => ({
    stage: { kind: 'starting' },
    boot: null,
    painted: false,
    settings: {
      lang: 'zh',
      theme: 'system',
      density: 'normal',
      remind: true,
      remindLead: 10,
      closeToTray: false,
    },
    start: async () => {
      const answer = await api.call('studio.boot', {});
      if (!answer.ok) {
        set({ stage: { kind: 'broken', failure: answer.failure } });
        return;
      }
      const { first, ...boot } = answer.value;
      if (boot.workspace !== null && first !== null) {
        const { today, ...screen } = JSON.parse(first) as FirstScreen;
        if (today === boot.today) {
          set({ ...screen, boot, settings: boot.settings, cardsReady: true, stage: { kind: 'open' } });
          return;
        }
      }
      set({ boot, settings: boot.settings });
      if (boot.workspace === null) {
        set({ stage: { kind: 'first_run' } });
        return;
      }
      const [loaded] = await Promise.all([
        get().loadOutline(),
        get().loadRange(weeksAround('fortnight', boot.today, MONDAY)),
        get().loadTray(),
        get().loadHistory(),
      ]);
      set({
        stage: loaded ? { kind: 'open' } : { kind: 'broken', failure: get().trouble ?? failure('store_stopped') },
      });
    },
    loadRest: async () => {
      set({ painted: true });
      const { stage, loadPacks, loadReports, loadDays, loadStepWords } = get();
      await Promise.all([loadPacks(), loadDays(), loadStepWords(), stage.kind === 'open' ? loadReports() : undefined]);
    },
    configure: async (change) => {
      const before = get().settings;
      set({ settings: { ...before, ...change } });
      const settings = await get().act('studio.configure', change);
      set({ settings: settings ?? before });
    },
    openSample: async (edition) => enter(await get().act('workspace.open_sample', { edition })),
    createBlank: async (name) => {
      const made = enter(await get().act('workspace.create', { name }));
      // An empty workspace says nothing: the shelf shows what one can begin with.
      if (made) set({ shelfOpen: true });
      return made;
    },
    importPlan: async () => {
      const chosen = await get().act('dialog.open_file', { what: 'plan' });
      return chosen !== null && enter(await get().act('workspace.import', { token: chosen.token }));
    },
    openWorkspace: async (key, repair = false) => enter(await get().act('workspace.open', { key, repair })),
  });

/** The shell tells `switched` once the workspace is open; the effects reload everything then. */
const enter = (entry: unknown): boolean => entry !== null;
