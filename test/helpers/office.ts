import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** LibreOffice without a window, where the machine has it; `SOFFICE` names one that is not in the path. */
export const office: string | null =
  [process.env.SOFFICE ?? '', 'soffice', 'libreoffice'].find(
    (name) => name !== '' && spawnSync('sh', ['-c', 'command -v "$0"', name]).status === 0,
  ) ?? null;

/** Said where a test is passed over for want of it. */
export const NO_OFFICE =
  'not run: LibreOffice is not installed (apt-get install libreoffice-calc-nogui libreoffice-writer-nogui)';

/**
 * Opens a file in LibreOffice and saves it in another form, as a person would. Answers what it wrote by name and what it
 * said; throws when it would not open the file.
 */
export function converted(name: string, bytes: Uint8Array, to: string): ReadonlyMap<string, Buffer> {
  if (office === null) throw new Error(NO_OFFICE);
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-office-'));
  try {
    writeFileSync(join(folder, name), bytes);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const ran = spawnSync(
      office,
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        join(folder, name),
      ],
      { encoding: 'utf8', timeout: 120_000, env: { ...process.env, HOME: folder } },
    );
    if (ran.status !== 0 || !/^convert /m.test(ran.stdout)) throw new Error(`${ran.stdout}\n${ran.stderr}`);
    const out = join(folder, 'out');
    return new Map(readdirSync(out).map((file) => [file, readFileSync(join(out, file))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
