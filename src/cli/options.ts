import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Lang, langs } from '../core/model/records';
import { cliWords } from '../core/words/cli';
import { speaker } from '../core/words/say';
import { Stop } from './io';

/** What every command is given: its options read, its language settled. */
export type Asked<O extends string> = {
  readonly lang: Lang;
  readonly help: boolean;
  readonly values: Readonly<Partial<Record<O, string>>>;
  readonly flags: ReadonlySet<string>;
  readonly files: readonly string[];
};

/** The language of messages can be read from the arguments even when the rest of them is wrong. */
export function langOf(argv: readonly string[]): Lang {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = argv[at]?.includes('=') ? argv[at]?.slice('--lang='.length) : argv[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'zh';
}

/** Reads a command's arguments: options with a value, `--json`-like flags, files. Anything unknown is refused. */
export function readOptions<O extends string>(
  argv: readonly string[],
  withValue: readonly O[],
  flags: readonly string[] = [],
): Asked<O> {
  const lang = langOf(argv);
  const t = speaker(cliWords, lang);
  const options: NonNullable<ParseArgsConfig['options']> = {
    lang: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  };
  for (const name of withValue) options[name] = { type: 'string', ...(name === 'out' ? { short: 'o' } : {}) };
  for (const name of flags) options[name] = { type: 'boolean' };
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Stop(sayWrong(t, error));
  }
  const { values, positionals } = parsed;
  if (values.lang !== undefined && !langs.some((known) => known === values.lang))
    throw new Stop(t('usage_bad_lang', { value: String(values.lang) }));
  const given: Partial<Record<O, string>> = {};
  for (const name of withValue) {
    const value = values[name];
    if (typeof value === 'string') given[name] = value;
  }
  return {
    lang,
    help: values.help === true,
    values: given,
    flags: new Set(flags.filter((name) => values[name] === true)),
    files: positionals,
  };
}

/** What Node's reader of options found wrong, which it says in English only. */
function sayWrong(t: ReturnType<typeof speaker<keyof (typeof cliWords)['zh']>>, error: unknown): string {
  if (!(error instanceof Error)) throw error;
  const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? '-';
  if ('code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return t('usage_unknown_option', { option });
  return t(error.message.includes('does not take') ? 'usage_no_value_taken' : 'usage_no_value', { option });
}

/** The files a command works on: one at least. */
export function someFiles({ files, lang }: Asked<string>, example: string): readonly string[] {
  if (files.length === 0) throw new Stop(speaker(cliWords, lang)('usage_missing_file', { example }));
  return files;
}

/** What a command reads and where it writes: two names in a row, or the second as `--out`. */
export function twoFiles({ files, lang, values }: Asked<'out'>, example: string): readonly [string, string] {
  const t = speaker(cliWords, lang);
  const [from, to, extra] = values.out === undefined ? files : [...files.slice(0, 1), values.out, ...files.slice(1)];
  if (from === undefined || to === undefined || to === '') throw new Stop(t('usage_missing_file', { example }));
  if (extra !== undefined) throw new Stop(t('usage_one_file', { name: extra }));
  return [from, to];
}

/** The two things a command holds against each other. */
export function requireTwo({ files, lang }: Asked<string>, example: string): readonly [string, string] {
  const t = speaker(cliWords, lang);
  const [first, second, extra] = files;
  if (first === undefined || second === undefined) throw new Stop(t('usage_missing_file', { example }));
  if (extra !== undefined) throw new Stop(t('usage_two_files', { name: extra }));
  return [first, second];
}

/** The one file a command works on. */
export function oneFile({ files, lang }: Asked<string>, example: string): string {
  const t = speaker(cliWords, lang);
  const [file, extra] = files;
  if (file === undefined) throw new Stop(t('usage_missing_file', { example }));
  if (extra !== undefined) throw new Stop(t('usage_one_file', { name: extra }));
  return file;
}
