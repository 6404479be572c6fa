import { Menu } from 'electron';
import { type HistoryState, noHistory } from '../contract/history';
import type { Lang } from '../core/model/records';
import type { ChangeLabel } from '../core/plan/labels';
import { sayLabel } from '../core/words/history';
import { type MenuCommand, menuTemplate } from './menu';

const IS_MAC = process.platform === 'darwin';

export type NativeMenu = {
  /** Shows the menu for the language and history as they are now. */
  readonly show: () => void;
  /** Keeps the words of undo and redo true. */
  readonly setHistory: (history: HistoryState) => void;
};

/** The native menu in the user's language, built again only when its words change. */
export function createNativeMenu(deps: {
  readonly lang: () => Lang;
  readonly dev: boolean;
  readonly ask: (id: MenuCommand) => void;
}): NativeMenu {
  let history: HistoryState = noHistory;
  let shown = '';
  const show = (): void => {
    const lang = deps.lang();
    const word = (label: ChangeLabel | null): string | null => (label === null ? null : sayLabel(lang, label));
    const state = { lang, undo: word(history.undo), redo: word(history.redo), dev: deps.dev, mac: IS_MAC };
    const words = JSON.stringify(state);
    if (words === shown) return;
    shown = words;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, deps.ask)));
  };
  return {
    show,
    setHistory: (now) => {
      history = now;
      show();
    },
  };
}
