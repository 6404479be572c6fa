import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BlockNode } from '../../src/core/model/doc';
import type { WallDate, WallTime } from '../../src/core/time/wallDate';
import { freshFolder, type LaunchedStudio, launch, quit, ready } from '../helpers/app';

/** What a block is for, and the page with nothing beside it, in the real studio, by keyboard alone and by mouse. One launch. */
let studio: LaunchedStudio;
let protocol: CDPSession;
beforeAll(async () => {
  studio = await launch({}, await freshFolder());
  await studio.page.getByRole('button', { name: '中文示例', exact: true }).click();
  await studio.page.getByRole('grid').waitFor();
  protocol = await studio.app.context().newCDPSession(studio.page);
  await protocol.send('Emulation.setFocusEmulationEnabled', { enabled: true });
});
afterAll(() => quit(studio));

const key = (keys: string) => studio.page.keyboard.press(keys);
const type = (text: string) => studio.page.keyboard.insertText(text);
const body = () => studio.page.getByRole('textbox', { name: '正文' });

/** A new piece, by keys: Enter in the title leads into the text. */
async function newPiece(name: string): Promise<void> {
  await key('Control+3');
  await studio.page.getByRole('combobox', { name: '搜内容库' }).waitFor();
  await key('n');
  await studio.page.getByRole('textbox', { name: '标题' }).waitFor();
  await type(name);
  await key('Enter');
}

async function blocksOf(name: string): Promise<readonly BlockNode[]> {
  await key('Control+s');
  return studio.page.evaluate(async (wanted) => {
    const list = await window.studio.call('piece.list', { filter: { query: '' }, limit: 200, offset: 0 });
    const id = list.ok ? list.value.items.find((item) => item.title === wanted)?.id : undefined;
    const opened = id === undefined ? null : await window.studio.call('piece.open', { id });
    return opened?.ok && opened.value.doc !== null ? opened.value.doc.content : [];
  }, name);
}

/** Opens the marks of the block with the caret, walks down to each item and presses Enter, and returns to the text. */
async function mark(...items: readonly string[]): Promise<void> {
  // The editor reads a caret that the system moved a moment later, as it would between two presses of a hand.
  await studio.page.waitForTimeout(150);
  await key('Control+;');
  await studio.page.getByRole('menu').waitFor({ timeout: 5_000 });
  for (const item of items) {
    let here = '';
    for (let steps = 0; steps < 90 && !here.startsWith(item); steps += 1) {
      await key('ArrowDown');
      here = await studio.page.evaluate(() => document.activeElement?.textContent ?? '');
    }
    expect(here.startsWith(item), `${item} is reached by arrows`).toBe(true);
    await key('Enter');
  }
  await key('Escape');
  await studio.page.getByRole('menu').waitFor({ state: 'detached' });
}

const caretIn = (text: string): Promise<boolean> =>
  studio.page.evaluate((part) => document.getSelection()?.anchorNode?.textContent?.includes(part) ?? false, text);

/** The version with the shortest room that is not cut into posts. */
const note = () => studio.page.locator('[data-target^="xiaohongshu/note_image"]').first();

