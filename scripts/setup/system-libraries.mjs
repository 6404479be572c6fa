import { attempt } from './run.mjs';

/** Which Debian package brings which library; renamed ones are resolved when installing. */
const PACKAGE_OF = {
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgcc_s.so.1': 'libgcc-s1',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/** The libraries that the loader cannot find for this program. */
export async function missingLibraries(program) {
  const { output } = await attempt('ldd', [program], { env: { ...process.env, LC_ALL: 'C' } });
  return notFound(output);
}

/** `ldd` prints "	libfoo.so.1 => not found" once for every library that wants it. */
export function notFound(ldd) {
  return [...new Set([...ldd.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library))];
}

/** Packages for the known libraries; the unknown ones are named by themselves. */
export function packagesFor(libraries) {
  return {
    packages: [...new Set(libraries.map((library) => PACKAGE_OF[library]).filter(Boolean))].sort(),
    unknown: libraries.filter((library) => !PACKAGE_OF[library]),
  };
}
