import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { App, BrowserWindow, PowerMonitor } from 'electron';
import type { EventName, StudioEvents } from '../contract';
import { type HistoryState, noHistory } from '../contract/history';
import { EVENT_CHANNEL } from '../contract/names';
import type { Lang } from '../core/model/records';
import { DAY } from '../core/time/instant';
import { dateIn, daysBetween } from '../core/time/wallDate';
import type { Args } from './args';
import { answerFirst, bootOf, isFirstQuestion } from './boot';
import { dropped } from './drop';
import { createFlight } from './flight';
import { createLanes, lanesFor } from './images/lanes';
import type { Answering, Dropping } from './ipc';
import { createLeave, guardClose, hearEnd } from './leave';
import { type Log, traceOf } from './log';
import { resourcesFolder, sqliteBinding } from './resources';
import type { Rest } from './rest';
import { assetFolder } from './served';
import type { Settings } from './settings';
import { startStore } from './store/client';
import type { StudioFile } from './studio-file';
import { createThumbnails, type Thumbnails } from './thumbnails';
import { createTokens } from './tokens';
import { createPress } from './user-press';
import { boundsOf } from './window';
import { createWorkspaces, type Workspaces } from './workspaces';

/**
 * What stands behind the window: the workspaces, the first answer, the way out. Loaded while the page of the window
 * loads, so that neither waits for the other; `index.ts` holds what must stand before, `rest.ts` what may come after.
 */
export type ShellDeps = {
  readonly app: App;
  readonly powerMonitor: PowerMonitor;
  readonly window: () => BrowserWindow | null;
  readonly dev: boolean;
  readonly args: Args;
  readonly dataFolder: string;
  /** The built worker of the store. */
  readonly storeFile: string;
  /** The built thread that opens files of strangers. */
  readonly readerFile: string;
  readonly proposerFile: string;
  /** The built worker for pictures. */
  readonly imagesFile: string;
  readonly file: StudioFile;
  readonly settings: Settings;
  readonly log: Log;
  /** A studio that cannot go on says so and ends. */
  readonly giveUp: (error: unknown) => void;
};

export type Shell = {
  readonly answering: Answering;
  readonly dropping: Dropping;
  /** A file was handed over from outside; the screens are told, and ask for it. Null for none. */
  readonly arrive: (path: string | null) => void;
  /** Folder of the open workspace's images. */
  readonly assets: () => string | null;
  readonly thumbnails: Thumbnails;
  /** What follows a changed setting: the menu in its language, reminders, the tray icon. */
  readonly settled: () => void;
  /** Joins what watches the window; it may be there before or after. */
  readonly attach: (window: BrowserWindow) => void;
};

/** Store and rest come this long after the first screen was handed out, if nothing has asked for them before; ms. */
const AT_THE_LATEST = 500;

export function createShell(deps: ShellDeps): Shell {
  const { app, args, dataFolder, file, settings, log, giveUp } = deps;
  const tell = <E extends EventName>(event: E, fact: StudioEvents[E]): void => {
    const window = deps.window();
    if (window !== null && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event, fact);
  };
  const lang = (): Lang => settings.get().lang;
  let history: HistoryState = noHistory;
  let rest: Promise<Rest> | null = null;
  let putAway: (window: BrowserWindow) => boolean = () => false;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const startedAt = Date.now();
  const shift = (): number => {
    if (args.clock !== null) return args.clock.at - startedAt;
    const day = dateIn(workspaces.zone() ?? here, Date.now());
    return args.today === null ? 0 : daysBetween(day, args.today) * DAY;
  };
  // Today is the plan's: whoever looks at a Shanghai plan from elsewhere sees Shanghai's date.
  const today = () => args.today ?? dateIn(workspaces.zone() ?? here, Date.now());

  const place = { packaged: app.isPackaged, appPath: app.getAppPath(), resourcesPath: process.resourcesPath };
  const workspaces: Workspaces = createWorkspaces({
    dataFolder,
    file,
    start: (options, listener) => startStore(deps.storeFile, options, listener),
    options: {
      app: app.getVersion(),
      resources: resourcesFolder(place),
      today: args.today,
      binding: sqliteBinding(place, process.env.JUZHEN_SQLITE_BINDING),
      reader: deps.readerFile,
      proposer: deps.proposerFile,
    },
    today,
    lang,
    now: Date.now,
    random: () => randomBytes(6).toString('hex'),
    tell: (event, fact) => {
      tell(event, fact);
      if (event === 'changed' || event === 'switched')
        void rest?.then(({ watch }) => watch.heard(event, 'types' in fact ? fact.types : []));
    },
    history: (now) => {
      history = now;
      void rest?.then(({ menu }) => menu.setHistory(now));
    },
    log,
  });
  workspaces.openLast().catch(giveUp);
  if (args.sampleFirst && workspaces.all().length === 0) workspaces.openSample(lang()).catch(giveUp);

  const images = createLanes(deps.imagesFile, lanesFor(availableParallelism()));
  const flight = createFlight();
  const press = createPress(Date.now);
  const tokens = createTokens();
  let arrived = args.file;
  const asked = {
    settings,
    workspaces,
    today,
    shift,
    versions: {
      app: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
    },
    dataFolder,
    platform: process.platform,
    tokens,
    tell,
    images,
    userIsActing: press.isRecent,
    arrived: () => {
      const path = arrived;
      arrived = null;
      return path;
    },
  };
  const comeRest = (): Promise<Rest> => {
    rest ??= import('./rest').then(({ createRest }) => {
      const ask = (id: string): void => tell('command', { id });
      const watch = {
        now: () => Date.now() + shift(),
        file,
        tell,
        powerMonitor: deps.powerMonitor,
        platform: process.platform,
        desktop: process.env.XDG_CURRENT_DESKTOP,
        resources: resourcesFolder(place),
        quit: () => app.quit(),
      };
      const made = createRest({ ...asked, window: deps.window, lang, dev: deps.dev, ask, log, watch });
      putAway = made.watch.putAway;
      made.menu.setHistory(history);
      return made;
    });
    return rest;
  };
  const first = (): ReturnType<typeof answerFirst> => {
    setTimeout(() => Promise.all([comeRest(), workspaces.wake()]).catch(giveUp), AT_THE_LATEST);
    return answerFirst(
      () => bootOf(asked),
      (error) => log({ kind: 'call_broke', call: 'studio.boot', ...traceOf(error) }),
    );
  };

  const leave = createLeave({
    app,
    window: deps.window,
    flight,
    flush: () => tell('command', { id: 'app.flush' }),
    remember: (shown) => file.set({ window: boundsOf(shown) }),
    closeStore: async () => {
      (await rest)?.watch.reminders.stop();
      await workspaces.close();
    },
    log,
    limitMillis: 5_000,
  });
  hearEnd(app, deps.powerMonitor, leave, process);

  return {
    answering: (name, input) =>
      flight.around(async () => (isFirstQuestion(name, input) ? first() : (await comeRest()).answering(name, input))),
    arrive: (path) => {
      if (path === null) return;
      arrived = path;
      tell('arrived', {});
    },
    dropping: (paths) => dropped(paths, (real) => tokens.give('import', real)),
    assets: workspaces.assets,
    thumbnails: createThumbnails(assetFolder(workspaces.assets), workspaces.assets, images),
    settled: () =>
      void rest?.then(({ menu, watch }) => {
        menu.show();
        watch.settled();
      }),
    attach: (window) => {
      guardClose(window, leave, (shown) => putAway(shown));
      press.watch(window.webContents);
    },
  };
}
