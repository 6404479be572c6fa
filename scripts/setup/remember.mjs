import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './paths.mjs';

/** Small answers worth keeping between runs, one JSON file each. An unreadable one is no answer. */
export function recall(name) {
  try {
    return JSON.parse(readFileSync(join(cache(), `${name}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}

export function remember(name, answer) {
  mkdirSync(cache(), { recursive: true });
  const draft = join(cache(), `${name}.${process.pid}.tmp`);
  writeFileSync(draft, JSON.stringify(answer));
  renameSync(draft, join(cache(), `${name}.json`));
}
