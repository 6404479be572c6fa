import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withStudio } from '../helpers/app';

/** axe on every screen, in both themes and languages: no violation of WCAG 2.2 A and AA. */
const violations = async (page: Page, screen: string, part?: string): Promise<readonly string[]> => {
  // The legacy mode stays in this page: the studio opens no second one.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  if (part !== undefined) await page.locator(part).first().waitFor();
  await settle(page);
  const found = await (part === undefined ? axe : axe.include(part)).analyze();
  return found.violations.map(
    ({ id, nodes }) =>
      `${screen}: ${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(' | ')}`,
  );
};

/** Until nothing in the page changed for a tenth of a second and nothing in it is still moving or fading. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const end = performance.now() + 5_000;
        let since = performance.now();
        const observer = new MutationObserver(() => {
          since = performance.now();
        });
        observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
        const look = () => {
          const now = performance.now();
          const moves = document.getAnimations().some(({ playState }) => playState === 'running');
          if ((moves || now - since < 120) && now < end) requestAnimationFrame(look);
          else {
            observer.disconnect();
            done();
          }
        };
        requestAnimationFrame(look);
      }),
  );

/** Acts of the screen's bar that a window of a usual width cuts off. */
async function cutOff(app: ElectronApplication, page: Page, screen: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of [1100, 1280, 1440]) {
    await app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 800), width);
    await page.waitForFunction((to) => innerWidth === to, width);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const beyond = await page
      .locator('main > [data-tight] button:visible')
      .evaluateAll((buttons) =>
        buttons
          .filter((button) => button.getBoundingClientRect().right > innerWidth - 8)
          .map((button) => button.getAttribute('aria-label') ?? button.textContent),
      );
    found.push(...beyond.map((act) => `${screen}: ${act} leaves a window ${width} wide`));
  }
  return found;
}

/** Writes the first version's text by hand, then changes the source, and comes back to what that asks. */
async function leaveBehind(page: Page, title: string): Promise<void> {
  const target = (await page.getByRole('tab').first().getAttribute('data-tab')) ?? '';
  await page.evaluate(
    async ({ query, of }) => {
      const list = await window.studio.call('piece.list', { filter: { query }, limit: 1, offset: 0 });
      const [format = '', account = ''] = of.split(' ');
      await window.studio.call('variant.override', {
        pieceId: list.ok ? (list.value.items[0]?.id ?? '') : '',
        format,
        accountId: account === '' ? null : account,
        field: 'body',
        value: query,
      });
    },
    { query: title, of: target },
  );
  await page.keyboard.press('Control+Shift+a');
  await page.locator('.ProseMirror p').first().click();
  await page.keyboard.insertText('.');
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Control+Shift+a');
  await page.getByRole('tab').first().click();
}

const looks = [
  {
    lang: 'zh',
    theme: 'light',
    sample: '中文示例',
    twin: '三万盏灯，按钟点排成一条河',
    compare: /^和「/,
    rules: '平台规则',
    addPlatform: '加平台',
    article: /^微信公众号/,
    sheet: '排版与检查',
    back: '粘回来对照',
    marks: '去审阅',
  },
  {
    lang: 'en',
    theme: 'dark',
    sample: 'English sample',
    twin: 'A hundred lamps, back in the photo studio',
    compare: /^Compare with/,
    rules: 'Platform rules',
    addPlatform: 'Add a platform',
    article: /^WeChat Official Account/,
    sheet: 'Looks and check',
    back: 'After pasting',
    marks: 'Go to review',
  },
] as const;

