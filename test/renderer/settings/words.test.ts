import { describe, expect, it } from 'vitest';
import { boardWords } from '../../../src/core/words/board';
import { briefWords } from '../../../src/core/words/brief';
import { editorWords } from '../../../src/core/words/editor';
import { exportWords } from '../../../src/core/words/export';
import { keepingWords } from '../../../src/core/words/keeping';
import { kindWords } from '../../../src/core/words/kinds';
import { libraryWords } from '../../../src/core/words/library';
import { purgeWords } from '../../../src/core/words/purge';
import { say, type WordTable } from '../../../src/core/words/say';
import { searchWords } from '../../../src/core/words/search';
import { settingsWords } from '../../../src/core/words/settings';
import { versionWords } from '../../../src/core/words/versions';

const tables: Readonly<Record<string, WordTable<string>>> = {
  briefWords,
  editorWords,
  exportWords,
  kindWords,
  libraryWords,
  boardWords,
  keepingWords,
  purgeWords,
  versionWords,
  searchWords,
  settingsWords,
};

/** What a sentence asks for: its own names, and a number where it counts, so that the plural forms show. */
const params = (message: string, count: number): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    [...message.matchAll(/\{\s*(\w+)\s*(?:,\s*(\w+))?/g)].map(([, name = '', kind]) => [
      name,
      kind === 'plural' || kind === 'number' || name === 'count' ? count : name,
    ]),
  );

describe.each(Object.entries(tables))('%s', (_name, table) => {
  it.each(['zh', 'en'] as const)('says every sentence in %s, for none, one and many', (lang) => {
    for (const key of Object.keys(table[lang])) {
      for (const count of [0, 1, 7]) {
        const said = say(table, lang, key, params(table[lang][key] ?? '', count));
        expect(said, key).not.toMatch(/plural|select,/);
        if (!table[lang][key]?.startsWith('{count')) expect(said.trim(), key).not.toBe('');
      }
    }
  });

  it('keeps the tone: no exclamation, no bare success or failure', () => {
    for (const lang of ['zh', 'en'] as const)
      for (const message of Object.values(table[lang]))
        expect(message).not.toMatch(/[!！]|成功|失败|抱歉|sorry|success/i);
  });
});
