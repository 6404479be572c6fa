import type { WebContents } from 'electron';

/** Remembers when the user last pressed a key or a button in the window, as the shell saw it, not as a page says. */
export type Press = {
  readonly watch: (contents: Pick<WebContents, 'on'>) => void;
  readonly isRecent: () => boolean;
};

/** As long as a browser lets a press count for opening a window. */
const RECENT_MILLIS = 5_000;
const presses: ReadonlySet<string> = new Set(['mouseDown', 'keyDown', 'rawKeyDown', 'touchStart', 'gestureTap']);

export function createPress(now: () => number): Press {
  let last = Number.NEGATIVE_INFINITY;
  return {
    watch: (contents) => {
      contents.on('input-event', (_, input) => {
        if (presses.has(input.type)) last = now();
      });
    },
    isRecent: () => now() - last < RECENT_MILLIS,
  };
}
