import { spawnSync } from 'node:child_process';

/** A restless hand in the real store, undone and done again: 100 walks of 70 acts (`JUZHEN_PROPERTY_RUNS` for another number). Minutes. */
const RUNS = process.env.JUZHEN_PROPERTY_RUNS ?? '100';

const run = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'store',
    'test/store/undo-walk.test.ts',
    '--testTimeout=14400000',
  ],
  { stdio: 'inherit', env: { ...process.env, JUZHEN_PROPERTY_RUNS: RUNS, JUZHEN_LAWS: 'count' } },
);
process.exitCode = run.status ?? 1;
