import { nodeIo } from './nodeIo';
import { run } from './run';

/** The command line as a process: `out/cli/juzhen.js`, run by `npm run -s juzhen -- COMMAND`. */
process.exitCode = await run(process.argv.slice(2), nodeIo());
