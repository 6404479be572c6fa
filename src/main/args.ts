import { isAbsolute, resolve } from 'node:path';
import type { Theme } from '../contract';
import { type Lang, langs } from '../core/model/vocabulary';
import { isWallDate, type WallDate } from '../core/time/wallDate';
import { isTheme } from './studio-file';

/** What the command line may decide. Everything else on it is ignored, so a file name can never become a flag. */
export type Args = {
  readonly dataFolder: string | null;
  readonly today: WallDate | null;
  /** The studio's clock starts here, in milliseconds since 1970, and goes on; its day is `today` unless that is given. */
  readonly clock: { readonly at: number; readonly day: WallDate } | null;
  readonly lang: Lang | null;
  readonly theme: Theme | null;
  /** On a machine without any workspace, open the sample instead of showing the three doors (`npm start`). */
  readonly sampleFirst: boolean;
  /** A file of the studio that was double-clicked; whether it is there and what it is, is looked at later. */
  readonly file: string | null;
};

type Valued = Omit<Args, 'sampleFirst' | 'file'>;
type Read = { readonly [K in keyof Valued]: (value: string, cwd: string) => Valued[K] };

const read: Read = {
  dataFolder: (value, cwd) => (value === '' ? null : isAbsolute(value) ? value : resolve(cwd, value)),
  today: (value) => (isWallDate(value) ? value : null),
  clock: clockIn,
  lang: (value) => langs.find((lang) => lang === value) ?? null,
  theme: (value) => (isTheme(value) ? value : null),
};
const flags: { readonly [K in keyof Valued]: string } = {
  dataFolder: '--data-dir=',
  today: '--today=',
  clock: '--clock=',
  lang: '--lang=',
  theme: '--theme=',
};

/** `2026-10-09T18:29:55+08:00`: a moment with its offset, so that the day it is of is clear. */
function clockIn(value: string): Args['clock'] {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/.test(value)) return null;
  const day = value.slice(0, 10);
  const at = Date.parse(value);
  return isWallDate(day) && !Number.isNaN(at) ? { at, day } : null;
}

/** Reads `--data-dir=PATH --today=YYYY-MM-DD --clock=MOMENT --lang=zh|en --theme=light|dark|system --sample-first`; the last of equals wins. */
export function parseArgs(argv: readonly string[], cwd: string): Args {
  const value = <K extends keyof Valued>(key: K): Valued[K] | null => {
    const flag = flags[key];
    const found = argv.findLast((arg) => arg.startsWith(flag));
    return found === undefined ? null : read[key](found.slice(flag.length), cwd);
  };
  return {
    dataFolder: value('dataFolder'),
    today: value('today') ?? value('clock')?.day ?? null,
    clock: value('clock'),
    lang: value('lang'),
    theme: value('theme'),
    sampleFirst: argv.includes('--sample-first'),
    file: fileIn(argv, cwd),
  };
}

/** The file a command line hands over: the last thing on it that ends as files of the studio do and is no flag. */
export function fileIn(argv: readonly string[], cwd: string): string | null {
  const found = argv.findLast((arg) => !arg.startsWith('-') && /\.juzhen(-review|-marks|-slip)?$/i.test(arg));
  return found === undefined ? null : isAbsolute(found) ? found : resolve(cwd, found);
}
