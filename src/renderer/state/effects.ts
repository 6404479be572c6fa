import type { StoreApi } from 'zustand/vanilla';
import { noHistory } from '../../contract/history';
import { outlineTypes } from '../../contract/outline';
import type { RecordType } from '../../core/model/records';
import { noFilter } from '../../core/schedule/filter';
import { freshCampaigns } from './campaigns';
import { freshLibrary } from './library';
import { freshPlanCheck } from './planCheck';
import { share } from './share';
import type { Tools } from './slice';
import type { StudioState } from './studio';

type Store = StoreApi<StudioState>;
type Effect = (store: Store, tools: Tools) => () => void;

/** Which records the outline shows; a change of another type does not read it again. */
const inOutline: ReadonlySet<string> = new Set(outlineTypes);
const onTiles: ReadonlySet<string> = new Set<RecordType>([
  'placement',
  'piece',
  'variant',
  'account',
  'persona',
  'platform',
]);
const inPieces: ReadonlySet<string> = new Set<RecordType>(['piece']);
const inTray: ReadonlySet<string> = new Set<RecordType>(['placement', 'piece']);
/** These change what adaptation says about pieces that did not change themselves. */
const changesReports: ReadonlySet<string> = new Set<RecordType>(['account', 'persona', 'platform', 'community']);

/** Whether only tiles of the named placements look different: nothing changed that other tiles show as well. */
const changesOwnTile = (types: readonly string[], ids: readonly string[]): boolean =>
  ids.length > 0 &&
  types.includes('placement') &&
  types.every((type) => type === 'placement' || !(onTiles.has(type) || changesReports.has(type)));

/** After the last words of a body, in milliseconds: lists and tiles follow the writer at a distance. */
const WORDS_REST = 2_000;

/** After the last change of a few placements, in milliseconds: what it does to what is said of others is asked for. */
const REPORTS_REST = 1_000;

const refetchOnChange: Effect = ({ getState, setState }, { api, world }) => {
  let reporting: ReturnType<typeof setTimeout> | undefined;
  const reload = (types: readonly string[], ids: readonly string[]): void => {
    const touches = (set: ReadonlySet<string>) => types.length === 0 || types.some((type) => set.has(type));
    const { range, loadOutline, loadRange, loadCards, loadReports, loadTray } = getState();
    if (touches(inOutline) || touches(inPieces)) void loadOutline();
    if (touches(inTray)) void loadTray();
    if (range === null || !(touches(onTiles) || touches(changesReports))) return;
    clearTimeout(reporting);
    if (!changesOwnTile(types, ids)) return void loadRange(range);
    void loadCards(ids);
    reporting = setTimeout(() => void loadReports(), REPORTS_REST);
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** What the words that wait have changed: whatever comes before their turn takes them along. */
  let typesHeld: readonly string[] = [];
  const stop = api.on('changed', ({ types, ids, history, wordsOnly }) => {
    setState({ history, savedAt: world.now(), trouble: null });
    // Who types is saved several times a second; reading the whole plan as often would be felt in every key.
    clearTimeout(waiting);
    const all = types.length === 0 ? types : [...new Set([...typesHeld, ...types])];
    typesHeld = wordsOnly ? all : [];
    const now = () => {
      typesHeld = [];
      reload(all, ids);
    };
    if (wordsOnly) waiting = setTimeout(now, WORDS_REST);
    else now();
  });
  return () => {
    clearTimeout(waiting);
    clearTimeout(reporting);
    stop();
  };
};

/** Another workspace: nothing of the old one may stay on screen. */
const reloadOnSwitch: Effect = ({ getState, setState }, { api }) =>
  api.on('switched', () => {
    setState({
      outline: null,
      cards: [],
      reports: {},
      tray: [],
      range: null,
      cardsReady: false,
      selection: { kind: 'nothing' },
      filter: noFilter,
      planView: null,
      library: freshLibrary,
      ...freshCampaigns,
      ...freshPlanCheck,
      seriesShown: null,
      route: { screen: 'matrix' },
      cameFrom: null,
      anchor: null,
      savedAt: null,
      recovery: null,
      recoveryShown: null,
      trouble: null,
      importing: null,
      proposing: null,
      importToken: null,
      history: noHistory,
      // An Undo that is still offered would act in the new workspace.
      notices: getState().notices.filter((notice) => !notice.undo),
      jump: null,
      litId: null,
      announcement: { text: '', turn: getState().announcement.turn + 1 },
      foldedRoles: new Set(),
      deskCards: [],
      deskReady: false,
      deskReports: {},
      deskFrom: null,
      deskChosen: null,
      deskCopied: {},
    });
    void getState().start();
  });

const showTrouble: Effect = ({ setState }, { api }) =>
  api.on('trouble', ({ failure }) => setState({ trouble: failure }));

const followImport: Effect = ({ getState, setState }, { api }) =>
  api.on('importing', ({ state }) => {
    const { importing } = getState();
    setState({ importing: importing === null ? state : share(importing, state) });
  });

const followProposal: Effect = ({ getState }, { api }) =>
  api.on('proposing', ({ state }) => getState().followProposing(state));

const runShellCommands: Effect = ({ getState }, { api }) => api.on('command', ({ id }) => getState().runCommand(id));

/** Findings are worded on screen, but the adapted language follows the interface's; read the reports again. */
const reportsFollowLanguage: Effect = ({ getState, subscribe }) =>
  subscribe((state, before) => {
    if (state.settings.lang !== before.settings.lang) void getState().loadReports();
  });

/** Rule packs are the team's as soon as its values are read, and again with each change of them. */
const packsFollowTeam: Effect = ({ getState, subscribe }) =>
  subscribe((state, before) => {
    if (state.outline?.platform !== before.outline?.platform) getState().applyTeamRules();
  });

/** The desk's list follows the plan, at a distance from who writes; the shell opens it and tells of reminders. */
const atDesk: ReadonlySet<string> = new Set<RecordType>(['placement', 'piece', 'account', 'variant']);
const DESK_REST = 250;
const deskFollows: Effect = ({ getState, setState }, { api }) => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const stops = [
    api.on('changed', ({ types, wordsOnly }) => {
      const { deskReady, loadDesk } = getState();
      if (!deskReady || (types.length > 0 && !types.some((type) => atDesk.has(type)))) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void loadDesk(), wordsOnly ? WORDS_REST : DESK_REST);
    }),
    api.on('desk', ({ placementId }) => void getState().openDesk(placementId)),
    api.on('reminders', ({ state }) => setState({ reminders: state })),
  ];
  return () => {
    clearTimeout(waiting);
    for (const stop of stops) stop();
  };
};
const askForDesk: Effect = ({ getState, subscribe }) =>
  subscribe((state, before) => {
    if (!standsPainted(state) || standsPainted(before)) return;
    void getState().loadDesk();
    void getState().loadReminders();
  });

