import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/**
 * Five projects by what they need. `unit`: plain Node. `store`: real SQLite. `renderer`: a document without a browser.
 * `cli`: the command line, in the test's process and as one of its own. `e2e`: the built studio in real Electron, one
 * on each display.
 *
 * Files of all but `e2e` share workers, which read the libraries once and not for every file: a third of the time went
 * there. Neither core nor a store keeps anything between files, and the setup of `renderer` has screens' modules read
 * anew.
 */
const SECOND = 1_000;
/** Displays of their own for studios that run side by side; see test/e2e/display.ts. */
const displays = process.env.JUZHEN_TEST_DISPLAYS?.split(' ').length ?? 1;

export default defineConfig({
  test: {
    // Left alone, vitest keeps one core free: half of the machine where there are two.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          environment: 'node',
          setupFiles: ['test/seed.ts'],
          include: ['test/{core,contract,disk,scripts,house,main}/**/*.test.{ts,mjs}'],
          testTimeout: 30 * SECOND,
        },
      },
      {
        test: {
          name: 'store',
          isolate: false,
          environment: 'node',
          pool: 'forks',
          setupFiles: ['test/seed.ts'],
          include: ['test/store/**/*.test.ts'],
          testTimeout: 60 * SECOND,
          hookTimeout: 60 * SECOND,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          isolate: false,
          environment: 'happy-dom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/seed.ts', 'test/renderer/setup.ts'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
          testTimeout: 30 * SECOND,
          hookTimeout: 30 * SECOND,
        },
      },
      {
        test: {
          name: 'cli',
          isolate: false,
          environment: 'node',
          include: ['test/cli/**/*.test.ts'],
          testTimeout: 60 * SECOND,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          pool: 'forks',
          include: ['test/e2e/**/*.test.ts'],
          setupFiles: ['test/e2e/display.ts'],
          fileParallelism: displays > 1,
          maxWorkers: displays,
          testTimeout: 180 * SECOND,
          hookTimeout: 180 * SECOND,
          // The studio answers in its own time; a busy machine is no failure.
          expect: { poll: { timeout: 15 * SECOND } },
        },
      },
    ],
  },
});
