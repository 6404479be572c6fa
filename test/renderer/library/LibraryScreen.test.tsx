import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, it } from 'vitest';
import { LibraryScreen } from '../../../src/renderer/features/library/LibraryScreen';
import { StudioProvider } from '../../../src/renderer/state/StudioProvider';
import { createStudio, type Studio } from '../../../src/renderer/state/studio';
import { ThemeProvider } from '../../../src/renderer/theme/ThemeProvider';
import { SlotProvider } from '../../../src/renderer/ui/Slot';
import { bridge, TODAY, value } from '../../helpers/bridge';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

async function theLibrary(): Promise<{ readonly studio: Studio; readonly host: HTMLElement }> {
  const api = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
  open.push(api.close);
  const studio = createStudio(api, {
    now: () => Date.now(),
    machine: 'Linux',
    afterPaint: (work) => setTimeout(work, 0),
  });
  open.push(studio.stop);
  await studio.getState().start();
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  open.push(() => act(() => root.unmount()));
  await act(async () => {
    root.render(
      <StudioProvider studio={studio}>
        <ThemeProvider theme="light">
          <SlotProvider>
            <LibraryScreen />
          </SlotProvider>
        </ThemeProvider>
      </StudioProvider>,
    );
  });
  await until(() => rows(host).length > 0);
  return { studio, host };
}

const rows = (host: HTMLElement): readonly HTMLElement[] => [
  ...host.querySelectorAll<HTMLElement>('tbody tr[data-index]'),
];
const titles = (host: HTMLElement): readonly string[] =>
  rows(host).map((row) => row.querySelector('button')?.textContent ?? '');
const grid = (host: HTMLElement): HTMLElement => host.querySelector<HTMLElement>('[role="grid"]') ?? host;
const total = (host: HTMLElement): number => Number(grid(host).getAttribute('aria-rowcount')) - 1;

async function until(check: () => boolean): Promise<void> {
  const end = Date.now() + 8_000;
  while (!check()) {
    if (Date.now() > end) throw new Error('It did not happen within eight seconds.');
    await act(() => new Promise((next) => setTimeout(next, 20)));
  }
}
const press = (host: HTMLElement, key: string, more: KeyboardEventInit = {}) =>
  act(() => grid(host).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })));
const search = (host: HTMLElement, text: string) =>
  act(() => {
    const field = host.querySelector<HTMLInputElement>('input[type="search"]');
    if (field === null) throw new Error('There is no search field.');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

describe('the library', () => {
  it('finds any substring of Chinese and marks it', async () => {
    const { host } = await theLibrary();
    const before = total(host);
    await search(host, '面包');
    await until(() => total(host) < before && total(host) > 0);
    expect([...host.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('面包');
  });

  it('says how many are hidden, and one click shows them again', async () => {
    const { host } = await theLibrary();
    const before = total(host);
    await search(host, '面包');
    await until(() => total(host) < before);
    expect(host.textContent).toContain(`已隐藏 ${before - total(host)} 篇`);
    const clear = [...host.querySelectorAll('button')].find((button) => button.textContent === '清除筛选');
    await act(() => clear?.click());
    await until(() => total(host) === before);
  });

  it('draws a constant number of rows, not all of them', async () => {
    const { host } = await theLibrary();
    expect(rows(host).length).toBeLessThan(total(host));
  });

  it('moves two selected pieces to the trash as one change, and one undo brings both back', async () => {
    const { studio, host } = await theLibrary();
    const before = total(host);
    const gone = titles(host).slice(0, 2);
    await press(host, ' ');
    await press(host, 'ArrowDown');
    await press(host, ' ');
    expect(host.textContent).toContain('选了 2 篇');
    await press(host, 'Delete');
    await until(() => total(host) === before - 2);
    expect(titles(host)).not.toContain(gone[0]);
    expect(studio.getState().notices.at(-1)).toMatchObject({ message: '已把 2 篇移到回收站', undo: true });
    await act(() => studio.getState().undo());
    await until(() => total(host) === before);
    expect(titles(host).slice(0, 2).toSorted()).toEqual(gone.toSorted());
  });

  it('opens the piece under the cursor with Enter', async () => {
    const { studio, host } = await theLibrary();
    await press(host, 'ArrowDown');
    const wanted = titles(host)[1];
    await press(host, 'Enter');
    const { route } = studio.getState();
    const id = route.screen === 'editor' ? route.pieceId : '';
    expect(value(await studio.api.call('piece.open', { id })).piece.title).toBe(wanted);
  });
});
