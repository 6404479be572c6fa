import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Basis } from '../../../src/core/adapt/basis';
import { carry, changesIn, sourceRows } from '../../../src/core/adapt/behind';

const basis = (...blocks: readonly (readonly string[])[]): Basis => ({ title: '', blocks });
const textOf = ({ blocks }: Basis): string => blocks.map((block) => block.join('')).join('\n\n');
const all = () => true;

describe('What moved in the source since a version was written', () => {
  const then = basis(['船还有三分钟到。', '灯一盏一盏退后。'], ['这一张是手持。', '没有三脚架。']);
  const now = basis(['船还有两分钟到。', '灯一盏一盏退后。'], ['这一张是手持。'], ['周三晚上我们来翻评论。']);

  test('is said sentence by sentence', () => {
    const rows = sourceRows(then, now);
    expect(rows.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['changed', '船还有三分钟到。', '船还有两分钟到。'],
      ['same', '灯一盏一盏退后。', '灯一盏一盏退后。'],
      ['same', '这一张是手持。', '这一张是手持。'],
      ['removed', '没有三脚架。', ''],
      ['added', '', '周三晚上我们来翻评论。'],
    ]);
    expect(changesIn(rows)).toBe(3);
  });

  test('goes into the hand-written text where its sentence stands, and nowhere else', () => {
    const rows = sourceRows(then, now);
    const mine = '先说一句我自己的。船还有三分钟到。我的话。\n\n这一张是手持。没有三脚架。\n#夜拍#';
    expect(carry(mine, rows, all)).toEqual({
      text: '先说一句我自己的。船还有两分钟到。我的话。\n\n这一张是手持。\n\n周三晚上我们来翻评论。\n#夜拍#',
      missing: [],
    });
    expect(carry(mine, rows, (row) => row === 0).text).toBe(mine.replace('三分钟', '两分钟'));
  });

  test('that concerns a sentence the version does not have asks for a person', () => {
    const rows = sourceRows(then, now);
    expect(carry('船快到了。', rows, () => false)).toEqual({ text: '船快到了。', missing: [0, 3] });
  });

  test('does not take a part of a longer sentence for the sentence', () => {
    const rows = sourceRows(basis(['看灯。', '灯。']), basis(['看灯。', '那盏灯。']));
    expect(carry('看灯。灯。', rows, all).text).toBe('看灯。那盏灯。');
  });
});

describe('For any two sources', () => {
  const sentence = fc
    .tuple(fc.constantFrom('河边', '渡口', '夜里', '灯下', '站台', '江面'), fc.integer({ min: 0, max: 400 }))
    .map(([place, number]) => `${place}第${number}盏灯还亮着。`);
  const blocks = fc.uniqueArray(sentence, { minLength: 1, maxLength: 12 }).chain((sentences) =>
    fc.array(fc.boolean(), { minLength: sentences.length, maxLength: sentences.length }).map((breaks) => {
      const grouped: string[][] = [];
      for (const [index, text] of sentences.entries())
        if (index === 0 || breaks[index]) grouped.push([text]);
        else grouped.at(-1)?.push(text);
      return grouped;
    }),
  );

  test('the rows hold both, in order', () => {
    fc.assert(
      fc.property(blocks, blocks, (a, b) => {
        const rows = sourceRows(basis(...a), basis(...b));
        expect(rows.filter(({ kind }) => kind !== 'added').map(({ before }) => before)).toEqual(a.flat());
        expect(rows.filter(({ kind }) => kind !== 'removed').map(({ after }) => after)).toEqual(b.flat());
      }),
    );
  });

  test('carrying every change into an untouched copy gives every sentence of the source now, and only those', () => {
    fc.assert(
      fc.property(blocks, blocks, (a, b) => {
        const rows = sourceRows(basis(...a), basis(...b));
        const { text, missing } = carry(textOf(basis(...a)), rows, all);
        expect(missing).toEqual([]);
        expect(text.replace(/\s+/g, '')).toBe(b.flat().join(''));
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/\n{3,}/);
      }),
    );
  });

  test('carrying nothing changes nothing', () => {
    fc.assert(
      fc.property(blocks, blocks, fc.string(), (a, b, mine) => {
        expect(carry(mine, sourceRows(basis(...a), basis(...b)), () => false).text).toBe(mine);
      }),
    );
  });

  test('what a person wrote around the sentences stays letter for letter', () => {
    fc.assert(
      fc.property(blocks, blocks, (a, b) => {
        const mine = `〔甲〕\n\n${textOf(basis(...a))}\n\n〔乙〕`;
        const { text } = carry(mine, sourceRows(basis(...a), basis(...b)), all);
        expect(text.startsWith('〔甲〕')).toBe(true);
        expect(text.endsWith('〔乙〕')).toBe(true);
      }),
    );
  });
});
