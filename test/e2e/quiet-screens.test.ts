import { expect, test } from 'vitest';
import type { MenuCommand } from '../../src/main/menu';
import { type LaunchedStudio, withStudio } from '../helpers/app';

/** Clicks an item of the native menu, as the user would: it comes a moment after the first screen. */
async function choose({ app }: LaunchedStudio, id: MenuCommand): Promise<void> {
  const clicked = (): Promise<boolean> =>
    app.evaluate(({ Menu }, item) => {
      const found = Menu.getApplicationMenu()?.getMenuItemById(item) ?? null;
      found?.click();
      return found !== null;
    }, id);
  await expect.poll(clicked, { timeout: 10_000 }).toBe(true);
}

const screens = ['go.calendar', 'go.desk', 'go.library', 'go.export', 'go.settings', 'go.matrix'] as const;

test('every screen works under the policy: nothing refused, nothing thrown, nothing asked of the network', async () => {
  await withStudio({ theme: 'dark' }, async (studio) => {
    const { page, complaints } = studio;
    await page.evaluate(() => window.studio.call('workspace.open_sample', { edition: 'zh' }));
    for (const id of screens) {
      await choose(studio, id);
      await page.waitForTimeout(800);
    }
    await choose(studio, 'plan.new_piece');
    const body = page.locator('.ProseMirror').first();
    await body.waitFor();
    await body.click();
    await page.keyboard.type('今晚八点，');
    // Pasted markup passes the editor's own parser and loses everything the plan does not know.
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        '<p>在<b>江边</b><img src=x onerror="window.ran = true"><script>window.ran = true</script></p>',
      );
      document
        .querySelector('.ProseMirror')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => body.innerHTML()).toContain('<strong>江边</strong>');
    expect(await body.innerHTML()).not.toMatch(/onerror|<script|src="x"/);
    expect(await page.evaluate(() => (window as unknown as { ran?: boolean }).ran)).toBeUndefined();
    expect(await complaints()).toEqual({ console: [], policy: [], requests: [] });
  });
});

test('an image of the workspace is shown from its own address, with the type of an image', async () => {
  await withStudio({}, async ({ page }) => {
    const seen = await page.evaluate(async () => {
      await window.studio.call('workspace.create', { name: '图' });
      const canvas = Object.assign(document.createElement('canvas'), { width: 2, height: 2 });
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
      const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
      const kept = await window.studio.call('asset.keep_bytes', { name: '点.png', bytes });
      if (!kept.ok) return kept.failure.code;
      const added = await window.studio.call('asset.take', { files: [kept.value] });
      if (!added.ok) return added.failure.code;
      const image = new Image();
      image.src = `app://bundle/assets/${added.value.ids[0]}`;
      await image.decode();
      const answer = await fetch(image.src);
      return [image.naturalWidth, answer.status, answer.headers.get('content-type')];
    });
    expect(seen).toEqual([2, 200, 'image/png']);
  });
});
