import { LibraryScreen } from '../../../src/renderer/features/library/LibraryScreen';
import { ThemeProvider } from '../../../src/renderer/theme/ThemeProvider';
import { SlotProvider } from '../../../src/renderer/ui/Slot';
import type { TestBridge } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

/** The library alone in a window, over the real store. */
export type Library = TestWindow & {
  readonly titles: () => readonly string[];
  /** How many pieces the status line says there are. */
  readonly total: () => number;
  /** A key in whatever lists the pieces. */
  readonly key: (key: string, options?: KeyboardEventInit) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly button: (name: string | RegExp) => HTMLElement;
};

export async function openLibrary(bridge?: TestBridge): Promise<Library> {
  localStorage.clear();
  const window = await openWindow(
    bridge,
    <ThemeProvider theme="light">
      <SlotProvider>
        <LibraryScreen />
      </SlotProvider>
    </ThemeProvider>,
  );
  const pieces = () => window.all('[data-index]');
  await window.until(() => pieces().length > 0);
  const list = () =>
    window.all('[role="grid"]')[0] ?? window.find('main [role="listbox"][tabindex="0"][aria-multiselectable]');
  return {
    ...window,
    titles: () => pieces().map((piece) => piece.querySelector('[data-part="open"]')?.textContent ?? ''),
    total: () => {
      const column = (element: HTMLElement) => Number(/\d+/.exec(element.getAttribute('aria-label') ?? '')?.[0] ?? 0);
      const grid = window.all('[role="grid"]')[0];
      if (grid !== undefined) return Number(grid.getAttribute('aria-rowcount')) - 1;
      return window.all('section[data-column]').reduce((sum, one) => sum + column(one), 0);
    },
    key: async (key, options = {}) => {
      list().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));
      await new Promise((done) => setTimeout(done, 5));
    },
    type: async (text) => {
      const field = window.find('input[type="search"]') as HTMLInputElement;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field.setSelectionRange(text.length, text.length);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => setTimeout(done, 5));
    },
    button: (name) => {
      const matches = (text: string | null) =>
        text !== null && (typeof name === 'string' ? text.trim() === name : name.test(text));
      const found = window
        .all('button, [role="menuitem"], [role="menuitemcheckbox"]')
        .find((one) => matches(one.getAttribute('aria-label')) || matches(one.textContent));
      if (found === undefined) throw new Error(`There is no button ${name}.`);
      return found;
    },
  };
}
