import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { StudioBridge } from '../contract';
import { bridgeCalls, bridgeEvents, CALL_CHANNEL, DROP_CHANNEL, EVENT_CHANNEL } from '../contract/names';

/**
 * The hatch between the screens and the shell. It carries names only: which calls may pass and which events may be
 * heard. What a call means and whether its input is right is decided on the other side.
 */
const callable: ReadonlySet<string> = new Set(bridgeCalls);
const audible: ReadonlySet<string> = new Set(bridgeEvents);

/** Who hears which event. The hatch listens once for all of them: parts of a screen come and go by the dozen. */
const hearers = new Map<string, Set<(fact: unknown) => void>>([...audible].map((name) => [name, new Set()]));
// The page gets the fact, never Electron's event object, which would hand it the sender.
ipcRenderer.on(EVENT_CHANNEL, (_, name: string, fact: unknown) => {
  for (const hear of [...(hearers.get(name) ?? [])]) hear(fact);
});

const bridge = {
  call: (name: string, input: unknown): Promise<unknown> =>
    callable.has(name)
      ? ipcRenderer.invoke(CALL_CHANNEL, name, input)
      : Promise.resolve({ ok: false, failure: { code: 'bad_input', params: { field: 'name' } } }),

  on: (event: string, listener: (fact: unknown) => void): (() => void) => {
    if (!audible.has(event)) throw new TypeError('Unknown event');
    // One of its own for each call: the same listener may be given twice and taken back once.
    const hear = (fact: unknown): void => listener(fact);
    hearers.get(event)?.add(hear);
    return () => {
      hearers.get(event)?.delete(hear);
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
