import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Doc, InlineNode } from '../../../src/core/model/doc';
import { docText } from '../../../src/core/model/docText';
import type { QuoteStyle } from '../../../src/core/typography/line';
import { applyTypography, quoteStyleOf, typographyOf } from '../../../src/core/typography/typography';

const paragraph = (...content: readonly (string | InlineNode)[]): Doc => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: content.flatMap((node): InlineNode[] =>
        typeof node !== 'string' ? [node] : node === '' ? [] : [{ type: 'text', text: node }],
      ),
    },
  ],
});
const tidy = (doc: Doc, style: QuoteStyle = 'curly'): Doc => applyTypography(doc, typographyOf(doc, style));
const tidied = (text: string, style: QuoteStyle = 'curly'): string => docText(tidy(paragraph(text), style));

describe('Chinese typography', () => {
  it.each([
    ['今晚渡口,七点见!', '今晚渡口，七点见！'],
    ['真的吗?是的.', '真的吗？是的。'],
    ['时间:周六;地点:渡口', '时间：周六；地点：渡口'],
    ['你好, 世界 , 再见', '你好，世界，再见'],
    ['微信(WeChat)里说', '微信（WeChat）里说'],
    ['我用 iPhone (手机) 拍', '我用 iPhone（手机）拍'],
    ['用Figma画3张图', '用 Figma 画 3 张图'],
    ['涨了50%的价,花了$5', '涨了 50% 的价，花了 $5'],
    ['我喜欢 iPhone, 但是很贵', '我喜欢 iPhone，但是很贵'],
    ['我用 Mac.他用 Windows.', '我用 Mac。他用 Windows。'],
    ['欢迎来到 Juzhen!', '欢迎来到 Juzhen！'],
    ['他说:"你好"', '他说：“你好”'],
    ['他说:"她讲\'好的\'了"', '他说：“她讲‘好的’了”'],
    ['他说 "你好" 然后走了', '他说“你好”然后走了'],
    ['等等...他来了', '等等……他来了'],
    ['等等。。。', '等等……'],
    ['等等…他来了', '等等……他来了'],
    ['渡口--末班船', '渡口——末班船'],
    ['渡口 — 末班船', '渡口——末班船'],
    ['太好了!!!', '太好了！'],
    ['太好了！！！对吗？？', '太好了！对吗？'],
    ['好。。走吧', '好。走吧'],
    ['你好！ 世界', '你好！世界'],
  ])('turns %s into %s', (before, after) => {
    expect(tidied(before)).toBe(after);
  });

  it.each([
    ['他说:"她讲\'好的\'了"', '他说：「她讲『好的』了」'],
    ['他说“你好”', '他说「你好」'],
  ])('writes %s as %s when 「」 is chosen', (before, after) => {
    expect(tidied(before, 'corner')).toBe(after);
  });

  it.each([
    '圆周率 3.14，12:30 开始，共 1,000 人，比例 16:9，版本 v1.2.3',
    '看 https://example.com/a,b?c=d:e 就知道',
    '写信到 hi.there@example.com 就好',
    '话题 #夜景A1# 和 @某人A1 都在',
    '字段 {{deadline}} 留着，表情[微笑]也留着',
    '跑 --force 这个参数',
    '1.打开 2.保存',
    '哈哈 :) 真好笑 :( 不好',
    '买A股，去B站，唱K歌，卡拉OK',
    '真的？！',
    '渡口——末班船……走了',
    '你 好 世 界',
    '------',
    '27" 的屏幕和 32" 的屏幕',
    '看 f(x) 的值',
  ])('leaves %s as it is', (text) => {
    expect(typographyOf(paragraph(text), 'curly')).toEqual([]);
  });

  it.each([
    'He said "hi", then left... It\'s 3.14 -- really!!',
    'I love 北京, it is great... "Really"? Yes (very much)!',
    '',
  ])('leaves an English text as it is: %s', (text) => {
    expect(typographyOf(paragraph(text), 'corner')).toEqual([]);
  });

  it('looks across marks, and the new text has the marks of what it replaces', () => {
    const bold = [{ type: 'bold' }] as const;
    const doc = paragraph('用', { type: 'text', text: 'Figma,', marks: bold }, '画图');
    expect(tidy(doc).content[0]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: '用 ' },
        { type: 'text', text: 'Figma，', marks: bold },
        { type: 'text', text: '画图' },
      ],
    });
  });

  it('never touches code, the words of a link, or a token', () => {
    const doc = paragraph(
      '用',
      { type: 'text', text: 'a,中"b"', marks: [{ type: 'code' }] },
      '和',
      { type: 'text', text: '这里,那里', marks: [{ type: 'link', attrs: { href: 'https://example.com' } }] },
      '看',
      { type: 'hashtag', attrs: { id: 'x', label: '夜,景A' } },
      '好',
    );
    expect(docText(tidy(doc))).toBe('用 a,中"b"和这里,那里看#夜,景A好');
    const code: Doc = {
      type: 'doc',
      content: [
        { type: 'codeBlock', content: [{ type: 'text', text: '你好,world' }] },
        { type: 'bulletList', content: [{ type: 'listItem', content: paragraph('好,吗').content }] },
      ],
    };
    expect(docText(tidy(code))).toBe('你好,world\n好，吗');
  });

  it('applies only what was chosen, and a pair changes as one', () => {
    const doc = paragraph('你好,用(好的)App"行"');
    const changes = typographyOf(doc, 'curly');
    expect(changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['punctuation', ',', '，'],
      ['punctuation', '()', '（）'],
      ['quotes', '""', '“”'],
    ]);
    expect(
      docText(
        applyTypography(
          doc,
          changes.filter(({ kind }) => kind === 'quotes'),
        ),
      ),
    ).toBe('你好,用(好的)App“行”');
    expect(docText(applyTypography(doc, []))).toBe('你好,用(好的)App"行"');
  });

  it('begins with the quotation marks the text has', () => {
    expect(quoteStyleOf(paragraph('「好」与“好”和「好」'))).toBe('corner');
    expect(quoteStyleOf(paragraph('没有'))).toBe('curly');
  });
});

