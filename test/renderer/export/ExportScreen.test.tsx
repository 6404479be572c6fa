import { afterEach, expect, it } from 'vitest';
import { openWindow, type TestWindow } from '../screen';

let window: TestWindow | null = null;
afterEach(async () => {
  await window?.close();
  window = null;
});

it('a file of the export shows its post on the platform, ready to be copied, with the way to its piece', async () => {
  window = await openWindow();
  const shown = window;
  shown.studio.getState().go({ screen: 'export' });
  await shown.until(() => shown.all('[data-preview]').length > 0);
  expect(shown.all('button[data-copy]').length).toBeGreaterThan(0);
  await shown.click('input[value="file"]');
  expect(shown.all('[data-preview]')).toEqual([]);
  await shown.click('input[value="shown"]');
  const open = shown.all('button').find(({ textContent }) => textContent === '打开这一篇');
  if (open === undefined) throw new Error('No way to the piece.');
  await shown.click(open);
  expect(shown.studio.getState().route.screen).toBe('editor');
});