describe('Marks by keyboard', () => {
  test('not for X takes a block out of that version and dims it; must keep brings a dropped one back', async () => {
    await newPiece('块标记');
    await type('渡口的灯只在这里说。');
    await key('Enter');
    for (let n = 1; n <= 40; n += 1) {
      await type(`第${n}盏灯沿着河岸亮起来，夜里走过的人都停下来看了很久，没有谁说话，只听见水声。`);
      await key('Enter');
      if (n !== 30) continue;
      await type('桥下那盏灯沿着河岸亮起来，夜里走过的人都停下来看了很久，没有谁说话，只听见水声。');
      await key('Enter');
    }
    const version = note();
    await version.getByRole('button').first().press('Enter');
    await version.getByText('详情页', { exact: true }).first().click();
    await expect.poll(() => version.innerText()).toContain('渡口的灯');
    expect(await version.innerText()).not.toContain('桥下那盏灯');

    await body().press('Control+End');
    for (let n = 0; n < 30 && !(await caretIn('桥下那盏灯')); n += 1) await key('ArrowUp');
    expect(await caretIn('桥下那盏灯')).toBe(true);
    await mark('必须留下');
    await expect.poll(() => version.innerText()).toContain('桥下那盏灯');
    await key('Control+Home');
    await mark('不发到', '小红书');
    await expect.poll(() => version.innerText()).not.toContain('渡口的灯');
    expect(await version.innerText()).toContain('桥下那盏灯');
    const dim = studio.page.locator('[data-away]');
    await expect.poll(() => dim.allInnerTexts()).toEqual(['渡口的灯只在这里说。']);

    await mark('清掉');
    await expect.poll(() => version.innerText()).toContain('渡口的灯');
    await dim.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await blocksOf('块标记')).find(({ attrs }) => attrs?.keep === true)?.attrs)
      .toEqual({ id: expect.any(String), keep: true });
  });

  test('are given to every kind of block, and taken away again', async () => {
    await newPiece('各种块');
    const wait = studio.page.waitForTimeout.bind(studio.page);
    const html =
      '<p>段落</p><h2>标题</h2><ul><li>列表</li></ul><ol><li>编号</li></ol><blockquote>引用</blockquote><pre><code>code</code></pre><table><tr><th>表</th><th>头</th></tr><tr><td>格</td><td>子</td></tr></table><hr><p>尾</p>';
    await studio.app.evaluate((electron, given) => {
      const clipboard = electron.clipboard as unknown as { write: (data: { html: string; text: string }) => void };
      clipboard.write({ html: given, text: '各种块' });
    }, html);
    await key('Control+v');
    await expect.poll(async () => (await blocksOf('各种块')).map((block) => block.type)).toContain('table');
    await studio.app.evaluate((electron) => {
      const { clipboard, nativeImage } = electron as unknown as {
        clipboard: { clear: () => void; writeImage: (image: unknown) => void };
        nativeImage: { createFromBitmap: (data: Buffer, size: { width: number; height: number }) => unknown };
      };
      clipboard.clear();
      clipboard.writeImage(nativeImage.createFromBitmap(Buffer.alloc(64 * 64 * 4, 200), { width: 64, height: 64 }));
    });
    await key('Control+v');
    await expect.poll(async () => (await blocksOf('各种块')).map((block) => block.type)).toContain('image');
    const kinds = (await blocksOf('各种块')).map((block) => block.type);
    expect(new Set(kinds).size).toBe(9);

    await body().focus();
    await key('Control+Home');
    const marked = async (): Promise<readonly string[]> =>
      (await blocksOf('各种块')).flatMap((block) => (block.attrs?.keep === true ? [block.type] : []));
    const seen = new Set<number>();
    for (let steps = 0; steps < 60 && seen.size < kinds.length; steps += 1) {
      const at = await here();
      if (at >= 0 && !seen.has(at)) {
        seen.add(at);
        await mark('必须留下');
      }
      if (at === kinds.length - 1) break;
      await leavePopover();
      await key('ArrowDown');
      await wait(30);
    }
    await expect.poll(marked).toEqual(kinds);
  });
});

/** Points at the block with this text, without a click, and presses the handle that comes up beside it. */
async function openMarksOf(text: string): Promise<void> {
  await body().locator(':scope > p', { hasText: text }).hover();
  await studio.page.locator('[data-page] button[aria-haspopup="menu"][data-hovered]').click();
  await studio.page.getByRole('menu').waitFor();
}

const choose = (item: string) =>
  studio.page
    .getByRole('menu')
    .getByRole(/…$/.test(item) ? 'menuitem' : 'menuitemcheckbox', { name: item })
    .first()
    .click();

/** What the copy pack holds for a platform on the day the piece is planned there. */
const packText = (platform: string, day: WallDate): Promise<string> =>
  studio.page.evaluate(
    async ([only, on]) => {
      const made = await window.studio.call('export.preview', { choice: { from: on, to: on, platforms: [only] } });
      const texts = made.ok ? made.value.files.filter(({ path }) => /(body|part-\d+)\.txt$/.test(path)) : [];
      return texts.map(({ text }) => text).join('\n');
    },
    [platform, day] as const,
  );

