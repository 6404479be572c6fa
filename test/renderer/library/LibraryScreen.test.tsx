import { afterEach, describe, expect, it } from 'vitest';
import { sayLabel } from '../../../src/core/words/history';
import { value } from '../../helpers/bridge';
import { type Library, openLibrary } from './library';

let library: Library;
afterEach(() => library.close());
const undoName = () => {
  const { undo } = library.studio.getState().history;
  return undo === null ? null : sayLabel('zh', undo);
};

describe('the list', () => {
  it('finds any substring of Chinese, marks it, and says how many are hidden; one click shows them again', async () => {
    library = await openLibrary();
    const before = library.total();
    await library.type('面包');
    await library.until(() => library.total() < before && library.total() > 0);
    await library.until(() => library.all('mark').some((mark) => mark.textContent === '面包'));
    await library.until(() => library.text().includes(`已隐藏 ${before - library.total()} 篇`));
    await library.click(library.button('清除筛选'));
    await library.until(() => library.total() === before);
  });

  it('says which operator value nobody goes by', async () => {
    library = await openLibrary();
    await library.type('人物:张三丰');
    await library.until(() => library.text().includes('没有叫「张三丰」的人物'));
    expect(library.text()).toContain('没有哪一篇写着「人物:张三丰」');
  });

  it('offers what an operator can be while it is typed, and takes it with Enter', async () => {
    library = await openLibrary();
    (library.find('input[type="search"]') as HTMLInputElement).focus();
    await library.type('状态:');
    await library.until(() => library.all('[role="listbox"] [role="option"]').length === 5);
    await library.press('ArrowDown');
    await library.press('Enter');
    await library.until(() => library.studio.getState().library.filter.query === '状态:想法 ');
    await library.until(() => library.total() === 5);
    await library.press('Escape');
    expect(library.studio.getState().library.filter.query).toBe('');
  });

  it('moves selected pieces to the trash as one named step, and one undo brings them back', async () => {
    library = await openLibrary();
    const before = library.total();
    const gone = library.titles().slice(0, 2);
    await library.key(' ');
    await library.key('ArrowDown', { shiftKey: true });
    expect(library.text()).toContain('选了 2 篇');
    await library.press('Delete');
    await library.until(() => library.total() === before - 2);
    expect(library.titles()).not.toContain(gone[0]);
    expect(undoName()).toBe('把 2 篇移进回收站');
    await library.studio.getState().undo();
    await library.until(() => library.total() === before);
    expect(library.titles().slice(0, 2).toSorted()).toEqual(gone.toSorted());
  });

  it('selects everything that matches, and Escape lets go', async () => {
    library = await openLibrary();
    await library.press('a', { ctrlKey: true });
    await library.until(() => library.text().includes(`对得上的 ${library.total()} 篇全选了`));
    await library.key('Escape');
    expect(library.studio.getState().library.picked).toEqual({ kind: 'some', ids: new Set() });
  });

  it('acts on all that match but the one that was unticked, as one step', async () => {
    library = await openLibrary();
    await library.type('状态:想法');
    await library.until(() => library.total() === 5);
    await library.key('ArrowDown');
    await library.press('a', { ctrlKey: true });
    await library.until(() => library.text().includes('对得上的 5 篇全选了'));
    await library.key(' ');
    await library.until(() => library.text().includes('选了对得上的 4 篇，留下 1 篇'));
    expect(library.all('[data-index] [aria-selected="true"], [data-index][aria-selected="true"]')).toHaveLength(4);
    const left = library.titles()[1] ?? '';
    await library.click(library.button('归档'));
    await library.until(() => undoName() === '把 4 篇归档');
    await library.until(() => library.total() === 1 && library.titles()[0] === left);
    await library.studio.getState().undo();
    await library.until(() => library.total() === 5);
  });

  it('opens the piece under the cursor, and coming back stands on it though it moved to the top', async () => {
    library = await openLibrary();
    for (let step = 0; step < 4; step += 1) await library.key('j');
    const wanted = library.titles()[4];
    const id = library.studio.getState().library.cursor.id ?? '';
    await library.key('Enter');
    expect(library.studio.getState().route).toMatchObject({ screen: 'editor', pieceId: id });
    library.studio.getState().goBack();
    value(
      await library.bridge.call('change.make', {
        label: { code: 'piece_edit', params: {} },
        ops: [{ kind: 'set', type: 'piece', id, register: 'notes', value: '改过' }],
      }),
    );
    await library.until(() => library.titles()[0] === wanted);
    await library.until(() => library.studio.getState().library.cursor.index === 0);
    expect(library.studio.getState().library.cursor.id).toBe(id);
  });

  it('every key of the library stands on the shortcut sheet', async () => {
    library = await openLibrary();
    const commands = library.studio.getState().commandSets.library ?? [];
    const keys = new Set(commands.flatMap((command) => command.keys ?? []));
    for (const key of ['/', 'v', 'j', 'k', 'enter', 'e', 'x', 'mod+a', 'mod+d', 'delete', 'm', 'shift+f10', 'shift+n'])
      expect(keys).toContain(key);
  });
});

