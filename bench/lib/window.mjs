import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { attach, pagesOf } from './devtools.mjs';

const LIMIT = 60_000;
const electron = process.env.ELECTRON_EXEC_PATH ?? join('node_modules', 'electron', 'dist', 'electron');
const flags = [
  '--log-level=3',
  '--disable-gpu',
  '--remote-debugging-port=0',
  // Two windows stand on one display; the one behind must not be slowed for it.
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
export const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** Asks until the answer is something; at most a minute. */
export async function until(find, what) {
  const end = Date.now() + LIMIT;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited a minute for ${what}.`);
    await pause(20);
  }
}

/** Starts an Electron app and answers its one window: `evaluate` a promise in it, `type` a key into it, `end` it. */
export async function openWindow(app, extra = []) {
  const child = spawn(electron, [...flags, app, ...extra], { stdio: ['ignore', 'ignore', 'pipe'] });
  const end = async () => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
    if (child.exitCode === null && child.signalCode === null) await new Promise((gone) => child.once('exit', gone));
  };
  try {
    const { send, close } = await devtoolsOf(child);
    await send('Emulation.setFocusEmulationEnabled', { enabled: true });
    const evaluate = async (expression) => {
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (answer.exceptionDetails !== undefined)
        throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
      return answer.result?.value;
    };
    /** A key of the system's own input; with `text` it types it. */
    const press = async ({ key, code, number, modifiers = 0, text }) => {
      const event = { key, code, modifiers, windowsVirtualKeyCode: number };
      await send('Input.dispatchKeyEvent', { ...event, type: text === undefined ? 'rawKeyDown' : 'keyDown', text });
      await send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' });
    };
    return {
      send,
      evaluate,
      press,
      end: async () => {
        close();
        await end();
      },
    };
  } catch (broken) {
    await end();
    throw broken;
  }
}

async function devtoolsOf(child) {
  let heard = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    if (heard.length < 10_000) heard += chunk;
  });
  const port = await until(
    () => Number(/DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(heard)?.[1] ?? 0),
    'the debugging port',
  );
  const [page] = await until(async () => {
    const pages = await pagesOf(port).catch(() => []);
    return pages.length > 0 ? pages : null;
  }, 'the window');
  return attach(port, page);
}
