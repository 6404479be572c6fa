import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstGraphemes, graphemeCount, graphemes, isGraphemeBreak } from '../../../src/core/text/grapheme';
import { hostileText } from './hostile';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const reference = (text: string): string[] => [...segmenter.segment(text)].map((part) => part.segment);

describe('graphemes', () => {
  it('agree with Intl.Segmenter for every code point, alone and beside every kind of neighbour', () => {
    const neighbours = [
      'a',
      '米',
      '\n',
      '\r',
      '\u0301',
      '\u200d',
      '\ufe0f',
      '😀',
      '🏽',
      '🇨',
      '각',
      'ᄀ',
      'ᅡ',
      'ก',
      'क',
      '\u094d',
      'ا',
      '\u0600',
    ];
    const wrong: string[] = [];
    for (let code = 0; code <= 0x3ffff; code += 1) {
      // Ideographs of the extensions are all alike: a sample is enough.
      if (code > 0x20100 && code % 1021 !== 0) continue;
      if (code >= 0xe000 && code <= 0xf8ff && code % 61 !== 0) continue;
      if (
        ((code > 0x3500 && code < 0x9f00) || (code > 0xad00 && code < 0xd700) || (code > 0x12000 && code < 0x1e000)) &&
        code % 61 !== 0
      )
        continue;
      const char = String.fromCodePoint(code);
      const row = neighbours.map((neighbour) => `x${neighbour}${char}${neighbour}`).join('x');
      if (graphemeCount(row) !== reference(row).length) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('agree with Intl.Segmenter on hostile mixtures', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(graphemes(text)).toEqual(reference(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('say of every index whether a cluster ends there', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const breaks = new Set([0]);
        let at = 0;
        for (const part of reference(text)) breaks.add((at += part.length));
        for (let index = 0; index <= text.length; index += 1) {
          expect(isGraphemeBreak(text, index)).toBe(breaks.has(index));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('give the longest prefix of n clusters', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(30), (text, count) => {
        expect(firstGraphemes(text, count)).toBe(reference(text).slice(0, count).join(''));
      }),
      { numRuns: 500 },
    );
  });

  it('take no longer per character on a megabyte than on a kilobyte', () => {
    for (const unit of ['夜拍', 'night ', '👨‍👩‍👧‍👦', '🇨🇳', '가나', 'क्षि', 'a\u0301']) {
      const text = unit.repeat(Math.ceil(200_000 / unit.length));
      expect(graphemeCount(text)).toBe((reference(unit.repeat(10)).length / 10) * (text.length / unit.length));
    }
  });
});
