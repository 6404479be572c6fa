import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyToMarkdown } from '../../src/core/markdown/printMarkdown';
import type { Doc } from '../../src/core/model/doc';
import { docText } from '../../src/core/model/docText';
import { freshFolder, type LaunchedStudio, launch, quit, root } from '../helpers/app';

/** Writing in the real studio: composition through the debugging protocol, the real clipboard, real keys. One launch. */
const fixtures = resolve(import.meta.dirname, '../fixtures/paste');
const fixture = (name: string): string => readFileSync(join(fixtures, name), 'utf8');

let studio: LaunchedStudio;
let protocol: CDPSession;
beforeAll(async () => {
  studio = await launch({}, await freshFolder());
  await studio.page.getByRole('button', { name: '中文示例', exact: true }).click();
  await studio.page.getByRole('grid').waitFor();
  await studio.page.keyboard.press('Control+3');
  await studio.page.getByRole('combobox', { name: '搜内容库' }).waitFor();
  protocol = await studio.app.context().newCDPSession(studio.page);
  // Another window of the same display must not end a composition by taking the focus.
  await protocol.send('Emulation.setFocusEmulationEnabled', { enabled: true });
});
afterAll(() => quit(studio));

const body = () => studio.page.getByRole('textbox', { name: '正文' });
const title = () => studio.page.getByRole('textbox', { name: '标题' });
const key = (keys: string) => studio.page.keyboard.press(keys);

/** A new piece with the caret in its empty text. */
async function newPiece(name: string): Promise<void> {
  const { page } = studio;
  await page.keyboard.press('Control+3');
  await page.getByRole('combobox', { name: '搜内容库' }).waitFor();
  await page.keyboard.press('n');
  await title().fill(name);
  await body().click();
}

/** What the store holds of the open piece, once everything is saved. */
async function stored(name: string): Promise<Doc> {
  await key('Control+s');
  const found = await studio.page.evaluate(async (wanted) => {
    const list = await window.studio.call('piece.list', { filter: { query: '' }, limit: 200, offset: 0 });
    const id = list.ok ? list.value.items.find((item) => item.title === wanted)?.id : undefined;
    const opened = id === undefined ? null : await window.studio.call('piece.open', { id });
    return opened?.ok ? opened.value.doc : null;
  }, name);
  return found ?? { type: 'doc', content: [] };
}
const storedText = async (name: string): Promise<string> => docText(await stored(name));

/** Composes a word the way pinyin does: several updates, a rest longer than autosave in between, then the commit. */
async function compose(steps: readonly string[], word: string, rest = 0): Promise<void> {
  for (const step of steps) {
    await protocol.send('Input.imeSetComposition', {
      text: step,
      selectionStart: step.length,
      selectionEnd: step.length,
    });
    if (rest > 0) await studio.page.waitForTimeout(rest);
  }
  await protocol.send('Input.insertText', { text: word });
}
const yepai = ['y', 'ye', "ye'p", "ye'pai"] as const;

/** What of Electron's clipboard is used here; the page's own type of that name hides it. */
type SystemClipboard = {
  readonly clear: () => void;
  readonly write: (data: { readonly html?: string; readonly text?: string }) => void;
  readonly writeImage: (image: unknown) => void;
};

async function putOnClipboard(data: { readonly html?: string; readonly text?: string }): Promise<void> {
  await studio.app.evaluate((electron, given) => {
    const clipboard = electron.clipboard as unknown as SystemClipboard;
    clipboard.clear();
    clipboard.write(given);
  }, data);
}

describe('Composing Chinese', () => {
  test('in a paragraph, a list, beside a token and in the title leaves the word once, whatever saves meanwhile', async () => {
    await newPiece('输入法');
    // Longer than the rest of autosave (300 ms) and of adaptation (200 ms).
    await studio.page.keyboard.insertText('今晚');
    await compose(yepai, '夜拍', 380);
    await expect.poll(() => storedText('输入法')).toBe('今晚夜拍');
    await compose(yepai, '夜拍');
    await expect.poll(() => storedText('输入法')).toBe('今晚夜拍夜拍');

    await key('Enter');
    await studio.page.keyboard.type('- ');
    await compose(yepai, '夜拍', 380);
    await key('Enter');
    await compose(['l', 'liang'], '亮');
    await expect.poll(async () => bodyToMarkdown(await stored('输入法'))).toBe('今晚夜拍夜拍\n\n- 夜拍\n- 亮\n');

    await key('Enter');
    await key('Enter');
    await studio.page.keyboard.insertText('#夜景');
    await key('Enter');
    await compose(yepai, '夜拍', 380);
    await expect
      .poll(async () => JSON.stringify((await stored('输入法')).content.at(-1)))
      .toMatch(/hashtag.*夜景.*"text":"夜拍"/);

    await title().click();
    await key('End');
    await compose(yepai, '夜拍', 600);
    await expect.poll(() => storedText('输入法夜拍')).toContain('今晚夜拍');
  });

  test('is one step of undo, and a composition given up leaves nothing', async () => {
    await newPiece('一步');
    await studio.page.keyboard.insertText('前');
    await studio.page.waitForTimeout(700);
    await compose(yepai, '夜拍', 380);
    await studio.page.waitForTimeout(700);
    await key('Control+z');
    await expect.poll(() => storedText('一步')).toBe('前');
    await key('Control+Shift+z');
    await expect.poll(() => storedText('一步')).toBe('前夜拍');
    await protocol.send('Input.imeSetComposition', { text: 'ye', selectionStart: 2, selectionEnd: 2 });
    await protocol.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await studio.page.waitForTimeout(400);
    expect(await storedText('一步')).toBe('前夜拍');
  });
});

