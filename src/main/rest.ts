import type { BrowserWindow } from 'electron';
import type { Lang } from '../core/model/records';
import { answer } from './answer';
import { createDesktop } from './desktop';
import { createHandlers, type HandlerDeps } from './handlers';
import type { Answering } from './ipc';
import { type Log, traceOf } from './log';
import type { MenuCommand } from './menu';
import { createNativeMenu, type NativeMenu } from './native-menu';
import { createWatch, type Watch, type WatchDeps } from './reminder/watch';

/**
 * The half of the shell that works with the contract's schemas and with words: the answers to calls, the dialogs, the
 * menu. It is loaded when the page has its first screen, so that the first screen does not wait for it.
 */
export type RestDeps = Omit<HandlerDeps, 'desktop' | 'reminders'> & {
  readonly window: () => BrowserWindow | null;
  readonly lang: () => Lang;
  readonly dev: boolean;
  readonly ask: (id: MenuCommand) => void;
  readonly log: Log;
  /** What reminders need besides. */
  readonly watch: Omit<WatchDeps, 'settings' | 'workspaces' | 'window' | 'log'>;
};
export type Rest = { readonly answering: Answering; readonly menu: NativeMenu; readonly watch: Watch };

export function createRest(deps: RestDeps): Rest {
  const { window, lang, dev, ask, log } = deps;
  const watch = createWatch({ ...deps.watch, settings: deps.settings, workspaces: deps.workspaces, window, log });
  const handlers = createHandlers({
    ...deps,
    desktop: createDesktop(window, lang),
    reminders: watch.reminders,
  });
  const onInternal = (call: string, error: unknown): void => log({ kind: 'call_broke', call, ...traceOf(error) });
  return {
    answering: (name, input) => answer(handlers, name, input, onInternal),
    menu: createNativeMenu({ lang, dev, ask }),
    watch,
  };
}
