import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { whenLeaving } from './leaving.mjs';
import { Problem, say } from './say.mjs';

const TICK_MS = 5_000;
const KEPT_OUTPUT = 64 * 1024;
const LAST_LINES = 60;

/**
 * Runs a child process to its end and keeps its output to itself, ticking so that a long step is
 * seen to move. Answers { code, output }; code is null when the program does not exist.
 *
 * `detail` may add a word to each tick, `onStart` learns the child's pid.
 */
export function attempt(command, args, { label, detail = () => '', onStart, ...options } = {}) {
  return new Promise((resolve) => {
    // In a process group of its own, so that a compiler's own children are stopped with it.
    const grouped = process.platform !== 'win32';
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: grouped, ...options });
    const callOff = whenLeaving(() => (grouped ? process.kill(-child.pid) : child.kill()));
    const started = Date.now();
    const ticking =
      label &&
      setInterval(() => {
        const seconds = Math.round((Date.now() - started) / 1000);
        say(`  … ${[label, `${seconds} s`, detail()].filter(Boolean).join(', ')}`);
      }, TICK_MS);
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
    };
    const end = (code) => {
      clearInterval(ticking);
      callOff();
      resolve({ code, output });
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('spawn', () => onStart?.(child.pid));
    child.on('error', () => end(null));
    child.on('close', (code, signal) => end(code ?? (signal ? 1 : 0)));
  });
}

/** As attempt(), but failure is a Problem: what failed, its last words, and the remedy. */
export async function run(command, args, { failure, ...options }) {
  const { code, output } = await attempt(command, args, options);
  if (code === 0) return output;
  const lastWords = output.trim().split('\n').slice(-LAST_LINES).join('\n');
  const missing = code === null ? `The program "${command}" was not found.` : '';
  throw new Problem([lastWords, missing, failure].filter(Boolean).join('\n'));
}

/** Runs a child process in our own terminal, for what the reader wants to see as it happens. */
export function show(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const callOff = whenLeaving(() => child.kill());
    const end = (code) => {
      callOff();
      resolve(code);
    };
    child.on('error', () => end(127));
    child.on('close', (code, signal) => end(code ?? 128 + constants.signals[signal]));
  });
}
