/** 400 kills of a workspace that is written (nothing acknowledged lost), and as many of one that merges (old or new). */
import { spawnSync } from 'node:child_process';

const CYCLES = 400;
/** A cycle costs about a second on two cores. */
const LIMIT = 60 * 60_000;
const run = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'store',
    'test/store/kill.test.ts',
    'test/store/merging/kill.test.ts',
    `--testTimeout=${LIMIT}`,
  ],
  { stdio: 'inherit', env: { ...process.env, JUZHEN_KILL_CYCLES: String(CYCLES) } },
);
process.exitCode = run.status ?? 1;
