import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { withStudio } from '../helpers/app';
import { pictureStudio } from '../main/images/pictures';

/** A short film as this Chromium records one. */
const recorded = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 32 });
    const paint = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const ended = new Promise((done) => {
      recorder.onstop = done;
    });
    recorder.start();
    for (let turn = 0; turn < 8; turn += 1) {
      paint?.fillRect(turn * 4, 0, 4, 32);
      await new Promise((done) => setTimeout(done, 50));
    }
    recorder.stop();
    await ended;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });

/** Drops files on the media place, or another, the way the page hears it. */
const drop = (
  page: Page,
  files: readonly { name: string; bytes: readonly number[] }[],
  onto = '[class*="scroll"]',
): Promise<void> =>
  page.evaluate(
    ([given, selector]) => {
      const data = new DataTransfer();
      for (const { name, bytes } of given)
        data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
      const place = document.querySelector(selector);
      const box = place?.getBoundingClientRect();
      const at = { clientX: (box?.left ?? 0) + 40, clientY: (box?.top ?? 0) + 20 };
      place?.dispatchEvent(new DragEvent('drop', { ...at, dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [files, onto] as const,
  );

test('two pictures are dropped, one gets a focal point, and the export is cut around it', async () => {
  const pictures = await pictureStudio();
  const out = mkdtempSync(join(tmpdir(), 'juzhen-out-'));
  const read = (name: string, width: number, height: number) => ({
    name,
    bytes: [...readFileSync(pictures.picture(name, { width, height }))],
  });
  await withStudio({ lang: 'zh', theme: 'light' }, async ({ app, page, complaints }) => {
    await page.getByRole('button', { name: '中文示例', exact: true }).click();
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('Control+6');
    await page.getByRole('listbox').waitFor();
    await drop(page, [
      read('四色.png', 800, 400),
      read('另一张.png', 400, 400),
      { name: '图标.svg', bytes: [60, 115, 118, 103, 62] },
    ]);
    await page.getByText('是 SVG 矢量图').first().waitFor();
    const tile = page.getByRole('option', { name: /四色\.png/ });
    await tile.click();
    // One step of undo for both.
    await page.keyboard.press('Control+z');
    await tile.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await tile.click();
    const focal = page.getByRole('button', { name: /^焦点/ });
    await focal.focus();
    for (let step = 0; step < 10; step += 1) {
      await page.keyboard.press('ArrowRight');
      await page.getByRole('button', { name: `焦点：横 ${50 + (step + 1) * 5}%，竖 50%` }).waitFor();
    }
    const placed = await page.evaluate(async () => {
      const must = <T>(answer: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
        if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
        return answer.value;
      };
      const filter = { query: '四色' };
      const [asset] = must(await window.studio.call('asset.list', { filter, limit: 10, offset: 0 })).items;
      const { account } = must(await window.studio.call('plan.outline', {}));
      const note = account.find(({ platform }) => platform === 'xiaohongshu');
      const made = must(
        await window.studio.call('piece.create', { kind: 'scene', title: '四色夜景', templateId: null, lang: 'zh' }),
      );
      const words = { type: 'text' as const, text: '今晚我们去看四种颜色的灯，走完一整条河。' };
      const doc = {
        type: 'doc' as const,
        content: [
          { type: 'paragraph' as const, content: [words] },
          { type: 'image' as const, attrs: { src: asset?.id ?? '' } },
        ],
      };
      const { version } = must(await window.studio.call('piece.open', { id: made.id }));
      must(await window.studio.call('piece.write', { id: made.id, doc, base: version, session: 's' }));
      const plan = { pieceId: made.id, accountId: note?.id ?? '', format: 'xiaohongshu/note_image' as const };
      must(await window.studio.call('placement.plan', { ...plan, day: '2031-03-03' as never, time: null }));
      // A film posts no picture, and yet its cover is one, cut for each place it is shown.
      const film = {
        ...plan,
        accountId: account.find(({ platform }) => platform === 'douyin')?.id ?? '',
        format: 'douyin/video' as const,
      };
      must(await window.studio.call('placement.plan', { ...film, day: '2031-03-03' as never, time: null }));
      const uses = must(await window.studio.call('asset.uses', { id: asset?.id ?? '' }));
      return { focal: asset?.focalX, uses: uses.map(({ title, placements }) => [title, placements.length]) };
    });
    expect(placed).toEqual({ focal: 1000, uses: [['四色夜景', 2]] });
    await page.getByRole('button', { name: '四色夜景', exact: true }).waitFor();

    // In the text: the same picture from the library by keys alone, and a broken file dropped there is named.
    await page.getByRole('button', { name: '四色夜景', exact: true }).click();
    const body = page.getByRole('textbox', { name: '正文' });
    await body.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Shift+p');
    await page.getByRole('combobox', { name: '搜索素材图片' }).waitFor();
    await page.keyboard.insertText('另一张');
    await page.getByText('1 张图').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => body.locator('img').count()).toBe(2);
    const whole = read('整张.png', 400, 400).bytes;
    await drop(page, [{ name: '半张.png', bytes: whole.slice(0, whole.length / 2) }], '.ProseMirror');
    await page.getByText('「半张.png」放不进来').first().waitFor();
    expect(await body.locator('img').count()).toBe(2);
    // A film plays from the workspace's own address, whose answers have parts.
    const played = await page.evaluate(
      async (bytes) => {
        const kept = await window.studio.call('asset.keep_bytes', { name: '片.webm', bytes: new Uint8Array(bytes) });
        if (!kept.ok) return kept.failure.code;
        const taken = await window.studio.call('asset.take', { files: [kept.value] });
        if (!taken.ok) return taken.failure.code;
        const video = document.createElement('video');
        video.src = `/assets/${taken.value.ids[0]}`;
        await new Promise((done, fail) => {
          video.onloadedmetadata = done;
          video.onerror = () => fail(new Error(video.error?.message));
        });
        const part = await fetch(video.src, { headers: { range: 'bytes=0-3' } });
        return [video.videoWidth, part.status, (await part.arrayBuffer()).byteLength];
      },
      await recorded(page),
    );
    expect(played).toEqual([64, 206, 4]);

    await app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    }, out);
    const folder = await page.evaluate(async () => {
      const chosen = await window.studio.call('dialog.choose_folder', {});
      if (!chosen.ok || chosen.value === null) throw new Error('no folder');
      const day = '2031-03-03' as never;
      const choice = { from: day, to: day, kinds: ['copy_pack' as const] };
      const written = await window.studio.call('export.write', { choice, token: chosen.value.token });
      if (!written.ok) throw new Error(JSON.stringify(written.failure));
      return written.value.folder;
    });
    const files = readdirSync(folder, { recursive: true }) as string[];
    const image = join(folder, files.find((name) => name.endsWith('01.png')) ?? 'none');
    expect(pictures.sizeOf(image)).toEqual([300, 400]);
    const cover = (name: string) => join(folder, files.find((path) => path.includes(`covers/${name}.`)) ?? 'none');
    expect(pictures.sizeOf(cover('portrait'))).toEqual([300, 400]);
    expect(pictures.sizeOf(cover('landscape'))).toEqual([533, 400]);
    // The right third of the picture: green above white, nothing of the red and blue left half.
    expect([pictures.colourAt(image, 5, 10), pictures.colourAt(image, 5, 90)]).toEqual(['green', 'white']);
    expect((await complaints()).policy).toEqual([]);
  });
  rmSync(out, { recursive: true });
});