describe('Marks by mouse', () => {
  test('only, first to go and opening are set beside the text; versions and the exported copy follow', async () => {
    await newPiece('鼠标标记');
    const long = (name: string, sentences: number): string =>
      `${name}：${'沿着河岸走过的人都停下来看了很久，没有谁说话。'.repeat(sentences)}`;
    for (const text of [
      '今天说三件事。',
      '这一句只给小红书。',
      long('闲话', 6),
      long('正事', 44),
      '灯亮了，人都回来了。',
    ]) {
      await type(text);
      await key('Enter');
    }
    const weibo = studio.page.locator('[data-target^="weibo/post"]').first();
    const version = note();
    await version.getByRole('button').first().click();
    await expect.poll(() => version.innerText()).toContain('闲话：');
    await expect.poll(() => weibo.innerText()).toContain('今天说三件事。 这一句只给小红书。');

    await openMarksOf('这一句只给小红书');
    await choose('只发到…');
    await choose('小红书');
    await key('Escape');
    await expect.poll(() => weibo.innerText()).not.toContain('这一句只给小红书');
    await openMarksOf('闲话');
    await choose('放不下就先删');
    await key('Escape');
    await expect.poll(() => version.innerText()).not.toContain('闲话：');
    await openMarksOf('灯亮了');
    await choose('用作开头');
    await studio.page.mouse.click(1, 1);
    await studio.page.getByRole('menu').waitFor({ state: 'detached' });
    await expect
      .poll(() => version.innerText())
      .toMatch(/灯亮了，人都回来了。\s*今天说三件事。\s*这一句只给小红书。\s*正事：/);
    await expect.poll(() => weibo.innerText()).toContain('灯亮了，人都回来了。');
    const marked = (await blocksOf('鼠标标记')).flatMap(({ attrs: { id: _, ...marks } = {} }) =>
      Object.keys(marks).length === 0 ? [] : [marks],
    );
    expect(marked).toEqual([{ only: ['xiaohongshu'] }, { optional: true }, { lead: true }]);

    const day = '2026-12-20' as WallDate;
    const time = '20:00' as WallTime;
    await studio.page.evaluate(
      async ([title, on, at]) => {
        const list = await window.studio.call('piece.list', { filter: { query: '' }, limit: 200, offset: 0 });
        const outline = await window.studio.call('plan.outline', {});
        const pieceId = list.ok ? list.value.items.find((item) => item.title === title)?.id : undefined;
        const accounts = outline.ok ? outline.value.account : [];
        for (const [platform, format] of [
          ['xiaohongshu', 'xiaohongshu/note_image'],
          ['weibo', 'weibo/post'],
        ] as const) {
          const account = accounts.find((one) => one.platform === platform && !one.closed);
          if (pieceId !== undefined && account !== undefined)
            await window.studio.call('placement.plan', {
              pieceId,
              accountId: account.id,
              format,
              day: on,
              time: at,
            });
        }
      },
      ['鼠标标记', day, time] as const,
    );
    const red = await packText('xiaohongshu', day);
    expect(red).toMatch(/^灯亮了，人都回来了。\s*今天说三件事。\s*这一句只给小红书。\s*正事：/);
    expect(red).not.toContain('闲话');
    const other = await packText('weibo', day);
    expect(other).toContain('灯亮了，人都回来了。');
    expect(other).not.toContain('这一句只给小红书');

    await openMarksOf('这一句只给小红书');
    await studio.page.getByRole('menu').getByRole('menuitem', { name: '清掉这段的标记' }).click();
    await key('Escape');
    await expect.poll(() => weibo.innerText()).toContain('这一句只给小红书');
  });
});

/** Which top-level block holds the selection, as the page shows it; -1 for none. */
const here = (): Promise<number> =>
  studio.page.evaluate(() => {
    const root = document.querySelector('.ProseMirror');
    const entry = root?.querySelector(':scope > .ProseMirror-selectednode, :scope > [data-selected]');
    const { anchorNode } = document.getSelection() ?? { anchorNode: null };
    return [...(root?.children ?? [])].findIndex((child) =>
      entry ? child === entry : anchorNode !== null && child.contains(anchorNode),
    );
  });

/** A selected picture opens the card with its words; Escape goes back to the text. */
async function leavePopover(): Promise<void> {
  if ((await studio.page.getByRole('dialog').count()) > 0) await key('Escape');
}

describe('The page alone', () => {
  test('hides what stands beside it, lets Escape close other things first, and is remembered', async () => {
    await newPiece('专注写作');
    const brief = studio.page.locator('[data-brief]').first();
    const rail = studio.page.getByRole('navigation', { name: '主导航' });
    await brief.waitFor();
    await key('Control+.');
    await brief.waitFor({ state: 'hidden' });
    await rail.waitFor({ state: 'hidden' });
    await type('灯');
    await key('Control+;');
    await studio.page.getByRole('menu').waitFor();
    await key('Escape');
    await studio.page.getByRole('menu').waitFor({ state: 'detached' });
    expect(await brief.isVisible()).toBe(false);
    await key('Control+f');
    await studio.page.getByRole('textbox', { name: '找什么' }).waitFor();
    await key('Escape');
    expect(await brief.isVisible()).toBe(false);

    await studio.page.reload();
    await ready(studio.page);
    await newPiece('又一篇');
    expect(await brief.isVisible()).toBe(false);
    await key('Escape');
    await brief.waitFor();
    await rail.waitFor();
  });
});

