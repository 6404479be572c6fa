import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyToText, typographyOfText } from '../../../src/core/typography/plain';

const tidied = (text: string): string => applyToText(text, typographyOfText(text, 'curly'));

describe('typography of a plain text', () => {
  test('changes marks and spaces line by line and leaves fields as they are', () => {
    expect(tidied('渡口,夜拍(二)\n用Figma画的...')).toBe('渡口，夜拍（二）\n用 Figma 画的……');
    expect(tidied('在{{place}}吃,{{我的,field}}见')).toBe('在{{place}}吃，{{我的,field}}见');
    expect(typographyOfText('Only English, here', 'curly')).toEqual([]);
  });

  test('finds nothing a second time, and changes no letter or digit', () => {
    const word = fc.constantFrom(
      '渡口',
      'Figma',
      '12',
      ',',
      '.',
      '"',
      '(',
      ')',
      '...',
      '\n',
      ' ',
      '{{place}}',
      '—',
      '！！',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 24 }), (words) => {
        const once = tidied(words.join(''));
        expect(tidied(once)).toBe(once);
        expect(once.replace(/[^\p{L}\p{N}]/gu, '')).toBe(words.join('').replace(/[^\p{L}\p{N}]/gu, ''));
      }),
    );
  });
});
