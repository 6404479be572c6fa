import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { type MenuCommand, menuCommands, menuTemplate } from '../../src/main/menu';

const state = { lang: 'zh', undo: null, redo: null, dev: false, mac: false } as const;
const items = (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => (Array.isArray(item.submenu) ? items(item.submenu) : [item]));

test('each command of the menu asks the screens for itself', () => {
  const asked: MenuCommand[] = [];
  for (const item of items(menuTemplate(state, (id) => asked.push(id)))) {
    item.click?.(undefined as never, undefined, undefined as never);
  }
  expect([...asked].sort()).toEqual([...menuCommands].sort());
});

test('undo and redo say what they take back, and are grey when there is nothing', () => {
  const edit = (undo: string | null) =>
    items(menuTemplate({ ...state, undo }, () => undefined)).find((item) => item.id === 'edit.undo');
  expect(edit('移动 6 篇')).toMatchObject({ label: '撤销：移动 6 篇' });
  expect(edit(null)).toMatchObject({ label: '撤销', enabled: false });
});

test('developer tools stand in the menu only while developing', () => {
  const roles = (dev: boolean) => items(menuTemplate({ ...state, dev }, () => undefined)).map((item) => item.role);
  expect(roles(false)).not.toContain('toggleDevTools');
  expect(roles(false)).not.toContain('reload');
  expect(roles(true)).toContain('toggleDevTools');
});

test.each(['zh', 'en'] as const)('every item has words in %s', (lang) => {
  for (const item of items(menuTemplate({ ...state, lang, mac: true, dev: true }, () => undefined))) {
    if (item.type !== 'separator') expect(item.label).toMatch(/\S/);
  }
});
