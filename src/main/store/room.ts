/** Pauses with nobody calling before work is tried again that had to give way, in milliseconds; then it no longer does. */
const PATIENCE = [0, 250, 1_000, 2_000] as const;
/** Longest wait for such a pause, as a multiple of it: somebody who scrolls for minutes must not keep work out for ever. */
const AT_MOST = 2;

/**
 * There is one connection, so whoever reads while a long transaction is open would see it half done. Long work therefore
 * asks for room, and gives way to every call: its transaction is rolled back, the call is answered, and the work begins
 * again in a quieter moment. After some tries it stays, and calls wait for it once.
 */
export class Room {
  private calls = 0;
  private quietSince = 0;
  private leave: (() => void) | null = null;

  /** Somebody calls: whoever has the room leaves it now. The answer is to be called at the end. */
  enter(manner: 'calling' | 'quietly' = 'calling'): () => void {
    this.calls += 1;
    this.giveWay();
    return () => {
      this.calls -= 1;
      if (manner === 'calling') this.quietSince = performance.now();
    };
  }

  /** Long work of a call asks for room like any other: meanwhile the call does not count as one that is in the way. */
  async outside<T>(work: () => Promise<T>): Promise<T> {
    this.calls -= 1;
    try {
      return await work();
    } finally {
      this.calls += 1;
      this.giveWay();
    }
  }

  giveWay(): void {
    const leave = this.leave;
    this.leave = null;
    leave?.();
  }

  get taken(): boolean {
    return this.leave !== null;
  }

  /** Waits until the room is empty and was quiet long enough for this try; answers whether to stay whatever happens. */
  async wait(tries: number, stopped: () => void): Promise<'give way' | 'stay'> {
    const quiet = PATIENCE[tries];
    const began = performance.now();
    const isQuiet = (millis: number): boolean => {
      const now = performance.now();
      return now - this.quietSince >= millis || now - began >= millis * AT_MOST;
    };
    do {
      await new Promise((next) => (quiet === undefined || quiet === 0 ? setImmediate(next) : setTimeout(next, 20)));
      stopped();
    } while (this.calls > 0 || this.taken || !isQuiet(quiet ?? 0));
    return quiet === undefined ? 'stay' : 'give way';
  }

  /** Takes the room; `leave` is called when somebody else wants in. Answers how to give it back. */
  take(leave: () => void): () => void {
    this.leave = leave;
    return () => {
      if (this.leave === leave) this.leave = null;
    };
  }
}