describe('Undo by key', () => {
  test('takes back this visit and nothing from before the piece was opened, also after a start', async () => {
    await newPiece('甲篇');
    await type('甲的第一句。');
    await studio.page.locator('textarea[data-brief]').first().fill('甲的简报');
    await newPiece('乙篇');
    await type('乙的第一句。');
    const before = await written('甲篇', '乙篇');
    expect(before).toEqual(['甲篇 甲的简报 甲的第一句。', '乙篇  乙的第一句。']);

    const undoEverywhere = async (): Promise<void> => {
      for (const place of [body(), studio.page.getByRole('textbox', { name: '标题' }), historyButton()]) {
        await place.focus();
        for (let n = 0; n < 6; n += 1) await key('Control+z');
      }
    };
    const undo = studio.page.getByRole('banner').getByRole('button', { name: /撤销/ });
    for (const start of [false, true]) {
      if (start) {
        await studio.page.reload();
        await ready(studio.page);
      }
      await open('甲篇');
      await expect.poll(() => undo.getAttribute('aria-disabled')).toBe('true');
      await undoEverywhere();
      expect(await written('甲篇', '乙篇')).toEqual(before);
      await body().press('Control+End');
      await type('这次写的。');
      await key('Control+s');
      await expect.poll(() => written('甲篇')).toEqual(['甲篇 甲的简报 甲的第一句。这次写的。']);
      await undoEverywhere();
      await expect.poll(() => written('甲篇', '乙篇')).toEqual(before);
    }
    // Outside the editor the plan's own undo reaches further.
    await key('Control+3');
    await expect.poll(() => undo.getAttribute('aria-disabled')).toBe(null);
  });
});

test('finding, replacing and tidying reach title and brief as well', async () => {
  await newPiece('渡口,夜拍');
  await type('去渡口,看灯。');
  await studio.page.locator('textarea[data-brief]').first().fill('渡口的灯');
  await body().focus();
  await key('Control+h');
  const find = studio.page.getByRole('search', { name: '查找替换' });
  await find.getByRole('textbox', { name: '找什么' }).fill('渡口');
  await find.getByRole('button', { name: '去标题 1里的这一处' }).click();
  await expect.poll(() => studio.page.evaluate(() => document.getSelection()?.toString())).toBe('渡口');
  await find.getByRole('textbox', { name: '换成什么' }).fill('码头');
  await find.getByRole('button', { name: '全部换' }).click();
  await expect.poll(() => written('码头,夜拍')).toEqual(['码头,夜拍 码头的灯 去码头,看灯。']);
  await key('Escape');
  await body().focus();
  await key('Control+Shift+y');
  const dialog = studio.page.getByRole('dialog');
  await expect.poll(() => dialog.getByRole('listitem').allInnerTexts()).toHaveLength(2);
  expect(await dialog.getByRole('listitem').first().innerText()).toContain('标题');
  await key('Enter');
  await expect.poll(() => written('码头，夜拍')).toEqual(['码头，夜拍 码头的灯 去码头，看灯。']);
});

const historyButton = () => studio.page.getByRole('button', { name: '这一篇的历史' });

async function open(name: string): Promise<void> {
  await key('Control+3');
  await studio.page.getByRole('grid').getByText(name, { exact: true }).click();
  await body().waitFor();
}

/** Title, first field of the brief and text of pieces by their titles, as the store has them. */
async function written(...names: readonly string[]): Promise<readonly string[]> {
  await key('Control+s');
  return studio.page.evaluate(async (wanted) => {
    const list = await window.studio.call('piece.list', { filter: { query: '' }, limit: 200, offset: 0 });
    return Promise.all(
      wanted.map(async (title) => {
        const id = list.ok ? list.value.items.find((item) => item.title === title)?.id : undefined;
        const answer = id === undefined ? null : await window.studio.call('piece.open', { id });
        if (!answer?.ok) return 'gone';
        const { piece, doc } = answer.value;
        const text = JSON.stringify(doc).match(/(?<="text":")[^"]*/g) ?? [];
        return `${piece.title} ${Object.values(piece.brief).join('')} ${text.join('')}`;
      }),
    );
  }, names);
}

