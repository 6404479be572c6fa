import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own for one test: small, or one that takes nothing. Needs the right to mount; else null, said aloud. */
export function smallDisk(
  check: string,
  options: string,
): { readonly path: string; readonly remount: (options: string) => void; readonly free: () => void } | null {
  const path = mkdtempSync(join(tmpdir(), 'juzhen-disk-'));
  const mount = (...args: readonly string[]) => execFileSync('mount', [...args], { stdio: 'ignore' });
  try {
    mount('-t', 'tmpfs', '-o', options, 'tmpfs', path);
  } catch {
    rmSync(path, { recursive: true });
    process.stdout.write(`not run: ${check}: no right to mount a small disk here\n`);
    return null;
  }
  return {
    path,
    remount: (changed) => mount('-o', `remount,${changed}`, path),
    free: () => {
      execFileSync('umount', ['-l', path], { stdio: 'ignore' });
      rmSync(path, { recursive: true });
    },
  };
}
