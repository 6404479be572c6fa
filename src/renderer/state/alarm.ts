/** Timers given from outside, so that tests can turn the clock by hand. Times in milliseconds. */
export type Timers = {
  /** A clock that only goes forward; where it begins does not matter. */
  readonly now: () => number;
  readonly set: (run: () => void, ms: number) => number;
  readonly clear: (id: number) => void;
};

export type Alarm = {
  /** Rings so many milliseconds from now, and not before; what was set earlier no longer counts. */
  readonly set: (ms: number) => void;
  readonly off: () => void;
};

/**
 * A timer that every key puts off. Putting it off is a comparison: the timer that runs already is left to fire too
 * early, and is then set again for what is left.
 */
export function createAlarm(timers: Timers, ring: () => void): Alarm {
  let timer: number | null = null;
  let fires = 0;
  let due = 0;

  const arm = (ms: number): void => {
    fires = timers.now() + ms;
    timer = timers.set(fire, ms);
  };
  const fire = (): void => {
    timer = null;
    const left = due - timers.now();
    if (left > 0) arm(left);
    else ring();
  };
  const off = (): void => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };

  return {
    set: (ms) => {
      due = timers.now() + ms;
      if (timer !== null && fires <= due) return;
      off();
      arm(ms);
    },
    off,
  };
}
