import { IntlMessageFormat } from 'intl-messageformat';
import type { Lang } from '../model/records';

/**
 * The studio's words. Each subject has a file beside this one that holds its sentences in both languages side by
 * side, in ICU message syntax; a key missing in one language does not compile. Used by the renderer, the shell,
 * exporters and the command line alike.
 */
export type WordTable<K extends string> = {
  readonly zh: Readonly<Record<K, string>>;
  readonly en: Readonly<Record<K, string>>;
};
export type WordParams = Readonly<Record<string, string | number | boolean>>;

/** Declares a subject's words. The English table must have exactly the keys of the Chinese one. */
export const defineWords = <const K extends string>(table: WordTable<K>): WordTable<K> => table;

const formats = new Map<string, IntlMessageFormat>();

function format(lang: Lang, message: string): IntlMessageFormat {
  const key = `${lang}\n${message}`;
  let found = formats.get(key);
  if (found === undefined) {
    found = new IntlMessageFormat(message, lang === 'zh' ? 'zh-CN' : 'en', undefined, { ignoreTag: true });
    formats.set(key, found);
  }
  return found;
}

/** Says one sentence. Parameters that the sentence does not name are ignored; missing ones throw (a test walks all). */
export function say<K extends string>(table: WordTable<K>, lang: Lang, key: K, params?: WordParams): string {
  const message = table[lang][key];
  return message.includes('{') ? String(format(lang, message).format(params)) : message;
}

/** One sentence of a subject in whatever language is asked for: the label of a command. */
export const speakerIn =
  <K extends string>(table: WordTable<K>) =>
  (key: K) =>
  (lang: Lang): string =>
    say(table, lang, key);

/** A speaker of one subject in one language: `const t = speaker(matrixWords, lang); t('tray.title', { count: 7 })`. */
export const speaker =
  <K extends string>(table: WordTable<K>, lang: Lang) =>
  (key: K, params?: WordParams): string =>
    say(table, lang, key, params);
