import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSameAlive, nameOf } from './alive.mjs';
import { whenLeaving } from './leaving.mjs';
import { cache, root } from './paths.mjs';
import { say } from './say.mjs';

const POLL_MS = 300;
/** Between creating the file and writing its owner's name; an empty one older than this is a leftover. */
const BIRTH_MS = 5_000;

/** The name of a lock that concerns this checkout only, and not the cache that all of them share. */
export const inThisCheckout = (name) => `${name}-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;

/**
 * One process at a time does `work`. The lock names its owner and the children that `work` reports
 * through `holdFor(pid)`: after a kill -9 npm goes on without us, and the next run must wait for it
 * instead of installing into the same folder.
 */
export async function withLock(name, work) {
  const file = join(cache(), 'locks', name);
  mkdirSync(dirname(file), { recursive: true });
  for (let waits = 0; !take(file); waits += 1) {
    if (waits === 3) say(`Waiting for another run that is at the same step; if there is none, delete ${file}`);
    await sleep(POLL_MS);
  }
  const release = () => rmSync(file, { force: true });
  const callOff = whenLeaving(release);
  try {
    return await work((pid) => appendFileSync(file, `${nameOf(pid)}\n`));
  } finally {
    release();
    callOff();
  }
}

function take(file) {
  try {
    writeFileSync(file, `${nameOf(process.pid)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  }
}

function isHeld(file) {
  try {
    const holders = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    if (holders.length === 0) return Date.now() - statSync(file).mtimeMs < BIRTH_MS;
    return holders.some(isSameAlive);
  } catch {
    return false;
  }
}
