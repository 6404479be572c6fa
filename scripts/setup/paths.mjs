import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. Not import.meta.dirname: a Node too old for us must live long enough to be told so. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What outlives a checkout and can be made again: runtime, SQLite binding, remembered answers. */
export const cache = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'juzhen');