describe('Pasting', () => {
  const names = readdirSync(fixtures).filter((name) => name.endsWith('.html'));

  test.each(names)('from %s gives the body its file says, and requests nothing', async (name) => {
    const base = name.slice(0, -'.html'.length);
    await newPiece(base);
    const text = readdirSync(fixtures).includes(`${base}.txt`) ? fixture(`${base}.txt`) : base;
    await putOnClipboard({ html: fixture(name), text });
    await key('Control+v');
    await expect.poll(async () => bodyToMarkdown(await stored(base))).toBe(fixture(`${base}.md`));
  });

  test('as plain text keeps the words, and one undo takes all of it back', async () => {
    await newPiece('纯文字');
    await studio.page.keyboard.insertText('前');
    await putOnClipboard({ html: fixture('word.html'), text: '# 一\n**二**' });
    await key('Control+Shift+v');
    await expect.poll(() => storedText('纯文字')).toBe('前# 一\n**二**');
    await key('Control+z');
    await expect.poll(() => storedText('纯文字')).toBe('前');
  });

  test('what was copied here keeps its tokens and marks', async () => {
    await newPiece('自己的');
    await studio.page.keyboard.insertText('今晚 #灯还亮吗');
    await key('Enter');
    await key('Control+b');
    await studio.page.keyboard.insertText('灯亮着');
    await key('Control+a');
    await studio.page.getByText(/^选中/).waitFor();
    await key('Control+c');
    await key('ArrowRight');
    await studio.page.getByText(/^选中/).waitFor({ state: 'detached' });
    await key('Control+v');
    const once = '今晚 #灯还亮吗#**灯亮着**';
    await expect.poll(async () => bodyToMarkdown(await stored('自己的'))).toBe(`${once}\n\n${once}\n`);
  });

  test('hostile markup runs nothing, requests nothing and leaves nodes of the body only', async () => {
    const hostile = JSON.parse(fixture('hostile.json')) as readonly string[];
    await newPiece('敌意');
    for (const html of hostile) {
      await putOnClipboard({ html, text: '灯亮着' });
      await key('Control+v');
    }
    await expect.poll(async () => (await storedText('敌意')).split('灯亮着').length - 1).toBe(hostile.length);
    expect(JSON.stringify(await stored('敌意'))).not.toMatch(/pwned|javascript:|vbscript:|"data:|"file:/);
    expect(await studio.page.evaluate(() => 'pwned' in window)).toBe(false);
    const inside = await body().evaluate((dom) =>
      [...dom.querySelectorAll('*')]
        .filter(
          (node) =>
            /^(script|iframe|object|embed|svg|math|form|style|link|meta|base|video|audio)$/i.test(node.tagName) ||
            node.getAttributeNames().some((attribute) => /^on/i.test(attribute)),
        )
        .map((node) => node.outerHTML.slice(0, 100)),
    );
    expect(inside).toEqual([]);
  });

  test('a picture of the clipboard arrives as an asset of the piece', async () => {
    await newPiece('贴图');
    const picture = join(
      root,
      'resources/sample/images',
      readdirSync(join(root, 'resources/sample/images')).sort()[0] ?? '',
    );
    await studio.app.evaluate((electron, path) => {
      const clipboard = electron.clipboard as unknown as SystemClipboard;
      clipboard.clear();
      clipboard.writeImage(electron.nativeImage.createFromPath(path).resize({ width: 64 }));
    }, picture);
    await key('Control+v');
    await expect.poll(async () => (await stored('贴图')).content.map(({ type }) => type)).toContain('image');
  });
});

