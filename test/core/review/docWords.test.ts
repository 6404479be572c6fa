import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockNode, type Doc, docSchema, type InlineNode } from '../../../src/core/model/doc';
import { bodyWords, replaceWords } from '../../../src/core/review/docWords';
import { locate } from '../../../src/core/review/locate';

const p = (...content: InlineNode[]): BlockNode => ({ type: 'paragraph', content });
const t = (text: string, ...marks: ('bold' | 'italic')[]): InlineNode => ({
  type: 'text',
  text,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
});
const doc = (...content: BlockNode[]): Doc => ({ type: 'doc', content });

describe('the words of a body', () => {
  it('are a line per paragraph, heading, item and code, with bars between cells', () => {
    const all = doc(
      { type: 'heading', attrs: { level: 2 }, content: [t('龙门夜行')] },
      p(t('灯灭之后，'), t('才看见', 'bold'), t('轮廓。')),
      { type: 'bulletList', content: [{ type: 'listItem', content: [p(t('带伞'))] }] },
      { type: 'image', attrs: { src: 'a1', alt: '不是正文' } },
      { type: 'codeBlock', content: [{ type: 'text', text: 'f/1.6' }] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', content: [{ type: 'paragraph', content: [t('机型')] }] },
              { type: 'tableCell', content: [{ type: 'paragraph', content: [t('价格')] }] },
            ],
          },
        ],
      },
    );
    expect(bodyWords(all)).toBe('龙门夜行\n灯灭之后，才看见轮廓。\n带伞\nf/1.6\n机型 | 价格');
  });

  it('are replaced in place: marks, tags and mentions outside the change stay', () => {
    const tag: InlineNode = { type: 'hashtag', attrs: { id: 'night', label: '夜拍' } };
    const before = doc(p(t('今晚'), t('七点', 'bold'), t('在龙门 '), tag, t(' 集合。')), p(t('别迟到。')));
    const words = bodyWords(before);
    expect(words).toBe('今晚七点在龙门 #夜拍 集合。\n别迟到。');
    const after = replaceWords(before, 0, words.indexOf('\n'), '今晚八点在龙门石窟 #夜拍 集合。');
    expect(after).toEqual(doc(p(t('今晚'), t('八点', 'bold'), t('在龙门石窟 '), tag, t(' 集合。')), p(t('别迟到。'))));
  });

  it('are left alone where the quoted words lie in two paragraphs', () => {
    expect(replaceWords(doc(p(t('一')), p(t('二'))), 0, 3, '三')).toBeNull();
  });

  it('a new line in code is a sign of it, elsewhere a break', () => {
    const code = doc({ type: 'codeBlock', content: [{ type: 'text', text: 'ab' }] });
    expect(replaceWords(code, 1, 2, '\nc')?.content).toEqual([
      { type: 'codeBlock', content: [{ type: 'text', text: 'a\nc' }] },
    ]);
    expect(replaceWords(doc(p(t('ab'))), 1, 2, '\nc')?.content).toEqual([p(t('a'), { type: 'hardBreak' }, t('c'))]);
  });

  it('law: replacing any words of one paragraph reads as replacing them in the text, and stays a body', () => {
    const inline = fc.oneof(
      fc.record({
        type: fc.constant('text' as const),
        text: fc.string({ minLength: 1, maxLength: 6 }),
        marks: fc.subarray([{ type: 'bold' as const }, { type: 'italic' as const }]),
      }),
      fc.record({ type: fc.constant('mention' as const), attrs: fc.record({ id: fc.constantFrom('li', 'wang') }) }),
      fc.constant({ type: 'hardBreak' as const }),
    );
    const bodies = fc.array(
      fc.oneof(
        fc.record({ type: fc.constant('paragraph' as const), content: fc.array(inline, { maxLength: 4 }) }),
        fc.record({
          type: fc.constant('blockquote' as const),
          content: fc.array(
            fc.record({ type: fc.constant('paragraph' as const), content: fc.array(inline, { maxLength: 3 }) }),
            { minLength: 1, maxLength: 2 },
          ),
        }),
      ),
      { minLength: 1, maxLength: 4 },
    );
    let replacedOnes = 0;
    fc.assert(
      fc.property(bodies, fc.nat(), fc.nat(8), fc.string({ maxLength: 8 }), (content, start, length, words) => {
        const body = { type: 'doc', content } as Doc;
        const text = bodyWords(body);
        const from = text.length === 0 ? 0 : start % text.length;
        const to = Math.min(text.length, from + length);
        const after = replaceWords(body, from, to, words);
        if (after === null) return;
        replacedOnes += 1;
        expect(bodyWords(after)).toBe(text.slice(0, from) + words + text.slice(to));
        expect(docSchema.safeParse(after).error).toBeUndefined();
      }),
      { numRuns: 400 },
    );
    expect(replacedOnes).toBeGreaterThan(200);
  });
});

describe('where quoted words stand now', () => {
  it.each([
    ['where they stood', '走吧。走吧。', 3, '走吧。', 3],
    ['at the nearest place with the same words', '先说一句。走吧。再说。走吧。', 11, '走吧。', 11],
    ['moved along with what came before', '新开头。走吧。', 0, '走吧。', 4],
    ['nowhere once a sign of them changed', '走吧！', 0, '走吧。', null],
    ['nowhere for all of a text', '走吧。', null, '', null],
  ])('%s', (_name, text, at, quote, found) => {
    expect(locate(text, at, quote)).toBe(found);
  });
});
