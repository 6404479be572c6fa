import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Io } from './io';

/** The real thing: the process's streams and clock. */
export const nodeIo = (): Io => ({
  cwd: process.cwd(),
  // Two levels down in the sources as in the build: src/cli, out/cli.
  resources: fileURLToPath(new URL('../../resources', import.meta.url)),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isWatched: process.stderr.isTTY === true,
  stdin: async () => (await buffer(process.stdin)).toString('utf8'),
  now: Date.now,
  today: () => {
    const now = new Date();
    const two = (value: number) => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
});
