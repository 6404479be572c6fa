import { ensureBuilt } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { electronRuntime, runtimeVariables } from './electron.mjs';
import { Problem } from './say.mjs';
import { electronNeedsBinding, nodeNeedsBinding, sqliteBinding } from './sqlite-binding.mjs';
import { ensureSystem } from './system.mjs';

const OLDEST_NODE = [20, 19];

/**
 * Makes this checkout ready, doing only what is missing, and answers the environment in which the
 * studio and its tests run. Every step can be interrupted and done again.
 *
 *   electron  the runtime and what it needs of the system; answered as `runtime`
 *   builds    'studio', 'cli'
 */
export async function ready({ electron = false, builds = [] } = {}) {
  checkNode();
  await ensureDependencies();
  // The binding takes 40 s of compiling and the runtime 10 s of fetching: side by side where both are certain.
  const [runtime, nodeBinding] = await Promise.all([
    electron ? systemAndRuntime() : undefined,
    nodeNeedsBinding() ? sqliteBinding() : undefined,
  ]);
  const binding = nodeBinding ?? (runtime && electronNeedsBinding(runtime.version) ? await sqliteBinding() : undefined);
  await ensureBuilt(...builds);
  return { runtime, binding, env: environment(runtime, binding) };
}

async function systemAndRuntime() {
  const runtime = await electronRuntime();
  await ensureSystem(runtime.exec);
  return runtime;
}

/** The command line needs no Electron, no system library and no SQLite. */
export async function readyForCommandLine() {
  checkNode();
  await ensureDependencies();
  await ensureBuilt('cli');
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Problem(`Juzhen needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.`);
  }
}

function environment(runtime, binding) {
  // Editors' terminals set this one, and with it Electron starts as plain Node.
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...inherited } = process.env;
  return {
    ...inherited,
    ...(runtime && runtimeVariables(runtime)),
    ...(binding && { JUZHEN_SQLITE_BINDING: binding }),
  };
}
