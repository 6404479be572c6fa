import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withStudio } from '../helpers/app';

/** axe on every screen, in both themes and languages: no violation of WCAG 2.2 A and AA. */
const violations = async (page: Page, screen: string): Promise<readonly string[]> => {
  // The legacy mode stays in this page: the studio opens no second one.
  const found = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.violations.map(
    ({ id, nodes }) =>
      `${screen}: ${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(' | ')}`,
  );
};

const settle = async (page: Page): Promise<void> => {
  await page.waitForTimeout(900);
};

const looks = [
  { lang: 'zh', theme: 'light', sample: '中文示例' },
  { lang: 'en', theme: 'dark', sample: 'English sample' },
] as const;

describe('every screen', () => {
  for (const { lang, theme, sample } of looks)
    test(`has no violation that axe finds, ${lang} ${theme}`, async () => {
      await withStudio({ lang, theme }, async ({ page }) => {
        const found = [...(await violations(page, 'first run'))];
        await page.getByRole('button', { name: sample, exact: true }).click();
        await page.getByRole('grid').waitFor();
        await settle(page);
        found.push(...(await violations(page, 'matrix')));
        for (const [key, screen] of [
          ['2', 'calendar'],
          ['3', 'library'],
          ['4', 'export'],
          ['5', 'settings'],
          ['6', 'media'],
        ] as const) {
          await page.keyboard.press(`Control+${key}`);
          await settle(page);
          found.push(...(await violations(page, screen)));
        }
        await page.keyboard.press('Control+3');
        await settle(page);
        await page.getByRole('main').getByRole('combobox').waitFor();
        for (const layout of ['library cards', 'library board']) {
          await page.keyboard.press('v');
          await settle(page);
          found.push(...(await violations(page, layout)));
        }
        await page.keyboard.press('v');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Delete');
        await page.getByRole('main').getByRole('button').first().click();
        await page.getByRole('menuitem').last().click();
        await page.keyboard.press('x');
        await settle(page);
        found.push(...(await violations(page, 'trash')));
        await page.keyboard.press('Delete');
        await page.getByRole('dialog').waitFor();
        await settle(page);
        found.push(...(await violations(page, 'deleting for good')));
        await page.keyboard.press('Escape');
        await page.keyboard.press('n');
        await page.locator('.ProseMirror').waitFor();
        await settle(page);
        found.push(...(await violations(page, 'editor')));
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+1');
        await page.keyboard.press('Control+k');
        await settle(page);
        found.push(...(await violations(page, 'palette')));
        expect(found).toEqual([]);
      });
    });
});
