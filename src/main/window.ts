import { BrowserWindow, screen, type WebPreferences } from 'electron';
import { minimum, placed } from './placing';
import type { WindowBounds } from './studio-file';

/**
 * The only place where a window is made. Every preference that keeps the page away from the machine is written out,
 * including those that are Electron's defaults today (E3).
 */
export const webPreferences = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  enableWebSQL: false,
  // Files are chosen in the system's dialogs by way of the shell, never by a picker the page opens itself.
  disableBlinkFeatures: 'FileSystemAccessLocal',
} as const satisfies WebPreferences & { readonly enableWebSQL: false };

/** The canvas colour of the design, so that the first frame does not flash white. */
const canvas = { light: '#F3F4F6', dark: '#0E1013' } as const;

export type WindowOptions = {
  readonly preload: string;
  readonly title: string;
  readonly dark: boolean;
  readonly bounds: WindowBounds | null;
  readonly devTools: boolean;
};

/** Makes the window hidden; it shows itself when the page has something to show. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const { maximized, ...place } = placed(
    options.bounds,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...place,
    minWidth: minimum.width,
    minHeight: minimum.height,
    title: options.title,
    backgroundColor: canvas[options.dark ? 'dark' : 'light'],
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...webPreferences, preload: options.preload, devTools: options.devTools },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  // The window keeps the studio's name: a page's title must not imitate another program.
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}

/**
 * A window nobody sees, to print one page: no hatch, no script, a session of its own that is gone with it, and what that
 * session's address answers is the page alone.
 */
export const createPrintWindow = (partition: string): BrowserWindow =>
  new BrowserWindow({
    show: false,
    skipTaskbar: true,
    focusable: false,
    webPreferences: { ...webPreferences, javascript: false, devTools: false, partition },
  });

export const boundsOf = (window: BrowserWindow): WindowBounds => ({
  ...window.getNormalBounds(),
  maximized: window.isMaximized(),
});
