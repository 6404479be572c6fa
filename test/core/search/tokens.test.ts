import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTerm } from '../../../src/core/search/text';
import { addTokens, IN_TITLE, tokensOfTerm } from '../../../src/core/search/tokens';
import { foldedWithOffsets, searchable } from '../../../src/core/text/searchable';

const tokens = (text: string, mark?: string): readonly string[] => {
  const into = new Set<string>();
  addTokens(into, searchable(text), mark);
  return [...into];
};
/** What the index answers for one term over one text, before anybody looks at the text. */
const isCandidate = (text: string, term: string): boolean => {
  const has = new Set(tokens(text));
  const { whole, begins } = tokensOfTerm(searchable(term));
  return (
    whole.every((token) => has.has(token)) && (begins === null || [...has].some((token) => token.startsWith(begins)))
  );
};

/** Words people mix: Chinese, Latin with capitals and marks, full-width forms, digits, punctuation, emoji, kana. */
const alphabet = [...'夜拍景门城晚市Xx9proＸ１é.，！#@/ 　\n🎉👩\u200d🚀❤\ufe0fﾎﾟかなΣσİß한국ก'];
const written = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 40 });

describe('the tokens of a text', () => {
  it('are characters and pairs of Chinese, words of Latin, signs one by one', () => {
    expect(tokens('夜拍X9！')).toEqual(['夜', '拍', '夜拍', 'x9', '\ue00021']);
    expect(tokens('夜', IN_TITLE)).toEqual(['\ue001夜']);
  });

  it('ask one token for a term of one or two characters, and no look at the text', () => {
    for (const term of ['夜', '夜拍', 'x9', '🎉', '！']) {
      const { whole, begins, sure } = tokensOfTerm(searchable(term));
      expect([...whole, ...(begins === null ? [] : [begins])]).toHaveLength(1);
      expect(sure).toBe(true);
    }
    expect(tokensOfTerm('夜拍手')).toEqual({ whole: ['夜拍', '拍手'], begins: null, sure: false });
  });

  it('never miss a text that contains the term, and are right alone where they say so', () => {
    fc.assert(
      fc.property(written, written, fc.nat(40), fc.integer({ min: 1, max: 6 }), (text, other, at, length) => {
        for (const source of [text, other]) {
          const term = searchable([...source].slice(at, at + length).join('')).trim();
          if (term === '') continue;
          const holds = findTerm(searchable(text), term) >= 0;
          if (holds) expect(isCandidate(text, term)).toBe(true);
          if (tokensOfTerm(term).sure && isCandidate(text, term)) expect(holds).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('folding', () => {
  it('makes full-width, half-width and capitals meet', () => {
    expect(searchable('Ｘ９ Ultra，ﾎﾟ')).toBe('x9 ultra,ポ');
  });

  it('knows the way back to the text as it was written', () => {
    const folded = foldedWithOffsets('①２㎏ﾎﾟ夜');
    expect(folded.text).toBe('12kgポ夜');
    const at = folded.text.indexOf('kg');
    expect(folded.original(at, at + 2)).toEqual([2, 3]);
    expect(folded.original(at, at + 1)).toEqual([2, 3]);
    expect(folded.original(5, 6)).toEqual([5, 6]);
  });

  it('marks, for every stretch, a text that folds to something that holds it', () => {
    fc.assert(
      fc.property(written, fc.nat(40), fc.integer({ min: 1, max: 5 }), (text, at, length) => {
        const folded = foldedWithOffsets(text);
        expect(folded.text).toBe(searchable(text));
        const to = Math.min(at + length, folded.text.length);
        if (at >= to) return;
        const [from, end] = folded.original(at, to);
        expect(searchable(text.slice(from, end))).toContain(folded.text.slice(at, to));
      }),
      { numRuns: 400 },
    );
  });
});
