import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete, completionsAt } from '../../../src/core/search/complete';
import { parseQuery } from '../../../src/core/search/query';

const names = {
  personas: [
    { id: 'p1', name: '阮小满' },
    { id: 'p2', name: 'Gu Changzhou' },
  ],
  campaigns: [{ id: 'c1', name: '还亮着的灯' }],
  tags: ['夜景', '夜市', '早点铺', 'StillLit'],
};
const offered = (text: string, lang: 'zh' | 'en' = 'zh') =>
  completionsAt(text, text.length, names, lang).map(({ label }) => label);

describe('completion in the search field', () => {
  it.each([
    ['', ['类型:', '标签:', '状态:', '人物:', '战役:']],
    ['状', ['状态:']],
    ['夜景 ta', ['标签:']],
    ['标签:夜', ['夜景', '夜市']],
    ['灯 -tag:still', ['StillLit']],
    ['人设：', ['阮小满', 'Gu Changzhou']],
    ['persona:"gu ch', ['Gu Changzhou']],
    ['state:rea', ['就绪']],
    ['kind:创', ['创始人故事']],
    ['夜景 ', []],
    ['12:30', []],
    ['没这个', []],
  ])('%j offers %j', (text, expected) => {
    expect(offered(text)).toEqual(expected);
  });

  it('puts the value in, quoted where it has a space, and the query then means it', () => {
    const [gu] = completionsAt('灯 persona:gu', 12, names, 'en');
    const done = complete('灯 persona:gu', gu as NonNullable<typeof gu>);
    expect(done).toEqual({ text: '灯 persona:"Gu Changzhou" ', caret: 25 });
    expect(parseQuery(done.text)).toEqual([
      { kind: 'term', text: '灯', phrase: false, not: false },
      { kind: 'field', operator: 'persona', value: 'Gu Changzhou', not: false },
    ]);
  });

  it('never loses what stands around the caret', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.nat(30), (text, at) => {
        const caret = Math.min(at, text.length);
        for (const option of completionsAt(text, caret, names, 'zh')) {
          const { text: next } = complete(text, option);
          expect(next.startsWith(text.slice(0, option.from))).toBe(true);
          expect(next.endsWith(text.slice(caret).trimStart())).toBe(true);
        }
      }),
    );
  });
});
