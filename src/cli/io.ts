import type { Lang } from '../core/model/records';
import type { Failure } from '../core/result';
import { sayFailure } from '../core/words/failures';

/** The world as a command sees it; tests hand in their own. Files are read and written through node:fs below `cwd`. */
export type Io = {
  readonly cwd: string;
  /** The folder `resources` that ships with the studio. */
  readonly resources: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether somebody watches standard error: only then is progress told. */
  readonly isWatched: boolean;
  /** Everything on standard input, as text. */
  readonly stdin: () => Promise<string>;
  /** Today's date in the machine's zone, `2026-10-11`. */
  readonly today: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/**
 * What a script can go by. `findings`: it ran, and something must be looked at (errors, conflicts, differences).
 * `notHere`: only the desktop app can do it. `badInput`: a file cannot be read, is damaged, or cannot be written.
 */
export const exitCodes = { ok: 0, findings: 1, usage: 2, notHere: 3, badInput: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** One sentence that ends the command. */
export class Stop extends Error {
  constructor(
    readonly sentence: string,
    readonly code: ExitCode = exitCodes.usage,
  ) {
    super(sentence);
  }
}

/** Ends the command because of a file, with the sentence of a failure. */
export const stopped = (lang: Lang, why: Failure): Stop => new Stop(sayFailure(lang, why), exitCodes.badInput);