test('counts what is selected, Han by character and Latin by word', async () => {
  await newPiece('数字');
  await studio.page.keyboard.insertText('末班渡船，last ferry 的灯。');
  await key('Control+a');
  await studio.page.getByText('选中 6 字 2 词', { exact: true }).waitFor();
  await key('ArrowRight');
  await studio.page.getByText(/^选中/).waitFor({ state: 'detached' });
});

test('the caret stays in sight as the text grows, in a long line of code, and after the page was scrolled away', async () => {
  const { page } = studio;
  /** How far the caret stands outside of the page's or the code's edges, in pixels. */
  const outside = () =>
    page.evaluate(() => {
      const text = document.querySelector('[role="textbox"][aria-multiline="true"]');
      const at = window.getSelection()?.getRangeAt(0);
      const caret = at?.getClientRects()[0] ?? at?.startContainer.parentElement?.getBoundingClientRect();
      if (text === null || caret === undefined) throw new Error('There is no caret.');
      const boxes = [text.closest('[data-page] > * > *'), at?.startContainer.parentElement?.closest('pre')].flatMap(
        (element) => (element == null ? [] : [element.getBoundingClientRect()]),
      );
      return Math.max(
        ...boxes.flatMap((box) => [
          box.top - caret.top,
          caret.bottom - box.bottom,
          box.left - caret.left,
          caret.left - box.right,
        ]),
      );
    });
  await newPiece('长文');
  for (let line = 0; line < 40; line += 1) {
    await page.keyboard.insertText('渡口的灯');
    await key('Enter');
  }
  await page.keyboard.insertText('末');
  expect(await outside()).toBeLessThanOrEqual(0);
  await body().evaluate((text) => text.closest('[data-page] > * > *')?.scrollTo(0, 0));
  expect(await outside()).toBeGreaterThan(0);
  await page.keyboard.insertText('班');
  expect(await outside()).toBeLessThanOrEqual(0);
  await key('Enter');
  await page.keyboard.type('``` ');
  for (let word = 0; word < 30; word += 1) await page.keyboard.insertText('boat ');
  expect(await outside()).toBeLessThanOrEqual(0);
});

test('finds and replaces, composes in the field, and takes all of it back in one step', async () => {
  await newPiece('查找');
  await studio.page.keyboard.insertText('夜里的灯，夜拍的灯，天亮的灯');
  await key('Control+h');
  const field = studio.page.getByRole('textbox', { name: '找什么' });
  await field.click();
  await compose(['d', 'deng'], '灯', 380);
  expect(await field.inputValue()).toBe('灯');
  await studio.page.getByText('0 / 3', { exact: true }).waitFor();
  await key('Enter');
  await studio.page.getByText(/^[1-3] \/ 3$/).waitFor();
  await studio.page.getByRole('textbox', { name: '换成什么' }).fill('月光$1');
  await studio.page.getByRole('button', { name: '全部换' }).click();
  await expect.poll(() => storedText('查找')).toBe('夜里的月光$1，夜拍的月光$1，天亮的月光$1');
  await field.focus();
  // The very next key belongs to the text, whose undo it is: nobody waits for a frame.
  const next = await studio.page.evaluate(() => {
    const closing = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(closing);
    return document.activeElement?.className;
  });
  expect(next).toContain('ProseMirror');
  await key('Control+z');
  await expect.poll(() => storedText('查找')).toBe('夜里的灯，夜拍的灯，天亮的灯');
});

test('tidies Chinese typography only when asked, what is ticked, and one undo takes it back', async () => {
  const { page } = studio;
  const raw = '今晚渡口,用iPhone拍"夜景"!!';
  await newPiece('排版');
  await page.keyboard.insertText(raw);
  await expect.poll(() => storedText('排版')).toBe(raw);
  await key('Control+Shift+y');
  const dialog = page.getByRole('dialog', { name: '整理中文排版' });
  await dialog.getByRole('checkbox', { name: /^中英文间距/ }).uncheck();
  await dialog.getByText('「 」', { exact: true }).click();
  await dialog.getByRole('checkbox', { name: /^中英文间距/ }).uncheck();
  await dialog.getByRole('button', { name: '改这 3 处' }).press('Enter');
  await expect.poll(() => storedText('排版')).toBe('今晚渡口，用iPhone拍「夜景」！');
  await dialog.waitFor({ state: 'detached' });
  await body().press('Control+z');
  await expect.poll(() => storedText('排版')).toBe(raw);
});

test('nothing complained, and nothing went to a network', async () => {
  expect(await studio.complaints()).toEqual({ console: [], policy: [], requests: [] });
});
