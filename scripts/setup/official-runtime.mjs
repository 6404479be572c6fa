import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inThisCheckout, withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { recall, remember } from './remember.mjs';
import { attempt } from './run.mjs';
import { say } from './say.mjs';

const PROBE_LIMIT_MS = 4_000;
const FAILURE_HOLDS_MS = 6 * 3600 * 1000;
const GITHUB = 'https://github.com/electron/electron/releases/download/';

const folder = join(root, 'node_modules', 'electron');
const dist = join(folder, 'dist');

export const pinnedVersion = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

/** The official Electron, if its own installer has put it in place. path.txt is the last thing that it writes. */
export function installedOfficial() {
  const program = read(join(folder, 'path.txt'));
  const version = read(join(dist, 'version'))?.trim().replace(/^v/, '');
  if (!program || version !== pinnedVersion() || !existsSync(join(dist, program))) return undefined;
  return { source: 'official', version, dist, exec: join(dist, program) };
}

/**
 * The official Electron, downloaded if need be; undefined where the network does not give it. That
 * answer is kept for some hours, so that a closed network costs its time limit a few times a day at most.
 */
export async function officialRuntime() {
  const installed = installedOfficial();
  if (installed) return installed;

  const url = downloadUrl(pinnedVersion(), process.env);
  const last = recall('official-runtime');
  if (last?.url === url && Date.now() - last.at < FAILURE_HOLDS_MS) return undefined;

  const obstacle = (await probe(url)) ?? (await install());
  if (!obstacle) return installedOfficial();
  say(`Electron ${pinnedVersion()}: the official download is not available here (${obstacle})`);
  remember('official-runtime', { url, at: Date.now(), obstacle });
  return undefined;
}

/** Where Electron's installer will look, mirror settings included. */
export function downloadUrl(version, env) {
  const setting = (name) => env[`npm_config_electron_${name}`] || env[`ELECTRON_${name.toUpperCase()}`];
  const mirror = setting('mirror') || GITHUB;
  const directory = (setting('custom_dir') || `v${version}`).replace('{{ version }}', version);
  return `${mirror}${directory}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

/** Why the address does not answer in time, or nothing if it does. */
async function probe(url) {
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_LIMIT_MS) });
    return answer.ok ? undefined : `${new URL(url).host} answered ${answer.status}`;
  } catch (error) {
    return error.name === 'TimeoutError'
      ? `no answer within ${PROBE_LIMIT_MS / 1000} s`
      : (error.cause?.code ?? error.message);
  }
}

/** Why Electron's own installer failed, or nothing. On Node before 22.12 it may not even load. */
function install() {
  return withLock(inThisCheckout('electron'), async (holdFor) => {
    if (installedOfficial()) return undefined;
    say(`Electron ${pinnedVersion()}: downloading the official runtime`);
    const { code, output } = await attempt(process.execPath, [join(folder, 'install.js')], {
      cwd: root,
      label: 'downloading',
      onStart: holdFor,
    });
    if (code === 0 && installedOfficial()) return undefined;
    return (
      output
        .trim()
        .split('\n')
        .find((line) => /error/i.test(line)) ?? `its installer ended with code ${code}`
    );
  });
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
