import { join } from 'node:path';
import type { BrowserWindow, PowerMonitor } from 'electron';
import type { EventName, StudioEvents } from '../../contract';
import { wallAt } from '../../core/desk/clock';
import { Refusal } from '../../core/result';
import { addDays } from '../../core/time/wallDate';
import { type Log, traceOf } from '../log';
import type { Settings } from '../settings';
import type { StudioFile } from '../studio-file';
import type { Workspaces } from '../workspaces';
import { createNotices, noticeOf } from './notices';
import { createReminders, type Reminders } from './reminders';
import { createTray } from './tray';
import { hasTrayHost } from './trayHost';

/** Reminders, notifications and the tray icon joined with the desktop they appear on. */
export type WatchDeps = {
  readonly now: () => number;
  readonly settings: Settings;
  readonly file: StudioFile;
  readonly workspaces: Pick<Workspaces, 'current' | 'wake' | 'store'>;
  readonly window: () => BrowserWindow | null;
  readonly tell: <E extends EventName>(event: E, fact: StudioEvents[E]) => void;
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  readonly platform: NodeJS.Platform;
  /** `XDG_CURRENT_DESKTOP`. */
  readonly desktop: string | undefined;
  readonly resources: string;
  readonly quit: () => void;
  readonly log: Log;
};

export type Watch = {
  readonly reminders: Reminders;
  /** Something reminders or the tray depend on: a change of the plan, another workspace, a setting. */
  readonly heard: (event: EventName, types: readonly string[]) => void;
  readonly settled: () => void;
  /** Puts the window away when it shall stay in the tray and there is one. */
  readonly putAway: (window: BrowserWindow) => boolean;
};

/** Records whose change may change what rings. */
const rings: ReadonlySet<string> = new Set(['placement', 'piece', 'account', 'workspace']);

export function createWatch(deps: WatchDeps): Watch {
  const { settings, workspaces, tell, log } = deps;
  let zone = 'UTC';
  const tray = hasTrayHost(deps.platform, deps.desktop);
  const notices = createNotices((what) => log({ kind: 'reminded', what, count: 1 }));

  const showWindow = (): void => {
    const window = deps.window();
    if (window === null || window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const openDesk = (placementId: string | null): void => {
    showWindow();
    tell('desk', { placementId });
  };

  const reminders = createReminders({
    now: deps.now,
    after: (millis, run) => {
      const timer = setTimeout(run, millis);
      timer.unref();
      return () => clearTimeout(timer);
    },
    read: async (now) => {
      if (workspaces.current() === null) return null;
      await workspaces.wake();
      const here = wallAt(now, zone).day;
      const range = { from: addDays(here, -LOOK_BACK), to: addDays(here, LOOK_AHEAD) };
      const answer = await workspaces.store().call('desk.alarms', range, null);
      if (!answer.ok) throw new Refusal(answer.failure);
      zone = answer.value.zone;
      return answer.value;
    },
    settings: settings.get,
    desktop: () => ({ shown: notices.shown(), tray }),
    ring: (ring, now) => {
      log({ kind: 'reminded', what: 'rang', count: ring.alarms.length });
      const first = ring.alarms[0];
      if (notices.shown())
        notices.show(noticeOf(ring, now, zone, settings.get().lang), () => openDesk(first?.id ?? null));
    },
    tell: (state) => {
      tell('reminders', { state });
      showTray();
    },
    watched: {
      get: () => deps.file.get().remindedUntil,
      set: (at) => deps.file.set({ remindedUntil: Math.floor(at) }),
    },
    failed: (error) => log({ kind: 'call_broke', call: 'reminders', ...traceOf(error) }),
  });

  const icon = createTray(join(deps.resources, 'tray', 'tray.png'), {
    open: showWindow,
    desk: () => openDesk(null),
    pause: (millis) => reminders.pause(deps.now() + millis),
    pauseToday: reminders.pauseToday,
    resume: () => reminders.pause(null),
    quit: deps.quit,
  });
  const showTray = (): void =>
    icon.show(tray && settings.get().closeToTray, settings.get().lang, reminders.state().pausedUntil !== null);

  // Timers stand still while a machine sleeps, and the clock has moved when it wakes.
  deps.powerMonitor.on('resume', reminders.replan);
  deps.powerMonitor.on('unlock-screen', reminders.replan);
  log({ kind: 'tray', there: tray });
  showTray();
  reminders.replan();

  return {
    reminders,
    heard: (event, types) => {
      if (event === 'switched') reminders.forget();
      else if (types.length === 0 || types.some((type) => rings.has(type))) reminders.replan();
    },
    settled: () => {
      showTray();
      reminders.replan();
    },
    putAway: (window) => {
      if (!tray || !settings.get().closeToTray) return false;
      window.hide();
      tell('command', { id: 'app.flush' });
      return true;
    },
  };
}

/** Days of the plan that are read for reminders: what was missed over a long weekend, and what is near. */
const LOOK_BACK = 14;
const LOOK_AHEAD = 2;
