import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEvent } from '../../src/main/log';

export type LogLine = LogEvent & { readonly at: string };

/** What the studio wrote down so far. */
export const logOf = (dataFolder: string): readonly LogLine[] =>
  readFileSync(join(dataFolder, 'logs/studio.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine);
