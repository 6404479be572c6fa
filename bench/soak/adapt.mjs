import { spawnSync } from 'node:child_process';

/** The laws of adaptation, each held against 50,000 texts (`JUZHEN_PROPERTY_RUNS` for another number). About an hour. */
const RUNS = process.env.JUZHEN_PROPERTY_RUNS ?? '50000';

const run = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    'test/core/adapt/laws.test.ts',
    '--testTimeout=14400000',
  ],
  { stdio: 'inherit', env: { ...process.env, JUZHEN_PROPERTY_RUNS: RUNS, JUZHEN_LAWS: 'count' } },
);
process.exitCode = run.status ?? 1;
