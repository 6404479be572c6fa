import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '../../src/renderer/app/App';
import { listenToKeys } from '../../src/renderer/commands/keyboard';
import { StudioProvider } from '../../src/renderer/state/StudioProvider';
import { createStudio, type Studio } from '../../src/renderer/state/studio';
import { bridge, type TestBridge, TODAY } from '../helpers/bridge';

/** A window without a browser: the real screens over the real store in memory. */
export type TestWindow = {
  readonly studio: Studio;
  readonly bridge: TestBridge;
  /** The first element with these words, or that carries the given `data-` mark; fails the test when there is none. */
  readonly find: (selector: string) => HTMLElement;
  readonly all: (selector: string) => readonly HTMLElement[];
  readonly text: () => string;
  readonly press: (key: string, options?: KeyboardEventInit) => Promise<void>;
  readonly click: (selector: string | HTMLElement, options?: MouseEventInit) => Promise<void>;
  /** Waits until something holds, letting the store answer in between. */
  readonly until: (holds: () => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

const tick = () => new Promise<void>((done) => setTimeout(done, 5));

export async function openWindow(given?: TestBridge, content: ReactNode = <App />): Promise<TestWindow> {
  const studioBridge = given ?? (await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } }));
  const studio = createStudio(studioBridge, {
    now: () => 0,
    machine: 'Linux x86_64',
    afterPaint: (work) => setTimeout(work, 0),
  });
  const stopKeys = listenToKeys(studio, window);
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  root.render(<StudioProvider studio={studio}>{content}</StudioProvider>);
  await Promise.all([studio.getState().start(), studio.getState().loadPacks()]);
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const find = (selector: string) => {
    const [first] = all(selector);
    if (first === undefined) throw new Error(`Nothing on screen matches ${selector}.`);
    return first;
  };
  const until = async (holds: () => boolean) => {
    for (let turn = 0; turn < 600; turn += 1) {
      if (holds()) return;
      await tick();
    }
    throw new Error(`Waited in vain. On screen: ${document.body.textContent?.slice(0, 400)}`);
  };
  return {
    studio,
    bridge: studioBridge,
    find,
    all,
    until,
    text: () => document.body.textContent ?? '',
    press: async (key, options = {}) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));
      await tick();
    },
    click: async (selector, options = {}) => {
      const target = typeof selector === 'string' ? find(selector) : selector;
      target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...options }));
      await tick();
    },
    close: async () => {
      root.unmount();
      document.body.replaceChildren();
      stopKeys();
      studio.stop();
      studioBridge.close();
    },
  };
}
