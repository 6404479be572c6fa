import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { APP_ID } from '../../src/main/appId';

test('notifications on Windows come under the id the installer registers', () => {
  const installer = readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8');
  expect(/^appId: (.+)$/m.exec(installer)?.[1]).toBe(APP_ID);
});
