import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_BYTES, nameGiver, safeName } from '../../../src/core/export/safeName';
import { isSafePath, pathKey } from '../../../src/core/plan/file/paths';
import { graphemes } from '../../../src/core/text/grapheme';

const bytes = (text: string): number => new TextEncoder().encode(text).length;
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.constantFrom(
    'CON',
    'nul.txt',
    'com¹',
    'Aux .md',
    '.hidden',
    '-rf',
    '~',
    '..',
    ' . ',
    'a/b\\c:d',
    '\ud83d',
    'x\u202egpj.exe',
    '中'.repeat(200),
    '👨‍👩‍👧‍👦'.repeat(20),
    'e\u0301'.repeat(90),
  ),
);

describe('a name made of what a person wrote', () => {
  it('I5: is allowed on Windows, macOS and Linux, whatever was written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = safeName(text);
        expect(name).not.toBe('');
        expect(bytes(name)).toBeLessThanOrEqual(NAME_BYTES);
        expect(isSafePath(name)).toBe(true);
        expect(isSafePath(`${name}.md`)).toBe(true);
        expect(name).not.toMatch(/^[.~ -]|[. ]$|[\\/:*?"<>|%\p{Cc}]/u);
        expect(name.isWellFormed()).toBe(true);
        expect(name.normalize('NFC')).toBe(name);
        expect(safeName(name)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps ordinary titles as they are', () => {
    for (const title of ['夜里十一点的桥', 'Night walk, part 2', '🌉 桥 (一)', '第1晚_终'] as const)
      expect(safeName(title)).toBe(title);
  });

  it('is cut between characters as people see them', () => {
    const long = safeName('👨‍👩‍👧‍👦'.repeat(20), 90);
    expect(graphemes(long)).toEqual(Array.from({ length: 3 }, () => '👨‍👩‍👧‍👦'));
    expect(safeName('中'.repeat(200))).toBe('中'.repeat(Math.floor(NAME_BYTES / 3)));
  });

  it('says so where nothing is left', () => {
    expect([safeName(''), safeName('...'), safeName('\0'), safeName(' ', 20, '未命名')]).toEqual([
      'untitled',
      'untitled',
      'untitled',
      '未命名',
    ]);
  });

  it('knows the devices of Windows', () => {
    expect(['con', 'PRN', 'aux.txt', 'NUL', 'com1', 'LPT³', 'CONIN$'].map((name) => safeName(name))).toEqual([
      '_con',
      '_PRN',
      '_aux.txt',
      '_NUL',
      '_com1',
      '_LPT³',
      '_CONIN$',
    ]);
    expect(safeName('console')).toBe('console');
  });
});

describe('names given out', () => {
  it('I5: are never one file on any system', () => {
    const similar = fc.constantFrom(
      'Straße',
      'STRASSE',
      'strasse',
      'é',
      'e\u0301',
      'É',
      'Ａ',
      'a',
      'A',
      'ﬁ',
      'fi',
      'k',
      'K',
      'ſ',
      's',
    );
    fc.assert(
      fc.property(fc.array(similar, { maxLength: 20 }), (names) => {
        const give = nameGiver();
        const given = names.map((name) => give(safeName(name), '.txt'));
        expect(new Set(given.map(pathKey)).size).toBe(names.length);
        expect(new Set(given.map((name) => name.normalize('NFD').toLowerCase())).size).toBe(names.length);
      }),
      { numRuns: 500 },
    );
  });

  it('count up in the order of asking', () => {
    const give = nameGiver();
    expect([give('桥', '.md'), give('桥', '.md'), give('桥', '.txt'), give('桥 (2)', '.md')]).toEqual([
      '桥.md',
      '桥 (2).md',
      '桥.txt',
      '桥 (2) (2).md',
    ]);
  });
});
