import type { DeskAlarms, ReminderState, StudioSettings } from '../../contract';
import { type Alarm, type AlarmRules, missedBetween, nextRing, type Ring, toldKey } from '../../core/desk/alarms';
import { momentOf, wallAt } from '../../core/desk/clock';
import { HOUR, MINUTE } from '../../core/time/instant';
import { addDays, type WallTime } from '../../core/time/wallDate';

/**
 * Reminds of what is due, by one timer. What rings and when is decided in `core/desk/alarms.ts`; here stand the clock,
 * the plan as it was last read, and what was said already.
 */
export type ReminderDeps = {
  /** The studio's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back after so many milliseconds; answers how to call it off. */
  readonly after: (millis: number, run: () => void) => () => void;
  /** What may ring between two days around `now`; null while no workspace is open. */
  readonly read: (now: number) => Promise<DeskAlarms | null>;
  readonly settings: () => StudioSettings;
  /** Whether the desktop shows notifications, and whether there is a tray. */
  readonly desktop: () => Pick<ReminderState, 'shown' | 'tray'>;
  readonly ring: (ring: Ring, now: number) => void;
  readonly tell: (state: ReminderState) => void;
  /** Until when reminders were looked after, kept on this machine; null before the first time. */
  readonly watched: { readonly get: () => number | null; readonly set: (at: number) => void };
  readonly failed: (error: unknown) => void;
};

export type Reminders = {
  /** Something they depend on changed: the plan, a setting, the clock. */
  readonly replan: () => void;
  /** Another workspace: nothing of the old one rings. */
  readonly forget: () => void;
  readonly state: () => ReminderState;
  readonly pause: (until: number | null) => ReminderState;
  readonly pauseToday: () => ReminderState;
  readonly seen: () => ReminderState;
  readonly stop: () => void;
};

/** Several changes at once are one look at the plan. */
const REST = 400;
/** The clock is compared this often while something is waiting: it may be moved, and no event tells of it. */
const LOOK = MINUTE;
/** The plan is read again this often, so that a new day comes into sight. */
const READ_AGAIN = HOUR;
/** How long a moment looked after is written down again, so that the disk rests. */
const WRITE_AGAIN = 10 * MINUTE;

export function createReminders(deps: ReminderDeps): Reminders {
  let known: { readonly alarms: DeskAlarms; readonly at: number } | null = null;
  let told = new Set<string>();
  let since: number | null = null;
  let pausedUntil: number | null = null;
  let missed: readonly Alarm[] = [];
  let callOff: (() => void) | null = null;
  let stopped = false;
  let turn = 0;
  let writtenAt = 0;

  const state = (): ReminderState => ({ ...deps.desktop(), pausedUntil: paused(deps.now()), missed });
  const paused = (now: number): number | null => (pausedUntil !== null && pausedUntil > now ? pausedUntil : null);
  const changed = (): ReminderState => {
    const now = state();
    deps.tell(now);
    return now;
  };
  const wait = (millis: number): void => {
    callOff?.();
    callOff = stopped ? null : deps.after(millis, () => void look());
  };

  async function look(): Promise<void> {
    turn += 1;
    const mine = turn;
    try {
      const now = deps.now();
      if (known === null || Math.abs(now - known.at) > READ_AGAIN) {
        const alarms = await deps.read(now);
        if (mine !== turn || stopped) return;
        known = alarms === null ? null : { alarms, at: now };
      }
      if (known === null) return;
      ringAll(known.alarms);
    } catch (error) {
      deps.failed(error);
      wait(LOOK);
    }
  }

  function ringAll({ alarms, quiet }: DeskAlarms): void {
    const { remind, remindLead: lead } = deps.settings();
    const now = deps.now();
    // A pause that is over still holds for what it held back.
    const rules: AlarmRules = { lead, quiet, pausedUntil };
    if (since === null) begin(alarms, rules, now);
    for (;;) {
      const next = remind ? nextRing(alarms, rules, { now, since: since ?? now, told }) : null;
      if (next === null || next.at > now) {
        since = now;
        keepWatch(now, false);
        wait(next === null ? LOOK * 10 : Math.min(next.at - now, LOOK));
        return;
      }
      for (const alarm of next.alarms) told.add(toldKey(alarm, rules));
      deps.ring(next, now);
      keepWatch(now, true);
    }
  }

  /** The first look since the start: what came due in between is listed, not rung. */
  function begin(alarms: readonly Alarm[], rules: AlarmRules, now: number): void {
    since = now;
    const watched = deps.watched.get();
    missed = watched === null || watched > now ? [] : missedBetween(alarms, rules, watched, now);
    for (const alarm of missed) told.add(toldKey(alarm, rules));
    if (missed.length > 0) changed();
  }

  function keepWatch(now: number, soon: boolean): void {
    // Missed ones that nobody has seen yet are listed again at the next start.
    if (missed.length > 0 || (!soon && Math.abs(now - writtenAt) < WRITE_AGAIN)) return;
    writtenAt = now;
    deps.watched.set(now);
  }

  const setPause = (until: number | null): ReminderState => {
    pausedUntil = until ?? deps.now();
    wait(0);
    return changed();
  };

  return {
    replan: () => {
      known = null;
      wait(REST);
    },
    forget: () => {
      known = null;
      told = new Set();
      since = null;
      missed = [];
      wait(REST);
    },
    state,
    pause: setPause,
    pauseToday: () => {
      const zone = known?.alarms.zone ?? 'UTC';
      const { day } = wallAt(deps.now(), zone);
      return setPause(momentOf({ day: addDays(day, 1), time: '00:00' as WallTime }, zone));
    },
    seen: () => {
      missed = [];
      keepWatch(deps.now(), true);
      return changed();
    },
    stop: () => {
      if (!stopped && since !== null) keepWatch(deps.now(), true);
      stopped = true;
      callOff?.();
    },
  };
}
