/** Wraps each call. */
export type Around = <T>(run: () => Promise<T>) => Promise<T>;
/** Counts the calls under way, so that leaving can wait for the last answer. */
export type Flight = {
  readonly around: Around;
  /** Resolves when no call has been under way for `quietMillis`, or with false after `limitMillis`. */
  readonly landed: (quietMillis: number, limitMillis: number) => Promise<boolean>;
};

export function createFlight(now: () => number = Date.now): Flight {
  let underWay = 0;
  let lastMove = 0;
  const move = (by: 1 | -1): void => {
    underWay += by;
    lastMove = now();
  };
  return {
    around: async (run) => {
      move(1);
      try {
        return await run();
      } finally {
        move(-1);
      }
    },
    landed: async (quietMillis, limitMillis) => {
      const from = now();
      while (now() - from < limitMillis) {
        if (underWay === 0 && now() - Math.max(lastMove, from) >= quietMillis) return true;
        await pause(10);
      }
      return false;
    },
  };
}

const pause = (millis: number): Promise<void> => new Promise((done) => setTimeout(done, millis));
