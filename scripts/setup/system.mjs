import { statSync } from 'node:fs';
import { installPackages } from './apt.mjs';
import { displayIsMissing, hasVirtualDisplay } from './display.mjs';
import { missingFonts, SMALL_FONT } from './fonts.mjs';
import { recall, remember } from './remember.mjs';
import { Problem, say } from './say.mjs';
import { missingLibraries, packagesFor } from './system-libraries.mjs';

/**
 * What Electron needs of a Linux system: libraries, a display, fonts. A good answer is remembered
 * for this very binary, since asking the loader and fontconfig each time would cost more.
 */
export async function ensureSystem(electron) {
  if (process.platform !== 'linux') return;
  const question = `${electron} ${statSync(electron).mtimeMs} ${displayIsMissing()}`;
  if (recall('system')?.question === question) return;

  await ensurePackages(electron);
  const fontsAreGood = await ensureFonts();
  if (fontsAreGood) remember('system', { question });
}

/** New libraries may want further ones, so the loader is asked again. */
async function ensurePackages(electron) {
  for (let round = 0; round < 3; round += 1) {
    const { packages, unknown } = await missingPackages(electron);
    if (packages.length + unknown.length === 0) return;
    if (packages.length === 0) break;
    await installPackages(packages, 'system packages that Electron needs');
  }
  const { packages, unknown } = await missingPackages(electron);
  throw new Problem(
    `Electron still lacks ${[...unknown, ...packages].join(', ')}. Install what brings it, then run this again.`,
  );
}

export async function missingPackages(electron) {
  const { packages, unknown } = packagesFor(await missingLibraries(electron));
  if (displayIsMissing() && !(await hasVirtualDisplay())) packages.push('xvfb');
  return { packages, unknown };
}

/** Missing fonts make ugly pictures, not failures: they are a warning. */
async function ensureFonts() {
  const missing = await missingFonts();
  if (missing.length === 0) return true;
  const what = missing.map((font) => font.what).join(', ');
  try {
    await installPackages(fontPackages(missing), what);
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(`Warning: Chinese text or emoji may be drawn as boxes. ${error.message}`);
  }
  if (process.getuid() === 0) {
    await installPackages(['fontconfig', SMALL_FONT], 'any Chinese font').catch(() => {});
  }
  return false;
}

export const fontPackages = (missing) => ['fontconfig', ...new Set(missing.map((font) => font.package))];
