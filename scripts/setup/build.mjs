import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inThisCheckout, withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const tool = (path, ...args) => [join(root, 'node_modules', ...path.split('/')), ...args];
const SHARED_INPUTS = [
  'src/core',
  'src/contract',
  'resources',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];

/** What is built, from what, and what must be there afterwards. */
const BUILDS = {
  studio: {
    inputs: [...SHARED_INPUTS, 'src/main', 'src/preload', 'src/renderer', 'electron.vite.config.ts'],
    output: 'out/main/index.js',
    command: tool('electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'),
  },
  cli: {
    inputs: [...SHARED_INPUTS, 'src/cli', 'vite.cli.config.ts'],
    output: 'out/cli/juzhen.js',
    command: tool('vite/bin/vite.js', 'build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn'),
  },
};

/** Builds what is stale. The stamp goes before the work begins and is written after it succeeded. */
export async function ensureBuilt(...names) {
  for (const name of names) {
    if (isFresh(name)) continue;
    await withLock(inThisCheckout('build'), async (holdFor) => {
      if (isFresh(name)) return;
      say(`Build: ${name}`);
      forgetBuild(name);
      const hash = hashOf(BUILDS[name].inputs);
      await run(process.execPath, BUILDS[name].command, {
        cwd: root,
        label: `building ${name}`,
        onStart: holdFor,
        failure: `The build of ${name} failed: see the lines above.`,
      });
      mkdirSync(join(root, 'out'), { recursive: true });
      writeFileSync(stampOf(name), hash);
    });
  }
}

/** Somebody else is about to write the same output, npm run dev for one. */
export function forgetBuild(name) {
  rmSync(stampOf(name), { force: true });
}

export function isFresh(name) {
  const { inputs, output } = BUILDS[name];
  return (
    existsSync(join(root, output)) &&
    existsSync(stampOf(name)) &&
    readFileSync(stampOf(name), 'utf8') === hashOf(inputs)
  );
}

const stampOf = (name) => join(root, 'out', `.${name}-stamp`);

/** One hash over the names and contents of files and folders; what does not exist counts as that. */
export function hashOf(paths, base = root) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, base, path);
  return hash.digest('hex');
}

function addTo(hash, base, path) {
  const stats = statSync(join(base, path), { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    for (const name of readdirSync(join(base, path)).sort()) addTo(hash, base, `${path}/${name}`);
  } else {
    hash.update(`${path}\0${stats ? stats.size : 'absent'}\0`);
    if (stats) hash.update(readFileSync(join(base, path)));
  }
}
