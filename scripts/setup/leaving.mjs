import { constants } from 'node:os';

const tasks = new Set();

/**
 * Runs a synchronous task when this process ends, however it ends short of kill -9: children are
 * stopped, drafts removed, the virtual display closed. Returns the function that calls it off.
 */
export function whenLeaving(task) {
  tasks.add(task);
  return () => tasks.delete(task);
}

process.on('exit', () => {
  for (const task of tasks) {
    try {
      task();
    } catch {
      // Leaving anyway; the next run sweeps what stayed behind.
    }
  }
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => process.exit(128 + constants.signals[signal]));
}
