import type { Io } from './io';

/** Tells how far long work is, on one line of a terminal that is rewritten; silent where nobody watches. */
export function progress(io: Io, total: number, text: (done: number, total: number) => string) {
  let shown = '';
  return {
    /** So much is done. Drawn when it looks different. */
    at: (done: number): void => {
      if (!io.isWatched || total < WORTH_TELLING) return;
      const line = text(done, total);
      if (line === shown) return;
      // Erases the rest of a longer line before.
      io.err(`\r${line}\u001b[K`);
      shown = line;
    },
    /** Takes the line away: what follows is said on a clean one. */
    end: (): void => {
      if (shown !== '') io.err('\r\u001b[K');
    },
  };
}

/** Fewer steps than this are done before they can be read. */
const WORTH_TELLING = 200;
