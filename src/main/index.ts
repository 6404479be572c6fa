import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, ipcMain, Menu, nativeTheme, powerMonitor, protocol } from 'electron';
import { APP_ID } from './appId';
import { fileIn, parseArgs } from './args';
import { guardApp, quietChromium } from './guards';
import { register } from './ipc';
import { openLog, traceOf } from './log';
import { reviveOnCrash } from './page-crash';
import { declareScheme, serveApp } from './protocol';
import { APP_ORIGIN, assetFolder, listBundle } from './served';
import { createSettings } from './settings';
import type { Shell } from './shell';
import { firstState, openStudioFile } from './studio-file';
import { createWindow } from './window';

/**
 * What must stand before the window: the data folder, the lock, the guards, the page's address. The rest of the shell
 * (`shell.ts`) is loaded while the page loads; nothing here may import what it holds.
 */
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
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
  // With --no-sandbox (root in a container) this call would make Chromium end its children in a loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Ours comes with the shell; Electron's own would be built first and could reload the page.
  Menu.setApplicationMenu(null);
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
    shell?.settled();
  });
  nativeTheme.themeSource = settings.get().theme;

  let window: BrowserWindow | null = null;
  let shell: Shell | null = null;
  const shellComes = import('./shell').then(({ createShell }) =>
    createShell({
      app,
      powerMonitor,
      window: () => window,
      dev: devServer !== null,
      args,
      dataFolder,
      storeFile: join(import.meta.dirname, 'store.js'),
      readerFile: join(import.meta.dirname, 'reader.js'),
      proposerFile: join(import.meta.dirname, 'proposer.js'),
      imagesFile: join(import.meta.dirname, 'images.js'),
      file,
      settings,
      log,
      giveUp,
    }),
  );
  register(
    ipcMain,
    { origin: devServer ?? APP_ORIGIN, isWindow: (id) => window?.webContents.id === id },
    shellComes.then(({ answering }) => answering),
    shellComes.then(({ dropping }) => dropping),
    () => log({ kind: 'stranger_refused' }),
  );
  serveApp(protocol, {
    bundle: devServer === null ? listBundle(join(import.meta.dirname, '../renderer')) : new Map(),
    assets: assetFolder(() => shell?.assets() ?? null),
    thumbnails: { find: async (digest, edge) => (await shellComes).thumbnails.find(digest, edge) },
    resources: devServer === null ? 'same-origin' : 'cross-origin',
  });
  window = createWindow({
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    title: 'Juzhen 矩阵',
    dark: nativeTheme.shouldUseDarkColors,
    bounds: file.get().window,
    devTools: devServer !== null,
  });
  reviveOnCrash(window, log);
  // A file is double-clicked while the studio runs: on macOS it is told, elsewhere it stands on a second command line.
  const arrive = (path: string | null): void => void shellComes.then((comes) => comes.arrive(path));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    arrive(path);
  });
  app.on('second-instance', (_event, argv, cwd) => {
    arrive(fileIn(argv, cwd));
    if (window?.isMinimized()) window.restore();
    // It may have been put away into the tray.
    window?.show();
    window?.focus();
  });
  const loaded = window.loadURL(devServer ?? `${APP_ORIGIN}/`);

  shell = await shellComes;
  shell.attach(window);
  await loaded;
}

/** A studio that cannot start says so and ends, instead of staying without a window. */
function giveUp(error: unknown): void {
  const trace = traceOf(error);
  log({ kind: 'shell_broke', ...trace });
  process.stderr.write(`Juzhen could not start: ${trace.error}. See logs/studio.log in the data folder.\n`);
  app.exit(1);
}
