import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffProse, sideRows } from '../../../src/core/diff/prose';
import { afterOf, beforeOf } from '../../../src/core/diff/text';

const sentence = fc.constantFrom(
  '水里的灯没有糊成一片。',
  '船会晃，灯会动！',
  '我按了六张，只留下这一张。',
  '我按了七张，只留下这一张。',
  'It stayed lit. ',
  '\n',
  '\n\n',
  '#夜拍# ',
  '👨‍👩‍👧',
  '没说完',
);
const text = fc.array(sentence, { maxLength: 24 }).map((all) => all.join(''));
const words = (given: string): string => given.replace(/\s+/g, '');

describe('a long text beside a short one', () => {
  it('reads back as both texts, whatever came and went', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffProse(before, after, 'zh');
        expect([beforeOf(parts), afterOf(parts)]).toEqual([before, after]);
      }),
      { numRuns: 500 },
    );
  });

  it('shows every word of both sides in its rows, and nothing twice', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = sideRows(diffProse(before, after, 'zh'));
        const side = (pick: 'left' | 'right') => rows.flatMap((row) => row[pick].map((part) => part.text)).join('');
        expect([words(side('left')), words(side('right'))]).toEqual([words(before), words(after)]);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the sentences a post kept of an article of a thousand, and pairs the one that was rewritten', () => {
    const article = Array.from({ length: 1_000 }, (_, index) => `第${index}句讲的是第${index}盏灯的来历与去处。`).join(
      '',
    );
    const parts = diffProse(
      `${article}我按了六张，只留下这一张。`,
      '第40句讲的是第40盏灯的来历与去处。我按了七张，只留下这一张。',
      'zh',
    );
    const same = parts.filter(({ kind }) => kind === 'same').map((part) => part.text);
    expect(same).toEqual(['第40句讲的是第40盏灯的来历与去处。', '我按了', '张，只留下这一张。']);
  });

  it('keeps paragraphs level where both break, and lets one side alone be longer', () => {
    const rows = sideRows(diffProse('第一段讲灯。\n第二段讲风。\n第三段讲船。', '第一段讲灯。\n第三段讲船。', 'zh'));
    expect(
      rows.map(({ left, right }) => [left, right].map((parts) => parts.map((part) => part.text).join(''))),
    ).toEqual([
      ['第一段讲灯。', '第一段讲灯。'],
      ['第二段讲风。\n第三段讲船。', '第三段讲船。'],
    ]);
  });
});
