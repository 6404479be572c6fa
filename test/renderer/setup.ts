import { afterAll, vi } from 'vitest';

/** What happy-dom lacks of a browser's layout: media queries say no, sizes are never measured. */
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
})) as typeof window.matchMedia;

globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
} as unknown as typeof ResizeObserver;

/** Updates come from the store in their own time, as in the app; tests wait for what they expect on screen. */
(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = false;

/** A node is printed by its name: with everything that hangs on it, it is thousands of lines. */
for (const way of ['warn', 'error'] as const) {
  const print = console[way].bind(console);
  console[way] = (...words: readonly unknown[]) =>
    print(...words.map((word) => (word instanceof Node ? `<${word.nodeName.toLowerCase()}>` : word)));
}

/**
 * What was last asked for may still be on its way when a file ends: words that come late must not outlive their
 * document. Files share a worker and the libraries it has read, but never our own modules and what they hold.
 */
afterAll(async () => {
  await new Promise((done) => setTimeout(done, 0));
  await vi.dynamicImportSettled();
  vi.resetModules();
});
