import type { MenuItemConstructorOptions } from 'electron';
import type { Lang } from '../core/model/records';
import { type MenuWord, menuWords } from '../core/words/menu';
import { speaker } from '../core/words/say';

export type MenuState = {
  readonly lang: Lang;
  /** What undo and redo would take back, in words; null when there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly dev: boolean;
  readonly mac: boolean;
};

/** Commands of the screens that also stand in the menu, with the keys the screens listen to. */
export const accelerators = {
  'plan.new_piece': 'N',
  'plan.new_story': null,
  'plan.new_interactive': null,
  'plan.from_template': null,
  'plan.import': 'CmdOrCtrl+O',
  'go.matrix': 'CmdOrCtrl+1',
  'go.calendar': 'CmdOrCtrl+2',
  'go.library': 'CmdOrCtrl+3',
  'go.desk': 'CmdOrCtrl+8',
  'go.library_list': null,
  'go.library_cards': null,
  'go.library_board': null,
  'go.media': 'CmdOrCtrl+6',
  'go.export': 'CmdOrCtrl+4',
  'go.settings': 'CmdOrCtrl+5',
  'studio.palette': 'CmdOrCtrl+K',
  'studio.keys': '?',
  'edit.undo': 'CmdOrCtrl+Z',
  'edit.redo': 'CmdOrCtrl+Shift+Z',
  'edit.find': 'CmdOrCtrl+F',
} as const satisfies { readonly [K in MenuWord]?: string | null };
export type MenuCommand = keyof typeof accelerators;
export const menuCommands = Object.keys(accelerators) as readonly MenuCommand[];

/** The menu as data: what it says, and which command each item asks the screens for. */
export function menuTemplate(state: MenuState, ask: (id: MenuCommand) => void): MenuItemConstructorOptions[] {
  const t = speaker(menuWords, state.lang);
  // The screens listen to the keys themselves, so the menu shows them without listening a second time.
  const command = (id: MenuCommand, change: MenuItemConstructorOptions = {}): MenuItemConstructorOptions => ({
    id,
    label: t(id),
    ...(accelerators[id] === null ? {} : { accelerator: accelerators[id], registerAccelerator: false }),
    click: () => ask(id),
    ...change,
  });
  const role = (key: MenuWord, name: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({
    label: t(key),
    role: name,
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const undoable = (id: 'edit.undo' | 'edit.redo', what: string | null): MenuItemConstructorOptions =>
    what === null
      ? command(id, { enabled: false })
      : command(id, { label: t(id === 'edit.undo' ? 'undo_what' : 'redo_what', { what }) });

  const appMenu: MenuItemConstructorOptions = {
    label: 'Juzhen',
    submenu: [
      role('about', 'about'),
      line,
      command('go.settings'),
      line,
      role('hide', 'hide'),
      line,
      role('quit', 'quit'),
    ],
  };
  return [
    ...(state.mac ? [appMenu] : []),
    {
      label: t('file'),
      submenu: [
        {
          label: t('new'),
          submenu: [
            command('plan.new_piece'),
            command('plan.new_story'),
            command('plan.new_interactive'),
            line,
            command('plan.from_template'),
          ],
        },
        command('plan.import'),
        command('go.export'),
        ...(state.mac ? [] : [line, command('go.settings'), line, role('quit', 'quit')]),
      ],
    },
    {
      label: t('edit'),
      submenu: [
        undoable('edit.undo', state.undo),
        undoable('edit.redo', state.redo),
        line,
        role('cut', 'cut'),
        role('copy', 'copy'),
        role('paste', 'paste'),
        role('paste_plain', 'pasteAndMatchStyle'),
        role('select_all', 'selectAll'),
        line,
        command('edit.find'),
      ],
    },
    {
      label: t('view'),
      submenu: [
        command('go.matrix'),
        command('go.calendar'),
        command('go.library'),
        command('go.desk'),
        command('go.media'),
        line,
        command('go.library_list'),
        command('go.library_cards'),
        command('go.library_board'),
        line,
        command('studio.palette'),
        command('studio.keys'),
        line,
        role('zoom_in', 'zoomIn'),
        role('zoom_out', 'zoomOut'),
        role('zoom_reset', 'resetZoom'),
        role('full_screen', 'togglefullscreen'),
        ...(state.dev ? [line, role('dev_tools', 'toggleDevTools')] : []),
      ],
    },
    { label: t('window'), submenu: [role('minimize', 'minimize')] },
  ];
}
