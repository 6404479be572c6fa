/**
 * npm run -s juzhen -- COMMAND: the studio's core without a window. Standard output belongs to the
 * command; this script speaks on standard error, and only when it has something to install or build.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readyForCommandLine } from './setup/index.mjs';
import { root } from './setup/paths.mjs';
import { main } from './setup/say.mjs';

await main(readyForCommandLine);
if (!process.exitCode) await import(pathToFileURL(join(root, 'out', 'cli', 'juzhen.js')).href);
