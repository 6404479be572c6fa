import { spawnSync } from 'node:child_process';

/** The whole studio killed while somebody types, 200 times: nothing acknowledged is missing, each end is announced. About 40 minutes. */
const CYCLES = Number(process.env.JUZHEN_KILLS ?? 200);

const run = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'e2e',
    'test/e2e/history.test.ts',
    '-t',
    'an unexpected end',
    `--testTimeout=${CYCLES * 30_000}`,
  ],
  { stdio: 'inherit', env: { ...process.env, JUZHEN_KILLS: String(CYCLES) } },
);
process.exitCode = run.status ?? 1;