/** After the first screen stands: whether the last session ended unexpectedly. */
const standsPainted = ({ stage, painted }: StudioState): boolean => stage.kind === 'open' && painted;
const askForRecovery: Effect = ({ getState, subscribe }) =>
  subscribe((state, before) => {
    if (standsPainted(state) && !standsPainted(before)) void getState().loadRecovery();
  });

/** What the check of the plan reads. */
const inPlanCheck: ReadonlySet<string> = new Set<RecordType>([
  'workspace',
  'persona',
  'platform',
  'account',
  'campaign',
  'wave',
  'community',
  'series',
  'placement',
  'piece',
]);
/** A burst of changes is checked once, in milliseconds. */
const CHECK_REST = 150;

/** The check follows the plan at a small distance: after the first screen stands, other days come, or records changed. */
const checkFollowsPlan: Effect = ({ getState, subscribe }, { api }) => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (standsPainted(getState())) void getState().loadPlanCheck();
    }, CHECK_REST);
  };
  const stopChanges = api.on('changed', ({ types, wordsOnly }) => {
    if (!wordsOnly && (types.length === 0 || types.some((type) => inPlanCheck.has(type)))) soon();
  });
  const stopDays = subscribe((state, before) => {
    if (standsPainted(state) !== standsPainted(before) || state.range !== before.range) soon();
  });
  return () => {
    clearTimeout(waiting);
    stopChanges();
    stopDays();
  };
};

/**
 * The plan opens with the view that was chosen for it, unless something else is asked for meanwhile. What reads views is
 * loaded only where there is one.
 */
const openWithView: Effect = (store) =>
  store.subscribe((state, before) => {
    if (before.outline !== null || !state.outline?.view.some(({ filter }) => filter.includes('"opens":true'))) return;
    void import('./planning/views').then(({ showOpeningView }) => {
      const { filter, planView, jump } = store.getState();
      if (filter === noFilter && planView === null && jump === null) showOpeningView(store);
    });
  });

const effects: readonly Effect[] = [
  openWithView,
  checkFollowsPlan,
  refetchOnChange,
  reloadOnSwitch,
  showTrouble,
  followImport,
  followProposal,
  runShellCommands,
  reportsFollowLanguage,
  packsFollowTeam,
  askForRecovery,
  deskFollows,
  askForDesk,
];

/** Starts every effect; the answer stops them all. */
export function startEffects(store: Store, tools: Tools): () => void {
  const stops = effects.map((effect) => effect(store, tools));
  return () => {
    for (const stop of stops) stop();
  };
}
