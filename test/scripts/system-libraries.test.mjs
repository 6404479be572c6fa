import { expect, it } from 'vitest';
import { installable } from '../../scripts/setup/apt.mjs';
import { notFound, packagesFor } from '../../scripts/setup/system-libraries.mjs';

const LDD = `
	linux-vdso.so.1 (0x00007ffd8a5f2000)
	libffmpeg.so => /cache/electron/libffmpeg.so (0x00007f0a2c000000)
	libnss3.so => not found
	libnssutil3.so => not found
	libgtk-3.so.0 => not found
	libnss3.so => not found
	/lib64/ld-linux-x86-64.so.2 (0x00007f0a35c9a000)
`;

it('reads from ldd what the loader does not find, once each', () => {
  expect(notFound(LDD)).toEqual(['libnss3.so', 'libnssutil3.so', 'libgtk-3.so.0']);
});

it('finds nothing missing where the program is not dynamic or ldd is not there', () => {
  expect(notFound('\tnot a dynamic executable\n')).toEqual([]);
  expect(notFound('')).toEqual([]);
});

it('names the packages, and by itself the library that it does not know', () => {
  expect(packagesFor([...notFound(LDD), 'libnew.so.7'])).toEqual({
    packages: ['libgtk-3-0', 'libnss3'],
    unknown: ['libnew.so.7'],
  });
});

it('takes from apt-cache policy only what has a candidate', () => {
  const policy = `libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11-1
  Version table:
     1.2.11-1 500
libnss3:
  Installed: 2:3.98-1
  Candidate: 2:3.98-1
`;
  expect([...installable(policy)]).toEqual(['libasound2t64', 'libnss3']);
});
