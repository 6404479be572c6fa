import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, ipcMain, nativeTheme, powerMonitor, protocol } from 'electron';
import { EVENT_CHANNEL, type EventName, type StudioEvents } from '../contract';
import { dateIn } from '../core/time/wall';
import { parseArgs } from './args';
import { createDesktop } from './desktop';
import { createFlight } from './flight';
import { guardApp, quietChromium } from './guards';
import { createHandlers } from './handlers';
import { register } from './ipc';
import { createLeave, guardClose, hearEnd } from './leave';
import { openLog, traceOf } from './log';
import { createNativeMenu } from './native-menu';
import { reviveOnCrash } from './page-crash';
import { declareScheme, serveApp } from './protocol';
import { resourcesFolder, sqliteBinding } from './resources';
import { APP_ORIGIN, assetFolder, listBundle } from './served';
import { createSettings } from './settings';
import { startStore } from './store/client';
import { firstState, openStudioFile } from './studio-file';
import { createTokens } from './tokens';
import { createPress } from './user-press';
import { boundsOf, createWindow } from './window';
import { createWorkspaces } from './workspaces';

/** The composition root: what there is, in the order in which it must come to life. */

const args = parseArgs(process.argv.slice(1), process.cwd());
/** Where the vite server of `npm run dev` listens; null for the built studio. */
const devServer = (!app.isPackaged && process.env.ELECTRON_RENDERER_URL) || null;
const dataFolder = claimDataFolder();
const log = openLog(dataFolder);
const guard = { devServer, blocked: (what: string) => log({ kind: 'blocked', what }) };

// The lock belongs to the data folder and comes before anything of the plan is opened.
if (app.requestSingleInstanceLock()) {
  beforeReady();
  app.whenReady().then(open).catch(giveUp);
} else {
  app.exit(0);
}

/** The plan, its backups and the logs are the user's alone: folders 0700, files 0600. */
function claimDataFolder(): string {
  process.umask(0o077);
  if (args.dataFolder !== null) app.setPath('userData', args.dataFolder);
  const folder = app.getPath('userData');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  app.setPath('sessionData', join(folder, 'browser'));
  return folder;
}

function beforeReady(): void {
  // With --no-sandbox (root in a container) this call would make Chromium end its children in a loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  quietChromium(app, devServer);
  declareScheme(protocol);
  guardApp(app, guard);
}

async function open(): Promise<void> {
  log({ kind: 'started', app: app.getVersion(), electron: process.versions.electron, node: process.versions.node });
  process.on('uncaughtException', (error) => log({ kind: 'shell_broke', ...traceOf(error) }));
  process.on('unhandledRejection', (error) => log({ kind: 'shell_broke', ...traceOf(error) }));

  const file = openStudioFile(dataFolder, firstState(app.getLocale().startsWith('zh') ? 'zh' : 'en'));
  if (file.setAside !== null) log({ kind: 'studio_file_set_aside' });
  const settings = createSettings(file, args, (now) => {
    nativeTheme.themeSource = now.theme;
    menu.show();
  });
  const lang = () => settings.get().lang;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // Today is the plan's: whoever looks at a Shanghai plan from elsewhere sees Shanghai's date.
  const today = () => args.today ?? dateIn(workspaces.zone() ?? here, Date.now());
  nativeTheme.themeSource = settings.get().theme;

  let window: BrowserWindow | null = null;
  const tell = <E extends EventName>(event: E, fact: StudioEvents[E]): void => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event, fact);
  };
  const menu = createNativeMenu({ lang, dev: devServer !== null, ask: (id) => tell('command', { id }) });

  const place = { packaged: app.isPackaged, appPath: app.getAppPath(), resourcesPath: process.resourcesPath };
  const binding = sqliteBinding(place, process.env.JUZHEN_SQLITE_BINDING);
  const workspaces = createWorkspaces({
    dataFolder,
    file,
    start: (options, listener) => startStore(join(import.meta.dirname, 'store.js'), options, listener),
    options: { resources: resourcesFolder(place), today: args.today, binding },
    today,
    lang,
    now: Date.now,
    random: () => randomBytes(6).toString('hex'),
    tell,
    history: menu.setHistory,
    log,
  });

  const flight = createFlight();
  const press = createPress(Date.now);
  const handlers = createHandlers({
    settings,
    workspaces,
    today,
    versions: {
      app: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
    },
    dataFolder,
    platform: process.platform,
    desktop: createDesktop(() => window, lang),
    tokens: createTokens(),
    userIsActing: press.isRecent,
  });
  register(
    ipcMain,
    handlers,
    { origin: devServer ?? APP_ORIGIN, isWindow: (id) => window?.webContents.id === id },
    {
      onInternal: (call, error) => log({ kind: 'call_broke', call, ...traceOf(error) }),
      onStranger: () => log({ kind: 'stranger_refused' }),
      around: flight.around,
    },
  );

  const leave = createLeave({
    app,
    window: () => window,
    flight,
    flush: () => tell('command', { id: 'app.flush' }),
    remember: (shown) => file.set({ window: boundsOf(shown) }),
    closeStore: workspaces.close,
    log,
    limitMillis: 5_000,
  });
  hearEnd(app, powerMonitor, leave, process);
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });

  serveApp(protocol, {
    bundle: devServer === null ? listBundle(join(import.meta.dirname, '../renderer')) : new Map(),
    assets: assetFolder(workspaces.assets),
    resources: devServer === null ? 'same-origin' : 'cross-origin',
  });
  menu.show();

  // The store opens in its worker while the window is made and the page loads; `studio.boot` waits for it.
  workspaces.openLast().catch(giveUp);
  if (args.sampleFirst && workspaces.all().length === 0) workspaces.openSample(lang()).catch(giveUp);
  window = createWindow({
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    title: 'Juzhen 矩阵',
    dark: nativeTheme.shouldUseDarkColors,
    bounds: file.get().window,
    devTools: devServer !== null,
  });
  guardClose(window, leave);
  reviveOnCrash(window, log);
  press.watch(window.webContents);
  await window.loadURL(devServer ?? `${APP_ORIGIN}/`);
}

/** A studio that cannot start says so and ends, instead of staying without a window. */
function giveUp(error: unknown): void {
  const trace = traceOf(error);
  log({ kind: 'shell_broke', ...trace });
  process.stderr.write(`Juzhen could not start: ${trace.error}. See logs/studio.log in the data folder.\n`);
  app.exit(1);
}
