import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readMarks } from '../../src/core/review/marksFile';
import { chooses, plainEnvironment, sandboxArgs, withStudio } from '../helpers/app';
import { ask } from '../helpers/plan';

const browser = resolve(import.meta.dirname, '../fixtures/review/browser');

/** Opens a page in a browser that knows nothing of the studio; answers every address it asked for. */
async function inBrowser(file: string, out: string, use: (page: Page) => Promise<void>): Promise<readonly string[]> {
  const app = await _electron.launch({
    args: [
      ...sandboxArgs,
      '--log-level=3',
      '--disable-gpu',
      `--user-data-dir=${join(out, '.browser')}`,
      browser,
      file,
      out,
    ],
    env: plainEnvironment(),
  });
  const asked: string[] = [];
  app.context().on('request', (request) => asked.push(request.url()));
  try {
    const page = await app.firstWindow();
    await page.locator('#save').waitFor();
    await use(page);
  } finally {
    await app.close();
  }
  return asked.filter((url) => !/^(file|data|blob|devtools):/.test(url));
}

test('planner → reviewer in any browser → planner: texts go out, marks come back, and an approval is of the very words', async () => {
  const out = mkdtempSync(join(tmpdir(), 'juzhen-review-'));
  try {
    await withStudio({ lang: 'zh' }, async ({ app, page, complaints }) => {
      await ask(page, 'workspace.open_sample', { edition: 'zh' });
      await page.getByRole('grid').waitFor();
      await page.keyboard.press('Control+3');
      const { items } = await ask(page, 'piece.list', {
        filter: { states: ['ready'], langs: ['zh'] },
        limit: 1,
        offset: 0,
      });
      const piece = items[0];
      if (piece === undefined) throw new Error('The sample has pieces that are ready.');
      // The palette's way in, from the piece itself.
      await page.getByText(piece.title).first().click();
      await page.keyboard.press('Enter');
      await page.locator('.ProseMirror').waitFor();
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder(/输入命令/).fill('送审…');
      await page.getByText('送审…', { exact: true }).first().click();
      await page.getByRole('checkbox').nth(1).waitFor();
      await page.getByLabel('给对方的话').fill('<script>alert(1)</script> 周五前');
      await chooses(app, out);
      await page.getByRole('button', { name: '写出审阅文件…' }).click();
      await page.getByRole('button', { name: '打开文件夹' }).waitFor();

      const folder = join(out, readdirSync(out).find((name) => name.includes('审阅')) ?? '');
      const html = readdirSync(folder).find((name) => name.endsWith('.html')) ?? '';
      const asked = await inBrowser(join(folder, html), out, async (reader) => {
        expect(await reader.locator('blockquote').innerText()).toBe('<script>alert(1)</script> 周五前');
        const source = reader.locator('article').first();
        // By keyboard alone: a sentence, other words, kept.
        const sentence = source.locator('section[data-field="body"] .s').first();
        await sentence.focus();
        await reader.keyboard.press('Enter');
        await reader.keyboard.type('先说结果');
        await reader.keyboard.press('Tab');
        await reader.keyboard.press('Control+a');
        await reader.keyboard.type('这一句换了。');
        await reader.keyboard.press('Tab');
        await reader.keyboard.press('Enter');
        await source.getByText('→ 这一句换了。').waitFor();
        await reader.locator('article').nth(1).getByLabel('通过').check();
        await reader.locator('#save').click();
        expect(await reader.locator('#told').innerText()).toBe('先写上你的名字。');
        await reader.locator('#by').fill('老周');
        await reader.locator('#save').click();
        await expect.poll(() => readdirSync(out).some((name) => name.endsWith('.juzhen-marks'))).toBe(true);
      });
      expect(asked).toEqual([]);

      const file = join(out, readdirSync(out).find((name) => name.endsWith('.juzhen-marks')) ?? '');
      await expect.poll(() => existsSync(file) && readFileSync(file).length > 0).toBe(true);
      const marks = readMarks(readFileSync(file), 'x');
      expect(marks.ok && marks.value.marks.map(({ kind, suggestion }) => [kind, suggestion])).toEqual([
        ['suggest', '这一句换了。'],
        ['approve', null],
      ]);

      // It comes back by the same door as any file: chosen, told by its content, gone through first.
      await chooses(app, file);
      await page.keyboard.press('Control+o');
      await page.getByRole('button', { name: '选文件…' }).click();
      await page.getByRole('heading', { name: '收到的批注' }).waitFor();
      await page.locator('[data-mark] ins').first().waitFor();
      await page.getByRole('button', { name: '收下 2 条' }).click();
      await page.getByRole('button', { name: '采纳', exact: true }).click();
      await expect
        .poll(() => page.locator('main section').filter({ hasText: '正文' }).first().innerText())
        .toContain('这一句换了。');
      const { offers } = await ask(page, 'review.offer', { pieceIds: [piece.id] });
      expect(offers.map(({ standing }) => standing).slice(0, 2)).toEqual([
        'requested',
        expect.stringMatching(/approved|lapsed/),
      ]);
      expect(await complaints()).toMatchObject({ console: [], policy: [], requests: [] });
    });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}, 120_000);
