import { describe, expect, it } from 'vitest';
import type { WorkspaceEntry } from '../../src/contract';
import { keyCaps, pressMatches } from '../../src/renderer/commands/keys';
import { studioCommands } from '../../src/renderer/commands/studioCommands';
import { editorCommands } from '../../src/renderer/features/editor/editorCommands';
import { share } from '../../src/renderer/state/share';
import { bridge } from '../helpers/bridge';
import { openWindow } from './screen';

const LINUX = 'Linux x86_64';
const MAC = 'MacIntel';
const press = (key: string, held: Partial<KeyboardEventInit> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('keys', () => {
  it('are never one letter for what also works while typing: in a text a letter is a letter', () => {
    const nothing = () => {};
    const own = editorCommands({
      save: nothing,
      marks: nothing,
      link: nothing,
      find: nothing,
      typography: nothing,
      nextFinding: nothing,
      applyFix: nothing,
      focus: nothing,
      history: nothing,
      review: nothing,
      word: nothing,
      pictures: nothing,
    });
    const keys = [...studioCommands, ...own]
      .filter(({ whileTyping }) => whileTyping === true)
      .flatMap((one) => one.keys ?? []);
    expect(keys.length).toBeGreaterThan(8);
    expect(keys.filter((combination) => !/^(mod\+|(?:shift\+)?f\d)/.test(combination))).toEqual([]);
  });

  it('mean Ctrl here and ⌘ on a Mac', () => {
    expect(pressMatches(press('k', { ctrlKey: true }), 'mod+k', LINUX)).toBe(true);
    expect(pressMatches(press('k', { metaKey: true }), 'mod+k', MAC)).toBe(true);
    expect(pressMatches(press('k', { ctrlKey: true }), 'mod+k', MAC)).toBe(false);
    expect(keyCaps('mod+shift+z', LINUX)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyCaps('mod+k', MAC)).toEqual(['⌘', 'K']);
  });

  it('tell undo from redo by Shift, and take a sign however it is typed', () => {
    expect(pressMatches(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+z', LINUX)).toBe(false);
    expect(pressMatches(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+shift+z', LINUX)).toBe(true);
    expect(pressMatches(press('?', { shiftKey: true }), '?', LINUX)).toBe(true);
    expect(pressMatches(press('+', { shiftKey: true }), '+', LINUX)).toBe(true);
    expect(pressMatches(press('n', { altKey: true }), 'n', LINUX)).toBe(false);
  });
});

describe('what was loaded again', () => {
  it('keeps the objects that are equal and takes the ones that are not', () => {
    const before = {
      list: [
        { id: 'a', tags: ['x'] },
        { id: 'b', tags: [] },
      ],
      count: 2,
    };
    const after = share(before, structuredClone(before));
    expect(after).toBe(before);
    const changed = share(before, {
      ...structuredClone(before),
      list: [
        { id: 'b', tags: ['y'] },
        { id: 'a', tags: ['x'] },
      ],
    });
    expect(changed.list[1]).toBe(before.list[0]);
    expect(changed.list[0]).not.toBe(before.list[1]);
    expect(changed).toEqual({
      list: [
        { id: 'b', tags: ['y'] },
        { id: 'a', tags: ['x'] },
      ],
      count: 2,
    });
  });
});

describe('the window', () => {
  it('shows three doors on first run, in both languages', async () => {
    const opened: unknown[] = [];
    const entry: WorkspaceEntry = { key: 'sample-zh', name: '示例', sample: true, openedAt: 0 };
    const store = await bridge();
    const boot = await store.call('studio.boot', {});
    if (!boot.ok) throw new Error('The bridge did not boot.');
    const shell = {
      'studio.boot': () => ({ ...boot.value, workspace: null, workspaces: [] }),
      'workspace.open_sample': (input: unknown) => {
        opened.push(input);
        return entry;
      },
    };
    store.close();
    const window = await openWindow(await bridge({ shell }));
    await window.until(() => window.text().includes('打开示例'));
    for (const door of ['打开示例', '导入文件', '从空白开始']) expect(window.text()).toContain(door);
    await window.studio.getState().configure({ lang: 'en' });
    await window.until(() => window.text().includes('Start blank'));
    await window.click('[data-testid=sample-en]');
    expect(opened).toEqual([{ edition: 'en' }]);
    await window.close();
  });

  it('goes from screen to screen by keys, but leaves letters to text fields', async () => {
    const window = await openWindow();
    await window.until(() => window.all('[data-tile]').length > 0);
    await window.press('2', { ctrlKey: true });
    expect(window.studio.getState().route.screen).toBe('calendar');
    await window.press('1', { ctrlKey: true });
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await window.press('n');
    expect(window.studio.getState().route.screen).toBe('matrix');
    field.blur();
    await window.press('?');
    expect(window.studio.getState().sheetOpen).toBe(true);
    await window.close();
  });

  it('finds campaigns in the palette by name and by hashtag, and opens their page', async () => {
    const window = await openWindow();
    const { outline, setPaletteOpen } = window.studio.getState();
    const campaign = outline?.campaign[0];
    if (campaign === undefined) throw new Error('the sample has a campaign');
    setPaletteOpen(true);
    await window.until(() => window.all('input[aria-label="搜标题、正文、标签，或输入命令"]').length > 0);
    const search = window.find('input[aria-label="搜标题、正文、标签，或输入命令"]');
    const offered = () =>
      window.all('[role="dialog"] button').find((one) => one.textContent?.startsWith(campaign.name));
    for (const words of [campaign.name.slice(0, 3), campaign.hashtag]) {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, words);
      search.dispatchEvent(new Event('input', { bubbles: true }));
      await window.until(() => window.text().includes('战役') && offered() !== undefined);
    }
    const entry = offered();
    if (entry !== undefined) await window.click(entry);
    await window.until(() => window.studio.getState().route.screen === 'campaign');
    expect(window.studio.getState().campaignId).toBe(campaign.id);
    await window.close();
  });

  it('runs what the palette shows first when Enter follows the last letter, and gives the focus to the screen it opens', async () => {
    const window = await openWindow();
    await window.until(() => window.all('[data-tile]').length > 0 && document.documentElement.dataset.ready === 'true');
    const field = 'input[aria-label="搜标题、正文、标签，或输入命令"]';
    window.studio.getState().setPaletteOpen(true);
    await window.until(() => window.all(field).length > 0);
    const search = window.find(field);
    search.focus();
    for (const words of ['交', '交接台']) {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, words);
      search.dispatchEvent(new Event('input', { bubbles: true }));
      await window.until(() => window.all('[data-action][data-selected]').length === 1);
    }
    // What the store finds comes later, and takes the place of what was first.
    await new Promise((done) => setTimeout(done, 150));
    expect(window.all('[data-action]').findIndex((one) => one.matches('[data-selected]'))).toBe(0);
    const first = window.find('[data-action]').textContent;
    expect(first).toContain('交接台');
    await window.press('Enter', { code: 'Enter' });
    await window.until(() => window.studio.getState().route.screen === 'desk');
    // Once the desk has rows, at the one that comes next.
    await window.until(() => document.activeElement?.matches('main [data-focus-home]') === true);
    await window.close();
  });

  it('keeps the focus on the screen when what had it goes', async () => {
    const window = await openWindow();
    await window.until(() => window.all('[data-tile]').length > 0 && document.documentElement.dataset.ready === 'true');
    const passing = document.createElement('button');
    window.find('main').append(passing);
    passing.focus();
    expect(document.activeElement).toBe(passing);
    passing.remove();
    await window.until(() => document.activeElement?.matches('main') === true);
    await window.press('F6');
    expect(document.activeElement?.closest('[data-part]')?.closest('main')).not.toBeNull();
    await window.close();
  });

  it('says what undo would take back, and takes it back', async () => {
    const window = await openWindow();
    await window.until(() => window.all('[data-tile]').length > 0);
    expect(window.find('[aria-label="没有可撤销的"]').getAttribute('aria-disabled')).toBe('true');
    const id = 'placement-user-baker-weibo';
    await window.studio.getState().move([{ id, day: '2026-10-20' as never }]);
    await window.until(() => window.all('[aria-label^="撤销：移动"]').length === 1);
    await window.click('[aria-label^="撤销：移动"]');
    await window.until(() =>
      window.studio.getState().cards.some((card) => card.id === id && card.day === '2026-10-13'),
    );
    await window.close();
  });

  it('says quietly that the disk is full, and that it is well again', async () => {
    const window = await openWindow();
    await window.until(() => window.all('[data-tile]').length > 0);
    window.studio.setState({ trouble: { code: 'disk_full', params: {} } });
    await window.until(() => window.text().includes('暂时存不了'));
    window.studio.setState({ trouble: null });
    await window.until(() => window.text().includes('已保存'));
    await window.close();
  });
});
