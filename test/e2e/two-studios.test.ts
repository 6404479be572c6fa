import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../src/contract';
import { chooses, type LaunchedStudio, withStudio } from '../helpers/app';

/** Two people, two computers, one plan, and nothing between them but files. */
const ask = <N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> =>
  page.evaluate(
    async ([called, given]) => {
      const answer = await window.studio.call(called, given as never);
      if (!answer.ok) throw new Error(`${called}: ${JSON.stringify(answer.failure)}`);
      return answer.value as never;
    },
    [name, input] as const,
  );

/** Exports the plan as its user does; answers the path of the file. */
async function mail({ app, page }: LaunchedStudio): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-mail-'));
  await chooses(app, folder);
  const chosen = await ask(page, 'dialog.choose_folder', {});
  await ask(page, 'export.write', { choice: { kinds: ['plan'] }, token: chosen?.token ?? '' });
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.juzhen'));
  return join(folder, file ?? '');
}

/** A double click while the studio runs: the second start hands the file over and ends. */
const doubleClick = ({ app }: LaunchedStudio, path: string): Promise<void> =>
  app.evaluate(({ app: here }, file) => {
    here.emit('second-instance', {}, ['juzhen', file], '/');
  }, path);

/** What axe finds on the screen as it stands, in both themes. */
async function barriers({ page }: LaunchedStudio, screen: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['dark', 'light'] as const) {
    await ask(page, 'studio.configure', { theme });
    await page.emulateMedia({ colorScheme: theme });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    for (const { id, nodes } of violations) found.push(`${screen}, ${theme}: ${id}: ${nodes[0]?.target.join(' ')}`);
  }
  return found;
}

async function merge({ page }: LaunchedStudio): Promise<void> {
  await page.getByRole('button', { name: /^合并 \d/ }).click();
  await page.getByText(/^合并好了/).waitFor();
}

const write = async ({ page }: LaunchedStudio, id: string, lines: readonly string[]): Promise<void> => {
  const { version } = await ask(page, 'piece.open', { id });
  const content = lines.map((text, at) => ({
    type: 'paragraph' as const,
    attrs: { id: `b${at}` },
    content: [{ type: 'text' as const, text }],
  }));
  await ask(page, 'piece.write', { id, doc: { type: 'doc', content }, base: version, session: `s${Date.now()}` });
};
const retitle = ({ page }: LaunchedStudio, id: string, title: string) =>
  ask(page, 'change.make', {
    label: { code: 'piece_edit', params: { title } },
    ops: [{ kind: 'set', type: 'piece', id, register: 'title', value: title }],
  });

test('two studios write apart, exchange files both ways, settle what both wrote, and end with the same bytes', async () => {
  await withStudio({}, async (first) => {
    await ask(first.page, 'workspace.create', { name: '夜航' });
    await first.page.locator('[data-part="rail"]').waitFor();
    const lang = 'zh' as const;
    const { id: lamp } = await ask(first.page, 'piece.create', { kind: 'scene', title: '末班渡船上的灯', lang });
    const { id: street } = await ask(first.page, 'piece.create', { kind: 'story', title: '灯下的人', lang });
    await write(first, lamp, ['天黑以后，江面才亮。', '渡船八点半离岸。']);

    // A plan that is double-clicked on a new computer opens there as its first workspace.
    await withStudio({ args: [await mail(first)] }, async (second) => {
      await second.page.locator('[data-part="rail"]').waitFor();
      await write(first, lamp, ['天黑以后，江面才亮。', '渡船八点四十离岸。']);
      await retitle(first, street, '街灯下的人');
      await write(second, lamp, ['天一黑，江面就亮了。', '渡船九点离岸。']);
      await retitle(second, street, '灯下的两个人');
      await ask(second.page, 'piece.create', { kind: 'scene', title: '第一场雪', lang });

      await doubleClick(first, await mail(second));
      await first.page.locator('[data-at]').first().waitFor();
      expect(await first.page.locator('[data-at]').allInnerTexts()).toEqual([
        expect.stringContaining('要你定'),
        expect.stringContaining('两边都改'),
        expect.stringContaining('新增'),
      ]);
      expect(await barriers(first, 'dry run')).toEqual([]);
      await merge(first);
      await first.page.getByRole('button', { name: '待定，1 处等你决定' }).click();
      await first.page.getByTestId('settle').waitFor();
      expect(await barriers(first, 'to settle')).toEqual([]);
      await first.page.getByRole('button', { name: '两边都留' }).click();
      await first.page.getByRole('button', { name: '就用这份' }).click();
      await first.page.getByText(/^没有等你决定的/).waitFor();

      await doubleClick(second, await mail(first));
      await second.page.locator('[data-at]').first().waitFor();
      await merge(second);
      const text = async ({ page }: LaunchedStudio) =>
        JSON.stringify((await ask(page, 'piece.open', { id: lamp })).doc);
      expect(await text(first)).toContain('八点四十');
      expect(await text(second)).toBe(await text(first));

      // What the second knew is known to the first only by a file: one more each way says nothing new, and then the bytes agree.
      await doubleClick(first, await mail(second));
      await first.page.getByText('没有新内容').waitFor();
      await first.page.getByRole('button', { name: '回到矩阵' }).click();
      await doubleClick(second, await mail(first));
      await second.page.getByText('没有新内容').waitFor();
      await second.page.getByRole('button', { name: '回到矩阵' }).click();
      await expect
        .poll(async () => Buffer.compare(readFileSync(await mail(first)), readFileSync(await mail(second))), {
          timeout: 10_000,
        })
        .toBe(0);
      for (const { complaints } of [first, second])
        expect(await complaints()).toEqual({ console: [], policy: [], requests: [] });
    });
  });
});
