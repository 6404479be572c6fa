import { createAlarm, type Timers } from '../alarm';

/**
 * Computes variants without ever standing in the way of a key: waits for a rest, takes one snapshot of the piece, and
 * adapts one format per idle task. A key in the middle starts the wait again; what is computed stays on screen.
 */
export type AdaptLoop = {
  /** Something changed that adaptation depends on. */
  readonly touch: () => void;
  readonly stop: () => void;
};

export type IdleTimers = Timers & {
  /** Runs when the browser has nothing better to do; answers a cancel. */
  readonly idle: (run: () => void) => () => void;
};

/** Rest after the last change, in milliseconds. */
export const ADAPT_REST = 200;

export function createAdaptLoop<Snapshot, Task>(parts: {
  /** True while an input method composes. */
  readonly busy: () => boolean;
  readonly snapshot: () => { readonly piece: Snapshot; readonly tasks: readonly Task[] };
  readonly run: (piece: Snapshot, task: Task) => void;
  readonly onWorking: (working: boolean) => void;
  readonly timers: IdleTimers;
}): AdaptLoop {
  let cancel: (() => void) | null = null;
  let stopped = false;

  const begin = (): void => {
    if (parts.busy()) {
      alarm.set(ADAPT_REST);
      return;
    }
    const { piece, tasks } = parts.snapshot();
    parts.onWorking(true);
    const step = (index: number): void => {
      const task = tasks[index];
      if (task === undefined) {
        cancel = null;
        parts.onWorking(false);
        return;
      }
      cancel = parts.timers.idle(() => {
        parts.run(piece, task);
        step(index + 1);
      });
    };
    step(0);
  };
  const alarm = createAlarm(parts.timers, begin);

  const halt = (): void => {
    cancel?.();
    cancel = null;
  };

  return {
    touch: () => {
      halt();
      if (!stopped) alarm.set(ADAPT_REST);
    },
    stop: () => {
      stopped = true;
      alarm.off();
      halt();
    },
  };
}

/** The browser's timers. A frame loop that never rests still gets its turn after half a second. */
export const browserTimers: IdleTimers = {
  now: () => performance.now(),
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (id) => window.clearTimeout(id),
  idle: (run) => {
    if (typeof window.requestIdleCallback !== 'function') {
      const id = window.setTimeout(run, 0);
      return () => window.clearTimeout(id);
    }
    const id = window.requestIdleCallback(run, { timeout: 500 });
    return () => window.cancelIdleCallback(id);
  },
};
