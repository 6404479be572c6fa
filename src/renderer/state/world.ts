/** What the screens need from the machine, given so that tests can hold it still. */
export type World = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** `MacIntel`, `Linux x86_64` …: decides between Ctrl and ⌘. */
  readonly machine: string;
};

export const browserWorld: World = { now: () => Date.now(), machine: navigator.platform };
