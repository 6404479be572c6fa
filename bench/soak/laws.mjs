import { spawnSync } from 'node:child_process';

/** The laws of merging, 50,000 cases of each (`JUZHEN_LAW_RUNS` for another number), from new numbers each time. Hours. */
const RUNS = process.env.JUZHEN_LAW_RUNS ?? '50000';

const run = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    'test/core/plan/laws/laws.test.ts',
    '--testTimeout=14400000',
  ],
  { stdio: 'inherit', env: { JUZHEN_SEED: 'random', ...process.env, JUZHEN_LAW_RUNS: RUNS } },
);
process.exitCode = run.status ?? 1;
