import type { BrowserWindow } from 'electron';
import type { LogEvent } from './log';

/** A page that crashed is loaded again; what it had saved is in the store. Three times in a minute is enough. */
const MOST = 3;
const MINUTE = 60_000;

export function reviveOnCrash(window: BrowserWindow, log: (event: LogEvent) => void, now = Date.now): void {
  let revived: readonly number[] = [];
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    log({ kind: 'page_gone', reason, code: exitCode });
    revived = revived.filter((at) => now() - at < MINUTE);
    if (reason === 'clean-exit' || revived.length >= MOST) return;
    revived = [...revived, now()];
    window.webContents.reload();
  });
}
