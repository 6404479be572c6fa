import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, printQuery, type QueryItem, type queryOperators } from '../../../src/core/search/query';

const term = (text: string, more: Partial<{ phrase: boolean; not: boolean }> = {}): QueryItem => ({
  kind: 'term',
  text,
  phrase: false,
  not: false,
  ...more,
});
const field = (operator: (typeof queryOperators)[number], value: string, not = false): QueryItem => ({
  kind: 'field',
  operator,
  value,
  not,
});

describe('a query', () => {
  it.each<[string, readonly QueryItem[]]>([
    ['', []],
    ['   ', []],
    ['夜拍', [term('夜拍')]],
    ['夜拍　慢门', [term('夜拍'), term('慢门')]],
    ['"慢门 手持" x9', [term('慢门 手持', { phrase: true }), term('x9')]],
    ['“慢门 手持”', [term('慢门 手持', { phrase: true })]],
    ['"还没打完', [term('还没打完', { phrase: true })]],
    ['kind:story 类型：故事', [field('kind', 'story'), field('kind', '故事')]],
    ['-tag:旧稿 －标签:"夜 拍"', [field('tag', '旧稿', true), field('tag', '夜 拍', true)]],
    [
      '人设:雷 活动:百万夜景 KIND:scene',
      [field('persona', '雷'), field('campaign', '百万夜景'), field('kind', 'scene')],
    ],
    ['tag:', []],
    ['-', [term('-')]],
    ['- 夜', [term('-'), term('夜')]],
    ['-夜', [term('夜', { not: true })]],
    ['"kind:scene"', [term('kind:scene', { phrase: true })]],
    ['http://a.b 12:30 5"', [term('http://a.b'), term('12:30'), term('5"')]],
    ['"甲"乙', [term('甲', { phrase: true }), term('乙')]],
  ])('%j reads as its items', (query, items) => {
    expect(parseQuery(query)).toEqual(items);
  });

  it('reads back as itself after printing, whatever was typed', () => {
    const typed = fc.array(
      fc.oneof(
        fc.constantFrom('kind:', 'tag：', '-', '"', '“', '”', ' ', '　', '夜', '拍', 'x9', ':', '场景', '\n'),
        fc.string({ unit: 'grapheme', maxLength: 4 }),
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(typed, (parts) => {
        const items = parseQuery(parts.join(''));
        expect(parseQuery(printQuery(items))).toEqual(items);
      }),
    );
  });
});
