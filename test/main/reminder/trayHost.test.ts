import { expect, test } from 'vitest';
import { hasTrayHost } from '../../../src/main/reminder/trayHost';

test.each([
  ['win32', undefined, true],
  ['darwin', undefined, true],
  ['linux', 'KDE', true],
  ['linux', 'ubuntu:GNOME', true],
  ['linux', 'X-Cinnamon', true],
  ['linux', 'GNOME', false],
  ['linux', 'sway', false],
  ['linux', undefined, false],
])('a tray is taken to be there on %s with the desktop %s: %s', (platform, desktop, there) => {
  expect(hasTrayHost(platform, desktop)).toBe(there);
});