describe('every screen', () => {
  for (const { lang, theme, sample, twin, compare, rules, addPlatform, article, sheet, back, marks } of looks)
    test(`has no violation that axe finds, ${lang} ${theme}`, async () => {
      await withStudio({ lang, theme }, async ({ app, page }) => {
        const found = [...(await violations(page, 'first run'))];
        await page.getByRole('button', { name: sample, exact: true }).click();
        await page.getByRole('grid').waitFor();
        found.push(...(await violations(page, 'matrix')), ...(await cutOff(app, page, 'matrix')));
        for (const [key, screen] of [
          ['2', 'calendar'],
          ['3', 'library'],
          ['4', 'export'],
          ['5', 'settings'],
          ['6', 'media'],
          ['8', 'desk'],
          ['7', 'campaign'],
        ] as const) {
          await page.keyboard.press(`Control+${key}`);
          found.push(...(await violations(page, screen)), ...(await cutOff(app, page, screen)));
          if (screen === 'calendar')
            for (const view of ['week', 'list'] as const) {
              await page.keyboard.press(view === 'week' ? 'Shift+W' : 'Shift+L');
              await page.locator(`[data-view="${view}"] [data-tile]`).first().waitFor();
              found.push(...(await violations(page, `calendar ${view}`)));
            }
        }
        await page.locator('[data-wave]').nth(2).click();
        await page.locator('[data-wave-form]').waitFor();
        found.push(...(await violations(page, 'a wave of a campaign', 'main')));
        await page.keyboard.press('Control+5');
        await page.getByRole('button', { name: rules, exact: true }).click();
        await page.getByRole('table').first().waitFor();
        await page.locator('summary').first().click();
        found.push(...(await violations(page, 'platform rules', 'section')));
        await page.getByRole('button', { name: addPlatform, exact: true }).click();
        await page.getByRole('form').getByRole('button').first().click();
        found.push(...(await violations(page, 'a new platform', 'form')));
        await page.keyboard.press('Control+3');
        await page.getByRole('main').getByRole('combobox').waitFor();
        await page.getByRole('row').nth(3).waitFor();
        const over = async (screen: string, part: string): Promise<void> => {
          found.push(...(await violations(page, screen, part)));
          await page.keyboard.press('Escape');
          await page.locator(part).first().waitFor({ state: 'detached' });
        };
        await page.getByRole('main').locator('section button').first().click();
        await over('filter of kinds', '[role="dialog"], [role="menu"]');
        await page.keyboard.press('?');
        await over('shortcuts', '[role="dialog"]');
        await page.keyboard.press('Shift+N');
        await page.getByTestId('open-shelf').click();
        await page.getByTestId('shelf').getByRole('option').first().waitFor();
        await over('shelf', '[role="dialog"]');
        await page.getByRole('grid').focus();
        await page.keyboard.press('x');
        found.push(...(await violations(page, 'library with a selection')));
        await page.keyboard.press('Escape');
        for (const layout of ['library cards', 'library board']) {
          await page.keyboard.press('v');
          found.push(...(await violations(page, layout)));
        }
        await page.keyboard.press('v');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Delete');
        await page.getByRole('main').getByRole('button').first().click();
        await page.getByRole('menuitem').last().click();
        const leave = page.getByRole('button', { name: /^(回到内容库|Back to the library)$/ });
        await leave.waitFor();
        await page.getByRole('row').nth(1).waitFor();
        await settle(page);
        // The menu gives the focus back to its button when it is gone, whenever that is.
        await page.getByRole('grid').focus();
        await page.keyboard.press('x');
        found.push(...(await violations(page, 'trash')));
        await page.getByRole('grid').focus();
        await page.keyboard.press('Delete');
        await page.getByRole('dialog').waitFor();
        found.push(...(await violations(page, 'deleting for good')));
        await page.keyboard.press('Escape');
        await leave.click();
        await page.getByRole('row').nth(5).waitFor();
        await page.keyboard.press('n');
        await page.locator('.ProseMirror').waitFor();
        found.push(...(await violations(page, 'editor')));
        await page.keyboard.press('Control+3');
        await page.getByRole('grid').getByText(twin, { exact: true }).click();
        await page.locator('.ProseMirror p').first().click();
        await page.keyboard.press('Control+h');
        await over('find and replace', 'search');
        await page.keyboard.press('Control+;');
        await over('marks', '[role="menu"]');
        await page.keyboard.press('Control+Shift+y');
        await over('typography', '[role="dialog"]');
        await page.keyboard.press('Control+Shift+p');
        await over('picture library', '[role="dialog"]');
        await page.keyboard.press('Control+Shift+h');
        await over('history of a piece', '[data-testid="history"]');
        await page.getByRole('button', { name: compare }).click();
        await over('two languages', '[data-testid="siblings"]');
        await page.keyboard.press('Control+Shift+a');
        await page.locator('[data-pane="preview"] [data-preview]').waitFor();
        found.push(...(await violations(page, 'review', 'main')));
        await page.getByRole('tab', { name: article }).first().click();
        await page.getByRole('button', { name: sheet, exact: true }).click();
        found.push(...(await violations(page, 'looks of an article', '[role="dialog"]')));
        await page.getByRole('dialog').getByText(back, { exact: true }).click();
        await page.getByRole('dialog').locator('textarea').fill('<h2>灯</h2><p>lamp</p>');
        await over('an article that came back', '[role="dialog"]');
        await page.getByRole('tab').first().click();
        await page.keyboard.press('c');
        found.push(...(await violations(page, 'compare', 'main')));
        await page.keyboard.press('c');
        await leaveBehind(page, twin);
        await page.locator('[data-pane="changes"]').waitFor();
        found.push(...(await violations(page, 'behind the source', 'main')));
        await page.keyboard.press('Control+1');
        await page.locator('[data-tile]').first().waitFor();
        await page.locator('[data-tile]').first().focus();
        await page.keyboard.press('i');
        found.push(...(await violations(page, 'day card', '[role="dialog"]')));
        await page.getByRole('dialog').getByRole('button').last().click();
        await page.getByRole('dialog').locator('input[type="search"]').waitFor();
        await over('occasions', '[role="dialog"]');
        await page.locator('[data-slot]').first().click();
        await page.getByTestId('series').waitFor();
        await over('series', '[role="dialog"]');
        await page.locator('[data-tile]').first().focus();
        await page.keyboard.press('Control+Shift+k');
        const check = page.getByTestId('plan-check');
        await check.locator('[data-row]').first().waitFor();
        await check.locator('[data-row]').first().focus();
        found.push(...(await violations(page, 'plan check', '[data-testid="plan-check"]')));
        await page.keyboard.press('Escape');
        await check.waitFor({ state: 'detached' });
        await page.keyboard.press('Shift+P');
        const propose = page.getByTestId('propose');
        await propose.locator('button[type="submit"]:enabled').waitFor();
        found.push(...(await violations(page, 'questions of a proposal', 'main')));
        await propose.locator('button[type="submit"]').press('Enter');
        await page.locator('[data-proposed]').first().waitFor();
        await propose.locator('li input').first().focus();
        found.push(...(await violations(page, 'a proposal', 'main')));
        await page.keyboard.press('Escape');
        await propose.waitFor({ state: 'detached' });
        await page.keyboard.press('Control+k');
        found.push(...(await violations(page, 'palette')));
        await page.keyboard.type(marks);
        await page.getByRole('dialog').getByText(marks).first().click();
        await page.locator('[data-review]').first().waitFor();
        found.push(...(await violations(page, 'marks beside their text', 'main')));
        expect(found).toEqual([]);
      });
    });
});
