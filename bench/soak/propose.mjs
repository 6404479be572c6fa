import { spawnSync } from 'node:child_process';

/** The laws of proposing, held against 20,000 problems of chance each time (`JUZHEN_PROPERTY_RUNS` for another number). Minutes. */
const RUNS = process.env.JUZHEN_PROPERTY_RUNS ?? '20000';

const run = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'test/core/propose/laws.test.ts'],
  { stdio: 'inherit', env: { JUZHEN_SEED: 'random', ...process.env, JUZHEN_PROPERTY_RUNS: RUNS } },
);
process.exitCode = run.status ?? 1;
