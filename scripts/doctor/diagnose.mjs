import { existsSync } from 'node:fs';
import { remedy } from '../setup/apt.mjs';
import { isFresh } from '../setup/build.mjs';
import { hasCompiler } from '../setup/compiler.mjs';
import { dependenciesAreReady } from '../setup/dependencies.mjs';
import { displayIsMissing, hasVirtualDisplay } from '../setup/display.mjs';
import { presentRuntime } from '../setup/electron.mjs';
import { fallbackFits } from '../setup/fallback-runtime.mjs';
import { missingFonts } from '../setup/fonts.mjs';
import { pinnedVersion } from '../setup/official-runtime.mjs';
import { cache } from '../setup/paths.mjs';
import { recall } from '../setup/remember.mjs';
import { sandboxSwitches } from '../setup/sandbox.mjs';
import { builtBinding, electronNeedsBinding, nodeNeedsBinding } from '../setup/sqlite-binding.mjs';
import { fontPackages } from '../setup/system.mjs';
import { missingLibraries, packagesFor } from '../setup/system-libraries.mjs';

const NPM_START = 'npm start (or npm test) does this';

const ok = (name, detail) => ({ name, state: 'ok', detail });
const warning = (name, detail, how) => ({ name, state: 'warning', detail, remedy: how });
const missing = (name, detail, how) => ({ name, state: 'missing', detail, remedy: how });

/** One finding for each thing that the studio stands on, as { name, state, detail, remedy }. */
export async function diagnose() {
  const node = ok('Node', `${process.version}, Node-API ${process.versions.napi}`);
  const folder = ok('Cache', `${cache()}${existsSync(cache()) ? '' : ' (not yet there)'}`);
  if (!dependenciesAreReady()) {
    return [
      node,
      missing('Dependencies', 'node_modules is not what the lockfile says', `npm ci, or ${NPM_START}`),
      folder,
    ];
  }
  const runtime = presentRuntime();
  return [
    node,
    ok('Dependencies', 'as in package-lock.json'),
    electron(runtime),
    await sqlite(runtime),
    ...(process.platform === 'linux' ? [await libraries(runtime), await fonts(), await display()] : []),
    await sandbox(),
    build(),
    folder,
  ];
}

function electron(runtime) {
  const pinned = pinnedVersion();
  const obstacle = recall('official-runtime')?.obstacle;
  if (!runtime) {
    const how = fallbackFits() ? NPM_START : `${NPM_START}; behind a closed network set ELECTRON_MIRROR`;
    return missing('Electron', `${pinned} is not downloaded yet`, how);
  }
  const detail = `${runtime.version}, ${runtime.source}: ${runtime.exec}`;
  if (runtime.source === 'official') return ok('Electron', detail);
  const why = obstacle ? ` (official download: ${obstacle})` : '';
  return warning(
    'Electron',
    `${detail}${why}`,
    `for development and tests only; for the official ${pinned} set ELECTRON_MIRROR to a place that serves it`,
  );
}

async function sqlite(runtime) {
  const needsOwn = [
    ...(nodeNeedsBinding() ? [`Node ${process.versions.node}`] : []),
    ...(runtime && electronNeedsBinding(runtime.version) ? [`Electron ${runtime.version}`] : []),
  ];
  if (needsOwn.length === 0) return ok('SQLite', 'prebuilt binding of better-sqlite3');
  const built = builtBinding();
  if (built) return ok('SQLite', `compiled for ${needsOwn.join(' and ')}: ${built}`);
  const how = (await hasCompiler()) ? NPM_START : `first a C and C++ compiler: ${await remedy(['build-essential'])}`;
  return missing('SQLite', `needs compiling for ${needsOwn.join(' and ')}`, how);
}

async function libraries(runtime) {
  if (!runtime) return warning('Libraries', 'cannot be asked for before Electron is here');
  const lacking = await missingLibraries(runtime.exec);
  if (lacking.length === 0) return ok('Libraries', 'all that Electron wants are found');
  const { packages } = packagesFor(lacking);
  return missing('Libraries', `not found: ${lacking.join(', ')}`, await remedy(packages));
}

async function fonts() {
  const lacking = await missingFonts();
  if (lacking.length === 0) return ok('Fonts', 'Chinese sans-serif and serif, emoji');
  return warning(
    'Fonts',
    `missing: ${lacking.map(({ what }) => what).join(', ')}`,
    await remedy(fontPackages(lacking)),
  );
}

async function display() {
  if (!displayIsMissing()) return ok('Display', process.env.WAYLAND_DISPLAY ?? process.env.DISPLAY);
  if (await hasVirtualDisplay()) return ok('Display', 'none; a virtual one (Xvfb) is started when needed');
  return missing('Display', 'none, and no Xvfb to make a virtual one', await remedy(['xvfb']));
}

async function sandbox() {
  const isOff = (await sandboxSwitches()).length > 0;
  if (!isOff) return ok('Sandbox', 'on');
  const why = process.getuid() === 0 ? 'you are root' : 'this system forbids user namespaces';
  return warning('Sandbox', `off (--no-sandbox): ${why}`);
}

function build() {
  const stale = ['studio', 'cli'].filter((name) => !isFresh(name));
  return stale.length === 0
    ? ok('Build', 'out/ is up to date')
    : warning('Build', `to be built: ${stale.join(', ')}`, NPM_START);
}
