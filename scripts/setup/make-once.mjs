import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './alive.mjs';
import { whenLeaving } from './leaving.mjs';
import { withLock } from './lock.mjs';
import { cache } from './paths.mjs';

const MARKER = '.complete';
const DAY_MS = 24 * 3600 * 1000;

/** The folder of that name in the cache, if it was finished. */
export function made(name) {
  const folder = join(cache(), name);
  return existsSync(join(folder, MARKER)) ? folder : undefined;
}

/**
 * Makes a folder in the cache, once. It is filled under a name of this run's own and renamed when
 * whole, so an interrupted run leaves nothing half-done. The lock only saves work: where it cannot
 * help (containers that share a cache but not their process numbers) both runs fill a folder, and
 * the second one uses what the first has put in place.
 */
export async function makeOnce(name, fill) {
  return made(name) ?? withLock(name, async () => made(name) ?? (await make(name, fill)));
}

async function make(name, fill) {
  sweepDrafts();
  const target = join(cache(), name);
  const draft = join(cache(), `${draftPrefix()}${process.pid}-${randomUUID().slice(0, 8)}`);
  const remove = () => rmSync(draft, { recursive: true, force: true });
  const callOff = whenLeaving(remove);
  mkdirSync(draft, { recursive: true });
  try {
    await fill(draft);
    writeFileSync(join(draft, MARKER), '');
    if (!made(name)) {
      rmSync(target, { recursive: true, force: true });
      renameSync(draft, target);
    }
  } catch (error) {
    if (!made(name)) throw error;
  } finally {
    remove();
    callOff();
  }
  return target;
}

/** The host is in the name because containers may share a cache, but not their process numbers. */
const draftPrefix = () => `.draft-${hostname()}-`;

function sweepDrafts() {
  if (!existsSync(cache())) return;
  for (const name of readdirSync(cache()).filter((entry) => entry.startsWith('.draft-'))) {
    const draft = join(cache(), name);
    const ours = name.startsWith(draftPrefix());
    const pid = Number(name.slice(draftPrefix().length).split('-')[0]);
    if (ours ? !isAlive(pid) : isOld(draft)) rmSync(draft, { recursive: true, force: true });
  }
}

function isOld(path) {
  try {
    return Date.now() - statSync(path).mtimeMs > DAY_MS;
  } catch {
    return false;
  }
}
