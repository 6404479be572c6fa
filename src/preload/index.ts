import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { StudioBridge } from '../contract';
import { bridgeCalls, bridgeEvents, CALL_CHANNEL, DROP_CHANNEL, EVENT_CHANNEL } from '../contract/names';

/**
 * The hatch between the screens and the shell. It carries names only: which calls may pass and which events may be
 * heard. What a call means and whether its input is right is decided on the other side.
 */
const callable: ReadonlySet<string> = new Set(bridgeCalls);
const audible: ReadonlySet<string> = new Set(bridgeEvents);

const bridge = {
  call: (name: string, input: unknown): Promise<unknown> =>
    callable.has(name)
      ? ipcRenderer.invoke(CALL_CHANNEL, name, input)
      : Promise.resolve({ ok: false, failure: { code: 'bad_input', params: { field: 'name' } } }),

  on: (event: string, listener: (fact: unknown) => void): (() => void) => {
    if (!audible.has(event)) throw new TypeError('Unknown event');
    // The page gets the fact, never Electron's event object, which would hand it the sender.
    const hear = (_: unknown, name: string, fact: unknown): void => {
      if (name === event) listener(fact);
    };
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, hear);
    };
  },

  /** Electron knows the path of a file that a person dropped; one that the page made up has none. */
  drop: (files: readonly File[]): Promise<unknown> =>
    ipcRenderer.invoke(
      DROP_CHANNEL,
      [...files].map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
    ),
};

contextBridge.exposeInMainWorld('studio', Object.freeze(bridge) as StudioBridge);
