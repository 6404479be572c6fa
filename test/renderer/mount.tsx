import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach } from 'vitest';
import { StudioProvider } from '../../src/renderer/state/StudioProvider';
import { createStudio, type Studio } from '../../src/renderer/state/studio';
import { ThemeProvider } from '../../src/renderer/theme/ThemeProvider';
import { SlotProvider } from '../../src/renderer/ui/Slot';
import type { TestBridge } from '../helpers/bridge';

/*
 * One screen by itself, rendered in `act`, over the real store in memory. The whole window is in `screen.tsx`.
 */

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

/** Closed when the test is over, the latest first. */
export const atEnd = (close: () => void): void => {
  open.push(close);
};

/** A studio over a bridge, started; both end with the test. */
export async function aStudio(api: TestBridge): Promise<Studio> {
  atEnd(api.close);
  const studio = createStudio(api, {
    now: () => Date.now(),
    machine: 'Linux',
    afterPaint: (work) => setTimeout(work, 0),
  });
  atEnd(studio.stop);
  await studio.getState().start();
  return studio;
}

export type Mounted = { readonly studio: Studio; readonly host: HTMLElement };

export async function mount(api: TestBridge, screen: ReactNode): Promise<Mounted> {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  const studio = await aStudio(api);
  await studio.getState().loadPacks();
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  atEnd(() => act(() => root.unmount()));
  await act(async () => {
    root.render(
      <StudioProvider studio={studio}>
        <ThemeProvider theme="light">
          <SlotProvider>{screen}</SlotProvider>
        </ThemeProvider>
      </StudioProvider>,
    );
  });
  return { studio, host };
}

/** Waits until something holds, letting React and the store answer in between. */
export async function until(check: () => boolean): Promise<void> {
  const end = Date.now() + 8_000;
  while (!check()) {
    if (Date.now() > end) throw new Error(`It did not happen: ${document.body.textContent?.slice(0, 300)}`);
    await act(() => new Promise((next) => setTimeout(next, 20)));
  }
}

/** The field a label names. */
export function field(host: HTMLElement, label: string): HTMLInputElement {
  const id = [...host.querySelectorAll('label')].find((one) => one.textContent === label)?.htmlFor ?? '';
  const input = document.getElementById(id);
  if (!(input instanceof HTMLInputElement)) throw new Error(`There is no field ${label}.`);
  return input;
}

/** Writes into a field and leaves it. */
export async function write(input: HTMLInputElement, text: string): Promise<void> {
  await act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(() => input.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
}
