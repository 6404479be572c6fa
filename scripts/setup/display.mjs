import { spawn } from 'node:child_process';
import { whenLeaving } from './leaving.mjs';
import { attempt } from './run.mjs';
import { Problem } from './say.mjs';

const START_LIMIT_MS = 20_000;

/** Without a display Electron dies of a segmentation fault, so this is asked beforehand. */
export const displayIsMissing = () =>
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

export const hasVirtualDisplay = async () => (await attempt('Xvfb', ['-help'])).code !== null;

/**
 * Runs `use` with the environment of a display: the user's own where there is one, otherwise a
 * virtual one that ends with `use`, or with this process.
 */
export async function withDisplay(use) {
  if (!displayIsMissing()) return use({});
  const { number, stop } = await startVirtualDisplay();
  try {
    return await use({ DISPLAY: `:${number}` });
  } finally {
    stop();
  }
}

/**
 * Runs `use` with several virtual displays, named by JUZHEN_TEST_DISPLAYS: windows side by side would take the focus
 * from each other on one. Where there is a display already it is the only one, and the name is left out.
 */
export async function withDisplays(count, use) {
  if (!displayIsMissing()) return use({});
  const displays = await Promise.all(Array.from({ length: count }, startVirtualDisplay));
  const names = displays.map(({ number }) => `:${number}`);
  try {
    return await use({ DISPLAY: names[0], JUZHEN_TEST_DISPLAYS: names.join(' ') });
  } finally {
    for (const { stop } of displays) stop();
  }
}

/** Xvfb picks a free number and writes it to descriptor 3 once it accepts connections. */
function startVirtualDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const stop = () => server.kill();
  const callOff = whenLeaving(stop);
  server.on('close', callOff);

  return new Promise((resolve, reject) => {
    let number = '';
    let words = '';
    const fail = (reason) => {
      stop();
      reject(new Problem(`The virtual display (Xvfb) did not start: ${reason}`));
    };
    const limit = setTimeout(fail, START_LIMIT_MS, `no answer in ${START_LIMIT_MS / 1000} s.`);
    server.stderr.on('data', (chunk) => {
      words += chunk;
    });
    server.stdio[3].on('data', (chunk) => {
      number += chunk;
      if (!number.includes('\n')) return;
      clearTimeout(limit);
      resolve({ number: number.trim(), stop });
    });
    server.on('error', (error) => fail(error.message));
    server.on('exit', () => {
      clearTimeout(limit);
      fail(words.trim() || 'it ended at once.');
    });
  });
}
