import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSounds, findSound } from '../../../src/core/search/pinyin';
import { FIRST_LETTERS, FULL_LETTERS } from '../../../src/core/search/sound';
import { FIRST_SOUNDS, FULL_SOUND } from '../../../src/core/search/tokens';

const found = (text: string, term: string): string | null => {
  const at = findSound(text, term);
  return at === null ? null : text.slice(...at);
};
/** Whether the index would name the text for this term. */
const isCandidate = (text: string, term: string): boolean => {
  const tokens = new Set<string>();
  addSounds(tokens, text);
  const has = (mark: string, letters: number) =>
    [...tokens].some((token) => token.startsWith(mark + term.slice(0, letters)));
  return has(FULL_SOUND, FULL_LETTERS) || has(FIRST_SOUNDS, FIRST_LETTERS);
};

describe('pinyin', () => {
  it.each([
    ['百万夜拍挑战', 'yp', '夜拍'],
    ['百万夜拍挑战', 'yepai', '夜拍'],
    ['百万夜拍挑战', 'yep', '夜拍'],
    ['百万夜拍挑战', 'baiwanyepaitiao', '百万夜拍挑'],
    ['星野 X9 夜拍', 'xyy', null],
    ['重庆银行', 'cq', '重庆'],
    ['重庆银行', 'zhongq', '重庆'],
    ['重庆银行', 'yinhang', '银行'],
    ['绿色', 'lvse', '绿色'],
    ['Xiaomi', 'xm', null],
    ['夜拍', 'paiye', null],
  ])('in %s %s finds %s', (text, term, expected) => {
    expect(found(text, term)).toBe(expected);
  });

  it('never misses in the index what it finds in the text', () => {
    const han = fc.string({ unit: fc.constantFrom(...'夜拍百万景重庆银行长城挑战，X '), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(
        han,
        fc.string({ unit: fc.constantFrom(...'yepaibwjcqhxnzgtsd'), minLength: 2, maxLength: 9 }),
        (text, term) => {
          if (findSound(text, term) !== null) expect(isCandidate(text, term)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
