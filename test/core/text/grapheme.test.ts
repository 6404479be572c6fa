import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstGraphemes, graphemeCount, graphemes, isGraphemeBreak } from '../../../src/core/text/grapheme';
import { hostileText } from './hostile';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const reference = (text: string): string[] => [...segmenter.segment(text)].map((part) => part.segment);

/** Blocks that hold a class of the table, ideographs apart: those are all alike. */
const decided: readonly (readonly [number, number])[] = [
  [0x0, 0x6ff],
  [0x1e00, 0x3300],
  [0xf900, 0xffff],
  [0x1f000, 0x1fb00],
  [0xe0000, 0xe0100],
];

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
    for (let code = 0; code <= 0xe01ff; code += 1) {
      // Where the table decides, every code point is tried; elsewhere the segmenter does, and a sample is enough.
      const isDecided = decided.some(([from, to]) => code >= from && code <= to);
      if (!isDecided && code % 61 !== 0) continue;
      if (code > 0x32000 && code < 0xe0000) continue;
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
        for (const part of reference(text)) {
          at += part.length;
          breaks.add(at);
        }
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