const piece = fc.constantFrom(
  ...[
    '中',
    '文',
    '好的',
    'A',
    'ab',
    '1',
    '3.14',
    ' ',
    ' ',
    ',',
    '.',
    '!',
    '?',
    ':',
    ';',
    '(',
    ')',
    '"',
    "'",
    '...',
    '…',
    '-',
    '--',
    '—',
  ],
  ...[
    '。',
    '，',
    '！',
    '？',
    '（',
    '）',
    '“',
    '”',
    '「',
    '」',
    '‘',
    '’',
    '#',
    '@',
    '[',
    ']',
    'x.com',
    '%',
    '股',
    '/',
    '😀',
    '$',
  ],
);
const words = fc.array(piece, { minLength: 1, maxLength: 24 }).map((all) => all.join(''));
const kinds = fc.constantFrom(undefined, 'bold' as const, 'italic' as const, 'code' as const);
const inline: fc.Arbitrary<InlineNode> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(words, kinds)
      .map(
        ([text, type]): InlineNode => ({ type: 'text', text, ...(type === undefined ? {} : { marks: [{ type }] }) }),
      ),
  },
  { weight: 1, arbitrary: fc.constant<InlineNode>({ type: 'hardBreak' }) },
  { weight: 1, arbitrary: fc.constant<InlineNode>({ type: 'mention', attrs: { id: '某人' } }) },
);
const docs = fc.array(inline, { maxLength: 4 }).map((nodes) => paragraph(...nodes));
const styles = fc.constantFrom<QuoteStyle>('curly', 'corner');
const letters = (doc: Doc): string => docText(doc).replace(/[^\p{L}\p{N}\p{S}]/gu, '');

describe('Laws of typography', () => {
  it('what has been tidied has nothing left to tidy', () => {
    fc.assert(
      fc.property(docs, styles, (doc, style) => {
        expect(typographyOf(tidy(doc, style), style).map(({ before, after }) => [before, after])).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });

  it('letters, digits and signs never change, whichever changes are chosen', () => {
    fc.assert(
      fc.property(docs, styles, fc.func(fc.boolean()), (doc, style, chosen) => {
        const changes = typographyOf(doc, style).filter(({ id }) => chosen(id));
        expect(letters(applyTypography(doc, changes))).toBe(letters(doc));
      }),
      { numRuns: 500 },
    );
  });

  it('every change says what stands at its place, and no two share one', () => {
    fc.assert(
      fc.property(words, styles, (text, style) => {
        const changes = typographyOf(paragraph(text), style);
        const edits = changes.flatMap((change) => change.edits).toSorted((a, b) => a.at - b.at);
        let done = 0;
        for (const { at, before } of edits) {
          expect(at).toBeGreaterThanOrEqual(done);
          expect(text.startsWith(before, at)).toBe(true);
          done = at + before.length;
        }
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
      }),
      { numRuns: 500 },
    );
  });
});
