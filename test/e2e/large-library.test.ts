import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fillQuickly } from '../../bench/lib/filling';
import { createOp, type Op } from '../../src/core/plan/ops';
import { closeWorkspace, openWorkspace, startBlank } from '../../src/main/store/workspace';
import { firstState, openStudioFile } from '../../src/main/studio-file';
import { withStudio } from '../helpers/app';

/** One Chinese character among 100,000 pieces, in the real studio on real files. */

const PIECES = 100_000;
/** Of the oldest and of the newest, and one whose title has it. */
const RARE = [3, 50_000, 99_998];

const words = '江城晚风街口渡轮手持曝光镜头故事挑战征集投票命名抽奖';
const textOf = (index: number): string => {
  const at = (index * 7) % (words.length - 8);
  return `${words.slice(at, at + 8)}${RARE.includes(index) ? '看一眼鲸再走' : '再走'}`;
};

function* pieces(): Generator<Op> {
  for (let index = 0; index < PIECES; index += 1) {
    const doc = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [text(textOf(index))] }] };
    yield createOp('piece', `p_${index}`, { title: `手记 ${index}`, kind: 'scene', state: 'idea', lang: 'zh' }, doc);
  }
}
const text = (said: string) => ({ type: 'text' as const, text: said });

async function filledStudio(dataFolder: string): Promise<void> {
  const folder = join(dataFolder, 'workspaces', 'large');
  const open = await openWorkspace({ folder, binding: process.env.JUZHEN_SQLITE_BINDING ?? null, now: Date.now });
  startBlank(open.db, open.clock, '十万篇', 'zh', 'Asia/Shanghai');
  await fillQuickly(open, pieces(), { from: Date.parse('2026-01-01T00:00:00Z'), step: 60_000 });
  closeWorkspace(open.db);
  const entry = { key: 'large', name: '十万篇', sample: false, openedAt: 1 };
  openStudioFile(dataFolder, firstState('zh')).set({ current: 'large', workspaces: [entry] });
}

const nodes = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('main *').length);

test('one Chinese character is found among 100,000 pieces, and the list holds as few nodes at its end as at its top', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'juzhen-large-'));
  try {
    await filledStudio(dataFolder);
    await withStudio({ dataFolder }, async ({ page, complaints }) => {
      await page.keyboard.press('Control+3');
      const grid = page.getByRole('grid', { name: '内容库' });
      const rows = grid.locator('tbody tr[data-index]');
      await rows.first().waitFor();
      await page.getByText('100,000 篇').first().waitFor();

      // To the very end by one key, then to places far apart: other pages, as many nodes give or take a row.
      await grid.focus();
      await page.keyboard.press('End');
      await rows.getByText('手记 0', { exact: true }).waitFor();
      const counts = [await nodes(page)];
      for (const [part, title] of [
        [0.1, /^手记 (89|90)\d{3}$/],
        [0.5, /^手记 (49|50)\d{3}$/],
        [0.9, /^手记 (9|10)\d{3}$/],
      ] as const) {
        await grid.evaluate((element, to) => {
          for (let box = element.parentElement; box !== null; box = box.parentElement)
            box.scrollTop = (box.scrollHeight - box.clientHeight) * to;
        }, part);
        await rows.getByText(title).first().waitFor();
        // Pages of the list come one by one: a row whose page is still to come holds less.
        await expect.poll(() => grid.locator('tbody tr[aria-busy]').count()).toBe(0);
        counts.push(await nodes(page));
      }
      const inRow = await rows.first().evaluate((row) => row.querySelectorAll('*').length + 1);
      expect(Math.max(...counts.slice(1)) - Math.min(...counts.slice(1))).toBeLessThanOrEqual(2 * inRow);
      const most = Math.max(...counts);
      expect(most).toBeLessThan(60 * inRow);

      // The rare character: exactly its pieces, newest first, each with what surrounds it.
      const field = page.getByRole('combobox', { name: '搜内容库' });
      await field.fill('鲸');
      await expect.poll(() => rows.count()).toBe(RARE.length);
      await expect.poll(() => rows.locator('mark').allTextContents()).toEqual(['鲸', '鲸', '鲸']);
      expect(await rows.getByText(/^手记/).allTextContents()).toEqual(['手记 99998', '手记 50000', '手记 3']);
      expect(await rows.getByText('看一眼鲸再走').count()).toBe(RARE.length);

      // A character that every piece has answers with a first page as well.
      await field.fill('再');
      await rows.getByText('手记 99999', { exact: true }).waitFor();
      await expect.poll(() => rows.first().locator('mark').allTextContents()).toEqual(['再']);
      await page.getByText('100,000 篇').first().waitFor();
      expect(await nodes(page)).toBeLessThanOrEqual(most * 1.2);
      expect(await complaints()).toEqual({ console: [], policy: [], requests: [] });
    });
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
