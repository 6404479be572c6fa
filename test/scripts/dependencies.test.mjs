import { expect, it } from 'vitest';
import { matches } from '../../scripts/setup/dependencies.mjs';

const wanted = {
  packages: {
    '': { name: 'juzhen' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-darwin': { version: '1.0.0', optional: true },
  },
};
const installed = (packages) => ({ packages });

it.each([
  [
    'the same packages',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-darwin': { version: '1.0.0' } },
    true,
  ],
  ['an optional one absent', { 'node_modules/a': { version: '1.0.0' } }, true],
  ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
  ['one absent', { 'node_modules/a-darwin': { version: '1.0.0' } }, false],
  ['one too many', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }, false],
])('accepts what was installed by hand only if it is what the lockfile says: %s', (_case, packages, expected) => {
  expect(matches(wanted, installed(packages))).toBe(expected);
});
