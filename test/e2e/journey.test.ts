import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../src/contract';
import { docText } from '../../src/core/model/docText';
import { chooses, freshFolder, type LaunchedStudio, withStudio } from '../helpers/app';

/** The main job, as a person does it: in the real studio, by mouse and by keys, across a restart. */

const TITLE = '凌晨四点的菜市场';
const TEXT =
  '灯是从卖鱼的那一头先亮起来的。老周掀开泡沫箱，冰碴子在灯下像碎玻璃。我没带三脚架，靠着电线杆按了四张，只留下这一张。';

async function ask<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await page.evaluate(([call, given]) => window.studio.call(call as CallName, given as never), [
    name,
    input,
  ] as const);
  if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`);
  return answer.value as CallOutput<N>;
}

const openSample = async (page: Page, button = '中文示例'): Promise<void> => {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('grid').waitFor();
};

const placementOf = async (page: Page, title: string) =>
  (await ask(page, 'placement.range', { from: '2026-09-01' as never, to: '2026-12-31' as never })).filter(
    (placement) => placement.title === title,
  );

/** The first empty cell of the brand's first account on a day. */
const emptyCell = (page: Page, day: string) =>
  page.getByRole('gridcell', { name: new RegExp(`^汀岸手机，${day}.*空$`) }).first();

const tileOf = (page: Page, title: string) =>
  page
    .getByRole('grid')
    .getByRole('button', { name: new RegExp(title) })
    .first();

const quiet = async (studio: LaunchedStudio): Promise<void> => {
  const { console: said, policy, requests } = await studio.complaints();
  expect({ said, policy, requests }).toEqual({ said: [], policy: [], requests: [] });
};

describe('the main job', () => {
  test('from the first door to an exported plan, and everything is there after a restart', async () => {
    const dataFolder = await freshFolder();
    const out = await mkdtemp(join(tmpdir(), 'juzhen-out-'));
    await withStudio({ dataFolder }, async (studio) => {
      const { page, app } = studio;
      await openSample(page);

      // Write a piece, from the library, so that it waits in the tray.
      await page.keyboard.press('Control+3');
      await page.getByRole('combobox', { name: '搜内容库' }).waitFor();
      await page.keyboard.press('n');
      await page.getByRole('textbox', { name: '标题' }).fill(TITLE);
      await page.getByRole('textbox', { name: '正文' }).click();
      await page.keyboard.insertText(TEXT);
      await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();

      // See eight variants or more, each with a counter that names its unit.
      const variants = page.getByRole('complementary', { name: /^版本/ }).getByRole('listitem');
      await expect.poll(() => variants.count(), { timeout: 20_000 }).toBeGreaterThanOrEqual(8);
      await expect
        .poll(() => variants.filter({ hasText: /字|半角|加权|字节/ }).count(), { timeout: 20_000 })
        .toBeGreaterThanOrEqual(8);

      // Plan it by drag from the tray, then drag it to another day.
      await page.keyboard.press('Control+1');
      const slip = page.getByTestId('tray').getByRole('button', { name: new RegExp(TITLE) });
      if ((await slip.count()) === 0) await page.getByTestId('tray').getByRole('button', { name: /^再看/ }).click();
      await slip.dragTo(emptyCell(page, '10月16日'));
      await expect.poll(async () => (await placementOf(page, TITLE)).map(({ day }) => day)).toEqual(['2026-10-16']);
      const [planned] = await placementOf(page, TITLE);
      await tileOf(page, TITLE).dragTo(emptyCell(page, '10月21日'));
      await expect.poll(async () => (await placementOf(page, TITLE)).map(({ day }) => day)).toEqual(['2026-10-21']);
      // A day drag keeps the clock time, and neither fact about the piece moves with it.
      const [moved] = await placementOf(page, TITLE);
      expect(moved).toMatchObject({ time: planned?.time, outcome: 'planned', pieceState: planned?.pieceState });

      // Undo and redo by key.
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await placementOf(page, TITLE))[0]?.day).toBe('2026-10-16');
      await page.keyboard.press('Control+Shift+z');
      await expect.poll(async () => (await placementOf(page, TITLE))[0]?.day).toBe('2026-10-21');

      // Export.
      await chooses(app, out);
      await page.keyboard.press('Control+4');
      await page.getByRole('button', { name: /写到文件夹/ }).click();
      await expect
        .poll(() => readdirSync(out).filter((name) => !name.endsWith('.part')).length, { timeout: 60_000 })
        .toBe(1);
      await quiet(studio);
    });
    const [folder] = readdirSync(out);
    const written = (readdirSync(join(out, folder ?? ''), { recursive: true }) as string[]).filter((path) =>
      statSync(join(out, folder ?? '', path)).isFile(),
    );
    expect(written.some((path) => path.endsWith('index.html'))).toBe(true);
    const body = written.find((path) => path.includes('2026-10-15') && path.endsWith('body.txt'));
    expect(readFileSync(join(out, folder ?? '', body ?? ''), 'utf8').length).toBeGreaterThan(50);

    await withStudio({ dataFolder }, async ({ page }) => {
      await page.getByRole('grid').waitFor();
      expect((await placementOf(page, TITLE)).map(({ day }) => day)).toEqual(['2026-10-21']);
      const found = await ask(page, 'piece.list', { filter: { query: '冰碴子' }, limit: 10, offset: 0 });
      expect(found.items.map(({ title }) => title)).toEqual([TITLE]);
      // Undo reaches back across the restart.
      expect((await ask(page, 'history.state', {})).undo?.code).toBe('placement_move');
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await placementOf(page, TITLE))[0]?.day).toBe('2026-10-16');
    });
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    rmSync(out, { recursive: true, force: true });
  });

  test('by keyboard alone: open the sample, move a placement two days on, and hear where it is; a drag in the calendar is let go by Escape', async () => {
    await withStudio({}, async (studio) => {
      const { page } = studio;
      const sample = page.getByRole('button', { name: '中文示例', exact: true });
      for (
        let press = 0;
        press < 30 && !(await sample.evaluate((button) => button === document.activeElement));
        press += 1
      )
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('grid').waitFor();
      const title = '重庆这八百级台阶上，我们数到第十二盏灯才敢说今天收工';
      const tile = page.getByRole('grid').getByRole('button', { name: new RegExp(`19:30.{0,3}${title}`) });
      const before = (await placementOf(page, title)).find(({ day }) => day === '2026-10-15');
      await tile.focus();
      await page.keyboard.press('m');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await expect
        .poll(async () => (await page.locator('[aria-live]').allTextContents()).join(' '))
        .toContain('10月17日');
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => (await placementOf(page, title)).find(({ id }) => id === before?.id)?.day)
        .toBe('2026-10-17');

      // The campaign page by keys: along its waves, and from one to its place on the matrix.
      await page.keyboard.press('Control+7');
      await page.locator('[data-wave]').first().focus();
      await page.keyboard.press('ArrowDown');
      const wave = page.locator('[data-wave]:focus');
      await expect.poll(() => wave.textContent()).toMatch(/^汀岸手机，.*20:00|^汀岸手机，.*21:30/);
      await page.getByRole('region', { name: '这个波次' }).waitFor();
      await wave.press('o');
      await page.getByRole('grid', { name: /^矩阵/ }).waitFor();

      // In the week a drag of the pointer is given up by Escape, wherever the button is let go; the next one lands.
      await page.keyboard.press('Control+2');
      await page.getByText('周', { exact: true }).first().waitFor();
      await page.keyboard.press('Shift+W');
      const calendar = page.locator('[data-testid="calendar"][data-view="week"]');
      const carried = calendar.locator(`[data-tile="${before?.id}"]`);
      await carried.scrollIntoViewIfNeeded();
      const dayOf = async () => (await placementOf(page, title)).find(({ id }) => id === before?.id)?.day;
      const bar = page.locator('main [aria-hidden="true"]', { hasText: '10月17日 周六 19:30 → 10月16日 周五 19:30' });
      const carryBack = async () => {
        const from = await carried.boundingBox();
        const to = await calendar.locator('[data-date="2026-10-16"]').first().boundingBox();
        if (from === null || to === null) throw new Error('The tile, or the day before it, is not on screen.');
        const y = from.y + from.height / 2;
        await page.mouse.move(from.x + 12, y);
        await page.mouse.down();
        await page.mouse.move(from.x + 4, y, { steps: 3 });
        await page.mouse.move(to.x + 12, y, { steps: 5 });
        await bar.waitFor();
      };
      await carryBack();
      await page.keyboard.press('Escape');
      await bar.waitFor({ state: 'detached' });
      await page.mouse.up();
      await carryBack();
      expect(await dayOf()).toBe('2026-10-17');
      await page.mouse.up();
      await expect.poll(dayOf).toBe('2026-10-16');
      await quiet(studio);
    });
  });
});

describe('kill -9 while typing', () => {
  test('loses nothing that was shown as saved', async () => {
    const dataFolder = await freshFolder();
    let shown = '';
    await withStudio({ dataFolder }, async ({ page, child }) => {
      await openSample(page);
      await page.getByRole('grid').focus();
      await page.keyboard.press('n');
      await page.getByRole('textbox', { name: '标题' }).fill('写到一半');
      await page.getByRole('textbox', { name: '正文' }).click();
      for (let sentence = 1; sentence <= 4; sentence += 1) {
        await page.keyboard.insertText(`第 ${sentence} 句，写完就存。`);
        await page.waitForTimeout(120);
      }
      await expect.poll(async () => bodyOf(page, '写到一半'), { timeout: 10_000 }).toContain('第 4 句');
      shown = await bodyOf(page, '写到一半');
      void page.keyboard.insertText('这半句可以丢').catch(() => 'the window is gone');
      child.kill('SIGKILL');
    });
    await withStudio({ dataFolder }, async ({ page }) => {
      await page.getByRole('grid').waitFor();
      expect((await bodyOf(page, '写到一半')).startsWith(shown)).toBe(true);
    });
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  });
});

async function bodyOf(page: Page, title: string): Promise<string> {
  const { items } = await ask(page, 'piece.list', { filter: {}, limit: 200, offset: 0 });
  const id = items.find((card) => card.title === title)?.id;
  if (id === undefined) return '';
  const { doc } = await ask(page, 'piece.open', { id });
  return doc === null ? '' : docText(doc);
}