describe('saved views', () => {
  it('keep filter and layout, and saving, renaming, updating and deleting are each one named step', async () => {
    library = await openLibrary();
    const { getState } = library.studio;
    getState().setLibrary({ filter: { ...getState().library.filter, kinds: ['story'] }, layout: 'cards' });
    await library.click(library.button(/^全部内容/));
    await library.until(() => library.all('[role="menuitem"]').length > 0);
    await library.click(library.button('存成视图…'));
    await library.until(() => library.all('form input').length === 1);
    const name = library.find('form input') as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(name, '人的故事卡片');
    name.dispatchEvent(new Event('input', { bubbles: true }));
    await library.until(() => !(library.button('存下') as HTMLButtonElement).disabled);
    library.find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await library.until(() => undoName() === '存视图「人的故事卡片」');
    const saved = () => getState().outline?.view.find((view) => view.name === '人的故事卡片');
    await library.until(() => saved() !== undefined);
    expect(JSON.parse(saved()?.filter ?? '')).toEqual({ kinds: ['story'], layout: 'cards' });

    // Changed, it says so; opened again from elsewhere, it is as it was kept.
    getState().setLibrary({ filter: { ...getState().library.filter, states: ['idea'] } });
    await library.until(() => library.text().includes('已改'));
    getState().openSavedView(saved()?.id ?? '');
    await library.until(() => getState().library.filter.states.length === 0);
    expect(getState().library).toMatchObject({ layout: 'cards', viewId: saved()?.id });
    await getState().undo();
    await library.until(() => saved() === undefined);
    expect(library.text()).toContain('全部内容');
  });
});

describe('the board', () => {
  it('moves a piece to the next column by keys, aloud, as one named step', async () => {
    library = await openLibrary();
    await library.press('v');
    await library.press('v');
    await library.until(() => library.all('section[data-column]').length === 5);
    await library.until(() => library.all('section[data-column="0"] [role="option"]').length > 0);
    library.studio.getState().setLibrary({ cursor: { column: 0, index: 0, id: null } });
    await library.until(() => library.all('section[data-column="0"] [role="listbox"][tabindex="0"]').length === 1);
    library.find('section[data-column="0"] [role="listbox"]').focus();
    const title = library.titles()[0] ?? '';
    await library.press('m');
    expect(library.studio.getState().announcement.text).toContain(title);
    await library.key('ArrowRight');
    await library.key('ArrowRight');
    expect(library.studio.getState().announcement.text).toBe('移到「在审」，回车放下');
    await library.key('Enter');
    await library.until(() => undoName() === `把「${title}」标为在审`);
    await library.until(() => library.all('section[data-column="2"] [data-part="open"]')[0]?.textContent === title);
    // The cursor went along.
    await library.until(() => library.studio.getState().library.cursor.column === 2);
    await library.key('ArrowLeft', { altKey: true });
    await library.until(() => undoName() === `把「${title}」标为起草`);
    await library.studio.getState().undo();
    await library.studio.getState().undo();
    await library.until(() =>
      library.all('section[data-column="0"] [data-part="open"]').some((one) => one.textContent === title),
    );
  });

  it('lets go of a move with Escape, and nothing has changed', async () => {
    library = await openLibrary();
    library.studio.getState().setLibrary({ layout: 'board' });
    await library.until(() => library.all('section[data-column="1"] [role="option"]').length > 0);
    await library.press('m');
    await library.key('ArrowRight');
    await library.key('Escape');
    expect(undoName()).toBeNull();
    expect(library.studio.getState().announcement.text).toMatch(/^不移了/);
  });
});

describe('the trash', () => {
  it('puts back, and asks once before it deletes for good, naming what goes', async () => {
    library = await openLibrary();
    const before = library.total();
    const title = library.titles()[2] ?? '';
    await library.key('j');
    await library.key('j');
    await library.press('Delete');
    await library.until(() => library.total() === before - 1);
    library.studio.getState().setLibrary({ filter: { ...library.studio.getState().library.filter, trashed: true } });
    await library.until(() => library.total() === 1 && library.titles()[0] === title);
    expect(library.text()).toContain('30 天');
    await library.press('Delete');
    await library.until(() => library.text().includes('彻底删除这一篇？'));
    expect(library.text()).toContain(`《${title}》`);
    expect(library.text()).toMatch(/\d+ 处排期/);
    await library.click(library.button('留着'));
    await library.until(() => !library.text().includes('彻底删除这一篇？'));
    await library.press('r');
    await library.until(() => library.text().includes('回收站是空的。'));
    expect(undoName()).toBe(`从回收站取回「${title}」`);
  });
});
