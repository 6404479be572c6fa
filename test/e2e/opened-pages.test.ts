import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usualOptions } from '../../src/core/export/options';
import { exporters } from '../../src/core/export/registry';
import type { ExportFile, ExportModel } from '../../src/core/export/types';
import { wallDate } from '../../src/core/time/wall';
import { addDays } from '../../src/core/time/wallDate';
import { a, aModel, anEntry, packs, smallPlan } from '../core/export/smallPlan';
import { plainEnvironment, sandboxArgs } from '../helpers/app';

/** Pages that leave the studio, in a browser that knows nothing of it, from the disk and without a network. */

let app: ElectronApplication;
let page: Page;
let folder: string;
const requests: string[] = [];

/** A browser and nothing else: one window of Chromium, as large as a phone's. */
const browser = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 375, height: 812, useContentSize: true, webPreferences: { sandbox: true } });
  window.loadURL('data:text/html,');
});`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'juzhen-pages-'));
  mkdirSync(join(folder, 'browser'));
  writeFileSync(join(folder, 'browser/package.json'), '{"name":"browser","version":"1.0.0","main":"main.js"}');
  writeFileSync(join(folder, 'browser/main.js'), browser);
  app = await _electron.launch({
    args: [...sandboxArgs, '--disable-gpu', join(folder, 'browser'), `--user-data-dir=${join(folder, 'profile')}`],
    env: plainEnvironment(),
    timeout: 60_000,
  });
  page = await app.firstWindow();
  app.context().on('request', (request) => requests.push(request.url()));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
async function open(files: Iterable<ExportFile>, name: string): Promise<void> {
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : dot);
  }
  requests.length = 0;
  await page.goto(pathToFileURL(join(folder, name)).href);
}

/** What a person would find when they paste: read by pasting. */
const pasted = async (): Promise<{ readonly text: string; readonly html: string }> => {
  await page.evaluate(() => {
    const box = document.createElement('textarea');
    box.id = 'paste-here';
    document.body.append(box);
    box.focus();
    box.addEventListener('paste', (event) => {
      box.dataset.text = event.clipboardData?.getData('text/plain') ?? '';
      box.dataset.html = event.clipboardData?.getData('text/html') ?? '';
    });
  });
  await page.keyboard.press('Control+V');
  return page.locator('#paste-here').evaluate((box) => {
    const { text = '', html = '' } = (box as HTMLElement).dataset;
    box.remove();
    return { text, html };
  });
};

describe('the copy pack’s page on a phone', () => {
  test('copies every field to the letter, plain and formatted, and fetches nothing from elsewhere', async () => {
    const files = [...exporters.copy_pack.run(smallPlan, usualOptions.copy_pack)];
    await open(files, 'index.html');
    const bodies = files.filter(({ path }) => /part-|body\.txt|title\.txt|tags\.txt/.test(path));
    expect(bodies.length).toBeGreaterThan(5);
    const fields = page.locator('.field');
    const found: string[] = [];
    for (let at = 0; at < (await fields.count()); at += 1) {
      await fields.nth(at).locator('button[data-plain]').click();
      await page.locator('#told', { hasText: '已复制' }).waitFor();
      found.push((await pasted()).text);
    }
    for (const { path, content } of bodies) expect(found, path).toContain(content);
    await page.locator('button[data-rich]').first().click();
    expect((await pasted()).html).toContain('第一段 &lt;b&gt;');
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
  });

  test('fits 375 pixels, every target is a thumb wide, and what is posted folds and stays folded', async () => {
    await open([...exporters.copy_pack.run(smallPlan, usualOptions.copy_pack)], 'index.html');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    const small = await page
      .locator('button, label, figure a')
      .evaluateAll(
        (all) =>
          all.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width < 44 || height < 44).length,
      );
    expect(small).toBe(0);
    expect(await page.locator('#sum').textContent()).toBe('已发 0 / 3');
    const first = page.locator('article').first();
    await first.locator('.done').click();
    expect(await page.locator('#sum').textContent()).toBe('已发 1 / 3');
    expect(await first.locator('.field').first().isVisible()).toBe(false);
    await page.reload();
    expect(await page.locator('#sum').textContent()).toBe('已发 1 / 3');
    expect(await page.locator('figure a span').allTextContents()).toEqual(['1', '2', '1']);
  });
});

describe('a view of the plan as a page', () => {
  const long: ExportModel = aModel({
    packs,
    entries: Array.from({ length: 90 }, (_, at) =>
      anEntry({
        placement: a('placement', {
          id: `pl${at}`,
          pieceId: 'p1',
          format: 'bird/post',
          accountId: 'ac1',
          day: addDays(wallDate('2026-10-05'), at % 7),
          time: '20:00' as never,
        }),
      }),
    ),
  });

  test.each(['matrix', 'month', 'list'] as const)(
    'prints the %s on A3, and no row is cut that fits a sheet',
    async (look) => {
      const [file] = exporters.html.run({ ...long, shown: { ...long.shown, look } });
      await open(file === undefined ? [] : [file], 'schedule.html');
      expect(await page.locator(look === 'list' ? 'td.c-title' : '.tile').count()).toBe(90);
      // Printed, nothing lies beside the sheet: 400 mm are 1,512 pixels.
      await page.emulateMedia({ media: 'print' });
      const wide = await page.evaluate(() => {
        document.body.style.width = '1512px';
        return Math.max(...[...document.querySelectorAll('table')].map((table) => table.getBoundingClientRect().right));
      });
      expect(wide).toBeLessThanOrEqual(1512);
      const kept = await page
        .locator('tr, .tile')
        .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).breakInside))]);
      expect(kept).toEqual(['avoid']);
      expect(
        await page
          .locator('thead')
          .first()
          .evaluate((head) => getComputedStyle(head).display),
      ).toBe('table-header-group');
      await page.emulateMedia({ media: 'screen' });
      expect(requests).toHaveLength(1);
    },
  );
});
