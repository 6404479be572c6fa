import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, type LaunchedStudio, launch, quit } from '../helpers/app';
import { docx, paragraph, picture, png, run } from '../helpers/documents';

let studio: LaunchedStudio;
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'juzhen-import-e2e-'));
  mkdirSync(join(home, '稿/图'), { recursive: true });
  for (let n = 1; n <= 500; n += 1) {
    const head = `---\ntitle: 第 ${n} 篇夜拍笔记\ntags: [夜拍]\n---\n`;
    writeFileSync(
      join(home, '稿', `${String(n).padStart(3, '0')}.md`),
      `${head}**注意：**今晚八点。\n\n![江边](图/点.png)\n`,
    );
  }
  writeFileSync(join(home, '稿/图/点.png'), png);
  writeFileSync(
    join(home, '夜拍.docx'),
    docx(paragraph(run('Word 里的夜拍'), 'T') + paragraph(run('今晚八点')) + picture),
  );
  writeFileSync(
    join(home, '排期.csv'),
    '日期,平台,账号,类型,标题,负责人,状态,预算\n' +
      '2026-11-22,微博,汀岸手机,抽奖,夜拍抽奖,,已定稿,300\n' +
      '待定,,,技术故事,夜景算法,,撰写中,\n' +
      '2026-11-24,微博,汀岸手机,抽奖,,,已定稿,20\n',
  );
  writeFileSync(join(home, '坏.docx'), 'PK not a zip at all');
  studio = await launch({ lang: 'zh', theme: 'light' }, await freshFolder());
  await studio.page.evaluate(() => window.studio.call('workspace.create', { name: '导入' }));
  await studio.page.waitForFunction(() => document.querySelector('main') !== null);
});
afterAll(async () => {
  await quit(studio);
  rmSync(home, { recursive: true, force: true });
});

const chooses = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
const pieces = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const answer = await window.studio.call('piece.list', { filter: {}, limit: 1, offset: 0 });
    return answer.ok ? answer.value.total : -1;
  });

/** Drops a file that lies on the disk: only a file the user chose has a path, so it is chosen into a box first. */
async function dropFile(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    const box = document.createElement('input');
    box.type = 'file';
    box.id = 'dropped';
    document.body.append(box);
  });
  await page.setInputFiles('#dropped', path);
  await page.evaluate(() => {
    const box = document.querySelector<HTMLInputElement>('#dropped');
    const data = new DataTransfer();
    for (const file of box?.files ?? []) data.items.add(file);
    const target = document.querySelector('main') ?? document.body;
    target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    box?.remove();
  });
}

describe('importing on the real studio', () => {
  it('takes a folder of 500 Markdown files as one step, by keyboard, and one undo takes it back', async () => {
    const { app, page } = studio;
    await chooses(app, join(home, '稿'));
    await page.keyboard.press('Control+o');
    await page.getByRole('button', { name: '选文件夹…' }).press('Enter');
    await page.getByRole('button', { name: '导入 500 篇' }).waitFor();
    expect(await pieces(page)).toBe(0);
    const list = page.getByRole('listbox', { name: '要导入的内容' });
    expect(await list.getByRole('option').count()).toBeLessThan(60);
    await list.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '导入 499 篇' }).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: '第 2 篇夜拍笔记' }).waitFor();
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: '导入 500 篇' }).press('Enter');
    await page.getByText('导入好了：新增 500 篇，图片 1 张。').waitFor();
    expect(await pieces(page)).toBe(500);
    await page.getByRole('button', { name: '撤销这次导入' }).press('Enter');
    await expect.poll(() => pieces(page)).toBe(0);
  });

  it('takes a Word document with its picture', async () => {
    const { app, page } = studio;
    await chooses(app, join(home, '夜拍.docx'));
    await page.getByRole('button', { name: '换文件…' }).click();
    await page.getByRole('button', { name: '导入 1 篇' }).click();
    await page.getByText('导入好了：新增 1 篇，图片 1 张。').waitFor();
    const listed = await page.evaluate(() => window.studio.call('piece.list', { filter: {}, limit: 1, offset: 0 }));
    expect(listed.ok && listed.value.items[0]?.title).toBe('Word 里的夜拍');
  });

  it('takes a schedule dropped on the window: row by row, a column told otherwise, planned, and taken back', async () => {
    const { page } = studio;
    await page.evaluate(async () => {
      const registers = { platform: 'weibo', name: '汀岸手机', handle: '@tingan' };
      const op = { kind: 'create', type: 'account', id: 'ac1', draft: { registers, sets: {} } } as const;
      await window.studio.call('change.make', { label: { code: 'account_edit', params: {} }, ops: [op] });
    });
    await page.keyboard.press('Control+3');
    await dropFile(page, join(home, '排期.csv'));
    await page.getByRole('button', { name: '导入 2 篇' }).waitFor();
    const list = page.getByRole('listbox', { name: '要导入的内容' });
    await list.getByRole('option').nth(2).waitFor();
    const rows = await list.getByRole('option').allInnerTexts();
    expect(rows.map((row) => row.split('\n').at(-1))).toEqual(['新内容', '新内容', '导不进来']);
    await page.getByRole('radio', { name: '看内容' }).focus();
    await page.keyboard.press('ArrowRight');
    const budget = page.getByRole('combobox', { name: '「预算」当作' });
    await budget.focus();
    await budget.selectOption('不导入');
    await page.getByRole('rowheader', { name: '预算' }).locator('xpath=..').getByText('你选的').waitFor();
    // Whoever goes through the columns by key stays where they are, though the sheet was read again.
    expect(await budget.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await page.getByLabel('文字编码').inputValue()).toBe('');
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: '导入 2 篇' }).press('Enter');
    await page.getByText('导入好了：新增 2 篇，排期 1 处。').waitFor();
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: '撤销这次导入' }).press('Enter');
    await expect.poll(() => pieces(page)).toBe(1);
  });

  it('says in one sentence why a broken file cannot come in, and lives on', async () => {
    const { app, page } = studio;
    await chooses(app, join(home, '坏.docx'));
    await page.getByRole('button', { name: '换文件…' }).click();
    await page.getByText('「坏.docx」读到').waitFor();
    expect(await page.getByRole('button', { name: '导入 0 篇' }).isDisabled()).toBe(true);
    expect(await pieces(page)).toBe(1);
    expect(await studio.complaints()).toEqual({ console: [], policy: [], requests: [] });
  });
});
