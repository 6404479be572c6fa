import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../src/contract';
import { type LaunchedStudio, withStudio } from '../helpers/app';

/** A day's keeping of the library, by keys wherever there is a key, in the real studio. */

async function ask<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await page.evaluate(([call, given]) => window.studio.call(call as CallName, given as never), [
    name,
    input,
  ] as const);
  if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`);
  return answer.value as CallOutput<N>;
}
const titlesIn = async (page: Page, filter: CallInput<'piece.list'>['filter']) =>
  (await ask(page, 'piece.list', { filter, limit: 200, offset: 0 })).items.map(({ title }) => title);
const undoButton = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^撤销/ });
const quiet = async (studio: LaunchedStudio): Promise<void> => {
  const { console: said, policy, requests } = await studio.complaints();
  expect({ said, policy, requests }).toEqual({ said: [], policy: [], requests: [] });
};
const tab = (page: Page, name: RegExp | string) => page.getByRole('main').getByRole('button', { name });

describe('keeping the library', () => {
  test('filter, save the view, tag many, undo, move on the board, trash and restore', async () => {
    await withStudio({}, async (studio) => {
      const { page } = studio;
      await page.getByRole('button', { name: '中文示例', exact: true }).click();
      await page.getByRole('grid').waitFor();
      await page.keyboard.press('Control+3');
      const rows = page.getByRole('grid', { name: '内容库' }).locator('tbody tr');
      await rows.first().waitFor();

      // Filter by a chip: what is hidden is said.
      await tab(page, '类型').click();
      await page.getByRole('menuitemcheckbox', { name: /^故事/ }).click();
      await page.keyboard.press('Escape');
      await page.getByText(/^已隐藏 \d+ 篇/).waitFor();
      const stories = await titlesIn(page, { kinds: ['story'] });
      await expect.poll(() => rows.count()).toBe(stories.length);

      // Keep it as a view.
      await tab(page, /^全部内容/).click();
      await page.getByRole('menuitem', { name: '存成视图…' }).click();
      await page.getByLabel('视图的名字').fill('只看故事');
      await page.keyboard.press('Enter');
      await tab(page, /^只看故事/).waitFor();

      // Tag all of them as one step, by keys and the bar; one undo takes it back.
      await page.getByRole('grid', { name: '内容库' }).focus();
      await page.keyboard.press('Control+a');
      const bar = page.getByRole('toolbar', { name: '对选中的做什么' });
      await bar.getByText(`对得上的 ${stories.length} 篇全选了`).waitFor();
      await bar.getByRole('button', { name: '标签' }).click();
      await page.getByLabel('加标签').fill('年终合辑');
      await page.keyboard.press('Enter');
      await expect.poll(() => titlesIn(page, { tags: ['年终合辑'] })).toHaveLength(stories.length);
      await expect(undoButton(page).getAttribute('aria-label')).resolves.toBe(
        `撤销：给 ${stories.length} 篇加上标签「年终合辑」`,
      );
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');
      await expect.poll(() => titlesIn(page, { tags: ['年终合辑'] })).toEqual([]);

      // The board, and a move by keys: down, pick up, one column to the right, drop.
      await page.keyboard.press('v');
      await page.keyboard.press('v');
      const column = (state: string) => page.getByRole('listbox', { name: new RegExp(`^${state}，`) });
      await column('起草').or(column('想法')).first().waitFor();
      const ideas = await titlesIn(page, { kinds: ['story'], states: ['idea'] });
      await column('想法').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('m');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await expect.poll(() => titlesIn(page, { kinds: ['story'], states: ['idea'] })).toHaveLength(ideas.length - 1);
      await page.keyboard.press('Control+z');
      await expect.poll(() => titlesIn(page, { kinds: ['story'], states: ['idea'] })).toHaveLength(ideas.length);

      // The same by mouse. The board shows the undo a moment after the store knows it; a slip that is just being redrawn cannot be held.
      await expect.poll(() => column('想法').getByRole('option').count()).toBe(ideas.length);
      const slip = column('想法').getByRole('option').first();
      await slip.dragTo(column('起草'));
      await expect.poll(() => titlesIn(page, { kinds: ['story'], states: ['idea'] })).toHaveLength(ideas.length - 1);

      // Into the trash, found there, and put back.
      await page.keyboard.press('v');
      const list = page.getByRole('grid', { name: '内容库' });
      await list.focus();
      await page.keyboard.press('Home');

      // The menu of a piece by its key: it stands at the first press, and Escape gives the list the focus again.
      await page.keyboard.press('Shift+F10');
      const menu = page.getByRole('menu');
      await expect.poll(() => menu.evaluateAll(([one]) => one && getComputedStyle(one).opacity)).toBe('1');
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'detached' });
      await expect.poll(() => list.evaluate((grid) => grid === document.activeElement)).toBe(true);

      const [first = ''] = await titlesIn(page, { kinds: ['story'] });
      await page.keyboard.press('Delete');
      await expect.poll(() => titlesIn(page, { kinds: ['story'] })).not.toContain(first);
      await tab(page, /^只看故事/).click();
      await page.getByRole('menuitem', { name: '回收站' }).click();
      const trash = page.getByRole('grid', { name: '回收站' });
      await trash.getByText(first).waitFor();
      await trash.getByText('30 天').waitFor();
      await trash.focus();
      await page.keyboard.press('r');
      await page.getByText('回收站是空的。').waitFor();
      expect(await titlesIn(page, { kinds: ['story'] })).toContain(first);

      // The view is a step away from anywhere.
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder(/输入命令/).fill('只看故事');
      await page
        .getByRole('option', { name: /只看故事/ })
        .or(page.getByText('打开视图：只看故事'))
        .first()
        .click();
      await tab(page, /^只看故事/).waitFor();
      await quiet(studio);
    });
  });
});
