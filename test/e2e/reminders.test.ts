import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wallDate } from '../../src/core/time/wall';
import { createStore } from '../../src/main/store/store';
import { firstState } from '../../src/main/studio-file';
import { freshFolder, launch, quit } from '../helpers/app';
import { value } from '../helpers/bridge';
import './display';

/** What the shell's notifications were asked to show. */
type Shown = { readonly title: string; readonly body: string };

test('with the window in the tray a post that is due is notified, its click opens the desk, and quitting loses nothing', async () => {
  const dataFolder = await freshFolder();
  mkdirSync(dataFolder, { recursive: true });
  const state = firstState('zh');
  writeFileSync(
    join(dataFolder, 'studio.json'),
    JSON.stringify({ ...state, settings: { ...state.settings, closeToTray: true } }),
  );
  const studio = await launch(
    {
      args: ['--clock=2026-10-14T18:19:56+08:00'],
      // A desktop that has a tray; the notification service is stood in for, since a test machine has none.
      env: { XDG_CURRENT_DESKTOP: 'KDE' },
    },
    dataFolder,
  );
  try {
    const { app, page, child } = studio;
    await app.evaluate(({ Notification }) => {
      const shown: { title: string; body: string; notice: Electron.Notification }[] = [];
      Object.assign(globalThis, { shownNotices: shown });
      Notification.isSupported = () => true;
      Notification.prototype.show = function show(this: Electron.Notification) {
        shown.push({ title: this.title, body: this.body, notice: this });
      };
    });
    const notices = (): Promise<readonly Shown[]> =>
      app.evaluate(() =>
        (globalThis as unknown as { shownNotices: Shown[] }).shownNotices.map(({ title, body }) => ({ title, body })),
      );
    const visible = (): Promise<boolean> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === true);

    await page.getByRole('button', { name: '中文示例' }).click();
    await page.getByRole('grid').waitFor();
    await page.waitForTimeout(800);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(visible, { timeout: 10_000 }).toBe(false);
    expect(child.exitCode).toBe(null);

    await expect
      .poll(notices, { timeout: 40_000 })
      .toEqual([{ title: '18:30 · 小满夜里拍', body: expect.stringContaining('该交接了') }]);
    await app.evaluate(() => {
      const [first] = (globalThis as unknown as { shownNotices: { notice: Electron.Notification }[] }).shownNotices;
      first?.notice.emit('click', { preventDefault: () => undefined });
    });
    await expect.poll(visible, { timeout: 10_000 }).toBe(true);
    await page.locator('[data-here] b', { hasText: '18:30' }).waitFor();
    await page.keyboard.press('h');
    await page.getByRole('button', { name: '撤掉「已交接」' }).waitFor();

    const gone = new Promise((done) => child.once('exit', done));
    await app.evaluate(({ app: shell }) => shell.quit()).catch(() => undefined);
    expect(await gone).toBe(0);
    const log = readFileSync(join(dataFolder, 'logs/studio.log'), 'utf8');
    expect(log).toContain('"kind":"reminded","what":"rang","count":1');
    expect(log).toContain('"kind":"left"');

    const store = await createStore({
      folder: join(dataFolder, 'workspaces/sample-zh'),
      seed: { kind: 'blank', name: '', lang: 'zh' },
      resources: join(process.cwd(), 'resources'),
      today: wallDate('2026-10-14'),
      binding: process.env.JUZHEN_SQLITE_BINDING ?? null,
      changed: () => undefined,
      trouble: () => undefined,
    });
    const range = { since: wallDate('2026-10-14'), from: wallDate('2026-10-14'), to: wallDate('2026-10-14') };
    const { cards } = value(await store.call('desk.list', range, null));
    store.close();
    const card = cards.find(({ time }) => time === '18:30');
    expect([card?.outcome, card?.handedDay, card?.handedTime?.slice(0, 4)]).toEqual([
      'handed_over',
      '2026-10-14',
      '18:2',
    ]);
  } finally {
    await quit(studio);
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}, 120_000);
