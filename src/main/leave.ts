import type { App, BrowserWindow, PowerMonitor } from 'electron';
import type { Flight } from './flight';
import type { LogEvent } from './log';

/**
 * One way out, whatever asked for it: the window's close button, the menu, a signal, the end of the session (F23).
 *
 *   hide the window → the page saves what is being typed (it hears `app.flush` and `visibilitychange`)
 *     → calls under way are answered → the page is closed (`beforeunload`, its last chance) → its calls are answered
 *     → the store closes its database → exit
 *
 * Every step has a limit, so that a page that hangs cannot keep the studio open.
 */
export type LeaveDeps = {
  readonly app: Pick<App, 'exit' | 'on'>;
  readonly window: () => BrowserWindow | null;
  readonly flight: Flight;
  readonly flush: () => void;
  readonly remember: (window: BrowserWindow) => void;
  readonly closeStore: () => Promise<void>;
  readonly log: (event: LogEvent) => void;
  /** The longest any one step may take. */
  readonly limitMillis: number;
};

/** How long the page gets to react to `app.flush` before it counts as having nothing to save. */
const QUIET = 60;

export type Leave = {
  readonly now: () => Promise<void>;
  /** Whether a window that closes now closes for good. */
  readonly isLeaving: () => boolean;
};

export function createLeave(deps: LeaveDeps): Leave {
  let leaving: Promise<void> | null = null;
  let closing = false;

  async function leave(): Promise<void> {
    const window = deps.window();
    if (window !== null && !window.isDestroyed()) {
      deps.remember(window);
      window.hide();
      deps.flush();
      if (!(await deps.flight.landed(QUIET, deps.limitMillis))) deps.log({ kind: 'leaving_slow', waitedFor: 'calls' });
      closing = true;
      if (!(await closed(window, deps.limitMillis))) deps.log({ kind: 'leaving_slow', waitedFor: 'page' });
    }
    if (!(await deps.flight.landed(0, deps.limitMillis))) deps.log({ kind: 'leaving_slow', waitedFor: 'calls' });
    if (!(await within(deps.closeStore(), deps.limitMillis))) deps.log({ kind: 'leaving_slow', waitedFor: 'store' });
    deps.log({ kind: 'left' });
    deps.app.exit(0);
  }

  return {
    now: () => {
      leaving ??= leave();
      return leaving;
    },
    isLeaving: () => closing,
  };
}

/** Closes a window through its page's `beforeunload`; a page that does not answer is ended. */
async function closed(window: BrowserWindow, limit: number): Promise<boolean> {
  if (window.isDestroyed()) return true;
  const gone = new Promise<void>((done) => window.once('closed', done));
  // A page that asks to stay was hidden already; its text is saved by the handler that asked.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
  window.close();
  if (await within(gone, limit)) return true;
  window.destroy();
  return false;
}

/** Whether the work ended within the limit. */
async function within(work: Promise<unknown>, limit: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((done) => {
    timer = setTimeout(() => done(false), limit);
  });
  try {
    return await Promise.race([work.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Everything that can ask the studio to end, led to the same way out. */
export function hearEnd(
  app: Pick<App, 'on'>,
  powerMonitor: Pick<PowerMonitor, 'on'>,
  leave: Leave,
  process: Pick<NodeJS.Process, 'on'>,
): void {
  app.on('before-quit', (event) => {
    event.preventDefault();
    void leave.now();
  });
  app.on('window-all-closed', () => void leave.now());
  powerMonitor.on('shutdown', () => void leave.now());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave.now());
}

/** The close button leads to the same way out, or only puts the window away where the studio stays in the tray. */
export function guardClose(window: BrowserWindow, leave: Leave, putAway: (window: BrowserWindow) => boolean): void {
  window.on('close', (event) => {
    if (leave.isLeaving()) return;
    event.preventDefault();
    if (!putAway(window)) void leave.now();
  });
}
