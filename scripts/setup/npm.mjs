import { basename } from 'node:path';

/**
 * The command that runs npm: the very npm that started us, if one did, so that its version and
 * settings hold; otherwise the one on the PATH.
 */
export function npm(args) {
  const started = process.env.npm_execpath;
  if (started && basename(started) === 'npm-cli.js') {
    return { command: process.execPath, args: [started, ...args], shell: false };
  }
  return { command: 'npm', args, shell: process.platform === 'win32' };
}
