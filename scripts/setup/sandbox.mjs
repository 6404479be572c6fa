import { attempt } from './run.mjs';

/**
 * Chromium's sandbox stays on wherever it can work: it refuses to run as root, and on Linux it
 * needs user namespaces, which some systems forbid.
 */
export async function sandboxSwitches() {
  if (process.platform !== 'linux') return [];
  const works = process.getuid() !== 0 && (await attempt('unshare', ['-Ur', 'true'])).code === 0;
  return works ? [] : ['--no-sandbox'];
}
