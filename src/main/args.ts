import { isAbsolute, resolve } from 'node:path';
import type { Theme } from '../contract';
import { type Lang, langs } from '../core/model/vocabulary';
import { isWallDate, type WallDate } from '../core/time/wallDate';
import { isTheme } from './studio-file';

/** What the command line may decide. Everything else on it is ignored, so a file name can never become a flag. */
export type Args = {
  readonly dataFolder: string | null;
  readonly today: WallDate | null;
  readonly lang: Lang | null;
  readonly theme: Theme | null;
  /** On a machine without any workspace, open the sample instead of showing the three doors (`npm start`). */
  readonly sampleFirst: boolean;
};

type Valued = Omit<Args, 'sampleFirst'>;
type Read = { readonly [K in keyof Valued]: (value: string, cwd: string) => Valued[K] };

const read: Read = {
  dataFolder: (value, cwd) => (value === '' ? null : isAbsolute(value) ? value : resolve(cwd, value)),
  today: (value) => (isWallDate(value) ? value : null),
  lang: (value) => langs.find((lang) => lang === value) ?? null,
  theme: (value) => (isTheme(value) ? value : null),
};
const flags: { readonly [K in keyof Valued]: string } = {
  dataFolder: '--data-dir=',
  today: '--today=',
  lang: '--lang=',
  theme: '--theme=',
};

/** Reads `--data-dir=PATH --today=YYYY-MM-DD --lang=zh|en --theme=light|dark|system --sample-first`; the last of equals wins. */
export function parseArgs(argv: readonly string[], cwd: string): Args {
  const value = <K extends keyof Valued>(key: K): Valued[K] | null => {
    const flag = flags[key];
    const found = argv.findLast((arg) => arg.startsWith(flag));
    return found === undefined ? null : read[key](found.slice(flag.length), cwd);
  };
  return {
    dataFolder: value('dataFolder'),
    today: value('today'),
    lang: value('lang'),
    theme: value('theme'),
    sampleFirst: argv.includes('--sample-first'),
  };
}
