/** The world as a command sees it; tests hand in their own. Files are read and written through node:fs below `cwd`. */
export type Io = {
  readonly cwd: string;
  /** The folder `resources` that ships with the studio. */
  readonly resources: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Everything on standard input, as text. */
  readonly stdin: () => Promise<string>;
  /** Today's date in the machine's zone, `2026-10-11`. */
  readonly today: () => string;
};

/** 0 done, 1 something must be fixed, 2 wrong usage or unreadable input. */
export const exitCodes = { ok: 0, findings: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** One sentence that ends the command with exit code 2. */
export class Stop extends Error {
  constructor(readonly sentence: string) {
    super(sentence);
  }
}
