import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inThisCheckout, withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const lockfile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.juzhen-stamp');

/** node_modules as the lockfile says, for this system. The stamp is written last. */
export async function ensureDependencies() {
  if (dependenciesAreReady()) return;
  await withLock(inThisCheckout('dependencies'), async (holdFor) => {
    if (dependenciesAreReady()) return;
    if (!wasInstalledByHand()) await install(holdFor);
    writeFileSync(stamp, expectedStamp());
  });
}

export const dependenciesAreReady = () => read(stamp) === expectedStamp();

function expectedStamp() {
  const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  return `${process.platform}-${process.arch} ${hash}`;
}

/** Somebody ran npm install: when the result is what the lockfile says, it need not be done again. */
function wasInstalledByHand() {
  const forOtherSystem = read(stamp) && !read(stamp).startsWith(`${process.platform}-${process.arch} `);
  const installed = read(join(modules, '.package-lock.json'));
  return (
    !forOtherSystem &&
    installed !== undefined &&
    matches(JSON.parse(readFileSync(lockfile, 'utf8')), JSON.parse(installed))
  );
}

/** Same packages in the same versions; only optional ones (of other systems) may be absent. */
export function matches(wanted, installed) {
  const { '': _root, ...packages } = wanted.packages;
  const all = new Set([...Object.keys(packages), ...Object.keys(installed.packages)]);
  return [...all].every((name) => {
    const present = installed.packages[name];
    return present ? packages[name]?.version === present.version : packages[name].optional === true;
  });
}

/**
 * Without install scripts: npm ci would otherwise rebuild better-sqlite3, which needs Python and
 * Node's headers, for a binary that the package already brings. See docs/decisions/0010.
 */
async function install(holdFor) {
  say('Dependencies: npm ci (about half a minute)');
  const { command, args, shell } = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  await run(command, args, {
    shell,
    cwd: root,
    label: 'npm ci',
    onStart: holdFor,
    failure: 'npm ci failed. Check the network and the lines above, then run this again.',
  });
  say('Dependencies: installed');
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