describe('The review by keyboard', () => {
  const sentence = (use: string) => `[data-use="${use}"] [data-sentence]`;
  const waiting = async (): Promise<number> =>
    Number(/(\d+) 个版本待审/.exec(await studio.page.getByRole('contentinfo').innerText())?.[1] ?? 0);
  /** Once every version has been adapted. */
  const steady = async (): Promise<number> => {
    for (let last = -1, now = await waiting(); ; last = now, now = await waiting()) {
      if (last === now) return now;
      await studio.page.waitForTimeout(400);
    }
  };
  const walkTo = async (wanted: string, press: string): Promise<void> => {
    for (let steps = 0; steps < 60 && (await studio.page.locator(wanted).count()) === 0; steps += 1) await key(press);
    expect(await studio.page.locator(wanted).count(), `${wanted} is reached by ${press}`).toBe(1);
  };
  const focused = (): Promise<string | null | undefined> =>
    studio.page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'));

  test('walks panes and sentences, keeps one that was left out, and writes a title', async () => {
    const { page } = studio;
    await key('Control+3');
    await page.getByRole('combobox', { name: '搜内容库' }).fill('十二帧，怎么叠成');
    await page.getByRole('grid').getByText('十二帧，怎么叠成一盏灯', { exact: true }).click();
    await body().waitFor();
    await key('Control+Shift+a');
    await page.getByRole('tab').nth(3).waitFor();
    await walkTo('[role="tab"][aria-selected="true"][data-tab^="xiaohongshu"]', 'Control+PageUp');
    await page.locator(sentence('unused')).nth(4).waitFor();
    const panes: (string | null | undefined)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await key('F6');
      panes.push(await focused());
    }
    expect(panes).toEqual(['bench', 'source', 'preview', 'trace']);
    await key('Shift+F6');
    await key('Shift+F6');
    expect(await focused()).toBe('source');
    await walkTo(`${sentence('unused')}[aria-pressed="true"]`, 'ArrowDown');
    const place = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.sentence ?? '');
    expect(place, 'the focus went along').not.toBe('');
    await key('k');
    const back = page.locator(`[data-sentence="${place}"][aria-pressed="true"]`);
    await expect.poll(() => back.evaluate((node) => node.closest('li')?.dataset.use)).not.toBe('unused');
    await key('k');
    await expect.poll(() => back.evaluate((node) => node.closest('li')?.dataset.use)).toBe('unused');
    await key('Shift+F6');
    await key('Control+a');
    await type('十二帧');
    await key('Tab');
    await expect.poll(() => page.locator('[data-bench] li').first().locator('input').inputValue()).toBe('十二帧');
    await key('Shift+Tab');
    await key('Escape');
  });

  test('settles a version whose source moved on, sentence by sentence, and one undo brings it back', async () => {
    const { page } = studio;
    await newPiece('渡口三句');
    await type('船还有三分钟到。灯退到身后。这一张是手持。');
    await key('Control+s');
    await page.evaluate(async () => {
      const list = await window.studio.call('piece.list', { filter: { query: '渡口三句' }, limit: 1, offset: 0 });
      const id = list.ok ? (list.value.items[0]?.id ?? '') : '';
      const outline = await window.studio.call('plan.outline', {});
      const account = outline.ok ? outline.value.account.find(({ platform }) => platform === 'weibo') : undefined;
      await window.studio.call('variant.override', {
        pieceId: id,
        format: 'weibo/post',
        accountId: account?.id ?? null,
        field: 'body',
        value: '我先说。船还有三分钟到。灯退到身后。这一张是手持。',
      });
    });
    await body().focus();
    await key('Control+a');
    await type('船还有两分钟到。灯退到对岸。这一张是架着拍的。');
    await key('Control+s');
    await key('Control+Shift+a');
    await page.getByRole('tab').nth(1).waitFor();
    await walkTo('[role="tab"][aria-selected="true"][data-tab^="weibo"]', 'Control+PageUp');
    await expect.poll(() => page.locator('[data-change]').count()).toBe(3);
    const all = await steady();
    await key('ArrowDown');
    await key('Enter');
    await key('m');
    await walkTo('[data-change="3"][aria-current="true"]', 'ArrowDown');
    await key('F6');
    await key('F6');
    expect(await focused()).toBe('changes');
    await key('e');
    await page.getByRole('textbox', { name: '这一句在这版里写成' }).waitFor();
    await key('Control+a');
    await type('这一张是靠着栏杆拍的。');
    await key('Enter');
    await key('Control+Enter');
    await expect.poll(() => page.locator('[data-change]').count()).toBe(0);
    await expect.poll(waiting).toBe(all - 1);
    await expect
      .poll(() => page.locator('[data-preview]').innerText())
      .toContain('我先说。船还有两分钟到。灯退到身后。这一张是靠着栏杆拍的。');
    await key('Control+z');
    await expect.poll(() => page.locator('[data-change]').count()).toBe(3);
    await expect.poll(waiting).toBe(all);
  });
});

test('nothing complained, and nothing went to a network', async () => {
  expect(await studio.complaints()).toEqual({ console: [], policy: [], requests: [] });
});
