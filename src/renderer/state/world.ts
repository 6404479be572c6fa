/** What the screens need from the machine, given so that tests can hold it still. */
export type World = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** `MacIntel`, `Linux x86_64` …: decides between Ctrl and ⌘. */
  readonly machine: string;
  /** Runs work once what is shown now has been painted. */
  readonly afterPaint: (work: () => void) => void;
};

export const browserWorld: World = {
  now: () => Date.now(),
  machine: navigator.platform,
  // The second frame begins when the first one has been handed to the screen.
  afterPaint: (work) => requestAnimationFrame(() => requestAnimationFrame(work)),
};
